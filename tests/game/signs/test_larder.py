"""Food looks like what it is called: what stands on the board, in the pot, in the oven."""

from __future__ import annotations

import re

import pytest

from kitchen.assets import find_assets
from kitchen.game.signs.larder import CONTENTS, Vessel, unbegun
from kitchen.game.signs.vessels import FALLBACK, icon, vessels_of
from kitchen.menu import menu
from kitchen.runs.courses import rehearse
from kitchen.sim.shift.shift import Order, Shift

STATIONS = {"hob": 4, "oven": 4, "grill": 4}


def seen(dish: str) -> list[str]:
    """``board_veg mushroom``: all that is seen of a dish while it is made."""
    plans = {dish: rehearse(Shift([Order(0.0, menu()[dish])], STATIONS))[dish]}
    return [" ".join((vessel.art, *shown(vessel))) for vessel in vessels_of(plans)]


def shown(vessel: Vessel) -> list[str]:
    return [group for group in CONTENTS.get(vessel.art, "").split() if group not in vessel.drop]


@pytest.mark.parametrize(("dish", "pictures"), [
    ("risotto", ["board_veg mushroom", "pot risotto"]),
    ("onion_soup", ["board_veg onion", "pot onions", "board_veg bread", "oven bread"]),
    ("tomato_soup", ["board_veg tomato", "pot soup"]),
    ("apple_pie", ["board_veg apple", "pot apples"]),
    ("full_breakfast", ["board_veg bread", "pan sausages", "pan egg"]),
    ("curry", ["board_veg carrot", "pot curry", "pot risotto"]),
    ("lasagne", ["board_veg carrot", "pot soup", "oven casserole"]),
    ("green_salad", ["board_veg cucumber", "bowl salad"]),
    ("spaghetti", ["pot water", "pot soup", "pot pasta"]),
    ("pizza", ["board_dough", "board_veg tomato", "oven pizza"]),
    ("fish_and_chips", ["board_meat fish", "pan fish"]),
    ("warm_salad", ["oven bread"]),
])  # fmt: skip
def test_each_step_shows_what_it_is_about(dish: str, pictures: list[str]) -> None:
    found = seen(dish)
    assert [picture for picture in pictures if picture not in found] == []
    of_a_kind = {picture.split()[0] for picture in pictures}
    others = [one for one in found if one.split()[0] in of_a_kind and one not in pictures]
    assert others == [], "and nothing else in the same vessel"


def test_no_dish_of_the_house_is_a_mere_cloche() -> None:
    assert [name for name in menu() if icon(name) == FALLBACK] == []


@pytest.mark.parametrize(("dish", "picture"), [
    ("onion_soup", "dish_onion"), ("lava_cake", "dish_lava"), ("sponge_cake", "dish_cake"),
    ("tomato_soup", "dish_soup"), ("slow_roast", "dish_roast"),
])  # fmt: skip
def test_dishes_that_differ_look_different(dish: str, picture: str) -> None:
    assert icon(dish) == picture


@pytest.mark.parametrize("art", CONTENTS)
def test_a_drawing_has_a_group_for_each_of_its_contents(art: str) -> None:
    text = (find_assets() / "art" / f"{art}.svg").read_text(encoding="utf-8")
    groups = set(re.findall(r'<g id="(\w+)"', text))
    assert set(CONTENTS[art].split()) <= groups


@pytest.mark.parametrize(("steps", "picture"), [
    ("sausages in sausages sausages out", "board_meat sausages"),
    ("eggs in eggs eggs out", "bowl eggs"),
    ("start the rice rice stir the rice", "bowl rice"),
    ("chips salt the chips", "board_veg potato"),
])  # fmt: skip
def test_a_part_that_nobody_has_begun_is_what_it_is_made_of(steps: str, picture: str) -> None:
    vessel = unbegun(steps)
    assert vessel is not None
    assert " ".join((vessel.art, *shown(vessel))) == picture


def test_the_parts_of_one_dish_look_different_before_they_are_begun() -> None:
    for dish, recipe in menu().items():
        plan = rehearse(Shift([Order(0.0, recipe)], STATIONS))[dish]
        parts = {step.part: "" for step in plan if step.part}
        for step in plan:
            if step.part:
                parts[step.part] += f" {step.what}"
        found = [unbegun(steps) for steps in parts.values()]
        assert len(set(found)) == len(found), dish
