"""The simulation and an independent SimPy model of the same rules agree on every order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tools.random_orders import Features, kitchen_shift, random_shift, shifts
from tools.simpy_kitchen import (
    MODES,
    End,
    Kitchen,
    PlainOrder,
    PlainShift,
    Plan,
    hands,
    station,
    timer,
    together,
)  # fmt: skip

from kitchen import Result, run
from kitchen.sim.facts import Cleared, Served, WalkedOut

all_modes = pytest.mark.parametrize("mode", MODES)
steady = settings(deadline=None, derandomize=True)


def approximately(number: float) -> object:
    return pytest.approx(number, rel=1e-6, abs=1e-6)


def ends_of(result: Result) -> dict[int, End]:
    ends = {}
    for fact in result.facts:
        match fact:
            case Served(t, order, quality=quality):
                ends[order] = End(order, "served", t, t, quality)
            case WalkedOut(t, order):
                ends[order] = End(order, "walked_out", t, t, 1.0)
            case Cleared(t, order):
                ends[order] = ends[order]._replace(cleared=t)
    return ends


def assert_they_agree(shift: PlainShift, mode: str) -> None:
    expected = Kitchen(shift, mode).run()
    result = run(kitchen_shift(shift), mode=mode, seed=0)
    ends = ends_of(result)
    assert len(expected.ends) == len(ends) == len(shift.orders)
    for end in expected.ends:
        actual = ends[end.order]
        assert (actual.order, actual.kind) == (end.order, end.kind)
        assert actual.at == approximately(end.at), end
        assert actual.cleared == approximately(end.cleared), end
        assert end.kind != "served" or actual.quality == approximately(end.quality), end
    assert result.makespan == approximately(expected.makespan)
    chef_seconds = result.chefs * result.makespan
    assert result.utilisation * chef_seconds == approximately(expected.hands)


@all_modes
@settings(steady, max_examples=12)
@given(shift=shifts())
def test_random_dishes(mode: str, shift: PlainShift) -> None:
    assert_they_agree(shift, mode)


@all_modes
@settings(steady, max_examples=10)
@given(shift=shifts(together=True))
def test_parts_made_together(mode: str, shift: PlainShift) -> None:
    assert_they_agree(shift, mode)


@all_modes
@settings(steady, max_examples=10)
@given(shift=shifts(patience=True, holds=True))
def test_food_that_burns_and_customers_who_walk_out(mode: str, shift: PlainShift) -> None:
    assert_they_agree(shift, mode)


@all_modes
@settings(steady, max_examples=10)
@given(shift=shifts(together=True, patience=True, holds=True))
def test_everything_at_once(mode: str, shift: PlainShift) -> None:
    assert_they_agree(shift, mode)


LARGE = [
    Features(gap=150.0, places=8),
    Features(gap=150.0, places=8, together=True),
    Features(gap=300.0, places=8, together=True, holds=True, patience=True),
]


@all_modes
@pytest.mark.parametrize("features", LARGE, ids=["plain", "together", "everything"])
def test_large_shifts(mode: str, features: Features) -> None:
    assert_they_agree(random_shift(200, 200, features), mode)


def test_food_that_burns_when_nobody_waits_for_it_any_more_is_not_made_again() -> None:
    """The customer leaves at 150; at 350 the chef finds both a part burnt and the task cancelled,
    of which a task group reports only the first."""
    parts = together([hands(1), timer(100, 5)], [hands(1), timer(400)])
    orders = [PlainOrder(0.0, [hands(1), parts, hands(1)], 150), PlainOrder(50.0, [hands(300)])]
    shift = PlainShift(orders, {})
    assert Kitchen(shift, "concurrent").run().ends[-1] == End(1, "walked_out", 150, 360, 1.0)
    assert_they_agree(shift, "concurrent")


def test_parts_hear_of_a_failure_before_their_parent() -> None:
    """As in asyncio: at 130 a part is found burnt, and its task group cancels the other part, then
    its own parent. So the scraping is next in line before the dish that gets the other's hob."""
    parts = together([hands(1), timer(100, 5)], [hands(30), station("hob", timer(500))])
    orders = [
        PlainOrder(0.0, [hands(1), parts, hands(1)], 5000),
        PlainOrder(70.0, [hands(60), station("hob", hands(10))]),
    ]
    shift = PlainShift(orders, {"hob": 1})
    assert Kitchen(shift, "concurrent").run().ends[0] == End(2, "served", 161, 161, 1.0)
    assert_they_agree(shift, "concurrent")


