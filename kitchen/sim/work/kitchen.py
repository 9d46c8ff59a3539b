"""A kitchen: one brigade that works through the orders of one shift on a kitchen loop.

Any number of kitchens can share a loop; they share its time and nothing else.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from heapq import heappush
from math import fsum
from typing import TYPE_CHECKING, Any

from kitchen.errors import KitchenError, RecipeError, ShiftError
from kitchen.loop.loop import KitchenLoop
from kitchen.plain import INFINITY
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST, MOST_FACTS
from kitchen.sim.commands import AnyCommand, Pick, PickAt, SetPolicy, Unpick
from kitchen.sim.facts import Ordered, Served
from kitchen.sim.log import Log
from kitchen.sim.payment import payment
from kitchen.sim.picks import Picks
from kitchen.sim.policy import Policy, make_queue, policy_name
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.brigade import Brigade, StayingBrigade
from kitchen.sim.work.cook import cook_at
from kitchen.sim.work.dish import Dish
from kitchen.sim.work.mishaps import Mishaps
from kitchen.sim.work.part import Part
from kitchen.sim.work.station import Station

if TYPE_CHECKING:
    from kitchen.sim.plan import PlanStep

FACTS_IN_VAIN = 1_000_000
"""Facts while no order comes or ends, from which on a dish is called endless: a hundred thousand
tasks with a timer each. More than two thousand dishes that are being made at once may have
`FACTS_A_DISH` each."""

FACTS_A_DISH = 500

Plans = Callable[[], Mapping[Recipe, "tuple[PlanStep, ...]"]]


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
        self.cook = cook_at(shift.pace)
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
        self.picks = Picks()
        brigade = StayingBrigade if mode.stay else Brigade
        self.brigade = brigade(self, mode.chefs, make_queue(policy, self._hands_left, loop.time))
        self.dishes: dict[int, Dish] = {}
        """Those that are being made, by order."""
        self.commands: list[tuple[float, AnyCommand]] = []
        """What the player did, and when: enough to see it all again."""
        self.done: asyncio.Future[float] = asyncio.Future(loop=loop)
        self.counts = {"served": 0, "burnt": 0, "walked_out": 0, "turned_away": 0}
        """Orders by outcome, and what burnt."""
        self.paid = self.tips = 0
        """Cents."""
        self.worked = 0.0
        """Hands-on seconds."""
        self._orders = shift.orders_for(seed)
        self._arrived = 0
        self.open_orders = len(self._orders)
        self.timers = 0
        """Timers set so far."""
        self.sides = 0
        """Tasks that recipes have started and that have not ended."""
        self.most_facts = MOST_FACTS
        """Beyond which the shift is ended."""
        self._progress = (0, 0, 0)
        self.closing: Dish | None = None
        """Whose coroutine is being closed, in `sweep`."""
        self.unclosed: list[object] = []
        """Coroutines that `sweep` could not close, or has not. They begin again, wherever they
        stopped, when Python collects them."""

    @property
    def running(self) -> Part | None:
        """The part whose step is under way."""
        return self.brigade.running

    def open(self) -> None:
        """Let the orders come in."""
        Mishaps.watch(self)
        mode, shift = self.mode, self.shift
        self.loop.checks.append(self._check_progress)
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

    def _arrive(self) -> None:
        """Take in every order that is due, and come back for the next."""
        loop, log, orders = self.loop, self.log, self._orders
        now, number = loop.now, self._arrived
        while number < len(orders):
            order = orders[number]
            if order.at > now:
                heappush(loop.heap, (order.at, loop.serial(), _arrive, self))
                break
            self._arrived = number = number + 1
            recipe, patience = order.recipe, order.waits
            self.dishes[number] = dish = Dish(self, number, recipe, patience, now)
            log(Ordered(now, number, recipe.name, recipe.title, recipe.cents, patience))
            if patience is not None:
                loop.push(now + patience, dish.give_up)
            dish.start()

    @property
    def orders(self) -> int:
        """Orders that have come in so far."""
        return self._arrived

    def count(self, outcome: str) -> None:
        self.counts[outcome] += 1

    def dish_over(self, dish: Dish) -> None:
        """The dish has nothing left to do. Its customer, if still there, eats, pays and goes."""
        now, log, order = self.loop.now, self.log, dish.order
        if dish.outcome is None:
            dish.outcome = "served"
            paid, tip = self._payment(dish, now)
            self.paid += paid
            self.tips += tip
            self.counts["served"] += 1
            log(Served(now, order, dish.quality, paid, tip))
        else:
            log(f.Cleared(now, order))
        del self.dishes[order]
        self.worked += dish.worked
        if order in self.brigade.picked.of_order:
            self._unpick_all(order)
        self.open_orders -= 1
        if not self.open_orders:
            self.loop.call_backstage(self.check_closed)

    def _payment(self, dish: Dish, now: float) -> tuple[int, int]:
        """What is paid and tipped for it, in cents."""
        recipe, patience = dish.recipe, dish.patience
        left = 1.0 if patience is None else max(0.0, 1.0 - (now - dish.placed) / patience)
        if dish.quality == 1.0 == left:
            return recipe.full
        return payment(recipe.cents, dish.quality, left)

    def _close_doors(self) -> None:
        """Closing time: whoever is not served, or not yet here, is turned away."""
        self.open_orders -= len(self._orders) - self._arrived
        del self._orders[self._arrived :]
        for dish in list(self.dishes.values()):
            dish.turn_away()
        self.check_closed()

    def check_closed(self) -> None:
        """Close the kitchen if every order has ended and all hands are at rest."""
        if not self.open_orders and self.brigade.at_rest and not self.done.done():
            now = self.loop.now
            self.log(f.Closed(now, now))
            self.done.set_result(now)

    def _check_progress(self) -> None:
        """Facts may come and come, and no order ends: some recipe goes round in a circle."""
        if self.done.done():
            return
        facts = len(self.facts.decided)
        if facts > self.most_facts:
            self.fail(self._full(facts))
        arrived, open_orders, since = self._progress
        if (arrived, open_orders) != (self._arrived, self.open_orders):
            self._progress = (self._arrived, self.open_orders, facts)
        elif facts - since > max(FACTS_IN_VAIN, FACTS_A_DISH * len(self.dishes)):
            self.fail(self._endless(self.facts.decided[since:]))

    def _full(self, facts: int) -> ShiftError:
        return ShiftError(
            f"the log is full: {facts} facts at {self.loop.now:,.0f} s, and {self.open_orders} "
            "orders are still open; let fewer come, or dishes take fewer steps"
        )

    def _endless(self, facts: list[f.Fact]) -> RecipeError:
        """Blames the dish with the most of these facts."""
        orders = (getattr(fact, "order", None) for fact in facts)
        counted = Counter(order for order in orders if order in self.dishes)
        dish = self.dishes[counted.most_common(1)[0][0]]
        return RecipeError(
            f"{dish.label} never ends: at {self.loop.now:,.0f} s it still takes step after step, "
            f"and no order comes or ends ({dish.recipe.where})"
        )

    def fail(self, error: KitchenError) -> None:
        """Something is wrong with the recipe or the policy: the shift cannot go on."""
        if not self.done.done():
            self.done.set_exception(error)

    def _hands_left(self, part: Part) -> float:
        return self._hands.get(part.dish.recipe, INFINITY) - part.dish.worked

    def learn(self) -> None:
        """Get the plans now: rehearsals cannot be held while the loop runs."""
        _ = self._courses

    @cached_property
    def _courses(self) -> Mapping[Recipe, tuple[PlanStep, ...]]:
        return self._plans()

    @cached_property
    def _hands(self) -> Mapping[Recipe, float]:
        """Hands-on seconds of each recipe, where they can be known. `sum` would not add alike on
        every Python."""
        return {
            recipe: fsum(step.seconds for step in plan if step.kind == "hands")
            for recipe, plan in self._courses.items()
            if plan
        }

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
        now = self.loop.now
        self.commands.append((now, command))
        if isinstance(command, Pick) and self._pickable(command.order):
            self._pick(command.order)
        elif isinstance(command, PickAt) and self._pickable(command.order) and command.place > 0:
            self._pick_at(command.order, command.place)
        elif isinstance(command, Unpick) and command.order in self.picks:
            self.unpick(command.order)
        elif isinstance(command, SetPolicy) and command.policy != self.policy:
            self._change_policy(command.policy)
        self.brigade.wake()

    def _pickable(self, order: int) -> bool:
        """Whether the dish may want a chef some time. One who stays needs no second one."""
        dish = self.dishes.get(order)
        return dish is not None and not (self.brigade.stay and dish.keeper)

    def _pick(self, order: int) -> None:
        self.picks.append(order)
        self.log(f.Picked(self.loop.now, order))
        self.brigade.know_hands(self.dishes[order])
        self.brigade.picked.picked(order)

    def _pick_at(self, order: int, place: int) -> None:
        picks = self.picks
        before = picks.place(order)
        place = min(place, len(picks) + (not before))
        if before:
            if before <= place and all(picks[i] == order for i in range(before, place)):
                return  # it stands there already
            picks.remove(order)
        picks.insert(place, order)
        self.log(f.PickedAt(self.loop.now, order, place))
        self.brigade.know_hands(self.dishes[order])
        self.brigade.picked.picked(order)

    def unpick(self, order: int) -> None:
        """A pick has been used or taken back."""
        self.picks.remove(order)
        self.log(f.Unpicked(self.loop.now, order))
        self.brigade.picked.picked(order)

    def _unpick_all(self, order: int) -> None:
        """The order is over."""
        self.brigade.picked.over(order)
        while order in self.picks:
            self.unpick(order)

    def _change_policy(self, policy: str) -> None:
        queue = make_queue(self._policies.get(policy, policy), self._hands_left, self.loop.time)
        for part in self.brigade.queue.hands():
            queue.push(part)
        self.brigade.queue = queue
        self.policy = policy
        self.log(f.PolicyChanged(self.loop.now, policy))

    # -- the end -------------------------------------------------------------------------------

    def sweep(self, enough: Callable[[], bool] = lambda: False) -> None:
        """Drop the tasks that are left on the loop, without a word: the kitchen was left.

        Their coroutines are closed, which runs what recipes have in ``finally``, until ``enough``
        says so. Raises KeyboardInterrupt if that came meanwhile; all is dropped all the same.
        On a loop that is closed there is nothing left to drop.
        """
        if self.loop.is_closed():
            return
        if self._check_progress in self.loop.checks:
            self.loop.checks.remove(self._check_progress)
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
    """Close it; return whether it is closed. Some refuse."""
    try:
        coroutine.close()
    except KeyboardInterrupt as stop:
        stopped.append(stop)
    except BaseException:
        pass
    return getattr(coroutine, "cr_frame", None) is None


_arrive = Kitchen._arrive
