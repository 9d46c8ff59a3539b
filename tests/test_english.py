"""English: a dish and what it does agree."""

from __future__ import annotations

import pytest

from kitchen.english import agreeing, clock


@pytest.mark.parametrize(
    ("dish", "told"),
    [
        ("Steak", "Steak burns"),
        ("1 Steak", "1 Steak burns"),
        ("Soft eggs", "Soft eggs burn"),
        ("4 Pancakes", "4 Pancakes burn"),
        ("Pancakes, a stack", "Pancakes, a stack burn"),
        ("Fish and chips", "Fish and chips burn"),
        ("Spaghetti with tomatoes", "Spaghetti with tomatoes burns"),
        ("Couscous", "Couscous burns"),
        ("Lasagne", "Lasagne burns"),
        ("", " burns"),
    ],
)
def test_food_burns_or_burn(dish: str, told: str) -> None:
    assert agreeing(dish, "burns") == told


def test_the_clock_counts_what_is_over() -> None:
    assert [clock(t) for t in (0.0, 26.9, 27.0, 425.0, 3599.9, 3725.0, -3.0)] == [
        "0:00", "0:26", "0:27", "7:05", "59:59", "1:02:05", "0:00",
    ]  # fmt: skip
