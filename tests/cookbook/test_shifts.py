"""The cookbook's shifts: the article's to the second, the rushes as they are meant to play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from statistics import mean

import pytest
from tools.player import player

from kitchen import Raised, Result, compare, run
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.menu import menu
from kitchen.sim.shift.modes import MODES

SEEDS = range(21)

RUSHES = pytest.mark.parametrize("rush", ["lunch-rush", "dinner-rush"])

POLICIES = ("deadline", "shortest", "burning-first")


@cache
def plays(rush: str, mode: str, policy: str = "fifo") -> tuple[Result, ...]:
    """The rush with every seed."""
    who = player if policy == "player" else policy
    return tuple(run(rush, mode, seed, who) for seed in SEEDS)


def average(results: Sequence[Result], what: Callable[[Result], float]) -> float:
    return mean(map(what, results))


def profit(result: Result) -> float:
    return result.profit


def share_served(result: Result) -> float:
    return result.served / result.orders


def stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)


FOR_PLAYERS = ("ten-orders", "one-oven", "lunch-rush", "dinner-rush")
"""Shifts whose third star takes choosing well whom to serve next."""

# -- every shift -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", shift_names())
def test_a_shift_says_what_to_look_for_and_what_to_reach(name: str) -> None:
    shift = load_shift(name)
    assert 0 < len(shift.title) <= 20
    assert 20 < len(shift.about) <= 90
    assert len(shift.targets) == 3
    assert set(shift.recipes()) <= set(menu())


@pytest.mark.parametrize("name", [name for name in shift_names() if name not in FOR_PLAYERS])
def test_where_choosing_well_does_not_matter_some_kitchen_earns_every_star(name: str) -> None:
    assert max(stars(kitchen) for kitchen in compare(name).kitchens) == 3


# -- the article's ---------------------------------------------------------------------------------

ARTICLE = {
    "egg-and-chicken": (1470, 990, 990, 990),
    "noodle-bar": (3000, 3000, 300, 300),
    "slow-roast": (36200, 3710, 3620, 3620),
    "deliveries": (0.4, 0.2, 0.2, 0.2),
}


@pytest.mark.parametrize("name", ARTICLE)
def test_the_articles_makespans_to_the_second(name: str) -> None:
    assert tuple(kitchen.makespan for kitchen in compare(name).kitchens) == ARTICLE[name]


@pytest.mark.parametrize("name", [*ARTICLE, "ten-orders", "one-oven"])
def test_their_customers_wait_for_ever(name: str) -> None:
    assert all(order.at == 0 and order.waits is None for order in load_shift(name).orders)


def test_all_hands_cost_the_same_however_many_they_are() -> None:
    assert {kitchen.profit for kitchen in compare("noodle-bar").kitchens} == {111.5}


def test_ten_orders_are_ten_dishes_and_nobody_lacks_a_station() -> None:
    comparison = compare("ten-orders")
    assert len(load_shift("ten-orders").recipes()) == 10
    assert [kitchen.makespan for kitchen in comparison.kitchens] == [6637, 1180, 1000, 1000]
    assert all(kitchen.served == 10 and kitchen.burnt == 0 for kitchen in comparison.kitchens)
    assert b"station_wanted" not in b"".join(kitchen.lines for kitchen in comparison.kitchens)


def test_one_oven_makes_ten_chefs_hardly_faster_than_one() -> None:
    blocking, concurrent, parallel, hybrid = compare("one-oven").kitchens
    assert load_shift("one-oven").stations["oven"] == 1
    assert len(load_shift("one-oven").orders) == 10
    assert blocking.makespan > 2 * concurrent.makespan
    assert concurrent.makespan < 1.15 * parallel.makespan
    assert parallel.makespan == hybrid.makespan
    assert concurrent.profit > 2 * parallel.profit


def test_one_oven_gives_its_third_star_to_who_chooses_well() -> None:
    turn = [6, 8, 7, 10, 3, 5, 1, 9, 2, 4]

    def by_hand(raised: Sequence[Raised], now: float) -> Raised:
        return min(raised, key=lambda hand: turn[hand.order - 1])

    assert stars(run("one-oven")) == 2
    assert stars(run("one-oven", policy=by_hand)) == 3


# -- the rushes ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rush", "fewest", "most"), [("lunch-rush", 10, 14), ("dinner-rush", 20, 26)]
)
def test_a_rush_has_about_so_many_orders(rush: str, fewest: int, most: int) -> None:
    counts = [len(load_shift(rush).orders_for(seed)) for seed in SEEDS]
    assert fewest <= mean(counts) <= most
    assert len(set(counts)) > 1


@RUSHES
def test_a_rush_has_scarce_stations_and_four_hobs(rush: str) -> None:
    assert load_shift(rush).stations == {"hob": 4, "oven": 2}


@RUSHES
def test_in_a_rush_blocking_serves_next_to_nobody_and_loses_money(rush: str) -> None:
    for result in plays(rush, "blocking"):
        assert share_served(result) < 0.2
        assert result.profit < 0
        assert result.burnt == 0


@RUSHES
def test_in_a_rush_first_come_first_served_gets_most_done_and_burns_some(rush: str) -> None:
    results = plays(rush, "concurrent")
    assert average(results, share_served) > 0.5
    assert average(results, lambda result: result.burnt) > 2
    assert 0.8 <= average(results, stars) <= 1.2


@RUSHES
@pytest.mark.parametrize("policy", POLICIES)
def test_in_a_rush_any_thoughtful_policy_earns_more(rush: str, policy: str) -> None:
    fifo, better = plays(rush, "concurrent"), plays(rush, "concurrent", policy)
    assert average(better, profit) > 1.3 * average(fifo, profit)
    assert average(better, share_served) > 1.15 * average(fifo, share_served)
    assert 1.5 <= average(better, stars) <= 2 > average(fifo, stars) + 0.5


@RUSHES
def test_in_a_rush_a_good_player_serves_nearly_all_whoever_comes(rush: str) -> None:
    results = plays(rush, "concurrent", "player")
    assert average(results, stars) > 1.8
    assert average(results, share_served) > 0.8
    assert average(results, lambda result: result.burnt) < 1


@RUSHES
def test_in_a_rush_ten_chefs_serve_nearly_all_but_wages_eat_the_profit(rush: str) -> None:
    parallel = plays(rush, "parallel")
    assert average(parallel, share_served) > 0.9
    assert average(parallel, lambda result: result.burnt) == 0
    assert average(parallel, lambda r: r.wages) > 0.7 * average(parallel, lambda r: r.revenue)
    assert average(parallel, profit) < average(plays(rush, "concurrent"), profit)
    assert max(map(stars, parallel)) == 2


@RUSHES
def test_in_a_rush_hybrid_serves_the_most_and_is_done_first(rush: str) -> None:
    hybrid = plays(rush, "hybrid")
    for mode in MODES:
        others = plays(rush, mode)
        assert average(hybrid, share_served) >= average(others, share_served)
        assert average(hybrid, lambda r: r.makespan) <= average(others, lambda r: r.makespan)
