"""A kitchen: one brigade that works through the orders of one shift on a kitchen loop.

Any number of kitchens can share a loop; they share its time and nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import cached_property
from heapq import heappush
from types import CoroutineType
from typing import Any

from kitchen.errors import KitchenError, ShiftError
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.schedule import IN_WORDS
from kitchen.plain import INFINITY
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST
from kitchen.sim.commands import AnyCommand, Assist, Pick, PickAt, SetPolicy, Unpick
from kitchen.sim.facts import Ordered, Served
from kitchen.sim.log import Log
from kitchen.sim.plan import PlanStep, hands_of
from kitchen.sim.policy import PLAYER, Policy, policy_name
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.payment import payment
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.work.brigade import Brigade, StayingBrigade
from kitchen.sim.work.cook import cook_at
from kitchen.sim.work.dish import Dish, DishPart
from kitchen.sim.work.endless import Headway
from kitchen.sim.work.mishaps import Mishaps
from kitchen.sim.work.patience import Patience
from kitchen.sim.work.readyqueue import ByKey, Fifo, Queue, make_queue
from kitchen.sim.work.station import Station
from kitchen.sim.work.tally import Tally
from kitchen.sim.work.timer import keep_anew

Plans = Callable[[], Mapping[Recipe, tuple[PlanStep, ...]]]


class Kitchen:
    """A kitchen with the orders of ``shift`` for ``seed``; `open` it before the loop runs.

    ``plans`` gives each recipe's undisturbed course (see `kitchen.runs.courses.courses`); it
    is asked for only by a policy that needs it. ``policies`` are functions that a `SetPolicy` may
    name.
    ``done`` is a future: the makespan, or the error that ended it.
    """

    def __init__(
        self,
        loop: KitchenLoop,
        shift: Shift,
        mode: Mode,
        seed: int = 0,
        policy: str | Policy = "fifo",
        plans: Plans = dict,
        policies: Mapping[str, Policy] | None = None,
    ) -> None:
        self.loop = loop
        self.shift = shift
        self.cook = cook_at(shift.pace, frozenset(shift.prepped))
        """Makes the cook of each dish."""
        self.mode = mode
        self.seed = seed
        self.facts = Log()
        self.log = self.facts.add
        self.stations = {
            kind: Station(kind, places, self.log) for kind, places in shift.stations.items()
        }
        self._plans = plans
        self._policies = dict(policies or {})
        self.policy = policy_name(policy)
        self._orders = shift.orders_for(seed)
        self.tally = Tally(len(self._orders))
        brigade = StayingBrigade if mode.stay else Brigade
        self.brigade = brigade(
            loop, self.log, self.tally, mode.chefs, make_queue(policy, loop.time), self.check_closed
        )
        self.picking = self.brigade.picking
        self.food = self.brigade.food
        self.guests = SlowTime()
        """How fast their patience goes by."""
        self.dishes: dict[int, Dish] = {}
        """Those that are being made, by order."""
        self.patience = Patience(loop, self.dishes)
        self.commands: list[tuple[float, AnyCommand]] = []
        """What the player did, and when: enough to see it all again."""
        self.done: asyncio.Future[float] = asyncio.Future(loop=loop)
        self.headway = Headway(self)
        self.nobody_comes = False
        """Whether those who have not ordered yet stay away: what would be without them?"""
        self.closing: Dish | None = None
        """Whose coroutine is being closed, in `sweep`."""
        self.unclosed: list[object] = []
        """Coroutines that `sweep` could not close, or has not. They begin again, wherever they
        stopped, when Python collects them."""

    @property
    def running(self) -> DishPart | None:
        """The part whose step is under way."""
        return self.brigade.running

    def tell(self, log: Callable[[f.Fact], None]) -> None:
        """What is done goes through ``log`` from now on, which adds it to `facts`. To be said
        before it opens."""
        self.log = self.brigade.log = log
        for station in self.stations.values():
            station.log = log

    def open(self) -> None:
        """Let the orders come in."""
        Mishaps.watch(self)
        mode, shift = self.mode, self.shift
        self.loop.checks.append(self.headway.check)
        self.log(
            f.Opened(
                self.loop.now,
                shift.name,
                self.seed,
                mode.name,
                mode.chefs,
                mode.attention,
                self.policy,
                dict(shift.stations),
                float(shift.wage),
            )
        )
        if shift.closes is not None:
            self.loop.push(float(shift.closes), self._close_doors)
        if self._orders:
            self.loop.push_with(self._orders[0].at, _arrive, self)
        else:
            self.loop.call_backstage(self.check_closed)

    # -- orders --------------------------------------------------------------------------------

    @property
    def first_order(self) -> float:
        """When the first guest comes in; 0 if nobody ever does."""
        return self._orders[0].at if self._orders else 0.0

    @property
    def next_order(self) -> float:
        """When the next guest comes in; infinity: all have come."""
        come = self.tally.orders
        return self._orders[come].at if come < len(self._orders) else INFINITY

    @property
    def last_order(self) -> float:
        """When the last guest comes in, or came; 0 if nobody ever does."""
        return self._orders[-1].at if self._orders else 0.0

    def _arrive(self) -> None:
        """Take in every order that is due, and come back for the next."""
        if self.nobody_comes:
            return
        loop, log, orders = self.loop, self.log, self._orders
        now = loop.now
        while (number := self.tally.orders) < len(orders):
            order = orders[number]
            if order.at > now:
                heappush(loop.heap, (order.at, loop.serial(), _arrive, self))
                break
            self.tally.orders = number = number + 1
            recipe, patience = order.recipe, order.waits
            self.dishes[number] = dish = Dish(self, number, recipe, patience, now)
            log(Ordered(now, number, recipe.name, recipe.title, recipe.cents, patience))
            if patience is not None:
                self._wait_for(dish)
            dish.start()
            if (rail := self.shift.rail) is not None and self._overflows(rail):
                log(f.RailFull(now, number))
                dish.walk_out()

    def _wait_for(self, dish: Dish) -> None:
        """Its guest leaves when their patience ends."""
        if (deadline := dish.deadline) < INFINITY:
            self.patience.ends(max(self.loop.now, deadline), dish.order)

    def _overflows(self, rail: int) -> bool:
        """Whether more guests are there than a rail has room for, and do not wait for ever."""
        if self.guests.times == INFINITY:
            return False
        to_come = len(self._orders) - self.tally.orders
        return self.tally.guests - to_come > rail

    def dish_over(self, dish: Dish) -> None:
        """The dish has nothing left to do. Its customer, if still there, eats, pays and goes."""
        now, log, tally, order = self.loop.now, self.log, self.tally, dish.order
        if dish.outcome is None:
            dish.outcome = "served"
            paid, tip = self._payment(dish, now)
            tally.paid += paid
            tally.tips += tip
            tally.by_outcome["served"] += 1
            tally.guests -= 1
            if not tally.guests:
                self._see_what_is_left()
            log(Served(now, order, dish.quality, paid, tip))
        else:
            log(f.Cleared(now, order))
        del self.dishes[order]
        tally.worked += dish.worked
        if self.picking.hands:
            self.picking.over(order)
        tally.open_orders -= 1
        if not tally.open_orders:
            self.loop.call_backstage(self.check_closed)

    def _payment(self, dish: Dish, now: float) -> tuple[int, int]:
        """What is paid and tipped for it, in cents."""
        recipe, quality = dish.recipe, dish.quality
        if quality == 1.0 and dish.patience is None:
            return recipe.full
        return payment(recipe.cents, quality, dish.patience_left(now))

    def guest_gone(self) -> None:
        """One guest less will pay."""
        self.tally.guests -= 1
        if not self.tally.guests:
            self._see_what_is_left()

    def _see_what_is_left(self) -> None:
        """With nothing left to earn, the chefs clear what still stands there without waiting for
        the player, so that the kitchen closes."""
        if not self.tally.guests and self.policy == PLAYER:
            self._decide_by(Fifo())

    def _close_doors(self) -> None:
        """Closing time: whoever is not served, or not yet here, is turned away."""
        to_come = self._orders[self.tally.orders :]
        del self._orders[self.tally.orders :]
        self.tally.open_orders -= len(to_come)
        self.tally.guests -= len(to_come)
        for dish in list(self.dishes.values()):
            dish.turn_away()
        self._see_what_is_left()
        self.check_closed()

    def check_closed(self) -> None:
        """Close the kitchen if every order has ended and all hands are at rest."""
        if not self.tally.open_orders and self.brigade.at_rest and not self.done.done():
            now = self.loop.now
            self.log(f.Closed(now, now))
            self.done.set_result(now)

    def fail(self, error: KitchenError) -> None:
        """Something is wrong with the recipe or the policy: the shift cannot go on."""
        if not self.done.done():
            self.done.set_exception(error)

    def planned_hands(self, recipe: Recipe) -> float:
        """Hands-on seconds of a recipe, if all goes as planned; infinity: nobody knows."""
        return self._hands.get(recipe, INFINITY)

    def learn(self) -> None:
        """Get the plans now: rehearsals cannot be held while the loop runs."""
        _ = self._courses

    @cached_property
    def _courses(self) -> Mapping[Recipe, tuple[PlanStep, ...]]:
        return self._plans()

    @cached_property
    def _hands(self) -> Mapping[Recipe, float]:
        return {recipe: hands_of(plan) for recipe, plan in self._courses.items()}

    # -- commands ------------------------------------------------------------------------------

    def command(self, command: AnyCommand, at: float | None = None) -> None:
        """Do what the player wants, now or at ``at``, after all timers of that moment.

        A command that makes no sense any more (the order has ended) does nothing, and one to a
        kitchen that has closed is not even written down. Raises `ShiftError` for a time at which
        no kitchen is open.
        """
        if at is not None and not at <= LATEST:
            raise ShiftError(f"a command comes at {LATEST:g} s at most, not at {at!r}")
        self.loop.call_command(lambda: self._apply(command), None if at is None else float(at))

    def _apply(self, command: AnyCommand) -> None:
        if self.done.done():
            return
        self.commands.append((self.loop.now, command))
        if isinstance(command, Pick | PickAt):
            self._pick(command)
        elif isinstance(command, Unpick) and command.order in self.picking.line:
            self.picking.unpick(command.order)
        elif isinstance(command, SetPolicy) and command.policy != self.policy:
            self._change_policy(command.policy)
        elif isinstance(command, Assist):
            self._assist(command)
        self.brigade.wake()

    def takes_pick(self, order: int) -> bool:
        """Whether it could be picked now. A dish whose chef stays needs no second one."""
        dish = self.dishes.get(order)
        return dish is not None and not (self.brigade.stay and dish.keeper)

    def _pick(self, command: Pick | PickAt) -> None:
        """Pick a dish that may want a chef some time."""
        if not self.takes_pick(command.order):
            return
        dish = self.dishes[command.order]
        self.brigade.know_hands(dish)
        if isinstance(command, Pick):
            self.picking.pick(command.order)
        elif command.place > 0:
            self.picking.pick_at(command.order, command.place)

    def _change_policy(self, policy: str) -> None:
        self._decide_by(make_queue(self._policies.get(policy, policy), self.loop.time))
        self.policy = policy
        self._see_what_is_left()
        self.log(f.PolicyChanged(self.loop.now, policy))

    def _assist(self, command: Assist) -> None:
        hold, patience = command.hold, command.patience
        waits = INFINITY if patience is None else patience
        if (hold, waits) == (self.food.times, self.guests.times):
            return
        now = self.loop.now
        self.log(f.Assisted(now, float(hold), None if patience is None else float(patience)))
        self.food.slow(now, hold)
        self.guests.slow(now, waits)
        for dish in self.dishes.values():
            if dish.outcome is None:
                self._wait_for(dish)
            for part in dish.parts:
                keep_anew(dish, part)
        if isinstance(self.brigade.queue, ByKey):  # by times that have changed
            self._decide_by(make_queue(self.policy, self.loop.time))

    def _decide_by(self, queue: Queue) -> None:
        """From now on this queue chooses among the hands that are up."""
        for part in self.brigade.queue.hands():
            queue.push(part)
        self.brigade.queue = queue
        self.brigade.wake()

    # -- the end -------------------------------------------------------------------------------

    def sweep(self, enough: Callable[[], bool] = lambda: False) -> None:
        """Drop the tasks that are left on the loop, without a word: the kitchen was left.

        Their coroutines are closed, which runs what recipes have in ``finally``, until ``enough``
        says so. Raises KeyboardInterrupt if that came meanwhile; all is dropped all the same.
        On a loop that is closed there is nothing left to drop.
        """
        if self.loop.is_closed():
            return
        if self.headway.check in self.loop.checks:
            self.loop.checks.remove(self.headway.check)
        self.facts.close()
        self.done.cancel()
        self.brigade.running = None
        stopped: list[BaseException] = []
        for task, dish in self._left_over().items():
            task._log_destroy_pending = False  # type: ignore[attr-defined]
            if task.done():
                _ = task.cancelled() or task.exception()
                continue
            self.closing = dish
            coroutine = task.get_coro()
            if stopped or enough() or not _closed(coroutine, stopped):
                self.unclosed.append(coroutine)
        self.closing = None
        self.dishes.clear()
        if self.done.done() and not self.done.cancelled():
            self.done.exception()
        if stopped:
            raise stopped[0]

    def _left_over(self) -> dict[asyncio.Task[Any], Dish | None]:
        """The tasks on the loop, and the dish of each, if it has one."""
        parts = [part for dish in self.dishes.values() for part in dish.parts]
        tasks = {part.task: part.dish for part in parts if hasattr(part, "task")}  # else: Ctrl-C
        return dict.fromkeys(asyncio.all_tasks(self.loop)) | tasks


def _closed(coroutine: Any, stopped: list[BaseException]) -> bool:
    """Close it, what it awaits first; return whether it is closed. Some refuse."""
    chain = [coroutine]
    while isinstance(awaited := getattr(chain[-1], "cr_await", None), CoroutineType):
        chain.append(awaited)
    for one in reversed(chain):
        _close(one, stopped)
        if getattr(one, "cr_frame", None) is not None:
            _close(one, stopped)  # a task group waits for its tasks once, and then no more
    return getattr(coroutine, "cr_frame", None) is None


def _close(coroutine: Any, stopped: list[BaseException]) -> None:
    try:
        coroutine.close()
    except KeyboardInterrupt as stop:
        stopped.append(stop)
    except BaseException:
        pass


_arrive = Kitchen._arrive
IN_WORDS[_arrive] = lambda kitchen: f"order {kitchen.tally.orders + 1} comes in"
