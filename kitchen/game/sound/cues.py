"""Which sound a fact makes: from what happened, the words of the step and the vessel it is in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kitchen.game.input.actions import (
    Action,
    Leave,
    LookInto,
    Pause,
    Restart,
    Speed,
    ToggleAutopilot,
    ToNextRing,
)
from kitchen.game.signs.larder import NATURAL, LarderRule, VesselKind, at_station, match, words
from kitchen.game.signs.vessels import WEB, icon
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

PAY_AFTER = 0.34  # wall seconds from the plate to the coins
DINGS = 3

HANDS: tuple[LarderRule, ...] = (
    ("eggs_in spaghetti_in", "plop", ""),
    ("take_out take_off", "oven_door", ""),
    ("turn_out", "plate", ""),
    ("salt season sugar dust garnish", "shake", ""),
    ("flip sear fry turn scrape", "sizzle", ""),
    ("chop slice cut carve peel crush dice mince", "chop", ""),
    ("knead stretch shape pull close dough layer", "knead", ""),
    ("whisk beat batter melt mix stir toss fold dress blend", "stir", ""),
    ("drain pour fill wash ladle", "pour", ""),
)
"""Words of a hands-on step -> its sound; else it is a plate that is put down."""

SET: dict[VesselKind, str] = {
    "pan": "sizzle", "pot": "plop", "oven": "oven_door", "plate": "plate", "phone": "press"
}  # fmt: skip
"""What a timer's food is put into -> the sound of that."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A sound to start: its kind, whose order it is, and how long after the fact."""

    kind: str
    order: int | None = None
    after: float = 0.0
    """Seconds of wall time."""
    variant: int | None = None
    lasts: float = 0.0
    """Kitchen seconds of hands-on work."""


def cues(fact: f.Fact, view: KitchenView, stars: float) -> tuple[Cue, ...]:
    """The sounds of one fact that ``view`` has folded."""
    match fact:
        case f.Hands(order=order, what=what, seconds=seconds):
            return (Cue(hands_sound(what), order, lasts=seconds),)
        case f.TimerSet(order=order, part=part, what=what):
            kind = SET.get(vessel(view, view.orders[order], part, what) or "slip")
            return (Cue(kind, order),) if kind else ()
        case f.TimerRang(order=order):
            place = view.place_in_line(order) or 1
            return (Cue("ding", order, variant=min(place, DINGS)),)
        case f.Served(order=order, paid=paid, tip=tip):
            plate = Cue("serve", order)
            return (plate, Cue("coin", order, PAY_AFTER)) if paid + tip > 0 else (plate,)
        case f.Closed():
            return (Cue("fanfare", variant=max(0, min(3, int(stars)))),)
    kind = PLAIN.get(type(fact))
    return (Cue(kind, getattr(fact, "order", None)),) if kind else ()


PRESSES: dict[type[Action], str] = {
    LookInto: "flip", Pause: "press", ToNextRing: "press", Speed: "press",
    ToggleAutopilot: "press", Restart: "press", Leave: "back",
}  # fmt: skip
"""What the player did -> its interface sound; a pick is heard when the kitchen knows of it."""

PLAIN: dict[type[f.Fact], str] = {
    f.Ordered: "order", f.FoodBurnt: "burn", f.StartedAgain: "sizzle",
    f.Overcooked: "spoilt", f.WalkedOut: "walk_out", f.TurnedAway: "walk_out", f.Picked: "press",
    f.PickedAt: "press",
}  # fmt: skip


@lru_cache(maxsize=512)
def hands_sound(what: str) -> str:
    return match(HANDS, words(what))[1] or "plate"


def vessel(view: KitchenView, order: OrderView, part: int, what: str) -> VesselKind | None:
    """What the food of a timer is in; None for what stands nowhere."""
    if icon(order.dish) == WEB:
        return "phone"
    planned = (s.station for s in view.plan(order) if s.part == part and s.what == what)
    station = next(planned, None) or (order.stations[-1][0] if order.stations else None)
    station = station or match(NATURAL, words(what))[1]
    if station in ("", "plate"):
        return "plate" if station else None
    return at_station(order.dish, station, what).kind
