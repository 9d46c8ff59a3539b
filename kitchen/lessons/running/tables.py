"""Tables: the dishes of a program, told apart though all of them are one program's.

A kitchen takes a program for one order, and each of its tasks for a part of that. What a player
wants to see are the dishes. So the facts of the program are written down as facts of its dishes:
each function that cooks one sits at a table of its own from its first step to its last, and what
its task does meanwhile is done for that table's order. Tasks keep their numbers: those of parts.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kitchen.lessons.running.standing import STANDS, standing
from kitchen.loop.await_chain import frames
from kitchen.loop.users_own import of_asyncio
from kitchen.sim import facts as f
from kitchen.sim.facts import Fact
from kitchen.sim.work.kitchen import Kitchen
from kitchen.sim.work.part import Part

PRICE = 500
"""Cents for any dish."""

PROGRAM = "Program"
"""What stands on the table of work that no dish asks for."""

BESIDE = 1_000
"""To this is added an order's number: so is the part called that a thread works at."""

_KEPT = (f.Opened, f.PolicyChanged, f.Assisted)


class Tables:
    """Writes the facts of a kitchen that has one order, a program. ``orders`` are the dishes that
    somebody waits for, whether the program ever begins them or not."""

    def __init__(self, kitchen: Kitchen, orders: tuple[str, ...] = ()) -> None:
        self._kitchen = kitchen
        self._add = kitchen.facts.add
        self._wanted = orders
        self.titles: dict[int, str] = {}
        """Of the orders, by number."""
        self._unbegun: list[int] = []
        self._at: dict[int, list[int]] = {}
        """By part: the tables at which its task is, the innermost last."""
        self._asleep: dict[int, int] = {}
        """By part: the timer that stands for its sleep."""
        self._lone: set[int] = set()
        """Parts that work though no dish asked them to."""
        self._timers = 1_000_000
        self._chefs = 1
        self._threads: set[int] = set()
        """The chefs who stand at dishes now, as threads of the program: beside the kitchen's."""
        self.threads = 0
        """The most of them at one time."""
        self.over: dict[int, str] = {}
        """How each order ended: served, dropped or left."""
        self.quality: dict[int, float] = {}
        self.part_of: dict[int, list[int]] = {}
        """By order: the tasks that have worked for it."""
        self.names: dict[int, tuple[str, str]] = {}
        """Of the tasks by number: what asyncio calls it, and what its coroutine is called."""
        self.served: Callable[[float, int, str], object] | None = None
        """Is told when a dish is served, by which task, and its title."""
        kitchen.tell(self.log)

    # -- what a program is marked with ----------------------------------------------------------

    def dish(self, title: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Decorates a function that cooks the dish of that title, be it a coroutine function or
        an ordinary one."""

        def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
            signature = inspect.signature(function)

            @functools.wraps(function)
            def stood_at(*given: Any, **named: Any) -> Any:
                table = self._beside if _on_a_thread() else self._table
                with table(_filled(title, signature, given, named)):
                    return function(*given, **named)

            @functools.wraps(function)
            async def cooked(*given: Any, **named: Any) -> Any:
                with self._table(_filled(title, signature, given, named)):
                    return await function(*given, **named)

            return cooked if inspect.iscoroutinefunction(function) else stood_at

        return decorate

    @contextlib.contextmanager
    def _table(self, title: str) -> Iterator[None]:
        part = self._running
        number = self._claim(title)
        self._go_to(part, number)
        left = "dropped"
        try:
            yield
            left = "served"
        except GeneratorExit:  # the kitchen has closed; nothing is written down any more
            left = ""
            raise
        finally:
            if left:
                self._leave(self._running, number, left)

    @contextlib.contextmanager
    def _beside(self, title: str) -> Iterator[None]:
        """A thread stands at its dish from the beginning to the end, a chef of its own."""
        number, since = self._claim(title), self._clock
        chef = next(c for c in itertools.count(self._chefs + 1) if c not in self._threads)
        self._threads.add(chef)
        self.threads = max(self.threads, chef - self._chefs)
        left = "dropped"
        try:
            yield
            left = "served"
        finally:
            self._threads.remove(chef)
            if number not in self.over:  # the kitchen may have closed meanwhile
                self._stood(chef, number, BESIDE + number, since)
                self._end(number, left, self._clock)

    def _stood(self, chef: int, number: int, part: int, since: float) -> None:
        self._timers += 1
        self._add(f.Resumed(since, chef, number, part))
        for fact in standing(chef, number, part, self._timers, since, self._clock - since):
            self._add(fact)
        self._add(f.Left(self._clock, chef, number, part))

    @property
    def _running(self) -> Part:
        part = self._kitchen.running
        assert part is not None, "a coroutine's step is run by a chef"
        return part

    def _claim(self, title: str) -> int:
        """The order that waits for such a dish, or a new one."""
        found = next((n for n in self._unbegun if self.titles[n] == title), None)
        if found is None:
            return self._order(title, self._clock)
        self._unbegun.remove(found)
        return found

    def _order(self, title: str, at: float) -> int:
        number = len(self.titles) + 1
        self.titles[number] = title
        self._add(f.Ordered(at, number, title.lower().replace(" ", "_"), title, PRICE, None))
        return number

    @property
    def _clock(self) -> float:
        return self._kitchen.loop.clock

    # -- who is where ---------------------------------------------------------------------------

    def _go_to(self, part: Part, number: int) -> None:
        """The part's chef turns to that order."""
        tables = self._at.setdefault(part.number, [])
        if tables:
            self._add(f.Left(self._clock, part.chef, tables[-1], part.number))
        tables.append(number)
        self._join(part.number, number)
        self._add(f.Resumed(self._clock, part.chef, number, part.number))

    def _join(self, part: int, number: int) -> None:
        parts = self.part_of.setdefault(number, [])
        if part not in parts:
            parts.append(part)

    def _leave(self, part: Part, number: int, how: str) -> None:
        """The order is done with, and the part's chef turns away from it."""
        tables, now = self._at[part.number], self._clock
        tables.remove(number)
        self._add(f.Left(now, part.chef, number, part.number))
        self._end(number, how, now)
        if tables:
            self._add(f.Resumed(now, part.chef, tables[-1], part.number))

    def _end(self, number: int, how: str, now: float) -> None:
        self.over[number] = how
        if how == "served":
            quality = self.quality.get(number, 1.0)
            self._add(f.Served(now, number, quality, round(PRICE * quality), 0))
            if self.served is not None:
                self.served(now, self.part_of.get(number, [0])[-1], self.titles[number])
        else:
            self._add(f.TurnedAway(now, number))
            self._add(f.Cleared(now, number))

    # -- facts ----------------------------------------------------------------------------------

    def log(self, fact: Fact) -> None:
        """Write down what the kitchen tells of the program, as what it means for the dishes."""
        if isinstance(fact, f.Closed):
            for number in self.titles:
                if number not in self.over:
                    self._end(number, "left", fact.t)
            self._add(fact)
        elif isinstance(fact, _KEPT):
            self._add(fact)
            if isinstance(fact, f.Opened):
                self._chefs = fact.chefs
                self._unbegun = [self._order(title, fact.t) for title in self._wanted]
        elif isinstance(fact, f.Served | f.Cleared):
            for number in sorted(self._lone):
                for table in self._at.pop(number, []):
                    self._end(table, "served", fact.t)
        elif isinstance(fact, f.Said):
            return  # what is printed is kept with its line: see `kitchen.lessons.running.run`
        elif (part := getattr(fact, "part", None)) is not None:
            self._log_part(fact, part)

    def _log_part(self, fact: Any, number: int) -> None:
        tables = self._at.get(number)
        if tables is None:
            tables = self._at[number] = self._inherited()
            self._learn_name(number)
        if not tables and isinstance(fact, f.Hands | f.TimerSet | f.StationWanted | f.StationTaken):
            self._go_to(self._running, self._claim(PROGRAM))
            self._lone.add(number)
        if isinstance(fact, f.PartEnded) and number in self._lone and tables:
            self._end(tables.pop(), "served", fact.t)
        if not tables or tables[-1] in self.over:
            return
        if isinstance(fact, f.Overcooked):
            self.quality[tables[-1]] = self.quality.get(tables[-1], 1.0) * (1.0 - fact.lost)
        if isinstance(fact, f.Ready) and number in self._asleep:
            self._add(f.TimerRang(fact.t, tables[-1], number, self._asleep.pop(number)))
        if isinstance(fact, f.Hands) and fact.what == STANDS:
            self._join(number, tables[-1])
            self._timers += 1
            for told in standing(fact.chef, tables[-1], number, self._timers, fact.t, fact.seconds,
                                 fact.line):  # fmt: skip
                self._add(told)
        elif not isinstance(fact, f.PartEnded):
            self._join(number, tables[-1])
            self._add(msgspec.structs.replace(fact, order=tables[-1]))
        if isinstance(fact, f.Left):
            self._see_sleep(fact, number, tables[-1])

    def _inherited(self) -> list[int]:
        """A task that a dish begins works for that dish, until it begins one of its own."""
        running = self._kitchen.running
        return list(self._at.get(running.number, [])[-1:]) if running is not None else []

    def _see_sleep(self, fact: f.Left, number: int, order: int) -> None:
        """The task has gone to sleep: the loop has set a timer."""
        part = self._part(number)
        if part is None or part.state != "away" or part.task.done():
            return
        inner = frames(part.task)[-1:]
        if inner and of_asyncio(inner[0]) and inner[0].f_code.co_name == "sleep":
            seconds = inner[0].f_locals.get("delay")
            if isinstance(seconds, int | float) and seconds > 0:
                self._timers += 1
                self._asleep[number] = self._timers
                self._add(f.TimerSet(fact.t, order, number, self._timers, "sleep", float(seconds),
                                     None, None, 0))  # fmt: skip

    def _learn_name(self, number: int) -> None:
        part = self._part(number)
        if part is not None and number:
            coroutine = getattr(part.task.get_coro(), "__name__", "task")
            self.names[number] = part.task.get_name(), coroutine

    def _part(self, number: int) -> Part | None:
        dish = self._kitchen.dishes.get(1)
        return next((p for p in dish.parts if p.number == number), None) if dish else None


def _on_a_thread() -> bool:
    """Whether this is run by a thread of its own, where no chef of the kitchen's is."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return True
    return False


def _filled(title: str, signature: inspect.Signature, given: Any, named: Any) -> str:
    """The title, with the arguments of the call in it."""
    if "{" not in title:
        return title
    bound = signature.bind(*given, **named)
    bound.apply_defaults()
    return title.format_map({name: str(value) for name, value in bound.arguments.items()})
