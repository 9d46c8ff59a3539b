"""The floor: real `asyncio.Task`s on the leanest loop that we know, with the same recipes and the
very same facts as a kitchen, and no rules.

Nothing is checked, nobody walks out, no food spoils, no policy and no player decides; a recipe has
hands, timers and stations and no more. What a kitchen takes longer than this is what its rules,
the rest of asyncio and code that can be read cost.
"""

from __future__ import annotations

import asyncio
import types
from asyncio import AbstractEventLoop, events
from collections import deque
from collections.abc import Callable, Generator
from heapq import heappop, heappush
from itertools import count
from sys import _getframe
from typing import Any, cast

from kitchen import Order, Shift
from kitchen.sim import facts as f

Steps = Generator[Any, Any, None]


class LeanLoop:
    """What an `asyncio.Task` asks of a loop, and a heap of what is called later."""

    def __init__(self) -> None:
        self.now = 0.0
        self.heap: list[tuple[float, int, Callable[[Any], object], Any]] = []
        self.serial = count().__next__
        self.first_step: Any = None
        """Of the task made last. It is good for every step."""

    def get_debug(self) -> bool:
        return False

    def call_soon(self, callback: Any, *, context: Any = None) -> None:
        self.first_step = callback

    def run(self, settled: Callable[[], object]) -> None:
        heap, outer, this = self.heap, events._get_running_loop(), cast(AbstractEventLoop, self)
        events._set_running_loop(this)  # Python 3.14 steps a task of no other loop
        try:
            while heap:
                self.now, _, function, argument = heappop(heap)
                function(argument)
                settled()
        finally:
            events._set_running_loop(outer)


class LeanKitchen:
    """``run`` it once, then read its facts."""

    def __init__(self, shift: Shift, mode: str) -> None:
        self.shift = shift
        self.mode = chosen = shift.mode(mode)
        self.loop = LeanLoop()
        self.facts: list[f.Fact] = []
        self.log = self.facts.append
        self.stay = chosen.stay
        self.free = list(range(1, chosen.chefs + 1))
        self.raised: deque[LeanDish] = deque()
        self.stations = {kind: LeanStation(self, kind, n) for kind, n in shift.stations.items()}
        self.orders = shift.orders_for(0)
        self.come = 0
        self.timers = 0

    def run(self) -> float:
        """The makespan."""
        loop, shift, mode = self.loop, self.shift, self.mode
        stations, wage = dict(shift.stations), float(shift.wage)
        opened = shift.name, 0, mode.name, mode.chefs, mode.attention, "fifo", stations, wage
        self.log(f.Opened(0.0, *opened))
        heappush(loop.heap, (self.orders[0].at, loop.serial(), LeanKitchen.arrive, self))
        loop.run(self.dispatch)
        self.log(f.Closed(loop.now, loop.now))
        return loop.now

    def arrive(self) -> None:
        loop, orders, number = self.loop, self.orders, self.come
        if number + 1 < len(orders):
            at = orders[number + 1].at
            heappush(loop.heap, (at, loop.serial(), LeanKitchen.arrive, self))
        self.come = number + 1
        LeanDish(self, number + 1, orders[number])

    def dispatch(self) -> None:
        while self.raised and self.free:
            self.raised.popleft().take(heappop(self.free))


