"""Otherwise: a replay that has not come out as it was recorded says where it went another way."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.runs.rerun import Rerun
from kitchen.runs.since import changes
from kitchen.terminal import printable

LEFT, WIDE = 32.0, 656.0  # logical px
UNKNOWN = "Its facts were not kept in it, so nobody knows where."
NO_CHANGE = "A recipe, a policy or a rule has changed since it was recorded."


class Otherwise(CardOverlay):
    """Over the results of ``rerun``, whose kitchen has closed."""

    box: Box = (280.0, 200.0, 720.0, 320.0)
    title = "It went another way"

    def __init__(self, screen: Screen, rerun: Rerun) -> None:
        super().__init__(screen)
        difference = rerun.difference()
        known = "; ".join(changes(rerun.replay, rerun.shift.recipes()))
        self.why = printable(f"{known[0].upper()}{known[1:]}." if known else NO_CHANGE)
        self.where, self.told = UNKNOWN, list[tuple[str, str]]()
        """The first fact that differs: where it stands, and how it was and is."""
        if difference is not None:
            self.where = f"{difference.where[0].upper()}{difference.where[1:]}."
            was, now = printable(difference.was), printable(difference.became)
            self.told = [("recorded", was), ("now", now)]

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        return [Button(kit, (x + w - 150, y + h - 60, 120.0, 40.0), "Go on", self.close, main=True)]

    def write(self, canvas: pygame.Surface) -> None:
        x, y, _, _ = self.box
        kit, top = self.kit, y + 76
        for words in (self.why, self.where):
            box = (x + LEFT, top, WIDE, 44.0)
            top += kit.paragraph(canvas, words, 15, palette.INK, box, 21.0) + 8
        for name, words in self.told:
            kit.put(canvas, kit.type.ui(name, 13, palette.PAPER_MUTED, "bold"), x + LEFT, top + 9)
            box = (x + LEFT + 74, top, WIDE - 74, 54.0)
            top += kit.paragraph(canvas, words, 13, palette.INK, box, 18.0, "medium") + 6
