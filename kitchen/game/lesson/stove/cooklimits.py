"""The limits of a step at the stove: each with a tick, as the kitchen stands at this moment."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import palette
from kitchen.game.draw.kit import Kit
from kitchen.lessons.cooking.limits import StepLimit

SIZE, SIGN, GAP, APART = 15.0, 17.0, 6.0, 18.0  # logical px
SIGNS = {"open": "star_paper", "reached": "star", "missed": "star_paper"}


class CookLimits:
    """Draws them on a line of paper."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(
        self,
        canvas: pygame.Surface,
        limits: Sequence[StepLimit],
        at: tuple[float, float],
        room: float,
    ) -> None:
        """From the left; what has no room is left out, last ones first."""
        (x, y), kit = at, self._kit
        end = x + room
        for limit in limits:
            words = f"par {limit.words}" if limit.par else limit.words
            wide = kit.type.width(words, SIZE, weight="semibold")
            if x + SIGN + GAP > end:
                return
            kit.put(
                canvas, kit.art.get(SIGNS[limit.stands], height=SIGN), x + SIGN / 2, y, "center"
            )
            words = kit.type.elide(words, SIZE, end - x - SIGN - GAP, weight="semibold")
            kit.put(canvas, kit.type.ui(words, SIZE, colour(limit), "semibold"), x + SIGN + GAP, y)
            x += SIGN + GAP + wide + APART


def colour(limit: StepLimit) -> palette.Colour:
    if limit.stands == "reached":
        return palette.MINT_PAPER
    return palette.RED_PAPER if limit.stands == "missed" else palette.INK
