"""The verdict: a plain sentence for whatever came out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.english import span
from kitchen.report.amounts import per_dollar
from kitchen.report.verdict import as_text, verdict


@dataclass(frozen=True)
class Made:
    """The figures of a kitchen; it serves from order ``first`` on, at even times."""

    mode: str
    chefs: int = 1
    makespan: float = 600.0
    orders: int = 12
    served: int = 12
    burnt: int = 0
    walked_out: int = 0
    wages: float = 9.0
    profit: float = 100.0
    utilisation: float = 0.5
    first: int = 1

    @property
    def served_at(self) -> dict[int, float]:
        each = self.makespan / max(1, self.served)
        return {self.first + index: (index + 1) * each for index in range(self.served)}


STAY = Made("blocking", makespan=462.0, served=2, walked_out=10, wages=55.0)
LEAVE = Made("concurrent", makespan=79.0)
MANY = Made("parallel", chefs=10, makespan=72.0, wages=86.0)
BOTH = Made("hybrid", chefs=10, makespan=63.0, wages=76.0)


def said(stay: Made = STAY, leave: Made = LEAVE, both: Made = BOTH, you: Made | None = None) -> str:
    return as_text(verdict((stay, leave, MANY, both), you))


def test_leaving_the_pots_serves_more() -> None:
    assert said() == (
        "By leaving pots that need no hands, one chef served all 12 dishes instead of 2, "
        "12 to 0 in the first 79 seconds; nine more chefs saved only 16 seconds and cost $67 "
        "extra in wages."
    )


def test_all_were_served_either_way() -> None:
    words = said(replace(STAY, served=12, walked_out=0))
    assert "nine more chefs saved only 16 seconds more and cost $67 extra in wages." in words
    assert words.startswith(
        "By leaving pots that need no hands, one chef served all 12 dishes 5.8x"
    )


def test_fewer_were_served_by_leaving() -> None:
    words = said(replace(STAY, served=9), replace(LEAVE, served=7))
    assert (
        "did not pay here: one chef served 7 dishes instead of 9, 7 to 1 in the first 79" in words
    )


def test_the_blocking_kitchen_closed_first_because_its_customers_had_gone() -> None:
    stay = replace(STAY, makespan=70.0, served=0, walked_out=12)
    assert "served all 12 dishes instead of 0, 10 to 0 in the first 70 seconds" in said(stay)


def test_as_many_dishes_but_others() -> None:
    words = said(replace(STAY, served=12, first=2))
    assert "served as many dishes, 12 to 2 in the first 79 seconds, though not the same" in words
    assert "nine more chefs served as many, though not the same, and cost $67 extra" in said(
        both=replace(BOTH, first=3)
    )
    mine = replace(LEAVE, first=2, makespan=70.0)
    assert said(you=mine).startswith(
        "Against the autopilot you served as many, though not the same."
    )


def test_nobody_served_anything() -> None:
    words = said(replace(STAY, served=0), replace(LEAVE, served=0), replace(BOTH, served=0))
    assert words == (
        "Neither staying at the pots nor leaving them served a dish; "
        "nine more chefs served none either and cost $67 extra in wages."
    )


def test_leaving_the_pots_was_slower_because_food_burnt() -> None:
    stay = Made("blocking", makespan=60.0)
    words = said(stay, replace(LEAVE, burnt=2))
    assert (
        "did not pay here: one chef was done 19 seconds later, with two more burnt dishes" in words
    )


def test_dishes_that_are_all_hands_gain_nothing() -> None:
    stay = Made("blocking", makespan=79.0, utilisation=1.0)
    assert "all hands and no waiting, so leaving the pots gains nothing" in said(stay)
    assert "hardly a second pot to turn to" in said(replace(stay, utilisation=0.2))


def test_in_the_same_time_more_or_fewer_were_served() -> None:
    stay = Made("blocking", makespan=79.0, served=5)
    assert "one chef served all 12 dishes instead of 5 in the same time" in said(stay)
    words = said(stay, replace(LEAVE, served=4))
    assert "one chef served 4 dishes instead of 5 in the same time" in words


@pytest.mark.parametrize(
    ("both", "words"),
    [
        (replace(BOTH, makespan=79.0), "nine more chefs saved no time and cost $67 extra"),
        (replace(BOTH, makespan=20.0), "nine more chefs saved 59 seconds and cost $67"),
        (replace(BOTH, makespan=99.0), "nine more chefs took 20 seconds longer and cost $67"),
        (replace(BOTH, wages=9.0), "saved only 16 seconds and cost nothing extra"),
        (replace(BOTH, wages=4.8), "and cost $4.20 less in wages, being done so soon"),
        (replace(BOTH, served=11), "served only 11 dishes instead of 12 and cost $67"),
        (replace(BOTH, chefs=2), "one more chef saved only"),
        (replace(BOTH, chefs=31), "30 more chefs saved only"),
    ],
)
def test_more_chefs_in_every_case(both: Made, words: str) -> None:
    assert words in said(both=both)


def test_more_chefs_who_serve_more() -> None:
    words = said(leave=replace(LEAVE, served=8))
    assert (
        "nine more chefs served all 12 dishes instead of 8 but cost $67 extra in wages: "
        "0.16 dishes for a dollar instead of 0.89." in words
    )


def test_two_chefs_are_not_called_one() -> None:
    words = said(replace(STAY, chefs=2), replace(LEAVE, chefs=2))
    assert "two chefs served" in words and "eight more chefs" in words


def test_a_shift_that_took_no_time_compares_nothing() -> None:
    assert "nothing to compare" in said(replace(STAY, makespan=0.0))


@pytest.mark.parametrize(
    ("you", "words"),
    [
        (LEAVE, "You did exactly as well as the autopilot in the same kitchen."),
        (
            replace(LEAVE, served=11, makespan=91.0, profit=88.0),
            "Against the autopilot you served one fewer and made $12 less.",
        ),
        (replace(LEAVE, profit=103.1), "Against the autopilot you made $3.10 more."),
        (
            replace(LEAVE, makespan=75.0, profit=101.5),
            "Against the autopilot you were done 4 seconds sooner and made $1.50 more.",
        ),
    ],
)
def test_you_beside_the_autopilot_in_the_same_kitchen(you: Made, words: str) -> None:
    assert said(you=you).startswith(words + " By leaving")


def test_a_player_is_compared_with_the_same_kitchen() -> None:
    words = said(you=replace(BOTH, makespan=64.0))
    assert words.startswith("Against the autopilot you were done 1 second later.")


def test_spans_are_told_in_seconds_then_as_a_clock() -> None:
    told = [span(s) for s in (0.2, 1.0, 7.0, 42.4, 99.4, 100.0, 383.0, 3725.0)]
    assert told == ["0.2 seconds", "1 second", "7 seconds", "42 seconds", "99 seconds", "1:40",
                    "6:23", "1:02:05"]  # fmt: skip


counts, times = st.integers(0, 12), st.floats(0.0, 1e5)
kitchens = st.builds(
    Made, st.just("concurrent"), st.integers(1, 30), times, st.just(12), counts, counts, counts,
    st.floats(0.0, 1e4), st.floats(-1e4, 1e4), st.floats(0.0, 1.0), st.integers(1, 2),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(kitchens, kitchens, kitchens, st.none() | kitchens)
def test_whatever_came_out_is_said_in_clean_sentences(
    stay: Made, leave: Made, both: Made, you: Made | None
) -> None:
    both = replace(both, chefs=leave.chefs + both.chefs)
    words = said(stay, leave, both, you)
    assert words.endswith(".") and "  " not in words and "--" not in words and "nan" not in words
    assert words[0].isupper() and not re.search(r"(?<!\.)\b(1 dishes|one chefs)\b", words)


SPEED = re.compile(r"sooner|later|longer|saved|faster|\\dx|so soon|gains nothing")


@settings(max_examples=80, deadline=None)
@given(kitchens, kitchens, kitchens, st.none() | kitchens)
def test_nobody_is_called_sooner_who_served_other_dishes(
    stay: Made, leave: Made, both: Made, you: Made | None
) -> None:
    """Each clause compares two kitchens: time is told only where those served the same."""
    if not stay.makespan or not leave.makespan:
        return
    stay, both = replace(stay, mode="blocking"), replace(both, chefs=leave.chefs + both.chefs)
    own, _, lesson = said(stay, leave, both, you).rpartition(". ")
    leaving, _, more = lesson.partition("; ")
    for words, one, other in ((leaving, stay, leave), (more, leave, both), (own, you, leave)):
        if one is not None and one.served_at.keys() != other.served_at.keys():
            assert not SPEED.search(words), words


@settings(max_examples=60, deadline=None)
@given(kitchens, kitchens)
def test_who_served_more_is_never_hidden(stay: Made, leave: Made) -> None:
    if stay.served != leave.served and stay.makespan and leave.makespan:
        assert f"instead of {stay.served}" in said(stay, leave)


def test_dishes_for_a_dollar_are_never_one_dishes() -> None:
    told = [per_dollar(value) for value in (0.1034, 0.9949, 0.9951, 0.9999, 1.0, 12.34)]
    assert told == ["0.1", "0.99", "1.0", "1.0", "1.0", "12.3"]
