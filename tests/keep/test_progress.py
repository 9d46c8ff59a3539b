"""Progress: the best stays, and nothing is noted twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.cookbook.career import CAREER, unlocked
from kitchen.keep.progress import Progress, from_2


def test_the_best_stars_of_a_shift_stay() -> None:
    progress = Progress().with_stars("lunch-rush", 2).with_stars("lunch-rush", 1)
    assert progress.with_stars("slow-roast", 3).stars == {"lunch-rush": 2, "slow-roast": 3}


def test_a_shift_played_without_a_star_is_noted_as_played() -> None:
    assert Progress().with_stars("lunch-rush", 0).stars == {"lunch-rush": 0}


def test_a_shift_that_was_watched_is_noted_once_and_its_stars_stay() -> None:
    progress = Progress().with_stars("lunch-rush", 2).with_watched("lunch-rush")
    progress = progress.with_watched("slow-roast").with_watched("lunch-rush")
    assert progress.watched == ["lunch-rush", "slow-roast"]
    assert progress.stars == {"lunch-rush": 2}


def test_improvements_keep_the_order_in_which_they_were_chosen_and_count_each_time() -> None:
    progress = Progress().with_improvement("knives").with_improvement("chef")
    assert progress.with_improvement("knives").improvements == ["knives", "chef", "knives"]


def test_an_improvement_takes_the_place_of_one_that_is_no_more() -> None:
    progress = Progress(improvements=["chef", "burner", "chef"])
    progress = progress.with_improvement("pots", instead_of="chef")
    assert progress.improvements == ["burner", "chef", "pots"]
    assert progress.with_improvement("rail", instead_of="oven").improvements[-1] == "rail"


def test_a_career_keeps_its_deck() -> None:
    progress = Progress().with_deck(7)
    assert progress.with_deck(8).deck == 7


def test_a_hint_is_noted_once() -> None:
    assert Progress().with_seen("burnt").with_seen("burnt").seen == ["burnt"]


@pytest.mark.parametrize("stars", [-1, 4])
def test_no_shift_gives_such_stars(stars: int) -> None:
    with pytest.raises(ValueError, match=f"stars.lunch-rush: 0 to 3, not {stars}"):
        Progress(stars={"lunch-rush": stars})


def test_the_mark_of_help_goes_with_the_best_stars() -> None:
    """What is better replaces what was; of equals what was without help stays, or comes."""
    helped = Progress().with_stars("a", 2, helped=True)
    assert helped.helped == helped.with_stars("a", 1).helped == ["a"]
    assert helped.with_stars("a", 2).helped == helped.with_stars("a", 3).helped == []
    assert helped.with_stars("b", 1).with_stars("a", 3, helped=True).helped == ["a"]
    alone = Progress().with_stars("a", 2)
    assert alone.with_stars("a", 2, helped=True).helped == []
    assert alone.with_stars("a", 1, helped=True).helped == []
    assert alone.with_stars("a", 3, helped=True).helped == ["a"]
    assert Progress().with_stars("a", 0, helped=True).helped == []  # nothing to be marked


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans())))
def test_stars_are_marked_if_they_never_came_without_help(games: list[tuple[int, bool]]) -> None:
    progress = Progress()
    for stars, helped in games:
        progress = progress.with_stars("a", stars, helped)
    best = max((stars for stars, _ in games), default=0)
    alone = any(stars == best and not helped for stars, helped in games)
    assert progress.stars.get("a", 0) == best
    assert (progress.helped == ["a"]) == (best > 0 and not alone)


def test_a_calm_shift_and_a_watched_one_open_the_next() -> None:
    progress = Progress().with_calm("a").with_watched("b").with_calm("b").with_calm("a")
    assert (progress.calm, progress.through) == (["a", "b"], ["b", "a"])


def test_what_an_older_version_had_opened_stays_open() -> None:
    """0.4 did not ask for the bosses after the first half of the career."""
    five = {"stars": dict.fromkeys(CAREER[:4], 1), "watched": [CAREER[4]]}
    assert from_2(five)["opened"] == [CAREER[5]]
    assert from_2({"stars": dict.fromkeys(CAREER[:4], 1), "watched": []})["opened"] == []
    assert unlocked(five["stars"], five["watched"], from_2(five)["opened"]) == CAREER[:6]  # type: ignore[arg-type]
