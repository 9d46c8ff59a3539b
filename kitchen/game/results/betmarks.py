"""The bet on the strips: a tag on the row that was bet on, and whether that was right."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results.columns import columns
from kitchen.game.results.layout import RowPlace
from kitchen.game.results.standings import Standings
from kitchen.game.signs.bet import Bet, Stake, best

HEADS: dict[Stake, str] = {"served": "Served", "done": "Done in", "earned": "Profit"}
TALL, SIGN, PAD = 17.0, 12.0, 6.0  # logical px
SIZES = (12.0, 11.0, 10.0, 9.0)
WIDEST = 66.0
LOW = 3.0
"""Logical px from a row's lower edge up to a tag's middle."""


class BetMarks:
    """Draws the tags, each below the figure that it is about."""

    def __init__(self, kit: Kit, standings: Standings, bet: Bet) -> None:
        self._kit = kit
        places = {column.head: column.x for column in columns(standings)}
        results = [entry.result for entry in standings.autopilots]
        self.tags = [
            (index, places[HEADS[stake]], entry.mode in best(stake, results))
            for index, entry in enumerate(standings.entries)
            if not entry.yours
            for stake in bet.of(entry.mode)
        ]
        """Row, x, and whether it was right."""

    def draw(self, canvas: pygame.Surface, rows: list[RowPlace], over: bool) -> None:
        """``over``: the race is, and the tags tell how it went."""
        for index, x, right in self.tags:
            y = rows[index].y + rows[index].height - LOW
            if not over:
                self._tag(canvas, x, y, "your bet", "coin", p.INK)
            elif right:
                self._tag(canvas, x, y, "right", "check", p.MINT_PAPER)
            else:
                self._tag(canvas, x, y, "wrong", "", p.RED_PAPER)

    def _tag(
        self, canvas: pygame.Surface, x: float, y: float, words: str, sign: str, colour: p.Colour
    ) -> None:
        kit = self._kit
        room = WIDEST - SIGN - 2 * PAD - 2
        size = kit.type.one_size(SIZES, [words], room, weight="bold")
        wide = SIGN + 3 + kit.type.width(words, size, weight="bold") + 2 * PAD
        area = kit.stage.rect(x - wide / 2, y - TALL / 2, wide, TALL)
        fill = p.mix(p.PAPER, p.SAFFRON, 0.35)
        canvas.blit(paint.pill(area.size, fill, colour, kit.stage.line(1.5)), area)
        left = x - wide / 2 + PAD
        if sign:
            kit.put(canvas, kit.art.get(sign, height=SIGN), left + SIGN / 2, y, "center")
        else:
            self._cross(canvas, left + SIGN / 2, y, colour)
        kit.put(canvas, kit.type.ui(words, size, colour, "bold"), left + SIGN + 3, y)

    def _cross(self, canvas: pygame.Surface, x: float, y: float, colour: p.Colour) -> None:
        stage, half = self._kit.stage, SIGN * 0.3
        for dy in (half, -half):
            start = (stage.px(x - half), stage.px(y - dy))
            end = (stage.px(x + half), stage.px(y + dy))
            pygame.draw.line(canvas, colour, start, end, stage.line(2))
