"""A run: a program of a lesson, cooked from its first line to its end on a kitchen's loop.

Whatever becomes of it is a result, none of it an error of ours: it ends, it raises, it waits for
ever, it never ends. All there is to see of it stands in the facts, in what it printed, and in the
spells of its tasks, which know the line.
"""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import io
import re
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import FrameType
from typing import Any

import msgspec

import kitchen.loop.sleeping as sleeping
from kitchen.errors import KitchenError
from kitchen.lessons.running.program import MARK, Program
from kitchen.lessons.running.standing import STANDS
from kitchen.lessons.running.tables import Tables
from kitchen.lessons.running.trace import Trace
from kitchen.lessons.running.verbs import COOK
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.loop.stall import Stalled
from kitchen.plain import number, told
from kitchen.runs.careful import few_collections
from kitchen.runs.observed import observe
from kitchen.runs.past import Past
from kitchen.runs.spells import Spell
from kitchen.sim.facts import Fact, Opened
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.recipe import Burnt, Cook, Recipe
from kitchen.sim.shift.shift import Order, Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.words import in_words
from kitchen.sim.work.kitchen import Kitchen
from kitchen.usercode.tampering import no_tampering
from kitchen.usercode.watchdog import watched
from kitchen.usercode.watching import abandon

MOST_PRINTED = 500
"""Lines that are kept of what a program prints."""

LONGEST = 300
"""Characters that are kept of one of them."""

