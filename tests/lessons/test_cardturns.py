"""When the cards of a prediction are turned, and whether they lie right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kitchen.lessons.book import find_lesson
from kitchen.lessons.judging.cardturns import CardTurn, dealt, told_at, turns
from kitchen.lessons.judging.judge import cards, judged, tried
from kitchen.lessons.steps import PredictStep

RIGHT = [("a", 1.0), ("b", 2.0), ("a", 3.0)]


def test_each_card_is_turned_when_it_is_printed() -> None:
    assert turns(["a", "b", "a"], ["x"], RIGHT, 9.0) == [
        CardTurn(True, 1.0, 1), CardTurn(True, 2.0, 2), CardTurn(True, 3.0, 3),
        CardTurn(True, 9.0, 0),
    ]  # fmt: skip


def test_a_card_that_lies_wrong_says_where_it_belongs() -> None:
    assert turns(["b", "x", "a"], ["a"], RIGHT, 9.0) == [
        CardTurn(False, 2.0, 2), CardTurn(False, 9.0, 0), CardTurn(True, 3.0, 3),
        CardTurn(False, 1.0, 1),
    ]  # fmt: skip


def test_it_is_told_at_the_first_card_that_lies_wrong_or_is_missing() -> None:
    assert told_at(["a", "b", "a"], RIGHT, 9.0) == 9.0
    assert told_at(["a", "a", "b"], RIGHT, 9.0) == 2.0
    assert told_at(["a", "b"], RIGHT, 9.0) == 3.0
    assert told_at(["a", "b", "a", "x"], RIGHT, 9.0) == 9.0


def test_the_judge_goes_by_the_same_cards() -> None:
    lesson = find_lesson("egg-and-chicken")
    step = lesson.steps[0]
    assert isinstance(step, PredictStep)
    right = dealt(tried(lesson, step), step)
    assert [text for text, _ in right] == cards(lesson, step)
    assert judged(lesson, step, cards(lesson, step)).works


@given(st.permutations(["a", "a", "b", "c", "x", "y"]), st.integers(0, 6))
def test_right_cards_alone_make_a_right_answer(deck: list[str], split: int) -> None:
    right = [("a", 1.0), ("b", 2.0), ("a", 2.0), ("c", 4.0)]
    placed, left = deck[:split], deck[split:]
    found = turns(placed, left, right, 5.0)
    assert len(found) == len(deck)
    assert all(turn.right for turn in found) == (placed == [text for text, _ in right])
    places = [turn.place for turn in found if turn.place]
    assert sorted(places) == [1, 2, 3, 4], "each place is somebody's"
