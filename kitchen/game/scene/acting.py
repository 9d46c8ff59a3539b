"""What a chef does, as one word, and the drawings for it."""

from __future__ import annotations

from typing import Literal

from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView

LEAN_AFTER, SLEEP_AFTER = 4.0, 9.0  # wall seconds at 1x of staring
BLINK_SECONDS, BLINK_EVERY = 0.14, 3.4
SIGH_SECONDS, SIGH_EVERY = 0.7, 4.0

Act = Literal["run", "work", "bored", "lean", "sleep", "idle", "cheer", "panic"]

BODIES: dict[Act, str] = {
    "work": "chef_stir",
    "bored": "chef_bored",
    "lean": "chef_lean",
    "sleep": "chef_sleep",
    "idle": "chef_idle",
    "cheer": "chef_cheer",
    "panic": "chef_panic",
}
RUN = ("chef_run", "chef_run2")
BLINKING = {"chef_idle": "chef_idle_blink", "chef_chop": "chef_chop_blink"}

AWAKE: tuple[Act, ...] = ("work", "bored", "lean", "idle")
WINCE, WORRY = "mien_wince", "mien_worry"
"""Faces from the wardrobe that any of these poses may wear."""

FRONTS: dict[str, tuple[str, float]] = {
    "board": ("chef_chop_front", 0.0),
    "pot": ("chef_stir_front", 0.0),
    "pan": ("chef_stir_front", 15.0),
    "bowl": ("chef_stir_front", 8.0),
    "oven": ("chef_oven_front", 0.0),
    "plate": ("chef_season_front", 12.0),
    "phone": ("chef_hold_front", 0.0),
    "parcel": ("chef_hold_front", 0.0),
    "slip": ("chef_hold_front", 0.0),
}
"""Kind of vessel -> the arm drawn after it, and how much lower it reaches, in logical px."""
SALTING = ("salt", "season", "sugar", "dust", "garnish")
KNEADING = ("knead", "dough", "stretch", "pull", "shape")


def act_of(chef: ChefView, moment: Moment, *, moving: bool) -> Act:
    """By the facts alone; cheering and panic are for whoever heard of them to add."""
    if moving:
        return "run"
    if chef.state == "hands":
        return "work"
    if chef.state == "free":
        return "idle"
    stared = (moment.now - chef.since) / max(1e-9, moment.tempo)
    if stared < LEAN_AFTER:
        return "bored"
    return "lean" if stared < SLEEP_AFTER else "sleep"


def front(thing: Vessel | None, what: str) -> tuple[str, float] | None:
    """The arm that works over a vessel, and how much lower than drawn."""
    if thing is None:
        return None
    text = what.lower()
    if thing.kind == "board" and text.startswith(SALTING):
        return "chef_season_front", 10.0
    if thing.art == "board_dough" or any(word in text for word in KNEADING):
        return "chef_hold_front", 4.0
    return FRONTS[thing.kind]


def burns(view: KitchenView) -> bool:
    """Whether food burns anywhere in the kitchen."""
    return any(order.burning is not None for order in view.open_orders.values())


def body(act: Act, chef: int, wall: float, arm: str | None, *, blinks: bool = True) -> str:
    """The drawing of the body; quiet faces blink, each in its own time."""
    name = BODIES[act] if act != "run" else RUN[int(wall * 11.0) % 2]
    if act == "work" and arm in (None, "chef_chop_front", "chef_hold_front"):
        name = "chef_chop"
    blink = blinks and (wall + chef * 1.7) % (BLINK_EVERY + 0.31 * (chef % 5)) < BLINK_SECONDS
    return BLINKING.get(name, name) if blink else name


def sighs(chef: int, wall: float) -> bool:
    return (wall + chef * 0.9) % SIGH_EVERY < SIGH_SECONDS
