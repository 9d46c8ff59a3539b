"""Losses: what each costs, and that no cent is lost twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import Features, kitchen_shift, random_shift
from tools.scenario import FOUR, at, busy, cook, pot

from kitchen import Order, Result, Shift, run
from kitchen.sim import facts as f
from kitchen.sim.shift.payment import payment
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.losses import Losses

EGG = pot(5, 100, 5, hold=20, burn=40)  # $10.00; a chef is busy from 5 s on


def told(result: Result) -> list[tuple[str, int, int, float | None]]:
    return [
        (lost.kind, lost.order, lost.cents, lost.wasted) for lost in Losses.of(result.facts).all
    ]


def test_nothing_is_lost_where_somebody_comes_in_time() -> None:
    losses = Losses.of(cook(EGG, at(6, busy(100))).facts)
    assert (losses.all, losses.cents, len(losses)) == ([], 0, 0)


def test_food_that_spoils_costs_its_share_of_the_price() -> None:
    """The hold ends at 125 s, the chef comes at 135 s: a quarter is lost."""
    assert told(cook(EGG, at(6, busy(129)))) == [("spoilt", 1, 250, None)]


def test_burnt_food_costs_the_work_in_it() -> None:
    """5 s of filling and 20 s of scraping; the new one is as good as ever."""
    result = cook(EGG, at(6, busy(300)))
    assert told(result) == [("burnt", 1, 0, 25)]
    burnt = next(fact for fact in result.facts if isinstance(fact, f.FoodBurnt))
    lost = Losses.of(result.facts).told_by(burnt)
    assert lost is not None and (lost.t, lost.worth, lost.left) == (165, 1000, 1000)


def test_a_guest_who_leaves_takes_what_the_dish_was_still_worth() -> None:
    """A quarter was lost before."""
    result = cook(at(0, pot(5, 100, 50, hold=20, burn=40), 150), at(6, busy(129)))
    assert told(result) == [("spoilt", 1, 250, None), ("walked_out", 1, 750, None)]


def test_who_finds_the_rail_full_and_who_is_turned_away() -> None:
    shift = Shift([Order(0, EGG), Order(1, EGG), Order(2, EGG)], rail=2, closes=50)
    assert [row[:3] for row in told(run(shift, "concurrent"))] == [
        ("rail_full", 3, 1000),
        ("turned_away", 1, 1000),
        ("turned_away", 2, 1000),
    ]


def _together(result: Result) -> None:
    """What was paid and what was lost make up all prices, and the same goes for tips."""
    losses, view = Losses.of(result.facts), KitchenView()
    view.fold(result.facts)
    orders = view.orders.values()
    assert all(order.state != "open" for order in orders)
    assert sum(order.paid for order in orders) + losses.cents == sum(o.price for o in orders)
    full = {order.number: payment(order.price, 1.0, 1.0)[1] for order in orders}
    assert {order.number: full[order.number] - order.tip for order in orders} == losses.tips
    assert losses.all == view.losses.all


@given(
    st.integers(0, 2**32), st.integers(1, 8), st.booleans(), st.booleans(), st.sampled_from(FOUR)
)
@settings(max_examples=40, deadline=None)
def test_no_cent_is_lost_twice(
    seed: int, orders: int, together: bool, stations: bool, mode: str
) -> None:
    features = Features(stations, together, holds=True, patience=True, gap=30.0)
    result = run(kitchen_shift(random_shift(seed, orders, features)), mode)
    _together(result)
    count = {"burnt": 0, "walked_out": 0} | {row[0]: 0 for row in told(result)}
    for kind, *_ in told(result):
        count[kind] += 1
    assert (count["burnt"], count["walked_out"]) == (result.burnt, result.walked_out)


@given(st.integers(0, 2**32), st.integers(1, 8))
@settings(max_examples=15, deadline=None)
def test_at_any_moment_what_is_lost_and_what_is_worth_something_make_up_the_price(
    seed: int, orders: int
) -> None:
    """Of each order: so much it is still worth or was paid, so much it has lost."""
    features = Features(together=True, holds=True, patience=True, gap=30.0)
    losses, price, left = Losses(), {}, {}
    for fact in run(kitchen_shift(random_shift(seed, orders, features))).facts:
        losses.fold(fact)
        if isinstance(fact, f.Ordered):
            price[fact.order] = fact.price
        for order in price:
            rows = losses.of_order(order)
            left[order] = rows[-1].left if rows else price[order]
            assert left[order] + sum(row.cents for row in rows) == price[order]
        if isinstance(fact, f.Served):
            assert left[fact.order] == fact.paid
