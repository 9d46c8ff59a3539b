"""A row of what went wrong: the dish, what happened in words and in strips, and in figures what it
cost and what the pick saves."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.results.losstrip import LossStrip
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.states import State
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import icon
from kitchen.lab.reckoning import Reckoned, Tried
from kitchen.report.reckoning import hands, saving, what
from kitchen.sim.view.kitchenview import KitchenView

Sizes = tuple[float, float]

PICTURE, PICTURE_X, BADGE = 74.0, 56.0, 30.0  # logical px, from the row's left end
WORDS_X, WORDS_W = 112.0, 492.0
STRIP_X, STRIP_W = 620.0, 352.0
COST_X, SAVES_X = 1030.0, 1126.0
"""The middles of the two columns of figures, from the row's left end."""
AGAIN_X, AGAIN_W, AGAIN_H, AGAIN_UP = 982.0, 198.0, 30.0, 9.0
"""The button below them: from the row's left end, and from its lower edge."""
WIDEST = 88.0  # of a figure
SIZES = (
    (19.0, 16.5),
    (18.0, 16.0),
    (17.0, 15.0),
    (16.0, 14.0),
    (15.0, 13.0),
    (14.0, 12.5),
    (13.0, 12.0),
    (12.0, 11.0),
)
"""Of the first sentence and of the others: the first two at which all rows have room."""
LEADING = 1.28
EDGE: p.Colour = (0xE9, 0xD6, 0xB6)
GROUND: p.Colour = (0xFC, 0xF0, 0xDC)


def place_of_button(box: Box) -> Box:
    """Of the way back to where it was lost, in a row with this box."""
    x, y, _, h = box
    return x + AGAIN_X, y + h - AGAIN_UP - AGAIN_H, AGAIN_W, AGAIN_H


class LossRow:
    """``box`` in logical px. ``possible``: picks can be tried. ``button``: one stands in it."""

    def __init__(
        self, kit: Kit, strips: Strips, view: KitchenView, one: Reckoned, box: Box, possible: bool,
        button: bool = False,
    ) -> None:  # fmt: skip
        self._kit, self._view, self._one, self._box = kit, view, one, box
        self._possible, self._button = possible, button
        x, y, _, h = box
        self._strip = LossStrip(kit, strips, view, one, (x + STRIP_X, y + 9.0, STRIP_W, h - 18.0))

    def draw(self, canvas: pygame.Surface, sizes: Sizes) -> None:
        stage = self._kit.stage
        area = stage.rect(*self._box)
        face = paint.box(area.size, stage.px(12.0), GROUND, EDGE, stage.line(1))
        canvas.blit(face, area)
        self._dish(canvas)
        self._words(canvas, sizes)
        self._strip.draw(canvas)
        self._figures(canvas)

    def _dish(self, canvas: pygame.Surface) -> None:
        """Its picture, and its table's number in the shape of what became of it."""
        kit, order = self._kit, self._view.orders[self._one.setback.order]
        x, y, _, h = self._box
        middle = x + PICTURE_X, y + h / 2
        kit.put(canvas, kit.art.get(icon(order.dish), PICTURE, PICTURE), *middle, "center")
        kind = self._one.setback.lost.kind
        state: State = "burning" if kind == "burnt" else "ready" if kind == "spoilt" else "done"
        badge = Badges(kit).get(figure(order), state, BADGE, 2.0)
        kit.put(canvas, badge, middle[0] + 0.36 * PICTURE, middle[1] + 0.36 * PICTURE, "center")

    def fits(self, sizes: Sizes) -> bool:
        """Whether its words have room at those sizes."""
        tall = sum(self._high(size) for _, size, _, _ in self._lines(sizes))
        return tall <= self._box[3] - 10.0

    def _lines(self, sizes: Sizes) -> list[tuple[str, float, p.Colour, str]]:
        """What happened, what the hands did, and what would have saved it: each line with its size,
        colour and weight."""
        one, view = self._one, self._view
        saved = p.MINT_PAPER if one.saved is not None else p.INK
        told = [
            (what(one.setback, view) + ".", sizes[0], p.INK, "bold"),
            (hands(one, view), sizes[1], p.PAPER_MUTED, "semibold"),
            (saving(one, view, self._possible), sizes[1], saved, "semibold"),
        ]
        return [
            (line, size, colour, weight)
            for words, size, colour, weight in told
            for line in self._kit.lines(words, size, WORDS_W, weight)
        ]

    def _high(self, size: float) -> float:
        """Of a line, in logical px."""
        return self._kit.type.grown(size) * LEADING

    def _words(self, canvas: pygame.Surface, sizes: Sizes) -> None:
        kit, lines = self._kit, self._lines(sizes)
        x, y, _, h = self._box
        y += (h - sum(self._high(size) for _, size, _, _ in lines)) / 2
        for line, size, colour, weight in lines:
            high = self._high(size)
            kit.put(canvas, kit.type.ui(line, size, colour, weight), x + WORDS_X, y + high / 2)
            y += high

    def _figures(self, canvas: pygame.Surface) -> None:
        x, y, _, h = self._box
        taken = AGAIN_H + AGAIN_UP - 5.0 if self._button else 0.0
        middle, cost = y + (h - taken) / 2, fmt.money(-self._one.setback.cents)
        self._figure(canvas, cost, x + COST_X, middle, p.RED_PAPER)
        if self._one.saved is not None:
            self._saved(canvas, self._one.saved, x + SAVES_X, middle)
        elif self._one.done:
            self._figure(canvas, "–", x + SAVES_X, middle, p.PAPER_MUTED)

    def _figure(
        self, canvas: pygame.Surface, words: str, x: float, y: float, colour: p.Colour
    ) -> None:
        size = self._kit.type.fitted(words, 22.0, WIDEST, "display")
        self._kit.put(canvas, self._kit.type.display(words, size, colour), x, y, "center")

    def _saved(self, canvas: pygame.Surface, saved: Tried, x: float, y: float) -> None:
        """What the pick would have brought, with the stars beside it."""
        kit, stars = self._kit, saved.more_stars
        pill = kit.stage.rect(
            x - 50.0, y - (37.0 if stars else 22.0), 100.0, 74.0 if stars else 44.0
        )
        fill = p.mix(p.PAPER, p.MINT, 0.2)
        line = kit.stage.line(1.5)
        canvas.blit(paint.box(pill.size, kit.stage.px(10), fill, p.MINT_PAPER, line), pill)
        self._figure(canvas, f"+{fmt.money(round(saved.gain * 100))}", x,
                     y - (16.0 if stars else 0.0), p.MINT_PAPER)  # fmt: skip
        for index in range(stars):
            star = kit.art.get("star", height=28.0)
            kit.put(canvas, star, x + (index - (stars - 1) / 2) * 28.0, y + 15.0, "center")
