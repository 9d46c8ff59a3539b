"""The brigade: the chefs of one kitchen and the one queue of steps that want a chef.

Invariants: a chef does one thing at a time; a raised hand is in the queue exactly once; while a
hand is up that the policy would serve, no chef is free once the moment has settled.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from heapq import heappop, heappush

from kitchen.loop.loop import KitchenLoop
from kitchen.sim.facts import Fact, Left, Ready, Stares
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.work.dish import Dish, DishPart
from kitchen.sim.work.endless import StepsAtOnce
from kitchen.sim.work.picking import Picking
from kitchen.sim.work.readyqueue import Queue
from kitchen.sim.work.tally import Tally


class Brigade:
    """``chefs`` chefs who leave: each takes one step of a task, which ``queue`` chooses, and is
    free when its work is done. ``over`` is called when a chef comes to rest and no order is open.

    All of a shift goes through these few methods, so they look attributes up once and call little.
    """

    stay = False

    def __init__(
        self,
        loop: KitchenLoop,
        log: Callable[[Fact], None],
        tally: Tally,
        chefs: int,
        queue: Queue,
        over: Callable[[], object],
    ) -> None:
        self.loop = loop
        self.log = log
        self.chefs = chefs
        self.queue = queue
        self.running: DishPart | None = None
        """The part whose step is under way."""
        self.picking = Picking(loop, log)
        self.food = SlowTime()
        """How fast what is done goes off."""
        self._picked = self.picking.hands
        self._tally = tally
        self._over = over
        self._free = list(range(1, chefs + 1))
        self._waking = False
        self._call_dispatch = partial(loop.call_settled, self._dispatch)
        self._at_once = StepsAtOnce()

    @property
    def at_rest(self) -> bool:
        return len(self._free) == self.chefs

    @property
    def could_begin(self) -> bool:
        """Whether a hand is up and a chef is free."""
        return bool(self._free and self.queue.raised)

    def ready(self, part: DishPart) -> None:
        """The part's next step is ready: up goes the hand, for one of the chefs who are free."""
        log, push = self.log, self.queue.push
        part.since = now = self.loop.now
        log(Ready(now, part.order, part.number))
        push(part)
        if self._picked:
            self.picking.up(part)
        if self._free and not self._waking:
            self._waking, call_dispatch = True, self._call_dispatch
            call_dispatch()

    def lower(self, part: DishPart) -> None:
        """The part, whose hand is up, wants no chef any more."""
        self.queue.discard(part)
        self.picking.down(part)

    def wake(self) -> None:
        """See, once this moment has settled, whether a free chef can take a step."""
        if self._free and self.queue.raised and not self._waking:
            self._waking, call_dispatch = True, self._call_dispatch
            call_dispatch()

    def _dispatch(self) -> None:
        self._waking = False
        free, queue = self._free, self.queue
        if not free or not queue.raised:
            return
        part = (self._take_picked() if self._picked else None) or queue.pop()
        if part is None:
            return
        if self._picked:
            self.picking.down(part)
        chef = heappop(free)
        if free and queue.raised:
            self.wake()
        if self.stay:
            self.keep(chef, part)
        else:
            part.take(chef)

    def keep(self, chef: int, part: DishPart) -> None:
        """A chef who was free takes the part's step, and stays with its dish."""
        raise NotImplementedError

    def _take_picked(self) -> DishPart | None:
        """The hand that the player picked first, of those that are up."""
        part = self.picking.first()
        if part is not None:
            self.lower(part)
            self.picking.unpick(part.order)
        return part

    def know_hands(self, dish: Dish) -> None:
        """The dish is picked: from now on its hands are told apart from all others."""
        if dish.order in self._picked:
            return
        hands = [part for part in dish.parts if part.state == "raised"]
        if len(hands) > 1:  # in the order in which they went up
            hands = [part for part in self.queue.hands() if part.order == dish.order]
        self.picking.know(dish.order, hands)

    def rest(self, part: DishPart, chef: int) -> None:
        """The part's step is done, and so is the work that it made: that chef has left it."""
        log = self.log
        log(Left(self.loop.now, chef, part.order, part.number))
        if part.state == "raised":
            self.ready(part)
        self.set_free(chef)

    def set_free(self, chef: int) -> None:
        heappush(self._free, chef)
        if self.queue.raised:
            self.wake()
        if not self._tally.open_orders:
            self._over()

    def no_time_passes(self, part: DishPart) -> None:
        """A step may follow without kitchen time going by. Raises `RecipeError` for a recipe that
        loops like this for ever."""
        self._at_once.count(part)


class StayingBrigade(Brigade):
    """Chefs who stay: one who takes a dish keeps it until it is over, and its parts take turns."""

    stay = True

    _turning = False

    def ready(self, part: DishPart) -> None:
        """The part's next step is ready. It waits for the chef whom its dish has; a dish that has
        none, because it begins or because a callback of the recipe began a task after its end,
        wants one of those who are free."""
        dish = part.dish
        if not dish.keeper:
            Brigade.ready(self, part)
            return
        self._put_on_list(dish, part)
        part.since = now = self.loop.now
        self.log(Ready(now, part.order, part.number))
        if dish.idle:
            dish.idle = False
            self.loop.call_backstage(lambda: self._turn(dish))

    def _put_on_list(self, dish: Dish, part: DishPart) -> None:
        if dish.todo is None:
            dish.todo = deque()
        dish.todo.append(part)

    def keep(self, chef: int, part: DishPart) -> None:
        dish = part.dish
        dish.keeper = chef
        self._turning = True
        part.take(chef)
        self._turning = False
        if not (part.chef or dish.idle):
            self._turn(dish)

    def _turn(self, dish: Dish) -> None:
        """The dish's own chef takes the parts that wait for that, or is free if it is over."""
        self._turning = True
        while dish.todo:
            part = dish.todo.popleft()
            part.take(dish.keeper)
            if part.chef or dish.idle:
                break
        else:
            self._let_go(dish)
        self._turning = False

    def _let_go(self, dish: Dish) -> None:
        chef, dish.keeper = dish.keeper, 0
        self.set_free(chef)

    def rest(self, part: DishPart, chef: int) -> None:
        """The part's chef turns to the next part, or stares at the dish until there is one."""
        dish, now, log = part.dish, self.loop.now, self.log
        if part.state == "raised":
            log(Ready(now, part.order, part.number))
            self._put_on_list(dish, part)
        if not (dish.todo or dish.over):
            dish.idle = True
            log(Stares(now, chef, part.order, part.number, ""))
            return
        log(Left(now, chef, part.order, part.number))
        if self._turning:
            return  # `_turn` goes on: a recursion might run out of stack
        if dish.todo:
            self._turn(dish)
        else:
            self._let_go(dish)
