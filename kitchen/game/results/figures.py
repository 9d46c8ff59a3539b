"""Figures: the numbers of a row, counted up, and a pill around what is best."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results.columns import Column, columns
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.layout import RowPlace
from kitchen.game.results.standings import ClosedKitchen, Standings

PILL_W, PILL_H = 61.0, 51.0
HEAD_W, HEAD_SIZES = 63.0, (14.0, 13.0, 12.0, 11.0, 10.0)
SIZE = 22.0
NOTE = 12.5
WIDEST = 56.0  # logical px of a number


class RowFigures:
    """All rows' numbers."""

    def __init__(self, kit: Kit, standings: Standings) -> None:
        self._kit, self._standings = kit, standings
        self._columns = columns(standings)
        found = [
            (index, row)
            for index, column in enumerate(self._columns)
            for row in sorted(column.winners(standings))
        ]
        self.best = {place: number for number, place in enumerate(found)}
        """(column, row) of every pill, with its turn to pop."""

    def _size(self, column: Column, entry: ClosedKitchen) -> float:
        """The largest size at which the number fits."""
        text = column.shown(self._standings, entry)
        return self._kit.type.fitted(text, SIZE, WIDEST, "display")

    def heads(self, canvas: pygame.Surface, y: float) -> None:
        size = self._kit.type.one_size(
            HEAD_SIZES, [c.head for c in self._columns], HEAD_W, weight="bold"
        )
        for column in self._columns:
            words = self._kit.type.ui(column.head, size, p.PAPER_MUTED, "bold")
            self._kit.put(canvas, words, column.x, y, "center")

    def draw(
        self,
        canvas: pygame.Surface,
        row: int,
        entry: ClosedKitchen,
        at: RowPlace,
        entrance: Entrance,
    ) -> None:
        share = entrance.counted(entry.makespan)
        for index, column in enumerate(self._columns):
            turn = self.best.get((index, row))
            popped = 0.0 if turn is None else entrance.pill(turn)
            if popped:
                self._pill(canvas, column, entry, at.middle, popped)
            elif share > 0.0:
                self._number(canvas, column, entry, at.middle, share)
            elif index == 0 and entrance.clock > 0.0:
                clock = fmt.taken(min(entrance.clock, entry.makespan))
                words = self._kit.type.display(clock, self._size(column, entry), p.PAPER_D)
                self._kit.put(canvas, words, column.x, at.middle, "center")

    def ring(self, canvas: pygame.Surface, head: str, at: RowPlace) -> None:
        """Around the figure of the column with that head: it proves something."""
        x = next(column.x for column in self._columns if column.head == head)
        stage, wide, tall = self._kit.stage, PILL_W + 6, PILL_H + 6
        area = stage.rect(x - wide / 2, at.middle - tall / 2, wide, tall)
        canvas.blit(paint.box(area.size, stage.px(12), None, p.TOMATO, stage.line(3)), area)

    def _number(
        self, canvas: pygame.Surface, column: Column, entry: ClosedKitchen, y: float, share: float
    ) -> None:
        value = column.value(self._standings, entry)
        colour = p.RED_PAPER if column.poor(value, entry) else p.INK
        text = column.shown(self._standings, entry, share)
        words = self._kit.type.display(text, self._size(column, entry), colour)
        self._kit.put(canvas, words, column.x, y, "center")

    def _pill(
        self, canvas: pygame.Surface, column: Column, entry: ClosedKitchen, y: float, popped: float
    ) -> None:
        kit, size = self._kit, self._size(column, entry)
        grow = 0.6 + 0.4 * popped
        w, h = PILL_W * grow, PILL_H * grow
        area = kit.stage.rect(column.x - w / 2, y - h / 2, w, h)
        line = kit.stage.line(1.5)
        fill = p.mix(p.PAPER, p.MINT, 0.2)
        canvas.blit(paint.box(area.size, kit.stage.px(10), fill, p.MINT_PAPER, line), area)
        text = column.shown(self._standings, entry)
        words = kit.type.display(text, size, p.MINT_PAPER)
        kit.put(canvas, words, column.x, y - 7, "center")
        note = kit.type.ui("best", NOTE - (kit.type.grown(NOTE) - NOTE) * 0.6, p.MINT_PAPER, "bold")
        kit.put(canvas, note, column.x, y + 14, "center")
