"""Flags: where a kitchen has finished, and how much sooner than the last one."""

from __future__ import annotations

import pygame

from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.kit import Kit
from kitchen.game.results.axis import Axis
from kitchen.game.results.opening import Opening
from kitchen.game.results.places import RowPlace
from kitchen.game.results.plot import BED
from kitchen.game.results.standings import Entry, Standings
from kitchen.report.verdict import span

FLAG, SIZE = 17.0, 14.0
SAME = 0.05  # seconds


class Flags:
    """Draws a line at the end of a kitchen's strips, a flag, and words where there is room."""

    def __init__(self, kit: Kit, standings: Standings) -> None:
        self._kit, self._standings = kit, standings

    def words(self, entry: Entry) -> str:
        """``finished 6:23 sooner``; nothing for the last."""
        sooner = self._standings.longest - entry.makespan
        return f"finished {span(sooner)} sooner" if sooner > SAME else ""

    def draw(
        self, canvas: pygame.Surface, entry: Entry, at: RowPlace, axis: Axis, wall: float,
        opening: Opening,
    ) -> None:  # fmt: skip
        popped = opening.flag(entry.makespan)
        share = axis.share(entry.makespan, wall)
        if popped <= 0.0 or not 0.0 <= share <= 1.0:
            return
        stage = self._kit.stage
        left, _, width, _ = at.strips
        _, top, _, height = at.plot
        x = left + share * width
        line = stage.rect(x, top, 2, height)
        line.width = stage.line(2)
        canvas.fill(p.SAFFRON, line)
        self._flag(canvas, self.words(entry), x, top + 16, left + width, popped)

    def _flag(
        self, canvas: pygame.Surface, words: str, x: float, y: float, end: float, popped: float
    ) -> None:
        kit = self._kit
        flag = kit.art.get("flag", height=FLAG * min(1.0, popped) if popped < 1.0 else FLAG)
        text = kit.type.ui(words, SIZE, p.SAFFRON, "bold") if words else None
        wide = FLAG + (7 + kit.type.width(words, SIZE, weight="bold") if words else 0)
        start = x + 9
        if start + wide > end:
            start = x - 7 - wide
            bed = kit.stage.rect(start - 5, y - 11, wide + 10, 22)
            canvas.blit(paint.box(bed.size, kit.stage.px(6), (*BED, 225)), bed)
        kit.put(canvas, flag, start + FLAG / 2, y, "center")
        if text is not None:
            kit.put(canvas, text, start + FLAG + 7, y)
