"""Every sound of the game by name: how it is made, how loud it is, and whose volume it obeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from kitchen.game.sound import ambience, calls, cooking, interface, money
from kitchen.game.sound.synth import Samples

Channel = Literal["cooking", "calls", "money", "ambience", "interface"]
"""What the player sets a volume for, beside all of it (master)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """``peak`` is the highest sample of the file, of 1."""

    channel: Channel
    peak: float
    make: Callable[[], Samples]
    loop: bool = False


SOUNDS: dict[str, Recipe] = {
    "chop_1": Recipe("cooking", 0.50, partial(cooking.chop, 0)),
    "chop_2": Recipe("cooking", 0.46, partial(cooking.chop, 1)),
    "chop_3": Recipe("cooking", 0.48, partial(cooking.chop, 2)),
    "stir": Recipe("cooking", 0.26, cooking.stir),
    "knead": Recipe("cooking", 0.44, cooking.knead),
    "shake": Recipe("cooking", 0.24, cooking.shake),
    "pour": Recipe("cooking", 0.32, cooking.pour),
    "plate": Recipe("cooking", 0.36, cooking.plate),
    "sizzle": Recipe("cooking", 0.46, cooking.sizzle),
    "plop": Recipe("cooking", 0.36, cooking.plop),
    "oven_door": Recipe("cooking", 0.46, cooking.oven_door),
    "ding_1": Recipe("calls", 0.52, partial(calls.ding, 0)),
    "ding_2": Recipe("calls", 0.52, partial(calls.ding, 1)),
    "ding_3": Recipe("calls", 0.52, partial(calls.ding, 2)),
    "burn": Recipe("calls", 0.62, calls.burn),
    "walk_out": Recipe("calls", 0.60, calls.walk_out),
    "order": Recipe("calls", 0.30, interface.order),
    "serve": Recipe("money", 0.48, money.serve),
    "coin": Recipe("money", 0.36, money.coin),
    "fanfare_0": Recipe("money", 0.50, partial(money.fanfare, 0)),
    "fanfare_1": Recipe("money", 0.60, partial(money.fanfare, 1)),
    "fanfare_2": Recipe("money", 0.68, partial(money.fanfare, 2)),
    "fanfare_3": Recipe("money", 0.76, partial(money.fanfare, 3)),
    "hover": Recipe("interface", 0.10, interface.hover),
    "press": Recipe("interface", 0.34, interface.press),
    "back": Recipe("interface", 0.32, interface.back),
    "error": Recipe("interface", 0.46, interface.error),
    "star": Recipe("interface", 0.44, interface.star),
    "flip": Recipe("interface", 0.36, interface.flip),
    "ok": Recipe("interface", 0.42, interface.ok),
    "hum": Recipe("ambience", 0.50, ambience.hum, loop=True),
    "murmur": Recipe("ambience", 0.48, ambience.murmur, loop=True),
    "bubbles": Recipe("ambience", 0.46, ambience.bubbles, loop=True),
    "frying": Recipe("ambience", 0.50, ambience.frying, loop=True),
    "clatter": Recipe("ambience", 0.42, ambience.clatter, loop=True),
}

LOOPS = tuple(name for name, recipe in SOUNDS.items() if recipe.loop)
