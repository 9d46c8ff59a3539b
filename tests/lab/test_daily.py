"""The daily kitchen: the same for everybody, another one every day, and always playable."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from tools.games import APART
from tools.measure_shifts import HOUSE

from kitchen import Result, run
from kitchen.cli.main import main
from kitchen.cookbook.load import parse_shift
from kitchen.cookbook.write import dump_shift
from kitchen.lab.daily import daily, daily_game
from kitchen.lab.daydraft import title_of
from kitchen.menu import menu
from kitchen.runs.headless import run_shift
from kitchen.sim.commands import Pick
from kitchen.sim.facts import Ordered

DAY = date(2026, 11, 22)
YEAR = [date(2026, 1, 1) + timedelta(days) for days in range(0, 365, 9)]


@cache
def play(day: date, mode: str, policy: str = "fifo") -> Result:
    shift, seed = daily(day)
    return run(shift, mode, seed, policy)


def stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)


@pytest.mark.parametrize(
    ("day", "title", "orders", "first", "stations"),
    [
        (date(2026, 11, 22), "Sunday 22 November", 17, "green_salad", {"hob": 5, "oven": 3}),
        (date(2024, 2, 29), "Thursday 29 February", 18, "ramen", {"hob": 6, "oven": 2}),
        (date(1999, 12, 31), "Friday 31 December", 13, "curry", {"hob": 8, "oven": 1}),
        (date(2100, 1, 1), "Friday 1 January", 12, "pizza", {"hob": 6, "oven": 2}),
    ],
)
def test_a_date_has_its_shift_for_ever(
    day: date, title: str, orders: int, first: str, stations: dict[str, int]
) -> None:
    shift, seed = daily(day)
    assert seed == shift.seed == int(day.strftime("%Y%m%d"))
    assert (shift.name, shift.title) == (f"daily-{day}", title)
    assert (len(shift.orders), shift.orders[0].recipe.name) == (orders, first)
    assert shift.stations == stations


def test_every_day_is_another() -> None:
    shifts = [daily(day)[0] for day in YEAR]
    menus = {tuple(sorted(shift.recipes())) for shift in shifts}
    assert len(menus) > 0.9 * len(YEAR)
    assert len({tuple(shift.stations.values()) for shift in shifts}) > 5
    thirds = Counter(list(shift.targets)[2] for shift in shifts)
    assert set(thirds) == {"clean", "walked_out", "tips"}


def test_every_day_has_its_words_and_three_targets() -> None:
    for day in YEAR:
        shift, _ = daily(day)
        assert shift.title == title_of(day)
        assert 20 < len(shift.about) <= 90
        assert len(shift.targets) == 3
        assert all(bound > 0 for bound in shift.targets.values())
        assert all(1 <= places <= 10 for places in shift.stations.values())
        assert set(shift.recipes()) <= set(menu())


def test_first_come_first_served_earns_a_star_and_the_best_policy_two() -> None:
    for day in YEAR:
        earned = {policy: stars(play(day, "concurrent", policy)) for policy in HOUSE}
        assert earned["fifo"] == 1, day
        assert max(earned.values()) == 2, day


def test_a_player_can_have_all_three_stars_with_room_for_a_mistake() -> None:
    """By a game that is cooked again, of picks that a human could make."""
    least = {"served": 0, "profit": 8.0, "tips": 0.8, "clean": 2, "walked_out": 1}
    for day in YEAR:
        shift, _ = daily(day)
        game = daily_game(day)
        result = run_shift(shift, "concurrent", policy="player", commands=game)
        assert all(star.earned for star in result.stars), day
        for star in result.stars:
            room = star.bound - star.reached if star.at_most else star.reached - star.bound
            assert room >= least[star.measure], (day, star)
        came = {fact.order: fact.t for fact in result.facts if isinstance(fact, Ordered)}
        assert all(isinstance(pick, Pick) and came[pick.order] <= at for at, pick in game)
        assert all(
            after - before >= APART * shift.tempo for (before, _), (after, _) in pairwise(game)
        )


def test_choosing_well_serves_most_and_blocking_fails() -> None:
    for day in YEAR:
        best = max((play(day, "concurrent", policy) for policy in HOUSE), key=stars)
        blocking = play(day, "blocking")
        assert best.served >= 0.7 * len(daily(day)[0].orders), day
        assert blocking.served < best.served and stars(blocking) < stars(best), day
        assert 80 <= best.makespan / daily(day)[0].tempo <= 230, day


def test_a_daily_shift_can_be_written_to_a_file() -> None:
    shift, _ = daily(DAY)
    assert parse_shift(dump_shift(shift, menu())) == shift


# -- on the command line ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["daily:2026-11-22", "daily-2026-11-22"])
def test_a_date_can_be_named(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", name, "--json"]) == 0
    assert f'"digest": "{play(DAY, "concurrent").digest}"' in capsys.readouterr().out


@pytest.mark.parametrize("command", ["run", "compare"])
def test_without_a_date_it_is_today(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = date.today()
    assert main([command, "daily", "--json"]) == 0
    said = capsys.readouterr().out
    assert any(f'"daily-{day}"' in said for day in (before, date.today()))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("daily:2026-13-40", "'daily:2026-13-40': no such date"),
        ("daily:20261122", "no such date: it is written as in daily:2026-11-22"),
        ("daily:", "no such date: it is written as in daily:2026-11-22"),
    ],
)
def test_a_date_that_there_is_not_is_told(
    name: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", name]) == 2
    assert why in capsys.readouterr().err
