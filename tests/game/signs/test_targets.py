"""The words for targets: what is asked for, how far it is, whether it is earned."""

from __future__ import annotations

import pytest

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.game.signs import targets
from kitchen.sim.view.score import Star


@pytest.mark.parametrize(
    ("star", "goal", "reached", "short"),
    [
        (Star("served", 8, 5), "Serve 8 dishes", "5 of 8 served", "5/8 served"),
        (Star("served", 1, 0), "Serve 1 dish", "0 of 1 served", "0/1 served"),
        (Star("profit", 100, 45.2), "Make $100.00 profit", "$45.20 of $100.00", "$45/$100"),
        (Star("tips", 12, 3), "Earn $12.00 in tips", "$3.00 of $12.00 in tips", "$3/$12"),
        (Star("makespan", 1650, 640), "Be done within 27:30", "10:40", "by 27:30"),
        (Star("makespan", 0.3, 0.2), "Be done within 0.3 s", "0.2 s", "by 0.3 s"),
        (Star("clean", 6, 4), "Serve 6 clean plates in a row", "4 of 6 in a row", "4/6 clean"),
        (Star("burnt", 2, 1), "Burn at most 2 dishes", "1 burnt", "1/2 burnt"),
        (Star("burnt", 0, 0), "Burn nothing", "0 burnt", "0/0 burnt"),
        (Star("walked_out", 1, 2), "At most 1 walk-out", "2 walked out", "2/1 left"),
        (Star("walked_out", 0, 0), "Nobody walks out", "0 walked out", "0/0 left"),
    ],
)
def test_each_target_in_words(star: Star, goal: str, reached: str, short: str) -> None:
    assert (targets.goal(star), targets.reached(star), targets.short(star)) == (
        goal, reached, short,
    )  # fmt: skip


def test_an_upper_bound_is_only_kept_so_far_until_the_kitchen_closes() -> None:
    kept, missed = Star("walked_out", 1, 1), Star("walked_out", 1, 2)
    assert targets.standing(kept, closed=False) == "so far"
    assert targets.standing(kept, closed=True) == "earned"
    assert targets.standing(missed, closed=False) == targets.standing(missed, closed=True)
    assert targets.standing(missed, closed=True) == "missed"
    assert targets.line(kept, closed=False) == "At most 1 walk-out: 1 walked out, held so far"


def test_a_lower_bound_is_earned_at_once_and_missed_only_at_the_end() -> None:
    enough, few = Star("served", 8, 8), Star("served", 8, 5)
    assert targets.standing(enough, closed=False) == "earned"
    assert targets.standing(few, closed=False) == "open"
    assert targets.standing(few, closed=True) == "missed"
    assert targets.line(few, closed=False) == "Serve 8 dishes: 5 of 8 served"
    assert targets.line(few, closed=True) == "Serve 8 dishes: 5 of 8 served, missed"


def test_every_target_of_the_cookbook_has_words_of_its_own() -> None:
    for shift in map(load_shift, [*shift_names(), *CAREER]):
        said = [targets.goal(Star(m, bound, 0)) for m, bound in shift.targets.items()]
        assert all(said) and len(set(said)) == len(shift.targets)
        assert not any("_" in words for words in said)


def test_a_goal_whose_word_is_not_explained_yet_is_told_without_it() -> None:
    assert targets.plain_goal(Star("clean", 6, 0)) == "Serve 6 in a row, all perfect"
    assert targets.plain_goal(Star("served", 8, 0)) == "Serve 8 dishes"
