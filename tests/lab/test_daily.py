"""The daily kitchen: the same for everybody, another one every day, and always playable."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from statistics import mean

import pytest

from kitchen import Result, run
from kitchen.cli.main import main
from kitchen.cookbook.load import parse_shift
from kitchen.cookbook.write import dump_shift
from kitchen.lab.daily import GOOD, daily, title_of
from kitchen.menu import menu

DAY = date(2026, 11, 22)
YEAR = [date(2026, 1, 1) + timedelta(days) for days in range(0, 365, 11)]


@cache
def play(day: date, mode: str, policy: str = "fifo") -> Result:
    shift, seed = daily(day)
    return run(shift, mode, seed, policy)


def stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)


@pytest.mark.parametrize(
    ("day", "title", "orders", "first", "stations"),
    [
        (date(2026, 11, 22), "Sunday 22 November", 13, "tomato_soup", {"hob": 4, "oven": 2}),
        (date(2024, 2, 29), "Thursday 29 February", 18, "risotto", {"hob": 6, "oven": 3}),
        (date(1999, 12, 31), "Friday 31 December", 16, "spaghetti", {"hob": 7, "oven": 1}),
        (date(2100, 1, 1), "Friday 1 January", 13, "steak", {"hob": 5, "oven": 4}),
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


def test_every_day_choosing_well_serves_most_and_earns_a_star_and_blocking_does_worse() -> None:
    for day in YEAR:
        best = max((play(day, "concurrent", policy) for policy in GOOD), key=stars)
        blocking = play(day, "blocking")
        assert stars(best) >= 2, day
        assert best.served >= 0.7 * len(daily(day)[0].orders), day
        assert blocking.served < best.served and stars(blocking) < stars(best), day
        assert 80 <= best.makespan / daily(day)[0].tempo <= 230, day


def test_over_a_year_first_come_first_served_earns_about_one_star() -> None:
    assert 0.7 <= mean(stars(play(day, "concurrent")) for day in YEAR) <= 1.6


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
