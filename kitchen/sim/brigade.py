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
from kitchen.sim.dish import Dish
from kitchen.sim.errors import RecipeError
from kitchen.sim.part import Part
from kitchen.sim.policy import Queue

if TYPE_CHECKING:
    from kitchen.sim.kitchen import Kitchen

STEPS_AT_ONCE = 100_000
"""Steps that a brigade takes at one instant before it calls a recipe endless."""


class Brigade:
    """``chefs`` chefs who stay or leave, and whose next step ``queue`` decides.

    All of a shift goes through these few methods, so they look attributes up once and call little.
    """

    def __init__(self, kitchen: Kitchen, chefs: int, stay: bool, queue: Queue) -> None:
        self.kitchen = kitchen
        self.chefs = chefs
        self.stay = stay
        self.queue = queue
        self.steps = 0
        """Steps begun so far."""
        self._free = list(range(1, chefs + 1))
        self._loop = kitchen.loop
        self._log = kitchen.log
        self._waking = False
        self._checked = (0, -1.0)

    @property
    def at_rest(self) -> bool:
        return len(self._free) == self.chefs

    def ready(self, part: Part) -> None:
        """The part raises its hand."""
        dish = part.dish
        part.since = now = self._loop.now
        self._log(f.Ready(now, dish.number, part.number))
        if self.stay and not self._claim(part):
            return
        self.queue.push(part)
        if self._free and not self._waking:
            self._waking = True
            self._loop.call_settled(self._dispatch)

    def _claim(self, part: Part) -> bool:
        """Where chefs stay: whether the dish needs one. If it has one, that is who will do it."""
        dish = part.dish
        dish.todo.append(part)
        if dish.chef:
            if dish.idle:
                dish.idle = False
                self._loop.call_backstage(lambda: self._next(dish))
            return False
        claims = not dish.claimed
        dish.claimed = True
        return claims

    def wake(self) -> None:
        """See, once this moment has settled, whether a free chef can take a step."""
        if not self._waking:
            self._waking = True
            self._loop.call_settled(self._dispatch)

    def _dispatch(self) -> None:
        self._waking = False
        free, kitchen = self._free, self.kitchen
        if not free:
            return
        part = (self._picked() if kitchen.picks else None) or self.queue.pop(self._loop.now)
        if part is None:
            return
        chef = heapq.heappop(free)
        if free and self.queue.raised:
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
        for order in self.kitchen.picks:
            part = self.queue.take(order)
            if part is not None:
                self.kitchen.unpick(order)
                return part
        return None

    def _take(self, chef: int, part: Part) -> None:
        self._log(f.Resumed(self._loop.now, chef, part.dish.number, part.number))
        part.chef = chef
        part.dish.begun = True
        self.run(part)

    def run(self, part: Part) -> None:
        """Run the part's step with the chef it has."""
        loop, kitchen = self._loop, self.kitchen
        self.steps += 1
        if not self.steps % STEPS_AT_ONCE:
            self._check_time_passes(part.dish)
        if part.staring:
            part.staring = False
            self._log(f.Resumed(loop.now, part.chef, part.dish.number, part.number))
        callback, args = part.step, part.args
        part.step = None
        kitchen.running = part
        if args is None:
            part.context.run(callback, part)  # type: ignore[arg-type]
        else:
            part.args = None
            part.context.run(callback, *args)  # type: ignore[arg-type]
        kitchen.running = None
        until = loop.clock
        loop.clock = loop.now
        if part.held:
            return
        if until != loop.now:
            loop.push(until, part.finish)
        else:
            self.finish(part)

    def _check_time_passes(self, dish: Dish) -> None:
        """A recipe that loops without ever letting time pass would go on for ever."""
        steps, moment = self._checked
        if moment == self._loop.now:
            if self.steps - steps > 100 * len(self.kitchen.dishes):
                raise RecipeError(
                    f"{dish.label} never ends: it takes step after step and no kitchen time goes by"
                )
        else:
            self._checked = (self.steps, self._loop.now)

    def finish(self, part: Part) -> None:
        """The step's work is done and the chef's hands are at rest."""
        dish = part.dish
        if part.task.done() and dish.part_done(part):
            self._loop.push(self._loop.clock, part.finish)  # the same hands go on a little
            self._loop.clock = self._loop.now
            return
        chef = part.chef
        part.chef = 0
        if self.stay:
            self._finish_staying(part, chef)
            return
        self._log(f.Left(self._loop.now, chef, dish.number, part.number))
        if part.step is not None:
            self.ready(part)
        self._set_free(chef)

    def _set_free(self, chef: int) -> None:
        heapq.heappush(self._free, chef)
        if self.queue.raised and not self._waking:
            self._waking = True
            self._loop.call_settled(self._dispatch)
        if not self.kitchen.open_orders:
            self.kitchen.check_closed()

    def _finish_staying(self, part: Part, chef: int) -> None:
        dish = part.dish
        now = self._loop.now
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