def test_a_part_cancelled_in_the_instant_it_gets_a_station_holds_it_until_a_chef_comes() -> None:
    """At 350 a burnt part gives its hob to the other part and fails, which cancels that other. The
    next in line is at work until 400 and then wants the hob: it has to wait for the cancel."""
    parts = together(
        [hands(1), station("hob", timer(100, 5))], [hands(2), station("hob", hands(10))]
    )
    orders = [
        PlainOrder(0.0, [hands(1), parts, hands(1)], 5000),
        PlainOrder(50.0, [hands(300)]),
        PlainOrder(120.0, [hands(50), station("hob", hands(10))]),
    ]
    shift = PlainShift(orders, {"hob": 1})
    assert Kitchen(shift, "concurrent").run().ends[1] == End(3, "served", 431, 431, 1.0)
    assert_they_agree(shift, "concurrent")


# -- the model itself, by hand -----------------------------------------------------------------


def chicken() -> Plan:
    return [hands(60), station("hob", timer(900)), hands(30)]


def egg() -> Plan:
    return [hands(20), station("hob", timer(420)), hands(40)]


def roast() -> Plan:
    return [hands(10), station("oven", timer(3600), hands(10))]


def at_once(*plans: Plan, patience: float | None = None, **stations: int) -> PlainShift:
    return PlainShift([PlainOrder(0.0, plan, patience) for plan in plans], stations)


@pytest.mark.parametrize(
    ("shift", "makespans"),
    [
        (at_once(chicken(), egg(), hob=4), (1470, 990, 990, 990)),
        (at_once(*[roast()] * 10, oven=10), (36200, 3710, 3620, 3620)),
        (at_once(*[[hands(300.0)]] * 10), (3000, 3000, 300, 300)),
        (at_once(*[[timer(0.2)]] * 2), (0.4, 0.2, 0.2, 0.2)),
        (at_once(chicken(), egg(), hob=1), (1470, 1450, 1370, 1370)),
    ],
    ids=["egg and chicken", "slow roast", "noodle bar", "deliveries", "one hob"],
)
def test_makespans_by_hand(shift: PlainShift, makespans: tuple[float, ...]) -> None:
    assert [Kitchen(shift, mode).run().makespan for mode in MODES] == list(makespans)


def test_parts_share_one_chef_who_stays_and_overlap_if_the_chef_leaves() -> None:
    parts = together([hands(5), timer(100), hands(5)], [hands(7), timer(50), hands(3)])
    shift = at_once([hands(10), parts, hands(10)])
    assert [Kitchen(shift, mode).run().makespan for mode in MODES] == [190, 130, 190, 130]


def test_food_that_waits_too_long_loses_quality_then_burns() -> None:
    shift = at_once([timer(10, 20)], [hands(40)])
    assert Kitchen(shift, "concurrent").run().ends == [
        End(2, "served", 40, 40, 1.0),
        End(1, "served", 40, 40, 0.5),
    ]
    shift = at_once([timer(10, 20)], [hands(50)])
    assert Kitchen(shift, "concurrent").run().ends[-1] == End(1, "served", 80, 80, 1.0)


def test_a_customer_walks_out() -> None:
    """At once if nobody began, after the hands-on work if a chef is at it, and out of a wait."""
    shift = at_once([hands(30), timer(100)], [hands(30)], patience=25)
    assert Kitchen(shift, "concurrent").run().ends == [
        End(2, "walked_out", 25, 25, 1.0),
        End(1, "walked_out", 25, 40, 1.0),
    ]
    assert Kitchen(shift, "blocking").run().ends[-1] == End(1, "walked_out", 25, 140, 1.0)
    shift = at_once([timer(100)], patience=25)
    assert Kitchen(shift, "concurrent").run().ends == [End(1, "walked_out", 25, 35, 1.0)]