MOST_FACTS = 50_000
"""After which a program is called endless: no lesson takes a hundredth."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line that a program printed, at ``t`` seconds of kitchen time, or that Python would have
    said of it on standard error (``error``). ``line`` is the program's, from 1; 0: unknown."""

    t: float
    text: str
    line: int
    task: int
    """The number of the task: 0 is the program's own."""
    error: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why it did not end well. ``kind`` is the name of an exception, or ``stalled`` or ``endless``
    or ``forgotten``; ``line`` counts from 1, 0: unknown."""

    kind: str
    words: str
    line: int = 0
    t: float = 0.0


@dataclass(frozen=True)
class Run:
    """What became of a program. Times are seconds of kitchen time."""

    program: Program
    facts: list[Fact]
    printed: list[Printed]
    trouble: Trouble | None
    makespan: float
    """When it ended, or what it came to."""
    titles: Mapping[int, str]
    """Its dishes, by order."""
    ended: Mapping[int, str]
    """How each ended: ``served``; ``dropped``, where its coroutine raised or was cancelled; or
    ``left``, where it was never begun or is not done."""
    tasks: Mapping[int, str]
    """The names of its tasks by number, as their coroutines are called; 0 is the program itself."""
    spells: Sequence[Spell]
    """What each task (``part``) did, and at which line (see ``stack``), in order of beginning."""
    part_of: Mapping[int, list[int]]
    """By order: the tasks that have worked for it."""
    lost: tuple[str, ...] = ()
    """Errors of tasks that nobody ever asked for."""
    graph: AwaitGraph | None = field(default=None, repr=False)
    """Who waits for whom, where it stalled."""

    @property
    def served(self) -> list[str]:
        """The titles of the dishes that were served, in their order."""
        return [self.titles[n] for n in sorted(self.titles) if self.ended.get(n) == "served"]

    @property
    def unserved(self) -> list[str]:
        return [self.titles[n] for n in sorted(self.titles) if self.ended.get(n) != "served"]

    @property
    def prints(self) -> list[str]:
        """What it printed, line by line, without what Python says on standard error."""
        return [line.text for line in self.printed if not line.error]

    @cached_property
    def past(self) -> Past:
        """Its kitchen at any moment."""
        past = Past(lambda: KitchenView(menu=frozenset(self.titles.values())))
        past.facts += self.facts
        return past

    def at_line(self, task: int, now: float) -> int:
        """The line of the program at which a task is at that moment; 0: it is not there."""
        found = 0
        for spell in self.spells:
            if spell.part == task and spell.since <= now:
                over = spell.until is not None and spell.until < now
                found = 0 if over else self.line_of(spell)
        return found

    def line_of(self, spell: Spell) -> int:
        """The innermost line of the program at which it was spent; 0: at none."""
        lines = [call.line for call in spell.stack if call.file == self.program.file]
        return lines[-1] if lines else 0


def run(
    program: Program,
    orders: Sequence[str] = (),
    stations: Mapping[str, int] | None = None,
    attention: str = "leave",
    chefs: int = 1,
    trace: Trace | None = None,
) -> Run:
    """Run it to its end. ``orders`` are the titles of the dishes that somebody waits for from the
    start; ``attention`` is the chefs': ``leave`` or, for a program that blocks, ``stay``. With
    several ``chefs`` its tasks are taken up side by side, as by an event loop on every core.
    ``trace`` is told of each line on the way."""
    return _Running(program, tuple(orders), stations or {}, attention, chefs, trace).go()


class _Running:
    def __init__(
        self, program: Program, orders: tuple[str, ...], stations: Mapping[str, int],
        attention: str, chefs: int, trace: Trace | None = None,
    ) -> None:  # fmt: skip
        self._program = program
        self._trace = trace
        self.trouble: Trouble | None = None
        self.lost: list[str] = []
        self.printed: list[Printed] = []
        self._cook: Cook | None = None
        recipe = _ProgramRecipe(_Main(program, self._live), price=0.0)
        loop = trace.loop() if trace is not None else KitchenLoop()
        stay = "stay" if attention == "stay" else "leave"
        shift = Shift(orders=[Order(0.0, recipe)], stations=dict(stations), name="lesson")
        self.kitchen = Kitchen(loop, shift, Mode(chefs, stay))  # type: ignore[arg-type]
        self.kitchen.headway.most_facts = MOST_FACTS
        self.tables = Tables(self.kitchen, orders)
        self.observed = observe(self.kitchen)
        if trace is not None:
            trace.follow(self.kitchen, self.tables, program)
        self.graph: AwaitGraph | None = None

    # -- the program -----------------------------------------------------------------------------

    async def _live(self, cook: Cook) -> None:
        """The program, and what is to be told of its end."""
        self._cook = cook
        COOK.set(cook)
        names = {
            "__name__": "__main__", "__builtins__": builtins, "print": self._print,
            MARK: self.tables.dish,
        }  # fmt: skip
        try:
            await self._program.begin(names)
            await asyncio.sleep(0)  # who is ready already has a turn before a loop stops
        except asyncio.CancelledError as error:  # by its own code: as Ctrl-C has it
            task = asyncio.current_task()
            assert task is not None
            task.uncancel()
            self._fails(error)
        except (Burnt, Exception, SystemExit) as error:
            self._fails(error)
        except KeyboardInterrupt as error:
            if not _its_own(error):
                raise
            self._fails(error)
        self._see_lost()

    def _fails(self, error: BaseException) -> None:
        inner = error
        while isinstance(inner, BaseExceptionGroup):
            inner = inner.exceptions[0]
        words = in_words(error) if inner is error else f"{type(error).__name__}: {in_words(inner)}"
        kind = type(error).__name__
        self.trouble = Trouble(kind, words, self._line_in(inner), self.kitchen.loop.clock)

    def _line_in(self, error: BaseException) -> int:
        traceback, line = error.__traceback__, 0
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == self._program.file:
                line = traceback.tb_lineno
            traceback = traceback.tb_next
        return line

    def _see_lost(self) -> None:
        """Errors of tasks that nobody has asked for. Python says so when it collects the task, some
        time; here it is said at the end."""
        dish = self.kitchen.dishes[1]
        for task in dish.failed if dish.sides is not None else ():
            if getattr(task, "_log_traceback", False) and (error := task.exception()) is not None:
                self.lost.append(in_words(error))
                self._say(f"Task exception was never retrieved: {in_words(error)}",
                          self._line_in(error), error=True)  # fmt: skip

    def _print(self, *what: object, sep: str = " ", end: str = "\n", **_: object) -> None:
        """What `print` is in a program."""
        line = self._line_at(sys._getframe(1))
        for text in (sep or " ").join(map(str, what)).split("\n") or [""]:
            self._say(text, line)

    def _line_at(self, frame: FrameType | None) -> int:
        """The innermost line of the program, from this frame on outwards; 0: none is run."""
        while frame is not None and frame.f_code.co_filename != self._program.file:
            frame = frame.f_back
        return frame.f_lineno if frame is not None else 0

    def _say(self, text: str, line: int, error: bool = False) -> None:
        if len(self.printed) < MOST_PRINTED:
            running = self.kitchen.running
            task = running.number if running is not None else 0
            shown = text[:LONGEST]
            said = Printed(self.kitchen.loop.clock, shown, line, task, error)
            self.printed.append(said)
            if self._trace is not None:
                self._trace.prints(said.t, task, line, shown)

    def _stare(self, seconds: float) -> None:
        """What `time.sleep` is in a program: the chef stands there and does nothing else."""
        plain = number(seconds)
        if plain is None:
            raise TypeError(f"time.sleep() takes seconds, not {told(seconds)}")
        if plain < 0:
            raise ValueError("sleep length must be non-negative")
        assert self._cook is not None
        self._cook.hands(STANDS, plain)

    # -- from its first line to its end ------------------------------------------------------------

    def go(self) -> Run:
        with no_loop_running(), warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                self._go()
            except Stalled as stall:
                self._stalled(stall)
            except KitchenError as error:
                self._ended_by(error)
            except KeyboardInterrupt as error:  # a task of its own raised it
                if not _its_own(error):
                    raise
                self._fails(error)
        for warning in caught:
            own = warning.filename == self._program.file
            self._warned(str(warning.message), warning.lineno if own else 0)
        return self._result()

    def _go(self) -> None:
        kitchen, loop = self.kitchen, self.kitchen.loop
        lines = self._trace.on() if self._trace is not None else contextlib.nullcontext()
        with few_collections(), no_tampering(), _nobody_types(), self._watched(), lines:
            kitchen.open()
            loop.run_until_complete(kitchen.done)

    @contextlib.contextmanager
    def _watched(self) -> Iterator[None]:
        kitchen, loop = self.kitchen, self.kitchen.loop
        with watched([kitchen]) as watch, sleeping.here(self._stare):
            try:
                yield
            except BaseException as error:
                watch.failed(error)
                raise
            finally:
                kitchen.sweep(watch.enough)
                abandon(kitchen.unclosed)
                loop.close()

    def _stalled(self, stall: Stalled) -> None:
        self.graph = stall.graph
        self.trouble = Trouble("stalled", self._in_its_words(str(stall)), 0, self.kitchen.loop.now)

    def _ended_by(self, error: KitchenError) -> None:
        words = str(error)
        endless = "never ends" in words or "the log is full" in words
        kind = "endless" if endless else "forgotten"
        line = _line_of(words, self._program.file)
        words = self._in_its_words(words.replace(f" ({self._program.file}:{line})", ""))
        self.trouble = self.trouble or Trouble(kind, words, line, self.kitchen.loop.now)

    def _in_its_words(self, words: str) -> str:
        """With the names that the program has for its tasks and for itself."""
        for name, coroutine in self.tables.names.values():
            words = re.sub(rf"\b{re.escape(name)}\b", coroutine, words)
        return words.replace("order 1 (program)", "the program").replace(
            self._program.file, self._program.name
        )

    def _warned(self, message: str, line: int) -> None:
        """Python's own warnings: a coroutine that was never awaited."""
        if "never awaited" in message:
            self._say(f"RuntimeWarning: {message}", line, error=True)

    def _facts(self) -> list[Fact]:
        """Those of its dishes. A thread that stands at one is a chef more than the kitchen has."""
        more = self.tables.threads
        return [
            msgspec.structs.replace(fact, chefs=fact.chefs + more)
            if more and isinstance(fact, Opened)
            else fact
            for fact in self.kitchen.facts.in_order()
        ]

    def _result(self) -> Run:
        facts, closed = self._facts(), self.kitchen.done
        ended = closed.done() and not closed.cancelled() and closed.exception() is None
        last = closed.result() if ended else max((fact.t for fact in facts), default=0.0)
        over = {number: self.tables.over.get(number, "left") for number in self.tables.titles}
        spells = self.observed.by_order.get(1, [])
        tasks = {0: "program"} | {n: name for n, (_, name) in self.tables.names.items()}
        return Run(
            self._program, facts, sorted(self.printed, key=lambda line: line.t), self.trouble, last,
            dict(self.tables.titles), over, tasks, spells, self.tables.part_of,
            tuple(self.lost), self.graph,
        )  # fmt: skip


