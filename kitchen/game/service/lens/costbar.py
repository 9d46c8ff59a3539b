"""The bar below a line of source: what it cost, each kind of time in its own form, with figures."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.signs import hatch
from kitchen.runs.linecosts import Cost
from kitchen.runs.spells import TimeKind

HEIGHT = 13.0
"""Of the row that it stands in, in logical px."""
FULL, THIN, DOT = 9.0, 4.0, 3.0  # how high: a state that wants hands, fire, and a dot
GAP, FIGURE_GAP = 6.0, 7.0  # from the bar to its figures, and from one to the next
FIGURE = 12.0
LEAST = 2.0  # px of a time that there was

ORDER: tuple[TimeKind, ...] = ("hands", "fire", "others", "chef", "burning")
"""From left to right, nearly as they come."""

NAMES: dict[TimeKind, str] = {
    "hands": "hands", "chef": "waiting for the chef", "burning": "burning", "fire": "fire",
    "others": "waiting for others",
}  # fmt: skip
ALWAYS: tuple[TimeKind, ...] = ("hands", "chef", "fire")
"""What a legend tells of even where there was nothing."""
SHORT: dict[TimeKind, str] = NAMES | {"chef": "chef", "others": "others"}


def tone(kind: TimeKind) -> p.Colour:
    """As a figure, on dark; high contrast changes colours, so they are looked up."""
    tones: dict[TimeKind, p.Colour] = {
        "hands": p.MINT, "chef": p.AMBER, "burning": p.RED_TEXT, "fire": p.STEAM,
        "others": p.LILAC,
    }  # fmt: skip
    return tones[kind]


class CostBar:
    """Draws them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(
        self, surface: pygame.Surface, at: tuple[float, float], cost: Cost, scale: float,
        grain: float,
    ) -> None:  # fmt: skip
        """From that point on to the right; ``at`` is where its middle begins, ``scale`` logical px
        for each second."""
        x, middle = at
        for kind in ORDER:
            if seconds := cost.of(kind):
                width = max(LEAST, seconds * scale)
                self.piece(surface, kind, x, middle, width)
                x += width
        self._figures(surface, x + GAP, middle, cost, grain)

    def figures_width(self, cost: Cost, grain: float) -> float:
        """How wide the figures are, with the gap before them."""
        texts = [fmt.duration(cost.of(kind), grain) for kind in ORDER if cost.of(kind)]
        widths = [self._kit.type.width(text, FIGURE, "code", "semibold") for text in texts]
        return GAP + sum(widths) + FIGURE_GAP * max(0, len(texts) - 1)

    def _figures(
        self, surface: pygame.Surface, x: float, middle: float, cost: Cost, grain: float
    ) -> None:
        for kind in ORDER:
            if seconds := cost.of(kind):
                text = fmt.duration(seconds, grain)
                drawn = self._kit.type.code(text, FIGURE, tone(kind), "semibold")
                self._kit.put(surface, drawn, x, middle)
                x += drawn.get_width() / self._kit.stage.k + FIGURE_GAP

    def piece(
        self, surface: pygame.Surface, kind: TimeKind, x: float, middle: float, width: float
    ) -> None:
        """So many logical px of one kind."""
        s = self._kit.stage
        height = THIN if kind == "fire" else FULL
        area = s.rect(x, middle - height / 2, width, height)
        area.width = max(1, area.width)
        if kind == "others":
            self._dots(surface, area)
        elif kind == "chef":
            surface.blit(hatch.waiting(s, area.size, s.px(2)), area)
        elif kind == "burning":
            surface.blit(paint.flames(area.size, p.RED, p.RED, hatch.period(s)), area)
        else:
            radius = min(area.height // 2, s.px(2))
            surface.blit(paint.box(area.size, radius, tone(kind)), area)

    def _dots(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        dot = paint.disc(max(2, self._kit.stage.px(DOT)), tone("others"))
        y, across = area.centery - dot.get_height() // 2, dot.get_width()
        for x in range(area.left, max(area.left + 1, area.right - across + 1), 2 * across):
            surface.blit(dot, (x, y))
