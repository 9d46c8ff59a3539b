"""Patience: guests leave in time and in order, and the loop's own heap stays small."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Any
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import at, busy, cook, pot

from kitchen import KitchenLoop, Order, Shift, run
from kitchen.sim import facts as f
from kitchen.sim.work.patience import Patience

MOMENTS = st.integers(0, 8)


class Guest:
    def __init__(self, order: int, left: list[Any]) -> None:
        self.order, self.left = order, left

    def wait_no_longer(self) -> None:
        self.left.append(self.order)


class Plain:
    """As `Patience`, with all guests in the loop's heap: whoever was served leaves no trace."""

    def __init__(self, loop: KitchenLoop, dishes: dict[int, Any]) -> None:
        self.loop, self.dishes = loop, dishes

    def ends(self, when: float, order: int) -> None:
        self.loop.push_with(when, self.over, order)

    def over(self, order: int) -> None:
        if order in self.dishes:
            self.dishes[order].wait_no_longer()


def evening(kind: Any, comings: list[tuple[int, int, int]]) -> list[Any]:
    """What happens, in order: guests leave, and timers ring that were set when they came. Each has
    come, waits, and has been served, so many seconds later."""
    loop = KitchenLoop()
    dishes: dict[int, Any] = {}
    happened: list[Any] = []
    guests = kind(loop, dishes)

    def come(order: int, wait: int, served: int) -> None:
        dishes[order] = Guest(order, happened)
        loop.push(loop.now + served, lambda: dishes.pop(order))
        guests.ends(loop.now + wait, order)
        loop.push(loop.now + wait, lambda: happened.append(f"timer {order}"))

    for order, (comes, wait, served) in enumerate(comings):
        loop.push(comes, partial(come, order, wait, served))
    loop.push(100, loop.stop)
    loop.run_forever()
    return happened


@given(st.lists(st.tuples(MOMENTS, MOMENTS, MOMENTS), max_size=12))
def test_they_leave_as_if_all_were_in_the_loops_heap(comings: list[tuple[int, int, int]]) -> None:
    with mock.patch("kitchen.sim.work.patience.SPARE", 1):
        assert evening(Patience, comings) == evening(Plain, comings)


def test_a_crowd_that_waits_does_not_stand_in_the_loops_heap() -> None:
    loop = KitchenLoop()
    dishes: dict[int, Any] = {}
    left: list[int] = []
    guests, waits = Patience(loop, dishes), list(range(1000))
    Random(7).shuffle(waits)
    most = 0

    def look(order: int) -> None:
        nonlocal most
        most = max(most, len(loop.heap))
        if order % 2:
            del dishes[order]

    for order, wait in enumerate(waits):
        dishes[order] = Guest(order, left)
        guests.ends(10.0 + wait, order)
        if order % 100 == 0:
            loop.push(5.0, partial(look, order))
    loop.push(2000, loop.stop)
    loop.run_forever()
    assert left == sorted(range(1000), key=waits.__getitem__)
    assert most < 40


def test_who_was_served_is_forgotten_long_before_patience_would_have_ended() -> None:
    looked: list[int] = []

    async def look(cook: Any) -> None:
        cook.hands("look", 1)
        dish = cook._dish
        looked.extend((len(dish.loop.heap), len(dish.kitchen.patience._later)))

    with mock.patch("kitchen.sim.work.patience.SPARE", 20):
        shift = Shift([*(Order(2.0 * i, busy(1), 1e6) for i in range(500)), Order(1001, look)])
        assert run(shift).served == 501
    assert looked[0] < 5 and looked[1] < 25


def test_who_leaves_at_one_moment_does_so_in_the_order_of_coming() -> None:
    result = cook(*(at(i, pot(1, 500, 1), 100 - i) for i in range(5)), chefs=1)
    gone = [fact for fact in result.facts if isinstance(fact, f.WalkedOut)]
    assert [(fact.t, fact.order) for fact in gone] == [(100, order) for order in range(1, 6)]
