"""The kit: what everything that draws is made with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.art import Art
from kitchen.game.draw.box import Box
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.draw.wrap import wrapped

LIP_PAPER: Colour = (0xD9, 0xC2, 0xA4)


@dataclass(frozen=True, slots=True)
class Theme:
    """What controls look like on paper, or on a dark panel. Colours are looked up when they are
    asked for: high contrast changes them."""

    paper: bool

    @property
    def text(self) -> Colour:
        return palette.INK if self.paper else palette.CREAM

    @property
    def muted(self) -> Colour:
        return palette.PAPER_MUTED if self.paper else palette.LILAC

    @property
    def accent(self) -> Colour:
        """What is on, chosen or filled."""
        return palette.MINT_PAPER if self.paper else palette.MINT

    @property
    def on_accent(self) -> Colour:
        return palette.WHITE if self.paper else palette.INK

    @property
    def track(self) -> Colour:
        return palette.PAPER_D if self.paper else palette.NIGHT

    @property
    def top(self) -> Colour:
        return palette.WHITE if self.paper else paint.CONTROL_TOP

    @property
    def bottom(self) -> Colour:
        return palette.PAPER if self.paper else paint.CONTROL_BOTTOM

    @property
    def edge(self) -> Colour:
        return LIP_PAPER if self.paper else palette.MAUVE

    @property
    def lip(self) -> Colour:
        return LIP_PAPER if self.paper else palette.NIGHT


DARK, ON_PAPER = Theme(paper=False), Theme(paper=True)


Piece = tuple[pygame.Surface, pygame.Rect]
"""A picture and where it belongs, in device px."""


@dataclass(frozen=True, slots=True)
class Kit:
    """Stage, type and art of one window size, and the ground that controls stand on."""

    stage: Stage
    type: Type
    art: Art
    theme: Theme = DARK

    def on(self, theme: Theme) -> Kit:
        return replace(self, theme=theme)

    def grown(self) -> Kit:
        """The same for all of the room that the window has (see `Stage`)."""
        return replace(self, stage=self.stage.grown())

    def put(
        self, surface: pygame.Surface, thing: pygame.Surface, x: float, y: float,
        anchor: str = "midleft",
    ) -> pygame.Rect:  # fmt: skip
        """Draw a picture with that point of it there (logical px)."""
        return surface.blit(*self.placed(thing, x, y, anchor))

    def placed(self, thing: pygame.Surface, x: float, y: float, anchor: str = "midleft") -> Piece:
        """The same as something to be drawn later, or again."""
        return thing, thing.get_rect(**{anchor: (self.stage.px(x), self.stage.px(y))})

    def lines(
        self, text: str, size: float, width: float, weight: str = "semibold", most: int = 99
    ) -> list[str]:
        """The text broken at spaces so that no line is wider than ``width`` logical px.

        What does not fit in ``most`` lines ends in an ellipsis.
        """

        def fits(words: Sequence[str]) -> bool:
            return self.type.width(" ".join(words), size, weight=weight) <= width

        paragraphs = (wrapped(paragraph.split(), fits) for paragraph in text.split("\n"))
        lines = [" ".join(words) for paragraph in paragraphs for words in paragraph]
        if len(lines) > most:
            last = " ".join(lines[most - 1 :])
            lines = [*lines[: most - 1], self.type.elide(last, size, width, weight=weight)]
        return [self.type.elide(line, size, width, weight=weight) for line in lines]

    def paragraph(
        self, surface: pygame.Surface, text: str, size: float, colour: Colour, at: Box,
        leading: float, weight: str = "semibold",
    ) -> float:  # fmt: skip
        """Draw broken text from the top of a box down; returns the height used (logical px)."""
        x, y, w, h = at
        lines = self.lines(text, size, w, weight, max(1, int(h // leading)))
        for index, line in enumerate(lines):
            words = self.type.ui(line, size, colour, weight)
            self.put(surface, words, x, y + (index + 0.5) * leading)
        return len(lines) * leading
