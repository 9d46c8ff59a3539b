"""The note: a slip taped into the book that says more about the card with the focus."""

from __future__ import annotations

import pygame

from kitchen.game import paint, palette
from kitchen.game.kit import Kit
from kitchen.game.palette import Colour
from kitchen.game.targets import goal
from kitchen.game.title.facts import means
from kitchen.game.title.fit import fit
from kitchen.game.title.layout import NOTE
from kitchen.game.title.soft import over
from kitchen.game.title.spread import Offer
from kitchen.sim.score import Star

INSET = 16.0
TITLE_Y, ABOUT_Y, LEADING, ABOUT_LINES = 28.0, 44.0, 18.0, 3
RULE_Y, ROWS_Y, ROW, ROWS = 101.5, 117.0, 19.5, 3
GAP = 10.0
SLIP: Colour = (0xFF, 0xFD, 0xF4)
SLIP_LOW: Colour = (0xFB, 0xF3, 0xE0)
RULE: Colour = (0xE9, 0xDD, 0xC8)
TAPE: Colour = (0x8F, 0xD6, 0xC2)
TAPE_SHAPE = ((0.0, 0.2), (0.99, 0.0), (1.0, 0.78), (0.01, 1.0))


class Note:
    """Draws what it is told; the last slip is kept."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._slips: dict[str, pygame.Surface] = {}

    def draw(self, canvas: pygame.Surface, offer: Offer) -> None:
        if offer.name not in self._slips:
            self._slips = {offer.name: self._slip(offer)}
        slip = self._slips[offer.name]
        x, y, w, h = NOTE
        middle = (self._kit.stage.px(x + w / 2), self._kit.stage.px(y + h / 2))
        canvas.blit(slip, slip.get_rect(center=middle), None, pygame.BLEND_PREMULTIPLIED)

    def _slip(self, offer: Offer) -> pygame.Surface:
        stage = self._kit.stage
        size, blur = stage.rect(0, 0, *NOTE[2:]).size, stage.px(5)
        slip = paint.box(size, stage.px(4), SLIP, None, 1, SLIP_LOW).copy()
        self._write(slip, offer)
        room = over(paint.shadow(size, stage.px(4), blur, 0.24), slip)
        tape = paint.polygon(stage.rect(0, 0, 78, 21).size, TAPE_SHAPE, (*TAPE, 205))
        place = tape.get_rect(center=(room.get_width() // 2, 2 * blur + stage.px(1)))
        room.blit(tape.premul_alpha(), place, None, pygame.BLEND_PREMULTIPLIED)
        return room

    def _write(self, slip: pygame.Surface, offer: Offer) -> None:
        kit, width = self._kit, NOTE[2] - 2 * INSET
        title = kit.type.elide(offer.title, 20, width, face="display")
        kit.put(slip, kit.type.display(title, 20, palette.INK), INSET, TITLE_Y)
        room = (INSET, ABOUT_Y, width, LEADING * ABOUT_LINES)
        kit.paragraph(slip, offer.shift.about, 14, palette.PAPER_MUTED, room, LEADING, "medium")
        line = kit.stage.rect(INSET, RULE_Y, width, 1)
        line.h = kit.stage.line(1)
        slip.fill(RULE, line)
        rest = width - self._means(slip, offer)
        if offer.state == "locked":
            self._locked(slip, offer, rest)
        else:
            self._targets(slip, offer, rest)

    def _means(self, slip: pygame.Surface, offer: Offer) -> float:
        """At the right edge what the kitchen has; returns how wide that is."""
        kit, lines = self._kit, means(offer.shift)[:ROWS]
        wide = max(kit.type.width(line, 13) for line in lines)
        for row, line in enumerate(lines):
            ink = kit.type.ui(line, 13, palette.STEAM_PAPER)
            kit.put(slip, ink, NOTE[2] - INSET - wide, ROWS_Y + row * ROW)
        return wide + GAP

    def _locked(self, slip: pygame.Surface, offer: Offer, width: float) -> None:
        """What opens it."""
        kit = self._kit
        kit.put(slip, kit.art.get("lock", 24), INSET, ROWS_Y + ROW / 2)
        for row, told in enumerate((("Opens with",), offer.opens)):
            text, size = fit(kit, told, (14, 13), width - 34)
            ink = kit.type.ui(text, size, palette.INK)
            kit.put(slip, ink, INSET + 34, ROWS_Y + row * ROW)

    def _targets(self, slip: pygame.Surface, offer: Offer, width: float) -> None:
        """What each star is for. Which of them were earned is not known: only how many."""
        kit = self._kit
        picture = kit.art.get("star" if offer.stars == offer.most else "star_paper", 17)
        for row, (measure, bound) in enumerate(offer.shift.targets.items()):
            y = ROWS_Y + row * ROW
            kit.put(slip, picture, INSET, y)
            words, size = fit(kit, (goal(Star(measure, bound, 0.0)),), (13, 12), width - 23)
            kit.put(slip, kit.type.ui(words, size, palette.INK), INSET + 23, y + 0.5)
