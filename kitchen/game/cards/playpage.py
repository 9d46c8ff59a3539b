"""The settings' page about play: the calm kitchen, the assists, when the clock rests, and bets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.controls.toggle import Toggle
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.aids import mitt
from kitchen.keep.settings import LONGER, SLOWER, Settings

TOP, ROW, PITCH, SIDE = 92.0, 40.0, 72.0, 130.0
"""Logical px: of the first row, of a row, from one to the next, and beside them."""
NOTE, LEADING = 13.0, 20.0
CLOCK_AT = 4
"""The row before which the assists end."""

CALM = "Calm kitchen"
NOTES = (
    "Nobody leaves before closing time. There are no stars: a ribbon opens the next shift.",
    "From the ring until quality falls, and from there until it burns.",
    "A guest's patience, and with it the tip, lasts longer.",
    "More time to decide. What happens in the kitchen stays the same.",
)
"""Below the first rows: what each of them does."""
MARKED = (
    "All of it counts at once, in mid-shift too, and in all four kitchens.",
    "With longer times or a slower clock a shift keeps its stars, and wears a mitt.",
)
TIMES = {1.0: "As usual", 1.5: "1.5 times", 2.0: "Twice as long"}
SPEEDS = {1.0: "As usual", 0.75: "Three quarters", 0.5: "Half"}

Set = Callable[[str, object], None]
"""Is told the name of a setting, and its new value."""


def place(card: Box, index: int) -> Box:
    """Of a row on the card."""
    x, y, w, _ = card
    return x + SIDE, y + TOP + index * PITCH, w - 2 * SIDE, ROW


def play_rows(kit: Kit, card: Box, now: Settings, change: Set) -> list[Control]:
    """The page's controls."""
    choices = (
        ("food_keeps", "Food keeps", now.food_keeps, LONGER, TIMES),
        ("guests_wait", "Guests wait", now.guests_wait, LONGER, TIMES),
        ("clock", "The clock goes", now.clock, SLOWER, SPEEDS),
    )
    toggles = {
        "rest_while_away": "The clock rests while you look into another kitchen",
        "pause_in_background": "Pause when another window has the focus",
        "bets": "A bet before the doors open, and why afterwards",
    }
    return [
        Toggle(kit, place(card, 0), CALM, now.calm_kitchen, partial(change, "calm_kitchen")),
        *(
            Choice(
                kit, place(card, index), words, f"{value:g}",
                [(f"{one:g}", told[one]) for one in known], partial(_number, change, name),
            )
            for index, (name, words, value, known, told) in enumerate(choices, 1)
        ),
        *(
            Toggle(kit, _below(card, index), words, getattr(now, name), partial(change, name))
            for index, (name, words) in enumerate(toggles.items())
        ),
    ]  # fmt: skip


def _number(change: Set, name: str, value: str) -> None:
    change(name, float(value))


def _below(card: Box, index: int) -> Box:
    """Of a row below the assists and the words about them."""
    x, y, w, _ = place(card, CLOCK_AT)
    return x, y + 76.0 + index * (ROW + 6.0), w, ROW


def write_play(kit: Kit, card: Box, canvas: pygame.Surface) -> None:
    """What each of them does, and what it marks."""
    for index, words in enumerate(NOTES):
        x, y, w, h = place(card, index)
        line = kit.type.elide(words, NOTE, w - 20)
        kit.put(canvas, kit.type.ui(line, NOTE, palette.PAPER_MUTED), x + 10, y + h + 6)
    x, y, w, _ = place(card, CLOCK_AT)
    kit.put(canvas, mitt(kit, 34.0), x + 25, y + 26, "center")
    for index, words in enumerate(MARKED):
        line = kit.type.elide(words, 14, w - 60)
        kit.put(canvas, kit.type.ui(line, 14, palette.INK), x + 52, y + 16 + index * LEADING)
