"""The signs of the eight kinds of steps, wherever they show. They are drawn in white, and tinted:
so they can be dimmed, lit and done."""

from __future__ import annotations

import pygame

from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour, to_hex

WHITE = "#FFFFFF"

KIND_WORDS = {
    "cook": "Cook", "predict": "Predict", "change": "Change", "arrange": "Arrange",
    "break": "Break", "write": "Write", "step": "Walk", "why": "Why",
}  # fmt: skip

KIND_HINTS = {
    "cook": "You give the hands",
    "predict": "You say first what it will do",
    "change": "You change a word, and see before and after",
    "arrange": "You put its lines in order",
    "break": "You make it go wrong",
    "write": "You write it in your own editor",
    "step": "You walk through it, stop by stop",
    "why": "One question, and the strips prove the answer",
}


def kind_sign(kit: Kit, kind: str, size: float, tone: Colour) -> pygame.Surface:
    """The sign of a kind (see `kitchen.lessons.steps.KINDS`), so many logical px high."""
    return kit.art.get(f"kind_{kind}", height=size, recolour={WHITE: to_hex(tone)})
