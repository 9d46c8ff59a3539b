"""The brigade: the chefs of one kitchen and the one queue of steps that want a chef.

Invariants: a chef does one thing at a time; a raised hand is in the queue exactly once; while a
hand is up that the policy would serve, no chef is free once the moment has settled.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from kitchen.errors import RecipeError
from kitchen.loop.await_chain import UNKNOWN, waiting_line
from kitchen.sim.facts import Left, Ready, Stares
from kitchen.sim.policy import Queue
from kitchen.sim.work.dish import Dish
from kitchen.sim.work.part import Part
from kitchen.sim.work.picked import PickedHands

if TYPE_CHECKING:
    from kitchen.sim.work.kitchen import Kitchen


STEPS_AT_ONCE = 300_000
"""Steps at one moment of kitchen time before a brigade calls a recipe endless."""

STEPS_OF_A_PART = 20_000
"""As many of a single part are too many: it polls."""

MOMENT = 0.001
"""Seconds of kitchen time within which it counts as standing still: with ``asyncio.sleep(1e-9)`` a
recipe polls as well."""


class Brigade:
    """``chefs`` chefs who leave: each takes one step of a task, which ``queue`` chooses, and is
    free when its work is done.

    All of a shift goes through these few methods, so they look attributes up once and call little.
    """

    def __init__(self, kitchen: Kitchen, chefs: int, queue: Queue) -> None:
        self.kitchen = kitchen
        self.stay = kitchen.mode.stay
        self.chefs = chefs
        self.queue = queue
        self.running: Part | None = None
        """The part whose step is under way."""
        self._free = list(range(1, chefs + 1))
        self.picked = PickedHands(kitchen.picks)
        self._picked_hands = self.picked.of_order
        self.loop = kitchen.loop
        self._call_settled = kitchen.loop.call_settled
        self.log = kitchen.log
        self._waking = False
        self._moment = -1.0
        self._steps = 0
        self._of_part: dict[Part, int] = {}
        """The steps of each part at this moment, once there are many."""

    @property
    def at_rest(self) -> bool:
        return len(self._free) == self.chefs

    @property
    def could_begin(self) -> bool:
        """Whether a hand is up and a chef is free."""
        return bool(self._free and self.queue.raised)

    def raise_hand(self, part: Part) -> None:
        """The part wants a chef of those who are free."""
        log, push = self.log, self.queue.push
        part.since = now = self.loop.now
        log(Ready(now, part.order, part.number))
        push(part)
        if self._picked_hands:
            self.picked.up(part)
        if self._free and not self._waking:
            self._waking = True
            call_settled = self._call_settled
            call_settled(self._dispatch)

    ready = raise_hand
    """The part's next step is ready."""

    def lower(self, part: Part) -> None:
        """The part, whose hand is up, wants no chef any more."""
        self.queue.discard(part)
        self.picked.down(part)

    def wake(self) -> None:
        """See, once this moment has settled, whether a free chef can take a step."""
        if not self._waking:
            self._waking = True
            self.loop.call_settled(self._dispatch)

    def _dispatch(self) -> None:
        self._waking = False
        free, queue = self._free, self.queue
        if not free or not queue.raised:
            return
        part = (self._picked() if self._picked_hands else None) or queue.pop()
        if part is None:
            return
        if self._picked_hands:
            self.picked.down(part)
        part.chef = heappop(free)
        part.taken = True
        if free and queue.raised:
            self.wake()
        if self.stay:
            self.keep(part)
        else:
            part.run()

    def keep(self, part: Part) -> None:
        """The part's chef stays with its dish."""
        raise NotImplementedError

    def _picked(self) -> Part | None:
        """The hand that the player picked first, of those that are up."""
        part = self.picked.first()
        if part is not None:
            self.lower(part)
            self.kitchen.unpick(part.order)
        return part

    def know_hands(self, dish: Dish) -> None:
        """The dish has been picked: from now on its hands are told apart from all others."""
        if dish.order in self._picked_hands:
            return
        hands = [part for part in dish.parts if part.hand_is_up]
        if len(hands) > 1:  # in the order in which they went up
            hands = [part for part in self.queue.hands() if part.order == dish.order]
        self.picked.know(dish.order, hands)

    def rest(self, part: Part) -> None:
        """The part's step is done, and so is the work that it made."""
        log, chef = self.log, part.chef
        part.chef = 0
        log(Left(self.loop.now, chef, part.order, part.number))
        if part.step is not None:
            self.ready(part)
        heappush(self._free, chef)
        if self.queue.raised and not self._waking:
            self._waking = True
            call_settled = self._call_settled
            call_settled(self._dispatch)
        if not self.kitchen.open_orders:
            self.kitchen.check_closed()

    def _set_free(self, chef: int) -> None:
        heappush(self._free, chef)
        if self.queue.raised and not self._waking:
            self._waking = True
            call_settled = self._call_settled
            call_settled(self._dispatch)
        if not self.kitchen.open_orders:
            self.kitchen.check_closed()

    def no_time_passes(self, part: Part) -> None:
        """A step may follow without kitchen time going by. A recipe that loops like this for ever
        ends the shift."""
        now = self.loop.now
        if now - self._moment > MOMENT:
            self._moment, self._steps = now, 0
            self._of_part.clear()
        self._steps += 1
        if self._steps > STEPS_OF_A_PART:
            self._count_of(part)

    def _count_of(self, part: Part) -> None:
        counts = self._of_part
        counts[part] = counts.get(part, 0) + 1
        if counts[part] > STEPS_OF_A_PART or self._steps > max(
            STEPS_AT_ONCE, 100 * len(self.kitchen.dishes)
        ):
            line = waiting_line(part.task)
            where = "" if line == UNKNOWN else f" ({line})"
            raise RecipeError(
                f"{part.dish.label} never ends: it takes step after step and no kitchen time goes "
                f"by{where}"
            )


