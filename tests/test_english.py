"""English: a dish and what it does agree."""

from __future__ import annotations

import pytest

from kitchen.english import agreeing


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
