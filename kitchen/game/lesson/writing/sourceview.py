"""The player's source as it was saved: numbered lines, the one with an error in red with what is
wrong below it, and those at which tasks are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.highlight import Span, spans
from kitchen.game.signs.sheet import COLOURS, GUTTER, PITCH, TEXT_X

SIZE, PAD, JUMP = 13.0, 7.0, 6
MOST_LINES, LONGEST_LINE = 2_000, 160
"""That are shown: the editor has all of it."""

GUTTER_FILL: p.Colour = (0x22, 0x15, 0x29)


@dataclass(frozen=True)
class Wrong:
    """What is wrong, and at which line of the file, from 1; 0: at none."""

    says: str
    line: int = 0


class SourceView(Control):
    """It scrolls by itself to what counts; left and right, or a click above or below its middle,
    scroll it by hand."""

    radius = 10.0

    def __init__(self, kit: Kit, box: Box, text: str, wrong: Wrong | None) -> None:
        super().__init__(kit, box, "Your program as you saved it last")
        lines = [line[:LONGEST_LINE] for line in text.expandtabs(4).splitlines()[:MOST_LINES]]
        self._spans = spans(lines)
        self._lines, self._wrong = lines, wrong
        self._rows = self._made_rows()
        self._at: frozenset[int] = frozenset()
        self._top = self._aimed(wrong.line) if wrong is not None and wrong.line else 0
        self._by_hand = False

    @property
    def _room(self) -> int:
        """Rows in view."""
        return int((self.box[3] - 2 * PAD) // PITCH)

    def _made_rows(self) -> list[int | str]:
        """From the top: the number of a line, or a row of what is said below it."""
        rows: list[int | str] = list(range(1, len(self._lines) + 1))
        if self._wrong is not None:
            room = self.box[2] - TEXT_X - 14.0
            says = self.kit.lines(self._wrong.says, 13, room, "semibold", 3)
            line = self._wrong.line
            at = line if 0 < line <= len(self._lines) else len(self._lines) if line else 0
            rows[at:at] = says
        return rows

    def _aimed(self, line: int) -> int:
        """The top row with which that line is in the middle."""
        row = next((i for i, what in enumerate(self._rows) if what == line), len(self._rows))
        return self._kept_in(row - self._room // 2)

    def _kept_in(self, top: int) -> int:
        return max(0, min(top, len(self._rows) - self._room))

    # -- what it shows -----------------------------------------------------------------------------

    def follow(self, lines: Collection[int]) -> None:
        """Tasks are at these lines now."""
        now = frozenset(lines)
        if now == self._at:
            return
        self._at = now
        wrong = self._wrong is not None and self._wrong.line
        if now and not self._by_hand and not wrong:
            view = self._rows[self._top : self._top + self._room]
            if not any(line in view for line in now):
                self._top = self._aimed(min(now))

    def adjust(self, step: int) -> bool:
        top = self._kept_in(self._top + step * JUMP)
        if len(self._rows) <= self._room:
            return False
        self._top, self._by_hand = top, True
        return True

    def click(self, pos: tuple[float, float]) -> None:
        self.adjust(1 if pos[1] > self.box[1] + self.box[3] / 2 else -1)

    # -- a picture ---------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, _, h = self.box
        stage, clip = self.kit.stage, canvas.get_clip()
        area = stage.rect(*self.box)
        canvas.blit(paint.box(area.size, stage.px(10), p.NIGHT), area)
        gutter = stage.rect(x, y, GUTTER, h)
        canvas.blit(paint.box(gutter.size, stage.px(10), GUTTER_FILL, corners="left"), gutter)
        canvas.set_clip(area)
        for index, what in enumerate(self._rows[self._top : self._top + self._room]):
            middle = y + PAD + (index + 0.5) * PITCH
            if isinstance(what, int):
                self._line(canvas, what, middle)
            else:
                self._said(canvas, what, middle)
        canvas.set_clip(clip)
        self._thumb(canvas)

    def _line(self, canvas: pygame.Surface, number: int, middle: float) -> None:
        x, _, w, _ = self.box
        kit, stage = self.kit, self.kit.stage
        wrong = self._wrong is not None and number == self._wrong.line
        if wrong or number in self._at:
            tone = p.RED if wrong else p.STEAM
            band = stage.rect(x + 4, middle - PITCH / 2, w - 8, PITCH)
            fill = p.mix(p.NIGHT, tone, 0.34 if wrong else 0.20)
            canvas.blit(paint.box(band.size, stage.px(4), fill), band)
            side = stage.px(7)
            mark = paint.polygon((side, side), ((0.05, 0.0), (1.0, 0.5), (0.05, 1.0)), tone)
            kit.put(canvas, mark, x + 8, middle, "center")
        tone = p.CREAM if wrong or number in self._at else p.CODE_GUTTER
        figure = kit.type.code(str(number), 11, tone)
        kit.put(canvas, figure, x + GUTTER - 3, middle, "midright")
        self._code(canvas, self._spans[number - 1], middle)

    def _code(self, canvas: pygame.Surface, pieces: list[Span], middle: float) -> None:
        stage = self.kit.stage
        left, end = stage.px(self.box[0] + TEXT_X), stage.px(self.box[0] + self.box[2] - 10)
        for text, kind in pieces:
            if left >= end:
                return
            weight = "semibold" if kind == "keyword" else "medium"
            drawn = self.kit.type.code(text, SIZE, COLOURS[kind], weight)
            spot = drawn.get_rect(midleft=(left, stage.px(middle)))
            canvas.blit(drawn, spot, (0, 0, min(drawn.get_width(), end - left), spot.height))
            left += drawn.get_width()

    def _said(self, canvas: pygame.Surface, words: str, middle: float) -> None:
        x, _, w, _ = self.box
        stage = self.kit.stage
        band = stage.rect(x + 4, middle - PITCH / 2, w - 8, PITCH)
        canvas.blit(paint.box(band.size, stage.px(4), p.mix(p.NIGHT, p.RED, 0.16)), band)
        text = self.kit.type.ui(words, 13, p.RED_TEXT)
        self.kit.put(canvas, text, x + TEXT_X, middle)

    def _thumb(self, canvas: pygame.Surface) -> None:
        """How much of it is in view, and where; nothing if all is."""
        if len(self._rows) <= self._room:
            return
        x, y, w, h = self.box
        long = max(14.0, (h - 12) * self._room / len(self._rows))
        share = self._top / (len(self._rows) - self._room)
        bar = self.kit.stage.rect(x + w - 7, y + 6 + (h - 12 - long) * share, 3, long)
        canvas.blit(paint.box(bar.size, max(1, bar.width // 2), p.MAUVE), bar)
