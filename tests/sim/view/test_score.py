"""Money, counted in cents, and stars."""

from __future__ import annotations

from itertools import product

import pytest
from tools.scenario import EACH_MODE, at, busy, cook, only, pot

from kitchen import Cook, Order, Recipe, Result, Shift, compare, recipe, run
from kitchen.sim import facts as f
from kitchen.sim.shift.payment import payment
from kitchen.sim.view.score import Reached, Star, stars


def priced(dollars: float, seconds: float = 10, patience: float | None = None) -> Recipe:
    @recipe(price=dollars, patience=patience)
    async def dish(cook: Cook) -> None:
        cook.hands("work", seconds)

    return dish


# -- a customer pays ---------------------------------------------------------------------------


def test_a_perfect_dish_at_once_gets_the_price_and_the_whole_tip() -> None:
    assert payment(1450, 1.0, 1.0) == (1450, 218)
    assert payment(0, 1.0, 1.0) == (0, 0)


def test_worse_food_costs_less_and_so_does_its_tip() -> None:
    assert payment(1000, 0.5, 1.0) == (500, 75)
    assert payment(1000, 0.0, 1.0) == (0, 0)


def test_only_the_tip_goes_by_patience() -> None:
    assert payment(1000, 1.0, 0.5) == (1000, 75)
    assert payment(1000, 0.5, 0.0) == (500, 0)


def test_cents_are_whole() -> None:
    for quality, left in product([0, 0.1, 1 / 3, 0.5, 0.999, 1], [0, 0.2, 1 / 3, 1]):
        paid, tip = payment(1499, quality, left)
        assert isinstance(paid, int) and isinstance(tip, int), (quality, left)
        assert 0 <= paid <= 1499 and 0 <= tip <= 225, (quality, left)


def test_the_share_of_patience_that_is_left_counts_at_the_moment_of_serving() -> None:
    served = only(cook(at(50, priced(10.00, 30), 120)), f.Served)
    assert (served.t, served.paid, served.tip) == (80, 1000, 112)


def test_who_waits_for_ever_tips_as_if_served_at_once() -> None:
    assert only(cook(priced(10.00, 3000)), f.Served).tip == 150


def test_who_is_not_served_pays_nothing() -> None:
    assert cook(at(0, priced(10.00, 30), 20)).revenue == 0
    assert cook(priced(10.00, 30), closes=20).revenue == 0


def test_a_price_is_rounded_to_a_cent() -> None:
    result = cook(priced(0.1 + 0.2), priced(19.99))
    assert [x.price for x in result.facts if isinstance(x, f.Ordered)] == [30, 1999]


# -- a kitchen earns ---------------------------------------------------------------------------


def earning(dollars: float, wage: float, mode: str = "concurrent", chefs: int = 10) -> Result:
    return run(Shift([Order(0, priced(dollars, 100))] * 3, wage=wage, chefs=chefs), mode)


def test_revenue_is_prices_and_tips() -> None:
    result = earning(10.00, wage=0)
    assert (result.revenue, result.tips) == (34.50, 4.50)


@EACH_MODE
def test_no_cent_is_lost(mode: str) -> None:
    result = run("dinner-rush", mode, seed=3)
    served = [fact for fact in result.facts if isinstance(fact, f.Served)]
    assert result.served == len(served)
    assert round(result.revenue * 100) == sum(fact.paid + fact.tip for fact in served)
    assert round(result.tips * 100) == sum(fact.tip for fact in served)
    assert result.profit == pytest.approx(result.revenue - result.wages, abs=0.005)


def test_wages_are_paid_for_each_chef_from_the_opening_to_the_end() -> None:
    assert [earning(10, 0.02, mode).wages for mode in ("blocking", "parallel")] == [6.00, 20.00]
    assert earning(10, 0.02, "parallel", chefs=2).wages == 8.00
    result = run(Shift([Order(500, busy(100))], wage=0.02))
    assert result.wages == 12.00


def test_profit_can_be_a_loss() -> None:
    result = earning(1.00, wage=0.5, mode="parallel")
    assert (result.revenue, result.wages, result.profit) == (3.45, 500.00, -496.55)


def test_utilisation_is_hands_over_chefs_times_makespan() -> None:
    assert cook(busy(30), at(70, busy(30))).utilisation == pytest.approx(0.6)
    assert cook(busy(30), at(70, busy(30)), mode="hybrid", chefs=3).utilisation == pytest.approx(
        0.2
    )
    assert cook(pot(5, 90, 5), mode="blocking").utilisation == pytest.approx(0.1)
    assert cook(busy(0)).utilisation == 0


def test_scraping_and_clearing_away_are_work_too() -> None:
    assert cook(at(0, pot(5, 90, 5), 50)).utilisation == pytest.approx(15 / 60)


# -- stars -------------------------------------------------------------------------------------


def test_a_star_for_each_target() -> None:
    targets = {"served": 8, "profit": 100.0, "walked_out": 1}
    standing = Reached(
        served=8, profit=99.99, tips=0.0, makespan=60.0, burnt=5, walked_out=0, clean=3
    )
    earned = [star.earned for star in stars(targets, standing)]
    assert earned == [True, False, True]


@pytest.mark.parametrize("measure", ["served", "profit", "tips"])
def test_more_is_better(measure: str) -> None:
    assert [Star(measure, 5, reached).earned for reached in (4.99, 5, 6)] == [False, True, True]
    assert str(Star(measure, 5, 4.5)) == f"{measure} at least 5: 4.5"


@pytest.mark.parametrize("measure", ["makespan", "burnt", "walked_out"])
def test_less_is_better(measure: str) -> None:
    assert [Star(measure, 5, reached).earned for reached in (4, 5, 5.01)] == [True, True, False]
    assert str(Star(measure, 5, 7)) == f"{measure.replace('_', ' ')} at most 5: 7"


def test_a_result_has_the_stars_of_its_shift() -> None:
    targets = {"served": 2.0, "makespan": 50.0, "tips": 2.5}
    shift = Shift([Order(0, priced(10, 20))] * 2, targets=targets)
    result = run(shift)
    assert [(star.measure, star.reached) for star in result.stars] == [
        ("served", 2), ("makespan", 40), ("tips", 3.00),
    ]  # fmt: skip
    assert result.as_json()["stars"] == 3
    assert run(Shift()).stars == ()


def test_a_comparison_says_how_much_sooner() -> None:
    comparison = compare(Shift([Order(0, busy(100))] * 4))
    assert [comparison.speedup(result) for result in comparison.kitchens] == [1, 1, 4, 4]
    assert [kitchen["speedup"] for kitchen in comparison.as_json()["kitchens"]] == [1, 1, 4, 4]
    nothing = compare(Shift())
    assert [nothing.speedup(result) for result in nothing.kitchens] == [None] * 4
