"""A line of a program as a card of paper that can be taken and put elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.codeink import PAPER_INK, write_code

GRIP, PAD, LEAST_W = 28.0, 14.0, 74.0
"""Logical px before and after the text, and of the narrowest card."""
FACE: p.Colour = (0xFF, 0xFA, 0xF0)
SHADE = 2.5
TILT = 3.0
"""Degrees by which a card is tilted while it is dragged."""


class LineCard(Control):
    """``piece`` is its number in the `Arrangement`; ``given``: it stays where it stands."""

    radius = 6.0

    def __init__(
        self, kit: Kit, piece: int, text: str, size: float, act: Callable[[int], object],
        given: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(kit, (0.0, 0.0, 0.0, 0.0))
        self.piece, self.text, self.given = piece, text, given
        self._size, self._act = size, act
        self.width = max(LEAST_W, GRIP + PAD + kit.type.width(text, size, "code", "semibold"))
        """As wide as its text, in logical px."""
        self.held = False
        """It is being moved by keys: it stands out."""
        self.dragged = False
        """The pointer has it: it is not where it was."""
        self.wrong = False
        """An error stands on it."""
        self._look: Hashable = None
        self._made: pygame.Surface | None = None
        self.at: Pos | None = None
        """Where it is on its way to its box."""

    def press(self) -> None:
        self._act(self.piece)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        if not self.dragged:
            x, y = self.at or self.box[:2]
            lift = 2.0 if self.held or touch.down else 0.0
            self.kit.put(canvas, self._picture(touch.hovered), x - lift, y - lift, "topleft")

    def draw_dragged(self, canvas: pygame.Surface, at: Pos, calm: bool) -> None:
        """Its ghost, its upper left corner there."""
        picture = self._picture(False, lifted=True)
        if not calm:
            picture = pygame.transform.rotozoom(picture, TILT, 1.0)
        self.kit.put(canvas, picture, at[0], at[1] - 3.0, "topleft")

    def _picture(self, hovered: bool, lifted: bool = False) -> pygame.Surface:
        """The card and its shadow; made anew when it looks otherwise."""
        look = hovered, lifted or self.held, self.wrong, self.box[2:]
        if self._look != look:
            self._look, self._made = look, self._paint(hovered, lifted)
        assert self._made is not None
        return self._made

    def _paint(self, hovered: bool, lifted: bool) -> pygame.Surface:
        stage, (_, _, w, h) = self.kit.stage, self.box
        out = lifted or self.held
        face = stage.rect(0.0, 0.0, w, h).size
        shade = stage.px(SHADE * (2.5 if out else 1.0))
        picture = paint.clear((face[0], face[1] + shade), paint.SHADOW)
        picture.blit(paint.box(face, stage.px(self.radius), (*paint.SHADOW, 90)), (0, shade))
        edge = p.TOMATO if out else p.RED_PAPER if self.wrong else p.PAPER_EDGE
        line = stage.line(2 if out or self.wrong else 1)
        top = p.WHITE if hovered and not self.given else FACE
        bottom = p.PAPER_EDGE if self.given else p.PAPER
        picture.blit(paint.box(face, stage.px(self.radius), top, edge, line, bottom), (0, 0))
        if not self.given:
            self._grip(picture, h)
        size = self._size * min(1.0, (w - GRIP - 4.0) / max(1.0, self.width - PAD - GRIP))
        write_code(self.kit, picture, self.text, size, (GRIP, h / 2), PAPER_INK)
        return picture

    def _grip(self, picture: pygame.Surface, height: float) -> None:
        dot = self.kit.stage.line(2.5)
        tone = p.mix(p.PAPER_D, p.PAPER_MUTED, 0.35)
        disc = paint.disc(dot, tone)
        for row in (-1, 0, 1):
            for column in (0, 1):
                at = 11.0 + 6.0 * column, height / 2 + 6.0 * row
                self.kit.put(picture, disc, *at, "center")
