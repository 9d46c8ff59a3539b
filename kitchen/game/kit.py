"""The kit: what everything that draws on a menu is made with."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame

from kitchen.game import paint, palette
from kitchen.game.art import Art
from kitchen.game.palette import Colour
from kitchen.game.stage import Stage
from kitchen.game.type import Type

Box = tuple[float, float, float, float]
"""x, y, width and height in logical px."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What controls look like on one kind of ground."""

    text: Colour
    muted: Colour
    accent: Colour
    """What is on, chosen or filled."""
    on_accent: Colour
    track: Colour
    top: Colour
    bottom: Colour
    edge: Colour
    lip: Colour


DARK = Theme(
    palette.CREAM, palette.LILAC, palette.MINT, palette.INK, palette.NIGHT,
    paint.CONTROL_TOP, paint.CONTROL_BOTTOM, palette.MAUVE, palette.NIGHT,
)  # fmt: skip
ON_PAPER = Theme(
    palette.INK, palette.PAPER_MUTED, palette.MINT_PAPER, (255, 255, 255), palette.PAPER_D,
    (255, 255, 255), palette.PAPER, (0xD9, 0xC2, 0xA4), (0xD9, 0xC2, 0xA4),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kit:
    """Stage, type and art of one window size, and the ground that controls stand on."""

    stage: Stage
    type: Type
    art: Art
    theme: Theme = DARK

    def on(self, theme: Theme) -> Kit:
        return replace(self, theme=theme)

    def put(
        self, surface: pygame.Surface, thing: pygame.Surface, x: float, y: float,
        anchor: str = "midleft",
    ) -> pygame.Rect:  # fmt: skip
        """Draw a picture with that point of it there (logical px)."""
        area = thing.get_rect(**{anchor: (self.stage.px(x), self.stage.px(y))})
        return surface.blit(thing, area)

    def lines(
        self, text: str, size: float, width: float, weight: str = "semibold", most: int = 99
    ) -> list[str]:
        """The text broken at spaces so that no line is wider than ``width`` logical px.

        What does not fit in ``most`` lines ends in an ellipsis.
        """
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}".strip()
                if line and self.type.width(longer, size, weight=weight) > width:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
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


def inside(box: Box, pos: tuple[float, float] | None) -> bool:
    if pos is None:
        return False
    return 0 <= pos[0] - box[0] < box[2] and 0 <= pos[1] - box[1] < box[3]