class LeanDish:
    """A dish: its task, what that awaits, and its recipe's cook, all in one."""

    __slots__ = (
        "_asyncio_future_blocking", "add_done_callback", "chef", "clock", "get_loop", "kept",
        "kitchen", "log", "loop", "order", "recipe", "step", "task", "timer_set",
    )  # fmt: skip

    def __init__(self, kitchen: LeanKitchen, number: int, order: Order) -> None:
        self.loop = loop = kitchen.loop
        self.log = log = kitchen.log
        self.kitchen = kitchen
        self.order = number
        self.recipe = recipe = order.recipe
        self.get_loop = lambda: loop
        self.add_done_callback = _nothing
        log(f.Ordered(loop.now, number, recipe.name, recipe.title, recipe.cents, order.waits))
        cooked: Any = recipe.function(self)  # type: ignore[arg-type]
        leanest: Any = loop
        self.task: Any = asyncio.Task(cooked, loop=leanest, name=recipe.name)
        self.step = loop.first_step
        self.raise_hand()

    def raise_hand(self) -> None:
        self.log(f.Ready(self.loop.now, self.order, 0))
        self.kitchen.raised.append(self)

    def take(self, chef: int) -> None:
        self.chef = chef
        self.resume()

    def resume(self) -> None:
        self.log(f.Resumed(self.loop.now, self.chef, self.order, 0))
        self.go_on()

    def go_on(self) -> None:
        """Run a step with the chef that it has, who then leaves unless the step keeps that chef."""
        loop = self.loop
        self.clock, self.kept = loop.now, False
        self.step()
        if self.kept:
            return
        if self.clock != loop.now and self.others_first():
            heappush(loop.heap, (self.clock, loop.serial(), LeanDish.leave, self))
        else:
            loop.now = self.clock
            self.leave()

    def others_first(self) -> bool:
        """Whether something else happens before the work of the step is over."""
        heap, kitchen = self.loop.heap, self.kitchen
        return bool((heap and heap[0][0] <= self.clock) or (kitchen.raised and kitchen.free))

    def leave(self) -> None:
        now, kitchen = self.loop.now, self.kitchen
        if self.task.done():
            self.log(f.Served(now, self.order, 1.0, *self.recipe.full))
            del self.task, self.step
        self.log(f.Left(now, self.chef, self.order, 0))
        heappush(kitchen.free, self.chef)

    # -- waiting -------------------------------------------------------------------------------

    def wait(self, what: str) -> LeanDish:
        """What the task awaits until `wake`."""
        if self.kitchen.stay:
            self.kept = True
            self.log(f.Stares(self.clock, self.chef, self.order, 0, what))
        self._asyncio_future_blocking = True
        return self

    def wake(self) -> None:
        if self.kitchen.stay:
            self.resume()
        else:
            self.raise_hand()

    def ring(self) -> None:
        self.log(f.TimerRang(self.loop.now, self.order, 0, self.timer_set))
        self.wake()

    def __await__(self) -> Steps:
        return iter((self,))  # type: ignore[return-value]

    @types.coroutine
    def settle(self) -> Steps:
        """Let the work of the step be over."""
        loop = self.loop
        if self.others_first():
            heappush(loop.heap, (self.clock, loop.serial(), LeanDish.go_on, self))
            self.kept = self._asyncio_future_blocking = True
            yield self
        loop.now = self.clock

    # -- what a recipe asks for ----------------------------------------------------------------

    def hands(self, what: str, seconds: float) -> None:
        line = self.recipe.lines[_getframe(1).f_lasti]
        self.log(f.Hands(self.clock, self.chef, self.order, 0, what, seconds, line))
        self.clock += seconds

    def timer(self, what: str, seconds: float) -> LeanDish:
        line, loop, start = self.recipe.lines[_getframe(1).f_lasti], self.loop, self.clock
        self.kitchen.timers = self.timer_set = number = self.kitchen.timers + 1
        self.log(f.TimerSet(start, self.order, 0, number, what, seconds, None, None, line))
        heappush(loop.heap, (start + seconds, loop.serial(), LeanDish.ring, self))
        return self.wait(what)

    def station(self, kind: str) -> LeanPlace:
        return LeanPlace(self, self.kitchen.stations[kind])


class LeanStation:
    """The places of one kind."""

    def __init__(self, kitchen: LeanKitchen, kind: str, places: int) -> None:
        self.kitchen = kitchen
        self.kind = kind
        self.unused = list(range(places))
        self.line: deque[LeanPlace] = deque()

    def give(self, place: LeanPlace, number: int) -> None:
        now, order = self.kitchen.loop.now, place.dish.order
        place.number = number
        self.kitchen.log(f.StationTaken(now, order, 0, self.kind, number))

    def free(self, place: LeanPlace) -> None:
        loop, order = self.kitchen.loop, place.dish.order
        self.kitchen.log(f.StationFreed(loop.now, order, 0, self.kind, place.number))
        if not self.line:
            heappush(self.unused, place.number)
            return
        next_one = self.line.popleft()
        self.give(next_one, place.number)
        if self.kitchen.stay:  # once the step that frees it is over
            heappush(loop.heap, (loop.now, loop.serial(), LeanDish.wake, next_one.dish))
        else:
            next_one.dish.wake()


class LeanPlace:
    """A place at a station, for the length of an ``async with``."""

    __slots__ = ("dish", "number", "station")
    number: int

    def __init__(self, dish: LeanDish, station: LeanStation) -> None:
        self.dish = dish
        self.station = station

    @types.coroutine
    def __aenter__(self) -> Steps:
        dish, station = self.dish, self.station
        if dish.clock != dish.loop.now:
            yield from dish.settle()
        if station.unused:
            station.give(self, heappop(station.unused))
            return
        station.kitchen.log(f.StationWanted(dish.clock, dish.order, 0, station.kind))
        station.line.append(self)
        yield dish.wait(f"the {station.kind}")

    @types.coroutine
    def __aexit__(self, *error: object) -> Steps:
        dish = self.dish
        if dish.clock != dish.loop.now:
            yield from dish.settle()
        self.station.free(self)


def _nothing(callback: object, context: object = None) -> None:
    """What a task calls of that which it awaits. No use: its first step is good for all."""
