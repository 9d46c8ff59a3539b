"""The brigade: the chefs of one kitchen and the one queue of steps that want a chef.

Invariants: a chef does one thing at a time; a raised hand is in the queue exactly once; while a
hand is up that the policy would serve, no chef is free once the moment has settled.

Where chefs *leave*, a chef takes one step of a task and is free when its work is done. Where chefs
*stay*, a chef who takes a dish keeps it until it is over, and its parts take turns.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from kitchen.sim import facts as f
from kitchen.sim.dish import Dish, Part
from kitchen.sim.errors import RecipeError
from kitchen.sim.policy import Queue

if TYPE_CHECKING:
    from kitchen.sim.kitchen import Kitchen

STEPS_AT_ONCE = 100_000
"""Steps that a brigade takes at one instant before it calls a recipe endless."""


class Brigade:
    """``chefs`` chefs who stay or leave, and whose next step ``queue`` decides."""

    def __init__(self, kitchen: Kitchen, chefs: int, stay: bool, queue: Queue) -> None:
        self.kitchen = kitchen
        self.chefs = chefs
        self.stay = stay
        self.queue = queue
        self._free = list(range(1, chefs + 1))
        self._loop = kitchen.loop
        self._log = kitchen.log
        self._waking = False
        self._moment = -1.0
        self._steps = 0

    @property
    def at_rest(self) -> bool:
        return len(self._free) == self.chefs

    def ready(self, part: Part) -> None:
        """The part raises its hand."""
        dish = part.dish
        part.since = now = self._loop.time()
        self._log(f.Ready(now, dish.number, part.number))
        if self.stay:
            dish.todo.append(part)
            if dish.chef:
                if dish.idle:
                    dish.idle = False
                    self._loop.call_backstage(lambda: self._next(dish))
                return
            if dish.claimed:
                return
            dish.claimed = True
        self.queue.push(part)
        if self._free:
            self.wake()

    def wake(self) -> None:
        """See, once this moment has settled, whether a free chef can take a step."""
        if not self._waking:
            self._waking = True
            self._loop.call_settled(self._dispatch)

    def _dispatch(self) -> None:
        self._waking = False
        if not self._free:
            return
        part = self._picked() or self.queue.pop(self._loop.time())
        if part is None:
            return
        chef = heapq.heappop(self._free)
        if self._free and self.queue:
            self.wake()
        if self.stay:
            dish = part.dish
            dish.claimed = False
            dish.chef = chef
            self._next(dish)
        else:
            self._take(chef, part)

    def _picked(self) -> Part | None:
        """The hand that the player picked first, of those that are up."""
        picks = self.kitchen.picks
        for order in picks:
            part = self.queue.take(order)
            if part is not None:
                self.kitchen.unpick(order)
                return part
        return None

    def _take(self, chef: int, part: Part) -> None:
        self._log(f.Resumed(self._loop.time(), chef, part.dish.number, part.number))
        part.chef = chef
        self.run(part)

    def run(self, part: Part) -> None:
        """Run the part's step with the chef it has."""
        loop, kitchen, dish = self._loop, self.kitchen, part.dish
        if loop.time() == self._moment:
            self._count_step(dish)
        else:
            self._moment, self._steps = loop.time(), 0
        if part.staring:
            part.staring = False
            self._log(f.Resumed(loop.time(), part.chef, dish.number, part.number))
        dish.begun = True
        assert part.step is not None
        callback, args, context = part.step
        part.step = None
        kitchen.running = part
        until = loop.run_step(callback, args, context)
        kitchen.running = None
        if part.held:
            return
        if until > loop.time():
            loop.push(until, part.finish)
        else:
            self.finish(part)

    def _count_step(self, dish: Dish) -> None:
        """A recipe that loops without ever letting time pass would go on for ever."""
        self._steps += 1
        if self._steps > STEPS_AT_ONCE + 100 * len(self.kitchen.dishes):
            raise RecipeError(
                f"{dish.label} never ends: it takes step after step and no kitchen time goes by"
            )

    def finish(self, part: Part) -> None:
        """The step's work is done and the chef's hands are at rest."""
        chef, dish = part.chef, part.dish
        part.chef = 0
        if part.task.done():
            dish.parts.pop(part.task, None)
        if self.stay:
            self._finish_staying(part, chef)
            return
        self._log(f.Left(self._loop.time(), chef, dish.number, part.number))
        if part.step is not None:
            self.ready(part)
        self._set_free(chef)

    def _set_free(self, chef: int) -> None:
        heapq.heappush(self._free, chef)
        if self.queue:
            self.wake()
        self.kitchen.check_closed()

    def _finish_staying(self, part: Part, chef: int) -> None:
        dish = part.dish
        now = self._loop.time()
        if part.step is not None:
            self._log(f.Ready(now, dish.number, part.number))
            dish.todo.append(part)
        if dish.todo or dish.over:
            self._log(f.Left(now, chef, dish.number, part.number))
            self._next(dish)
        else:
            dish.idle = True
            self._log(f.Stares(now, chef, dish.number, part.number, ""))

    def _next(self, dish: Dish) -> None:
        """The dish's own chef takes its next part, or is free if the dish is over."""
        if dish.todo:
            self._take(dish.chef, dish.todo.popleft())
        else:
            chef, dish.chef = dish.chef, 0
            self._set_free(chef)
