"""Which drawing a dish uses: its icon on tickets, and what its parts stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from kitchen.game.signs.larder import (
    NATURAL,
    Vessel,
    at_station,
    by_hand,
    filled,
    match,
    plated,
    unbegun,
    words,
)
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView

FALLBACK = "cloche"

ICONS: dict[str, str] = {
    "dish_roast": "sunday dinner",
    "dish_breakfast": "breakfast sausage brunch fry",
    "dish_pancakes": "pancake crepe waffle",
    "dish_omelette": "omelet frittata",
    "dish_salad": "salad slaw",
    "dish_onion": "onion",
    "dish_lava": "lava fondant molten",
    "dish_soup": "soup broth chowder",
    "dish_lasagne": "lasagn moussaka",
    "dish_noodles": "noodle ramen udon",
    "dish_pasta": "pasta spaghetti penne gnocchi ravioli macaroni",
    "dish_chicken": "chicken turkey duck wing",
    "dish_egg": "egg",
    "dish_burger": "burger sandwich",
    "dish_steak": "steak beef ribs chop",
    "dish_curry": "curry stew chili chilli dal tagine goulash",
    "dish_risotto": "risotto rice paella porridge",
    "dish_pizza": "pizza flatbread",
    "dish_bread": "bread loaf bun toast baguette roll",
    "dish_fish": "fish salmon trout cod tuna",
    "dish_jelly": "jelly jello pudding",
    "dish_brulee": "brulee custard souffle mousse",
    "dish_pie": "pie tart quiche crumble",
    "dish_cake": "cake cupcake muffin brownie cookie biscuit scone",
    "dish_web": "web http www fetch download delivery parcel page request",
}
"""Icon -> beginnings of words in a dish's name; the first that matches counts."""

WEB = "dish_web"
WEB_ENDINGS = frozenset({"com", "org", "net", "io", "dev", "edu", "gov"})
ROASTS = ("roast", "joint", "shoulder", "lamb", "pork")


@lru_cache(maxsize=512)
def icon(dish: str) -> str:
    """The drawing of a dish by its recipe's name; a cloche for dishes that we do not know."""
    text = words(dish)
    if WEB_ENDINGS.intersection(text[1:]):
        return WEB
    for art, starts in ICONS.items():
        if any(word.startswith(start) for start in starts.split() for word in text):
            return art
    return "dish_roast" if any(word.startswith(ROASTS) for word in text) else FALLBACK


def vessel(view: KitchenView, order: OrderView, part: PartView, station: str | None) -> Vessel:
    """What one part of a dish stands in at a station, or at none.

    A dish that nobody has begun is a slip of paper with its picture.
    """
    finished = icon(order.dish)
    if not order.begun:
        return Vessel("slip", "slip", topping=finished)
    if finished == WEB:
        rang = part.timer is not None and part.timer.rang is not None
        return Vessel("parcel", "parcel") if rang else Vessel("phone", "phone")
    if station is not None:
        return at_station(order.dish, station, part.what, _course(view, order, part))
    if part.timer is None:
        raw = unbegun(_course(view, order, part)) if not part.what else None
        return raw or by_hand(order.dish, part.what, finished)
    return _unheld(order.dish, part.what, finished)


def on_cart(order: OrderView) -> Vessel:
    """A dish that waits for a station: what it is to become, on a plate."""
    return plated(icon(order.dish))


def vessels_of(plans: Mapping[str, Sequence[PlanStep]]) -> list[Vessel]:
    """What they may stand in while these dishes are cooked as planned."""
    found: dict[Vessel, None] = {}
    for dish, plan in plans.items():
        finished = icon(dish)
        found[Vessel("slip", "slip", topping=finished)] = None
        for step in plan:
            found[_planned(dish, plan, step, finished)] = None
            if step.part and (raw := unbegun(_words_of(plan, step.part))) is not None:
                found[raw] = None
    return list(found)


def _planned(dish: str, plan: Sequence[PlanStep], step: PlanStep, finished: str) -> Vessel:
    if finished == WEB:
        return Vessel("phone", "phone")
    if step.station is not None:
        course = _words_of(plan, step.part) if step.part else ""
        return at_station(dish, step.station, step.what, course)
    if step.kind == "hands":
        return by_hand(dish, step.what, finished)
    return _unheld(dish, step.what, finished)


def _unheld(dish: str, what: str, finished: str) -> Vessel:
    """Where a timer runs that holds no station."""
    place = match(NATURAL, words(what))[1]
    if place == "plate":
        return plated(finished)
    return at_station(dish, place, what) if place else filled(("", "bowl", "cloth"))


def _course(view: KitchenView, order: OrderView, part: PartView) -> str:
    """What else is done to a part of a dish: ``drain`` alone does not say what is in the pot."""
    if part.number == 0:
        return ""
    return _words_of(view.plan(order), part.number)


def _words_of(plan: Sequence[PlanStep], part: int) -> str:
    return " ".join(step.what for step in plan if step.part == part)