@contextlib.contextmanager
def _nobody_types() -> Iterator[None]:
    """Standard input is empty: who asks for a line would wait for a terminal, and so would the
    window."""
    before, sys.stdin = sys.stdin, io.StringIO()
    try:
        yield
    finally:
        sys.stdin = before


def _its_own(error: KeyboardInterrupt) -> bool:
    """Whether a program raised it. The game and all commands have Ctrl-C raise nothing, and the
    watchdog's signal is of a class of its own."""
    raises = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    return type(error) is KeyboardInterrupt and not raises


def _line_of(words: str, file: str) -> int:
    _, found, rest = words.partition(f"{file}:")
    digits = rest.split(")")[0].split(",")[0] if found else ""
    return int(digits) if digits.isdecimal() else 0


class _Main:
    """What a kitchen takes for a recipe's function: a program."""

    def __init__(self, program: Program, live: Callable[[Cook], Any]) -> None:
        self.__name__ = "program"
        self.__code__ = program.code
        self.__doc__ = program.name
        self.__globals__: dict[str, Any] = {}
        self.program = program
        self._live = live

    def __call__(self, cook: Cook) -> Any:
        return self._live(cook)


class _ProgramRecipe(Recipe):
    """All of the program is its source."""

    @property
    def source(self) -> tuple[str, ...]:
        assert isinstance(self.function, _Main)
        return self.function.program.lines
