"""The career: ten shifts that ask more and more, and the improvements that answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import mean

import pytest
from tools.player import player

from kitchen import Pace, Result, Shift, ShiftError, run
from kitchen.cookbook.career import CAREER, IMPROVEMENTS, choices_due, improved, unlocked
from kitchen.cookbook.load import CAREER_SHIFTS, load_shift, shift_names
from kitchen.sim.policy import Policy

EACH = pytest.mark.parametrize("name", CAREER)
SEEDS = range(5)
GOOD: tuple[str | Policy, ...] = ("deadline", "shortest", "burning-first", player)


@cache
def career_run(name: str, mode: str, policy: str | Policy, seed: int) -> Result:
    return run(load_shift(name), mode, seed, policy)


def stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)


def seeds(name: str) -> Sequence[int]:
    """A shift without arrivals is the same with every seed."""
    return SEEDS if load_shift(name).arrivals else SEEDS[:1]


def average(name: str, mode: str, policy: str | Policy = "fifo") -> float:
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
def test_a_shift_takes_one_and_a_half_to_three_and_a_half_minutes(name: str) -> None:
    for mode in ("concurrent", "hybrid"):
        result = career_run(name, mode, "fifo", 0)
        assert 90 <= result.makespan / load_shift(name).tempo <= 210


def test_the_shifts_ask_for_more_and_more() -> None:
    shifts = [load_shift(name) for name in CAREER]
    orders = [len(shift.orders_for(0)) for shift in shifts]
    assert orders[0] <= 8 and orders[-1] >= 20 > max(orders[:6])
    assert [shift.wage for shift in shifts] == sorted(shift.wage for shift in shifts)
    assert {measure for shift in shifts for measure in shift.targets} == {
        "served", "profit", "clean", "makespan", "burnt", "walked_out", "tips",
    }  # fmt: skip


# -- how hard they are -----------------------------------------------------------------------------


@EACH
def test_blocking_earns_hardly_a_star(name: str) -> None:
    assert average(name, "blocking") <= 1
    assert career_run(name, "blocking", "fifo", 0).stars[0].earned is False


@EACH
def test_first_come_first_served_mostly_earns_one_star(name: str) -> None:
    assert 0.6 <= average(name, "concurrent") <= 1.4


@EACH
def test_choosing_well_earns_two_or_three(name: str) -> None:
    assert max(average(name, "concurrent", policy) for policy in GOOD) >= 2
    assert max(stars(career_run(name, "concurrent", policy, 0)) for policy in GOOD) == 3


@EACH
def test_ten_chefs_miss_a_star_that_one_can_have(name: str) -> None:
    if name != "pizza-corner":  # the one without a target of money
        assert average(name, "hybrid") <= 2


@EACH
@pytest.mark.parametrize("improvement", IMPROVEMENTS)
def test_three_times_the_same_improvement_never_locks_anybody_out(
    name: str, improvement: str
) -> None:
    shift = improved(load_shift(name), [improvement] * 3)
    assert max(sum(s.earned for s in run(shift, policy=policy).stars) for policy in GOOD) >= 1


# -- improvements ----------------------------------------------------------------------------------


def test_there_are_three_improvements_each_with_its_lesson() -> None:
    assert list(IMPROVEMENTS) == ["burner", "knives", "chef"]
    words = {name: it.concept for name, it in IMPROVEMENTS.items()}
    assert "permit" in words["burner"] and "semaphore" in words["burner"]
    assert "event loop" in words["knives"]
    assert "core" in words["chef"] and "pay" in words["chef"]
    assert all(len(it.title) <= 20 and it.does.endswith(".") for it in IMPROVEMENTS.values())


def test_improvements_add_up() -> None:
    shift = load_shift("early-birds")
    better = improved(shift, ["knives", "burner", "chef", "knives", "burner"])
    assert better.stations == {"hob": shift.stations["hob"] + 2}
    assert better.pace.hands == pytest.approx(0.7225)
    assert better.pace.timers == 1.0
    assert better.extra_chefs == 1
    assert (better.orders, better.targets) == (shift.orders, shift.targets)


def test_no_improvement_changes_nothing() -> None:
    shift = load_shift("the-critics")
    assert improved(shift, []) == shift


def test_a_burner_goes_where_the_line_is() -> None:
    assert improved(load_shift("pizza-corner"), ["burner"]).stations == {"oven": 3, "hob": 2}
    assert improved(Shift(), ["burner"]).stations == {"hob": 1}


def test_a_second_chef_works_and_is_paid() -> None:
    alone = run(load_shift("noodles-at-noon"))
    two = run(improved(load_shift("noodles-at-noon"), ["chef"]))
    assert (two.mode, two.chefs) == ("concurrent", 2)
    assert two.served > alone.served
    assert two.wages / two.makespan == pytest.approx(2 * alone.wages / alone.makespan, rel=1e-3)


def test_an_unknown_improvement_is_told() -> None:
    with pytest.raises(ShiftError, match="unknown improvement 'knifes': did you mean 'knives'"):
        improved(Shift(), ["knifes"])


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


def test_an_improvement_is_due_after_each_shift_with_a_star() -> None:
    assert choices_due({}, []) == 0
    assert choices_due({CAREER[0]: 2, "lunch-rush": 3}, []) == 1
    assert choices_due({CAREER[0]: 2}, ["knives"]) == 0
    assert choices_due({CAREER[0]: 2, CAREER[1]: 1, CAREER[2]: 0}, ["knives"]) == 1
    assert choices_due(dict.fromkeys(CAREER, 3), []) == 9
