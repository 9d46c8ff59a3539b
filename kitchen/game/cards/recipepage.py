"""A page of the recipe book: a recipe, the synchronous program beside it, and a note under every
line on which it waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from kitchen.cookbook.awaitnotes import AwaitNote, await_notes
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.signs.highlight import Span
from kitchen.game.signs.moment import Source
from kitchen.game.signs.sheet import PITCH, TEXT_X, SheetMaker
from kitchen.sim.plan import PlanStep

HEAD_H, GAP = 26.0, 12.0  # logical px: of the heads, and between the columns
PAD_X, PAD_Y = 8.0, 9.0
NOTE, MARK = 13.0, 7.0  # of a note's letters, and of the sign before them
MARK_GAP = 7.0
BAR = 5.0  # of the scroll bar
LEAVES, STAYS = "The chef may leave", "The chef stays"
FORMS = ("async def", "def")


@dataclass(frozen=True, slots=True)
class Band:
    """A line in both columns, and what is noted under it: as many rows on either side."""

    line: int
    code: tuple[list[list[Span]], list[list[Span]]]
    notes: tuple[list[str], list[str]]

    @property
    def code_rows(self) -> int:
        return max(len(rows) for rows in self.code)

    @property
    def rows(self) -> int:
        return self.code_rows + max(len(lines) for lines in self.notes)


class RecipePage:
    """``box`` in logical px; ``plan`` says how long timers really run in this kitchen."""

    def __init__(self, kit: Kit, box: Box, source: Source, plan: tuple[PlanStep, ...] = ()) -> None:
        self._kit, self._box = kit, box
        self._width = (box[2] - GAP) / 2
        self._maker = SheetMaker(kit, self._width - 2 * PAD_X)
        self.notes = await_notes(source.lines, _seconds(plan))
        self.bands = list(self._bands(source))
        self.rows = sum(band.rows for band in self.bands)
        self.in_view = int((box[3] - HEAD_H - 2 * PAD_Y) // PITCH)
        self._sheets: list[pygame.Surface] = []

    @property
    def furthest(self) -> float:
        """The last row at which it can begin."""
        return float(max(0, self.rows - self.in_view))

    # -- laying out ----------------------------------------------------------------------------

    def _bands(self, source: Source) -> Iterator[Band]:
        leaves, stays = (self._maker.broken(source, stay) for stay in (False, True))
        self._sizes = leaves.size, stays.size
        noted = {note.line: note for note in self.notes}
        for (line, left), (_, right) in zip(leaves.lines, stays.lines, strict=True):
            indent = _indent(left)
            yield Band(line, (left, right), self._noted(noted.get(line), indent))

    def _noted(self, note: AwaitNote | None, indent: int) -> tuple[list[str], list[str]]:
        if note is None:
            return [], []
        room = self._width - 2 * PAD_X - self._left(indent) - MARK - MARK_GAP - 4.0
        leaves, stays = (
            self._kit.lines(t, NOTE, room, "medium") for t in (note.leaves, note.stays)
        )
        return leaves, stays

    def _left(self, indent: int) -> float:
        """Where a note begins, under a line so many columns in."""
        return TEXT_X + indent * self._kit.type.width("0", self._sizes[0], "code", "medium")

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, top: float) -> None:
        """From that row on."""
        if not self._sheets:
            self._sheets = [self._sheet(side) for side in (0, 1)]
        x, y, _, h = self._box
        for side, words in enumerate((LEAVES, STAYS)):
            left = x + side * (self._width + GAP)
            self._head(canvas, left, words, FORMS[side])
            self._column(canvas, (left, y + HEAD_H, self._width, h - HEAD_H), side, top)
        if self.furthest:
            self._scroll_bar(canvas, top)

    def _head(self, canvas: pygame.Surface, x: float, words: str, form: str) -> None:
        kit, middle = self._kit, self._box[1] + HEAD_H / 2 - 2
        drawn = kit.type.ui(words, 15, palette.INK, "bold")
        kit.put(canvas, drawn, x + 4, middle)
        end = x + 4 + drawn.get_width() / kit.stage.k + 10
        kit.put(canvas, kit.type.code(form, 13, palette.STEAM_PAPER), end, middle)

    def _column(self, canvas: pygame.Surface, box: Box, side: int, top: float) -> None:
        stage, (x, y, w, _) = self._kit.stage, box
        bed = stage.rect(*box)
        canvas.blit(paint.box(bed.size, stage.px(10), palette.NIGHT), bed)
        room = stage.rect(x + PAD_X, y + PAD_Y, w - 2 * PAD_X, PITCH * self.in_view)
        part = pygame.Rect(0, stage.px(top * PITCH), room.width, room.height)
        canvas.blit(self._sheets[side], room, part)

    def _sheet(self, side: int) -> pygame.Surface:
        sheet, row = self._maker.blank(self.rows), 0
        for band in self.bands:
            self._maker.put(sheet, row, band.line, band.code[side], self._sizes[side])
            self._note(sheet, row + band.code_rows, band, side)
            row += band.rows
        return sheet

    def _note(self, sheet: pygame.Surface, row: int, band: Band, side: int) -> None:
        kit, left = self._kit, self._left(_indent(band.code[0]))
        colour = (palette.STEAM, palette.SLATE)[side]
        for index, line in enumerate(band.notes[side]):
            middle = (row + index + 0.5) * PITCH
            if index == 0:
                kit.put(sheet, _sign(kit, side, colour), left, middle)
            words = kit.type.ui(line, NOTE, colour, "medium")
            kit.put(sheet, words, left + MARK + MARK_GAP, middle)

    def _scroll_bar(self, canvas: pygame.Surface, top: float) -> None:
        stage, (x, y, w, h) = self._kit.stage, self._box
        track = h - HEAD_H - 16
        thumb = track * self.in_view / self.rows
        at = y + HEAD_H + 8 + (track - thumb) * top / self.furthest
        area = stage.rect(x + w - BAR - 4, at, BAR, thumb)
        canvas.blit(paint.pill(area.size, palette.MAUVE), area)


def _sign(kit: Kit, side: int, colour: Colour) -> pygame.Surface:
    """A circle, as cooking is; a hollow box, as staring is."""
    stage = kit.stage
    if side == 0:
        return paint.disc(stage.px(MARK), colour)
    return paint.box((stage.px(MARK), stage.px(MARK)), 1, None, colour, stage.line(1.5))


def _indent(rows: list[list[Span]]) -> int:
    text = "".join(piece for piece, _ in rows[0]) if rows else ""
    return len(text) - len(text.lstrip(" "))


def _seconds(plan: tuple[PlanStep, ...]) -> dict[int, set[float]]:
    """How long the timers of each line run."""
    found: dict[int, set[float]] = {}
    for step in plan:
        if step.kind == "timer" and step.line:
            found.setdefault(step.line, set()).add(round(step.seconds, 1))
    return found