class StayingBrigade(Brigade):
    """Chefs who stay: one who takes a dish keeps it until it is over, and its parts take turns."""

    _turning = False

    def ready(self, part: Part) -> None:
        """The part's next step is ready, and waits for the chef whom its dish has, or will have."""
        dish = part if isinstance(part, Dish) else part.dish
        if dish.over and not dish.keeper:  # a callback of the recipe began a task after all
            self.raise_hand(part)
            return
        self._put_on_list(dish, part)
        part.since = now = self.loop.now
        self.log(Ready(now, part.order, part.number))
        if dish.idle:
            dish.idle = False
            self.loop.call_backstage(lambda: self._turn(dish))

    def _put_on_list(self, dish: Dish, part: Part) -> None:
        if dish.todo is None:
            dish.todo = deque()
        dish.todo.append(part)

    def keep(self, part: Part) -> None:
        dish = part if isinstance(part, Dish) else part.dish
        dish.keeper = part.chef
        self._turning = True
        part.run()
        self._turning = False
        if not (part.chef or dish.idle):
            self._turn(dish)

    def _turn(self, dish: Dish) -> None:
        """The dish's own chef takes the parts that wait for that, or is free if it is over."""
        self._turning = True
        while dish.todo:
            part = dish.todo.popleft()
            part.chef = dish.keeper
            part.taken = True
            part.run()
            if part.chef or dish.idle:
                break
        else:
            chef, dish.keeper = dish.keeper, 0
            self._set_free(chef)
        self._turning = False

    def rest(self, part: Part) -> None:
        """The part's chef turns to the next part, or stares at the dish until there is one."""
        dish = part if isinstance(part, Dish) else part.dish
        chef = part.chef
        part.chef = 0
        now = self.loop.now
        if part.step is not None:
            self.log(Ready(now, part.order, part.number))
            self._put_on_list(dish, part)
        if not (dish.todo or dish.over):
            dish.idle = True
            self.log(Stares(now, chef, part.order, part.number, ""))
            return
        log = self.log
        log(Left(now, chef, part.order, part.number))
        if self._turning:
            return  # `_turn` goes on: a recursion might run out of stack
        if dish.todo:
            self._turn(dish)
        else:
            dish.keeper = 0
            self._set_free(chef)
