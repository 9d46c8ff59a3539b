"""Every sound of the game by name: how it is made, how loud it is, and whose volume it obeys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from kitchen.game.sound import ambience, calls, cooking, interface, money
from kitchen.game.sound.synth import Samples

Channel = Literal["cooking", "calls", "money", "ambience", "interface", "music"]
"""What the player sets a volume for, beside all of it (master)."""


@dataclass(frozen=True, slots=True)
class SoundRecipe:
    """``peak`` is the highest sample of the file, of 1."""

    channel: Channel
    peak: float
    make: Callable[[], Samples]
    loop: bool = False


SOUNDS: dict[str, SoundRecipe] = {
    "chop_1": SoundRecipe("cooking", 0.50, partial(cooking.chop, 0)),
    "chop_2": SoundRecipe("cooking", 0.46, partial(cooking.chop, 1)),
    "chop_3": SoundRecipe("cooking", 0.48, partial(cooking.chop, 2)),
    "stir": SoundRecipe("cooking", 0.26, cooking.stir),
    "knead": SoundRecipe("cooking", 0.44, cooking.knead),
    "shake": SoundRecipe("cooking", 0.24, cooking.shake),
    "pour": SoundRecipe("cooking", 0.32, cooking.pour),
    "plate": SoundRecipe("cooking", 0.36, cooking.plate),
    "sizzle": SoundRecipe("cooking", 0.46, cooking.sizzle),
    "plop": SoundRecipe("cooking", 0.36, cooking.plop),
    "oven_door": SoundRecipe("cooking", 0.46, cooking.oven_door),
    "ding_1": SoundRecipe("calls", 0.52, partial(calls.ding, 0)),
    "ding_2": SoundRecipe("calls", 0.52, partial(calls.ding, 1)),
    "ding_3": SoundRecipe("calls", 0.52, partial(calls.ding, 2)),
    "burn": SoundRecipe("calls", 0.62, calls.burn),
    "spoilt": SoundRecipe("calls", 0.46, calls.spoilt),
    "walk_out": SoundRecipe("calls", 0.60, calls.walk_out),
    "order": SoundRecipe("calls", 0.30, interface.order),
    "last_orders": SoundRecipe("calls", 0.50, calls.last_orders),
    "needs_you": SoundRecipe("calls", 0.50, calls.needs_you),
    "serve": SoundRecipe("money", 0.48, money.serve),
    "coin": SoundRecipe("money", 0.36, money.coin),
    "fanfare_0": SoundRecipe("money", 0.50, partial(money.fanfare, 0)),
    "fanfare_1": SoundRecipe("money", 0.60, partial(money.fanfare, 1)),
    "fanfare_2": SoundRecipe("money", 0.68, partial(money.fanfare, 2)),
    "fanfare_3": SoundRecipe("money", 0.76, partial(money.fanfare, 3)),
    "hover": SoundRecipe("interface", 0.10, interface.hover),
    "press": SoundRecipe("interface", 0.34, interface.press),
    "back": SoundRecipe("interface", 0.32, interface.back),
    "error": SoundRecipe("interface", 0.46, interface.error),
    "star": SoundRecipe("interface", 0.44, interface.star),
    "flip": SoundRecipe("interface", 0.36, interface.flip),
    "ok": SoundRecipe("interface", 0.42, interface.ok),
    "hum": SoundRecipe("ambience", 0.50, ambience.hum, loop=True),
    "murmur": SoundRecipe("ambience", 0.48, ambience.murmur, loop=True),
    "bubbles": SoundRecipe("ambience", 0.46, ambience.bubbles, loop=True),
    "frying": SoundRecipe("ambience", 0.50, ambience.frying, loop=True),
    "clatter": SoundRecipe("ambience", 0.42, ambience.clatter, loop=True),
}

LOOPS = tuple(name for name, recipe in SOUNDS.items() if recipe.loop)
