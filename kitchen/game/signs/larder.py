"""What is in the pot: rules from the words of a step, and of a dish's name, to a drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

VesselKind = Literal["oven", "pot", "pan", "bowl", "board", "plate", "phone", "parcel", "slip"]


@dataclass(frozen=True, slots=True)
class Vessel:
    """What stands in a cell."""

    kind: VesselKind
    art: str
    drop: tuple[str, ...] = ()
    topping: str | None = None
    """A drawing that lies on it: the finished dish on its plate."""
    fire: bool = False
    """It stands on a burner or is an oven."""


CONTENTS: dict[str, str] = {
    "pot": "soup pasta egg water noodles curry risotto veg chicken gravy onions apples",
    "pan": "steak egg pancakes fish burger omelette veg sausages bread oil",
    "oven": "chicken cake pizza bread fish roast chips ramekin casserole off",
    "bowl": "batter salad cloth whisk eggs rice",
    "board_meat": "steak fish chicken sausages",
    "board_veg": "tomato mushroom onion apple bread cucumber carrot potato",
}
"""The groups of each drawing, of which one is shown (and the whisk with the batter)."""

LarderRule = tuple[str, str, str]
"""Words, a drawing, its contents. It counts if a word of the text begins with one of the words."""

ON_HOB: tuple[LarderRule, ...] = (
    ("breakfast_egg fried_egg", "pan", "egg"),
    ("egg", "pot", "egg"),
    ("rice risotto", "pot", "risotto"),
    ("noodle ramen", "pot", "noodles"),
    ("spaghetti pasta macaroni", "pot", "pasta"),
    ("onion_soup", "pot", "onions"),
    ("apple_stew apple", "pot", "apples"),
    ("sauce rag soup tomato", "pot", "soup"),
    ("green vegetable veg potato carrot pea", "pot", "veg"),
    ("gravy", "pot", "gravy"),
    ("curry stew chili dal", "pot", "curry"),
    ("chicken turkey", "pot", "chicken"),
    ("sausage bacon", "pan", "sausages"),
    ("patty burger", "pan", "burger"),
    ("steak beef lamb chop", "pan", "steak"),
    ("fish salmon", "pan", "fish"),
    ("pancake crepe", "pan", "pancakes"),
    ("omelet", "pan", "omelette"),
    ("toast bread garlic", "pan", "bread"),
    ("water", "pot", "water"),
)
VAGUE_ON_HOB: tuple[LarderRule, ...] = (
    ("onion brown mushroom", "pan", "veg"),
    ("fry sear oil side flip", "pan", "oil"),
)
"""Asked last: words that say little about what is in it."""

IN_OVEN: tuple[LarderRule, ...] = (
    ("warm_salad onion_soup", "oven", "bread"),
    ("chip fries potato wedge", "oven", "chips"),
    ("beef lamb joint shoulder pork slow sunday", "oven", "roast"),
    ("chicken turkey duck bird", "oven", "chicken"),
    ("custard brulee souffl pudding ramekin", "oven", "ramekin"),
    ("cake muffin brownie pie tart sponge", "oven", "cake"),
    ("pizza", "oven", "pizza"),
    ("bread loaf bun toast melt crust garlic", "oven", "bread"),
    ("fish salmon", "oven", "fish"),
)
VAGUE_IN_OVEN: tuple[LarderRule, ...] = (("roast", "oven", "roast"),)

BY_HAND: tuple[LarderRule, ...] = (
    ("plate carve serve", "plate", ""),
    ("fish", "board_meat", "fish"),
    ("batter whisk beat melt custard mix stir", "bowl", "batter"),
    ("leaves wash dress", "bowl", "salad"),
    ("dough knead stretch pull layer close roll", "board_dough", ""),
    ("stack wrap garnish ladle build cream sugar jam toss toast butter", "plate", ""),
    ("patty pork steak beef sear shape rub salt", "board_meat", "steak"),
    ("bird chicken turkey", "board_meat", "chicken"),
    ("fill", "pot", "water"),
    ("mushroom", "board_veg", "mushroom"),
    ("cucumber", "board_veg", "cucumber"),
    ("chips fries potato", "board_veg", "potato"),
    ("carrot vegetable", "board_veg", "carrot"),
    ("onion", "board_veg", "onion"),
    ("apple", "board_veg", "apple"),
    ("bread loaf", "board_veg", "bread"),
    ("tomato", "board_veg", "tomato"),
    ("slice chop peel cut crush", "board_veg", "carrot"),
)

UNBEGUN: tuple[LarderRule, ...] = (
    ("chip fries potato", "board_veg", "potato"),
    ("sausage bacon", "board_meat", "sausages"),
    ("egg", "bowl", "eggs"),
    ("rice", "bowl", "rice"),
    ("noodle", "board_dough", ""),
    ("spaghetti pasta macaroni", "pot", "water"),
    ("sauce tomato", "board_veg", "tomato"),
    ("green salad leaves", "bowl", "salad"),
    ("beef lamb joint pork steak patty", "board_meat", "steak"),
    ("chicken turkey bird", "board_meat", "chicken"),
    ("fish salmon", "board_meat", "fish"),
)
"""What is ready for a part of a dish that nobody has begun; asked of all of its steps."""

NATURAL: tuple[LarderRule, ...] = (
    ("boil simmer poach stew heat fry sear saute flip side", "hob", ""),
    ("roast bake", "oven", ""),
    ("rest cool", "plate", ""),
)
"""Where a timer runs that holds no station."""

NOTHING: LarderRule = ("", "", "")


OVENS = ("oven", "bak")
"""Beginnings of the names of stations that are ovens."""


FRYING = ("grill", "griddle", "fry", "wok", "plancha")
"""Of those that stand under a pan, if nothing says what is in it."""


def is_oven(station: str) -> bool:
    return station.lower().startswith(OVENS)


def words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+", text.lower()))


def match(
    rules: Iterable[LarderRule], text: tuple[str, ...], otherwise: LarderRule = NOTHING
) -> LarderRule:
    """The first rule that the text answers to; ``a_b``: both must be in it."""
    for rule in rules:
        for starts in rule[0].split():
            if all(any(word.startswith(start) for word in text) for start in starts.split("_")):
                return rule
    return otherwise


@lru_cache(maxsize=2048)
def at_station(dish: str, station: str, what: str, course: str = "") -> Vessel:
    """On a burner or in an oven: by the step's words, then the dish's, then the plainest.

    ``course``: the words of the other steps of the same part of a dish, asked before the dish.
    """
    oven = is_oven(station)
    rules, vague = (IN_OVEN, VAGUE_IN_OVEN) if oven else (ON_HOB, VAGUE_ON_HOB)
    plain: LarderRule = ("", "oven", "casserole") if oven else ("", "pot", "water")
    if station.lower().startswith(FRYING):
        plain = ("", "pan", "oil")
    step, name = words(what), words(dish)
    both = [rule for rule in rules if "_" in rule[0]]
    rule = match(both, step + name)
    for options, text in (
        *((rules, step), (rules, words(course)), (rules, name)),
        *((vague, step), (vague, name)),
    ):
        rule = rule if rule[1] else match(options, text)
    return filled(rule if rule[1] else plain, fire=True)


@lru_cache(maxsize=2048)
def by_hand(dish: str, what: str, finished: str) -> Vessel:
    """On no station; ``finished`` is the drawing of the dish, for when it lies on its plate."""
    rule = match(BY_HAND, words(what))
    if not rule[1]:
        rule = match(BY_HAND, words(dish), ("", "board_veg", "carrot"))
    return plated(finished) if rule[1] == "plate" else filled(rule)


@lru_cache(maxsize=512)
def unbegun(course: str) -> Vessel | None:
    """A part of a dish before its first step, by the words of all steps; None: they say nothing."""
    rule = match(UNBEGUN, words(course))
    return filled(rule) if rule[1] else None


def plated(finished: str) -> Vessel:
    return Vessel("plate", "plate", topping=finished)


def filled(rule: LarderRule, fire: bool = False) -> Vessel:
    """A drawing with one of its contents shown."""
    _, art, content = rule
    keep = {content, "whisk"} if content == "batter" else {content}
    drop = tuple(group for group in CONTENTS.get(art, "").split() if group not in keep)
    kinds: dict[str, VesselKind] = {"oven": "oven", "pot": "pot", "pan": "pan", "bowl": "bowl"}
    return Vessel(kinds.get(art, "board"), art, drop, fire=fire)
