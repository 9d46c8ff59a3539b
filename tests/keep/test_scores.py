"""Scores: ten a board, the best first."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kitchen.keep.scores import BEST, Score, Scores, place


def score(profit: float, when: str = "2026-11-22T12:00:00", stars: int = 0) -> Score:
    return Score(
        profit=profit, served=3, orders=4, stars=stars, mode="hybrid", seed=7, when=when
    )  # fmt: skip


def test_the_most_profit_comes_first() -> None:
    scores = Scores()
    for profit in (10.0, 30.0, 20.0):
        scores = scores.with_shift("lunch-rush", score(profit))
    assert [one.profit for one in scores.shifts["lunch-rush"]] == [30.0, 20.0, 10.0]
    assert place(scores.shifts["lunch-rush"], score(20.0)) == 2


def test_of_equals_the_one_with_more_stars_and_then_the_first_comes_first() -> None:
    late, early = score(10.0, "2026-11-23T12:00:00"), score(10.0, "2026-11-21T12:00:00")
    starred = score(10.0, "2026-11-24T12:00:00", stars=1)
    scores = Scores().with_day("2026-11-22", late).with_day("2026-11-22", early)
    scores = scores.with_day("2026-11-22", starred)
    assert scores.days["2026-11-22"] == [starred, early, late]


def test_what_a_policy_did_stands_below_all_that_was_done_by_hand() -> None:
    scores, day = Scores(), "2026-11-22"
    theirs = msgspec.structs.replace(score(90.0), policy="fifo")
    for one in (score(10.0), theirs, score(20.0)):
        scores = scores.with_day(day, one)
    assert scores.days[day] == [score(20.0), score(10.0), theirs]
    for profit in range(BEST):
        scores = scores.with_day(day, score(float(profit)))
    assert theirs not in scores.days[day]


def test_of_equals_the_one_without_help_comes_first() -> None:
    helped = msgspec.structs.replace(score(10.0, "2026-11-21T12:00:00"), helped=True)
    better = msgspec.structs.replace(score(11.0), helped=True)
    scores = Scores()
    for one in (helped, score(10.0), better):
        scores = scores.with_shift("lunch-rush", one)
    assert scores.shifts["lunch-rush"] == [better, score(10.0), helped]


@given(st.lists(st.integers(0, 50), max_size=30))
def test_a_board_keeps_the_ten_best_in_whatever_order_they_came(profits: list[int]) -> None:
    scores = Scores()
    for number, profit in enumerate(profits):
        scores = scores.with_shift("lunch-rush", score(profit, f"{number:03}"))
    board = scores.shifts.get("lunch-rush", [])
    assert [one.profit for one in board] == sorted(profits, reverse=True)[:BEST]


def test_the_same_score_is_kept_once() -> None:
    scores = Scores().with_day("2026-11-22", score(10.0))
    assert scores.with_day("2026-11-22", score(10.0)) == scores


def test_a_score_that_is_not_good_enough_has_no_place() -> None:
    scores = Scores()
    for profit in range(BEST):
        scores = scores.with_shift("lunch-rush", score(10.0 + profit))
    scores = scores.with_shift("lunch-rush", score(1.0))
    assert place(scores.shifts["lunch-rush"], score(1.0)) is None
