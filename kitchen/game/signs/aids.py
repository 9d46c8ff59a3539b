"""Aids: the sign of a shift with assists, an oven mitt, and the words for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pygame

from kitchen.english import listed
from kitchen.game.draw.kit import Kit
from kitchen.sim.view.kitchenview import Aid

AnyAid = Aid | Literal["clock"]
"""What a kitchen knows of, and the clock that went slower."""

WORDS: dict[AnyAid, str] = {
    "calm": "no patience",
    "hold": "longer hold",
    "patience": "longer patience",
    "clock": "slower clock",
}


def with_help(helped: Sequence[AnyAid]) -> tuple[str, str]:
    """``With help: longer hold and slower clock``; and shorter."""
    return f"With help: {listed([WORDS[one] for one in helped])}", "With help"


def mitt(kit: Kit, height: float) -> pygame.Surface:
    """``height`` in logical px. Shared: never draw on it."""
    return kit.art.get("mitt", height=height)
