"""Shifts built in code: what they are, what they refuse, and who comes when."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from tools.scenario import at, busy, cook, only, pot, shift_of, told

from kitchen import Arrivals, Cook, KitchenError, Order, RecipeError, Shift, ShiftError, recipe, run
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick
from kitchen.sim.shift.chance import digits, exponential, stream

ODD_TIMES = [-1, -0.5, math.nan, math.inf, -math.inf, "5", None, True]


def refusal(build: Callable[[], object], error: type[KitchenError] = ShiftError) -> str:
    with pytest.raises(error) as raised:
        build()
    assert "\n" not in str(raised.value)
    return str(raised.value)


@recipe(patience=600)
async def soup(cook: Cook) -> None:
    cook.hands("ladle", 5)


# -- orders ------------------------------------------------------------------------------------


def test_an_order_waits_as_long_as_the_recipe_says_or_as_it_says_itself() -> None:
    assert Order(0, soup).waits == 600
    assert Order(0, soup, patience=30).waits == 30
    assert Order(0, soup, patience=None).waits is None
    assert Order(0, busy(5)).waits is None


@pytest.mark.parametrize("time", ODD_TIMES)
def test_an_order_comes_at_a_time_that_a_clock_can_show(time: Any) -> None:
    assert refusal(lambda: Order(time, soup)) == (
        f"an order's time is 0 or more seconds, not {time!r}"
    )


@pytest.mark.parametrize("patience", [*[t for t in ODD_TIMES if t is not None], 0, "for ever"])
def test_patience_is_above_nothing(patience: Any) -> None:
    assert refusal(lambda: Order(0, soup, patience)) == (
        f"an order's patience is above 0 seconds, not {patience!r}"
    )


@pytest.mark.parametrize("dish", ["soup", 5, None])
def test_a_dish_is_something_that_cooks(dish: Any) -> None:
    assert "a dish is a recipe or a coroutine function" in refusal(
        lambda: Order(0, dish), RecipeError
    )


def test_orders_come_in_the_order_of_their_times_and_of_the_list() -> None:
    result = cook(at(7, busy(1, "d")), at(3, busy(1, "b")), busy(1, "a"), at(3, busy(1, "c")))
    assert told(result, f.Ordered) == [
        "0 #1 is ordered: a",
        "3 #2 is ordered: b",
        "3 #3 is ordered: c",
        "7 #4 is ordered: d",
    ]


def written(order: float, patience: float, **rest: float) -> bytes:
    dish = pot(2, 5, 2, hold=rest.get("hold"), burn=rest.get("burn"))
    orders = [Order(order, dish, patience), Order(order * 2, dish)]
    shift = Shift(orders, wage=rest.get("wage", 0.5), closes=rest.get("closes"))
    return run(shift).lines


def test_whole_numbers_of_seconds_are_written_as_others() -> None:
    assert written(100, 60) == written(100.0, 60.0)


@pytest.mark.parametrize("what", ["hold", "burn", "wage", "closes"])
def test_whole_numbers_of_other_things_are_written_as_others(what: str) -> None:
    hold = {} if what == "hold" else {"hold": 3.5}
    assert written(100, 60, **hold, **{what: 9}) == written(100, 60, **hold, **{what: 9.0})


def test_whole_numbers_of_a_commands_time_are_written_as_others() -> None:
    def at_nine(nine: float) -> bytes:
        return cook(busy(30), busy(1), commands=[(nine, Pick(2))]).lines

    assert at_nine(9) == at_nine(9.0)


# -- shifts ------------------------------------------------------------------------------------


def test_an_empty_shift_is_over_at_once() -> None:
    result = run(Shift())
    assert (result.makespan, result.orders, result.utilisation, result.profit) == (0, 0, 0, 0)
    assert told(result) == ["0 the concurrent kitchen opens", "0 the kitchen closes"]


def test_a_shift_is_told_in_the_first_fact() -> None:
    shift = Shift([Order(0, soup)], {"hob": 2, "oven": 1}, name="my-shift", wage=0.5, chefs=3)
    opened = only(run(shift, "hybrid", seed=7, policy="deadline"), f.Opened)
    assert opened == f.Opened(
        0.0, "my-shift", 7, "hybrid", 3, "leave", "deadline", {"hob": 2, "oven": 1}, 0.5
    )


@pytest.mark.parametrize("places", [0, -1, 1.5, True, "2", None])
def test_stations_are_counted_from_one(places: Any) -> None:
    assert refusal(lambda: Shift(stations={"hob": places})) == (
        f"stations.hob: a shift has 1 or more of a station, not {places!r}"
    )


@pytest.mark.parametrize("chefs", [0, -3, 2.0, True, "2"])
def test_chefs_are_counted_from_one(chefs: Any) -> None:
    assert refusal(lambda: Shift(chefs=chefs)) == f"chefs: 1 or more, not {chefs!r}"


@pytest.mark.parametrize("wage", [-0.1, math.nan, math.inf])
def test_a_wage_is_money(wage: float) -> None:
    assert refusal(lambda: Shift(wage=wage)) == (f"wage: 0 or more dollars a second, not {wage!r}")


@pytest.mark.parametrize("seconds", [0, -1, math.nan, math.inf])
def test_tempo_and_closing_time_are_above_nothing(seconds: float) -> None:
    assert refusal(lambda: Shift(tempo=seconds)) == f"tempo is above 0 seconds, not {seconds!r}"
    assert refusal(lambda: Shift(closes=seconds)) == f"closes is above 0 seconds, not {seconds!r}"


def test_targets_have_names_and_numbers_and_are_three_at_most() -> None:
    assert "targets.dishes: known are served, profit, tips" in refusal(
        lambda: Shift(targets={"dishes": 3})
    )
    assert "targets.served: a number" in refusal(lambda: Shift(targets={"served": math.nan}))
    four = dict.fromkeys(("served", "profit", "tips", "burnt"), 1.0)
    assert "three at most" in refusal(lambda: Shift(targets=four))


def test_a_shift_knows_its_recipes() -> None:
    one, two = busy(1, "one"), busy(1, "two")
    shift = Shift([Order(0, one), Order(5, one)], arrivals=Arrivals(0, 10, 5, [(two, 1.0)]))
    assert shift.recipes() == {"one": one, "two": two}


def test_the_same_shift_can_be_run_again() -> None:
    shift = shift_of(pot(1, 5, 1), at(3, pot(1, 5, 1), 60), hob=1)
    assert run(shift).lines == run(shift).lines
    assert run(shift, "hybrid").lines == run(shift, "hybrid").lines


# -- arrivals ----------------------------------------------------------------------------------

BUSY_HOUR = Arrivals(600, 4200, 60, [(busy(1, "common"), 3), (busy(1, "rare"), 1)])


def test_arrivals_are_the_same_for_a_seed_and_differ_between_seeds() -> None:
    def of(seed: int) -> list[tuple[float, str]]:
        return [(order.at, order.recipe.name) for order in BUSY_HOUR.orders(seed)]

    assert of(1) == of(1)
    assert of(1) != of(2)
    assert Shift(arrivals=BUSY_HOUR).orders_for(1) == BUSY_HOUR.orders(1)


def test_arrivals_come_in_order_within_their_hours_to_a_tenth_of_a_second() -> None:
    for seed in range(20):
        times = [order.at for order in BUSY_HOUR.orders(seed)]
        assert times == sorted(times)
        assert all(600 <= time < 4200 and time == round(time, 1) for time in times)


def test_arrivals_come_as_often_and_as_weighted_as_they_should() -> None:
    orders = [order for seed in range(50) for order in BUSY_HOUR.orders(seed)]
    assert len(orders) == pytest.approx(50 * 60, rel=0.1)
    common = sum(order.recipe.name == "common" for order in orders)
    assert common / len(orders) == pytest.approx(0.75, abs=0.05)


def test_one_purpose_never_shifts_another() -> None:
    """The times do not depend on what there is to order."""
    other = Arrivals(600, 4200, 60, [(busy(1), 1)])
    assert [o.at for o in other.orders(5)] == [o.at for o in BUSY_HOUR.orders(5)]


def test_arrivals_never_change_between_machines_and_versions() -> None:
    assert [(order.at, order.recipe.name) for order in BUSY_HOUR.orders(0)][:4] == [
        (710.4, "rare"),
        (766.9, "rare"),
        (847.6, "common"),
        (873.6, "common"),
    ]


def test_arrivals_mix_with_orders_at_fixed_times() -> None:
    shift = Shift([Order(1000, soup), Order(0, soup)], arrivals=BUSY_HOUR)
    orders = shift.orders_for(3)
    assert len(orders) == len(BUSY_HOUR.orders(3)) + 2
    assert [order.at for order in orders] == sorted(order.at for order in orders)


@pytest.mark.parametrize("seconds", [-1, math.nan, math.inf])
def test_arrivals_refuse_odd_times(seconds: float) -> None:
    dishes = [(soup, 1.0)]
    assert "the start of arrivals" in refusal(lambda: Arrivals(seconds, 10, 5, dishes))
    assert "the end of arrivals" in refusal(lambda: Arrivals(0, seconds, 5, dishes))
    assert "the mean time between" in refusal(lambda: Arrivals(0, 10, seconds, dishes))
    assert "the mean time between" in refusal(lambda: Arrivals(0, 10, 0, dishes))


@pytest.mark.parametrize("weights", [[], [0.0], [1.0, -1.0], [math.nan], [math.inf]])
def test_arrivals_refuse_odd_weights(weights: list[float]) -> None:
    dishes = [(soup, weight) for weight in weights]
    assert refusal(lambda: Arrivals(0, 10, 5, dishes)) == (
        "arrivals need dishes, each with a weight above 0"
    )


@pytest.mark.parametrize("every", [0.001, 0.01, 0.1, 0.25, 0.5, 1, 3, 9.99, 10, 12, 37, 260])
@pytest.mark.parametrize("start", [0.0, 600.0])
def test_arrivals_have_the_mean_that_was_asked_for(every: float, start: float) -> None:
    """40,000 orders in all: 2 in 100 off would be 4 standard deviations. They were 4 in 100 off
    where every time between two was rounded to a tenth of a second."""
    rush = Arrivals(start, start + 4000 * every, every, [(busy(1), 1)])
    orders = [rush.orders(seed) for seed in range(10)]
    assert sum(map(len, orders)) == pytest.approx(40_000, rel=0.02)
    for some in orders:
        times = [order.at for order in some]
        assert times == sorted(times) and start <= times[0] and times[-1] < rush.until


@pytest.mark.parametrize("mean", [0.001, 0.1, 0.5, 9.99, 10.0])
def test_rounding_does_not_change_the_mean(mean: float) -> None:
    """Against the same chances unrounded, to 1 in 10,000."""
    rounded, whole = stream(1, "rounding"), stream(1, "rounding")
    made = sum(exponential(rounded, mean) for _ in range(20_000))
    exact = sum(-mean * math.log(1.0 - whole.random()) for _ in range(20_000))
    assert made == pytest.approx(exact, rel=1e-4)


@pytest.mark.parametrize(
    ("every", "decimals"),
    [(1e6, 1), (10, 1), (9.99, 2), (1, 2), (0.99, 3), (0.1, 3), (0.001, 5), (1e-12, 14)],
)
def test_times_between_arrivals_are_as_fine_as_their_mean_asks_for(
    every: float, decimals: int
) -> None:
    assert digits(every) == decimals


def test_orders_that_come_very_late_still_come_one_after_another() -> None:
    """Where the time between two, added to the time, would change nothing."""
    late = Arrivals(1e12 - 1, 1e12, 4e-5, [(busy(1), 1)])
    assert len(late.orders(0)) == pytest.approx(25_000, rel=0.03)


def test_more_orders_than_a_shift_takes_are_never_made(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ShiftError, match=r"1000000 orders at most: until 2e\+06 s, one every 1 s"):
        Arrivals(0, 2e6, 1, [(soup, 1)]).orders(0)
    with pytest.raises(ShiftError, match="1000000 orders at most"):
        Arrivals(0, 1e12, 5e-324, [(soup, 1)]).orders(0)
    monkeypatch.setattr("kitchen.sim.shift.shift.MOST_ORDERS", 100)
    full = Arrivals(0, 50, 0.5, [(soup, 1)])  # as many are to be expected, but chance has it
    counts = []
    for seed in range(20):
        try:
            counts.append(len(full.orders(seed)))
        except ShiftError as error:
            assert str(error) == f"arrivals: with seed {seed} more than 100 orders come"
    assert 0 < len(counts) < 20 and max(counts) <= 100


def test_no_weight_is_too_small_or_too_large_to_be_weighed() -> None:
    for weight in (5e-324, 9e-13, 2e12, 1e308):
        assert "a weight is 1e-12 to 1e+12, not" in refusal(
            lambda weight=weight: Arrivals(0, 10, 5, [(soup, weight)])  # type: ignore[misc]
        )
    rush = Arrivals(0, 1e4, 1, [(busy(1, "never"), 1e-12), (busy(1, "always"), 1e12)])
    assert {order.recipe.name for order in rush.orders(0)} == {"always"}


def test_nobody_comes_after_the_end() -> None:
    assert Arrivals(50, 50, 5, [(soup, 1.0)]).orders(0) == []
    assert Arrivals(90, 50, 5, [(soup, 1.0)]).orders(0) == []


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Shift(wage="x"), "wage: 0 or more dollars a second, not 'x'"),  # type: ignore[arg-type]
        (lambda: Shift(["egg"]), "orders: each is an Order, not 'egg'"),  # type: ignore[list-item]
        (lambda: Shift(stations=["hob"]), "stations: a number for each kind"),  # type: ignore[arg-type]
        (lambda: Shift(name=5), "name: a text, not 5"),  # type: ignore[arg-type]
        (lambda: Shift().mode(5), "the mode is a name, not 5; known: blocking"),  # type: ignore[arg-type]
        (lambda: Shift().mode("hybrid", attention=3), "the attention is a name, not 3"),  # type: ignore[arg-type]
        (lambda: Arrivals(0, 9, 3, ["egg"]), "arrivals.dishes: pairs of a dish and its weight"),  # type: ignore[list-item]
        (lambda: Shift(targets={"served": "x"}), "targets.served: a number, not 'x'"),  # type: ignore[dict-item]
    ],
)
def test_what_is_of_another_type_is_refused_as_a_mistake(make: Any, words: str) -> None:
    with pytest.raises(ShiftError) as error:
        make()
    assert words in str(error.value)


# -- what `run` takes --------------------------------------------------------------------------


@pytest.mark.parametrize("shift", [5, None, [Order(0, soup)]])
def test_what_is_no_shift_is_refused(shift: Any) -> None:
    assert refusal(lambda: run(shift)).startswith("a shift is a Shift, a name or the path of")


def test_nobody_has_room_for_a_billion_chefs() -> None:
    assert refusal(lambda: run(Shift([Order(0, soup)]), chefs=10**9)) == (
        "chefs: 10000 at most, not 1000000000"
    )
    crowded = Shift([Order(0, soup)], stations={"hob": 10**9})
    assert refusal(lambda: run(crowded)) == "stations.hob: 10000 at most, not 1000000000"
