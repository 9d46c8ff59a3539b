"""What a kitchen has of its own, in words."""

from __future__ import annotations

import pytest

from kitchen import Order, Pace, Shift
from kitchen.cookbook.improvements import improved
from kitchen.cookbook.load import load_shift
from kitchen.game.signs.equipment import equipment
from kitchen.menu import menu


@pytest.mark.parametrize(
    ("improvements", "told"),
    [
        ([], "Here the rail holds nine tickets."),
        (["knives"], "Here the rail holds nine tickets and work takes 85% of its time."),
        (
            ["pots", "bench", "rail"],
            "Here the rail holds twelve tickets, food keeps 1.5 times as long and guests wait 1.25 "
            "times as long.",
        ),
        (
            ["boards"],
            "Here the rail holds nine tickets and Steak and herb butter and Ramen with a soft egg "
            "are begun on prepped boards.",
        ),
    ],
)
def test_what_improvements_make_of_it(improvements: list[str], told: str) -> None:
    assert equipment(improved(load_shift("full-house"), improvements)) == told


def test_many_boards_are_counted() -> None:
    shift = improved(load_shift("full-house"), ["boards"] * 2)
    assert "four dishes are begun on prepped boards" in equipment(shift)


def test_a_kitchen_as_any_other_says_nothing() -> None:
    assert equipment(load_shift("soup-and-eggs")) == ""
    assert equipment(Shift([Order(0, menu()["egg"])], pace=Pace(timers=2))) == (
        "Here fires take 200% of their time."
    )
