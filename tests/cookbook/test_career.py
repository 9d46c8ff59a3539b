"""The career: ten shifts that ask more and more. How hard they are, `test_stars_by_policy` says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import Pace, Result, run
from kitchen.cookbook.career import BOSSES, CAREER, HALF, bosses_left, choices_due, coming, unlocked
from kitchen.cookbook.load import CAREER_SHIFTS, load_shift, shift_names

EACH = pytest.mark.parametrize("name", CAREER)
SEEDS = range(5)


@cache
def career_run(name: str, mode: str, policy: str, seed: int) -> Result:
    return run(load_shift(name), mode, seed, policy)


def stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)


def seeds(name: str) -> Sequence[int]:
    """A shift without arrivals is the same with every seed."""
    return SEEDS if load_shift(name).arrivals else SEEDS[:1]


def average(name: str, mode: str, policy: str = "fifo") -> float:
    return mean(stars(career_run(name, mode, policy, seed)) for seed in seeds(name))


# -- the shifts ------------------------------------------------------------------------------------


def test_every_file_of_the_career_has_its_place_in_it() -> None:
    assert sorted(path.stem for path in CAREER_SHIFTS.glob("*.toml")) == sorted(CAREER)
    assert not set(CAREER) & set(shift_names())


@EACH
def test_a_shift_says_what_it_is_about_and_has_three_targets(name: str) -> None:
    shift = load_shift(name)
    assert (shift.name, len(shift.targets)) == (name, 3)
    assert 0 < len(shift.title) <= 20
    assert 20 < len(shift.about) <= 90 and shift.about.endswith(".")
    assert (shift.seed, shift.pace, shift.extra_chefs) == (0, Pace(), 0)
    assert shift.kitchen == "concurrent"
    assert len(shift.orders) >= 8  # what comes first can be learnt


@EACH
def test_a_shift_takes_one_to_two_and_a_half_minutes(name: str) -> None:
    for mode in ("concurrent", "hybrid"):
        result = career_run(name, mode, "fifo", 0)
        assert 60 <= result.makespan / load_shift(name).tempo <= 150


def test_the_shifts_ask_for_more_and_more() -> None:
    shifts = [load_shift(name) for name in CAREER]
    orders = [len(shift.orders_for(0)) for shift in shifts]
    assert orders[0] == min(orders) and orders[-1] >= 20 > max(orders[:6])
    assert [shift.wage for shift in shifts] == sorted(shift.wage for shift in shifts)
    assert {measure for shift in shifts for measure in shift.targets} == {
        "served", "profit", "clean", "walked_out", "tips",
    }  # fmt: skip


# -- how hard they are -----------------------------------------------------------------------------


@EACH
def test_blocking_earns_hardly_a_star(name: str) -> None:
    assert average(name, "blocking") <= 1
    assert career_run(name, "blocking", "fifo", 0).stars[0].earned is False


@EACH
def test_ten_chefs_miss_a_star_that_one_can_have(name: str) -> None:
    assert average(name, "hybrid") <= 2


# -- how far a player has come ---------------------------------------------------------------------


def test_a_star_opens_the_next_shift() -> None:
    assert unlocked({}) == CAREER[:1]
    assert unlocked({CAREER[0]: 1}) == CAREER[:2]
    assert unlocked({CAREER[0]: 0}) == CAREER[:1]
    assert unlocked({CAREER[1]: 3}) == CAREER[:1]
    assert unlocked(dict.fromkeys(CAREER, 2)) == CAREER
    assert unlocked({CAREER[0]: 1}, [CAREER[1]]) == CAREER[:3]
    assert unlocked({}, CAREER[:2]) == CAREER[:3]
    assert unlocked({}, CAREER[1:]) == CAREER[:1]


def test_both_bosses_stand_before_the_second_half() -> None:
    half = dict.fromkeys(CAREER[:HALF], 1)
    assert unlocked(half) == CAREER[:HALF] and bosses_left(half) == BOSSES
    for boss, other in (BOSSES, BOSSES[::-1]):
        assert unlocked(half | {boss: 1}) == CAREER[:HALF]
        assert bosses_left(half | {boss: 1}) == (other,)
        assert unlocked(half | {boss: 1}, [other]) == CAREER[: HALF + 1]  # watching counts
    assert unlocked(half | dict.fromkeys(BOSSES, 0)) == CAREER[:HALF]


def test_nothing_that_was_open_is_locked_again() -> None:
    half = dict.fromkeys(CAREER[:HALF], 1)
    assert unlocked(half, opened=[CAREER[HALF]]) == CAREER[: HALF + 1]
    assert unlocked(half | {CAREER[HALF]: 1}) == CAREER[: HALF + 2]
    assert unlocked(half, [CAREER[HALF]]) == CAREER[: HALF + 2]


progress = st.dictionaries(st.sampled_from([*CAREER, *BOSSES]), st.integers(0, 3))


@given(progress, st.sampled_from([*CAREER, *BOSSES]), st.lists(st.sampled_from(CAREER)))
def test_another_star_locks_nothing(stars: dict[str, int], name: str, opened: list[str]) -> None:
    before = unlocked(stars, (), opened)
    after = unlocked(stars | {name: 3}, (), opened)
    assert after[: len(before)] == before
    if len(after) > HALF:  # nobody gets there past a boss
        beyond = any(n in opened or stars.get(n) or n == name for n in CAREER[HALF:])
        assert beyond or not bosses_left(stars | {name: 3})


def test_an_improvement_is_due_after_each_shift_with_a_star() -> None:
    assert choices_due({}, []) == 0
    assert choices_due({CAREER[0]: 2, "lunch-rush": 3}, []) == 1
    assert choices_due({CAREER[0]: 2}, ["knives"]) == 0
    assert choices_due({CAREER[0]: 2, CAREER[1]: 1, CAREER[2]: 0}, ["knives"]) == 1
    assert choices_due(dict.fromkeys(CAREER, 3), []) == 9
    assert choices_due(dict.fromkeys(CAREER, 3), ["knives"] * 8 + ["chef"]) == 1


def test_what_is_coming_begins_where_there_is_no_star_yet() -> None:
    assert coming({}) == CAREER
    assert coming({CAREER[0]: 2, CAREER[1]: 1, CAREER[3]: 1}) == CAREER[2:]
    assert coming(dict.fromkeys(CAREER, 3)) == CAREER
