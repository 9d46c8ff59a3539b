"""The program of a step, to be read: its lines, and each task marked at the line where it is."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.coderows import code_rows
from kitchen.game.signs.highlight import Span, spans
from kitchen.game.signs.sheet import COLOURS

SIZES, PITCH = (13.0, 12.0, 11.5), 17.5
"""Of the letters: the first at which no line is too long, else the first; and from row to row."""
PAD, GUTTER, TEXT_X = 7.0, 30.0, 40.0
NEAR = 1.5  # rows that are kept in view above and below what is marked
DIM = 150  # of 255: what is left of lines beside what the step is about
TAG_H, TAG_GAP, TAG_END = 16.0, 4.0, 14.0
MOST_TAGS = 3


@dataclass(frozen=True, slots=True)
class TaskMark:
    """A task at a line. ``runs``: its step is under way."""

    name: str
    colour: p.Colour
    runs: bool = False


Marks = Mapping[int, Sequence[TaskMark]]
"""By line, from 1."""


def task_colour(number: int) -> p.Colour:
    """Of a task: the program's own is cream, the others take turns."""
    colours = (p.CODE_NAME, p.CODE_STRING, p.CODE_NUMBER, p.CODE_KEYWORD, p.STEAM)
    return colours[(number - 1) % len(colours)] if number else p.CREAM


class ProgramBox:
    """Draws in ``box`` (logical px). ``bright`` are the lines that the step is about: they are in
    view first. What a program begins with, its imports, is not shown."""

    def __init__(self, kit: Kit, box: Box, lines: Sequence[str], bright: range) -> None:
        self._kit, self.box = kit, box
        self._pitch = PITCH * kit.type.grown(SIZES[0]) / SIZES[0]
        self._marks: Marks = {}
        longest = max(map(len, lines), default=0)
        self._size = next((size for size in SIZES if self._columns(size) >= longest), SIZES[0])
        self._rows, self._of = self._broken(lines)
        self._sheet = self._written(bright)
        self._room = box[3] - 2 * PAD
        self._top = 0.0
        self._show([self._of[line] for line in bright if line in self._of])

    # -- where everything is -----------------------------------------------------------------------

    def _broken(
        self, lines: Sequence[str]
    ) -> tuple[list[tuple[int, list[Span]]], dict[int, range]]:
        """All rows with the line of each, 0 for the rest of one that is long; and the rows of
        each line."""
        first = first_of(lines)
        columns = max(20, self._columns(self._size))
        rows: list[tuple[int, list[Span]]] = []
        of: dict[int, range] = {}
        for number, pieces in enumerate(spans(lines)[first - 1 :], start=first):
            if not lines[number - 1].strip() and not lines[number - 2].strip():
                continue  # one empty line is enough between two functions
            parts = code_rows(pieces, columns)
            of[number] = range(len(rows), len(rows) + len(parts))
            rows += [(0 if index else number, part) for index, part in enumerate(parts)]
        return rows, of

    def _columns(self, size: float) -> int:
        """How many letters of that size there is room for."""
        cell = self._kit.type.width("0" * 20, size, "code", "medium") / 20
        return int((self.box[2] - TEXT_X - TAG_END) / cell)

    @property
    def scrolls(self) -> bool:
        """Whether there is more than there is room for."""
        return len(self._rows) * self._pitch > self._room

    def fit(self, height: float) -> None:
        """Be so high from now on."""
        self.box = *self.box[:3], height
        self._room = height - 2 * PAD
        self._top = self._within(self._top)

    def scroll(self, rows: float) -> None:
        """So many rows down."""
        self._top = self._within(self._top + rows * self._pitch)

    def wheel(self, pos: Pos, rows: float) -> bool:
        """The wheel was turned there; whether it is over this box."""
        if not inside(self.box, pos):
            return False
        self.scroll(rows)
        return True

    def _show(self, rows: Sequence[range]) -> None:
        """Bring these into view, the first of them if there is no room for all."""
        if rows:
            first, end = rows[0][0], rows[-1][-1] + 1
            near = max(0.0, min(NEAR, (self._room / self._pitch - (end - first)) / 2))
            low = (end + near) * self._pitch - self._room
            high = (first - near) * self._pitch
            self._top = self._within(min(max(self._top, low), high))

    def _within(self, top: float) -> float:
        return max(0.0, min(top, len(self._rows) * self._pitch - self._room))

    def mark(self, marks: Marks) -> None:
        """These tasks are at these lines; the one that runs, or else the first, is in view."""
        if marks == self._marks:
            return
        self._marks = marks
        at = sorted(line for line in marks if line in self._of)
        runs = [line for line in at if any(mark.runs for mark in marks[line])]
        self._show([self._of[line] for line in runs or at])

    # -- a picture ---------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface) -> None:
        stage, area = self._kit.stage, self._kit.stage.rect(*self.box)
        canvas.blit(paint.box(area.size, stage.px(10), p.NIGHT), area)
        clip = canvas.get_clip()
        canvas.set_clip(area.inflate(0, -2 * stage.px(4)).clip(clip))
        for line, marks in self._marks.items():
            if line in self._of:
                self._band(canvas, self._y(self._of[line][0]), len(self._of[line]), marks)
        canvas.blit(self._sheet, (area.x, stage.px(self._y(0))))
        for line, marks in self._marks.items():
            if line in self._of:
                row = min(self._of[line], key=self._long)
                self._tags(canvas, self._y(row) + self._pitch / 2, row, marks)
        canvas.set_clip(clip)
        self._bar(canvas)

    def _y(self, row: int) -> float:
        return self.box[1] + PAD - self._top + row * self._pitch

    def _band(self, canvas: pygame.Surface, y: float, rows: int, marks: Sequence[TaskMark]) -> None:
        stage = self._kit.stage
        strong = 0.34 if any(mark.runs for mark in marks) else 0.16
        band = stage.rect(self.box[0] + 4, y, self.box[2] - 8, rows * self._pitch)
        tone = p.mix(p.NIGHT, marks[0].colour, strong)
        canvas.blit(paint.box(band.size, stage.px(4), tone), band)

    def _long(self, row: int) -> int:
        """How many letters stand in it."""
        return sum(len(text) for text, _ in self._rows[row][1])

    def _tags(
        self, canvas: pygame.Surface, middle: float, row: int, marks: Sequence[TaskMark]
    ) -> None:
        """The names at the end of a row, who runs first, or their first letters where it is long;
        an arrow where one runs."""
        stage, kit = self._kit.stage, self._kit
        ordered = sorted(marks, key=lambda mark: not mark.runs)
        if ordered[0].runs:
            side = stage.px(8)
            arrow = ((0.05, 0.0), (1.0, 0.5), (0.05, 1.0))
            tip = paint.polygon((side, side), arrow, ordered[0].colour)
            kit.put(canvas, tip, self.box[0] + 9, middle, "center")
        words = [(mark.name, mark.colour) for mark in ordered[:MOST_TAGS]]
        if more := len(ordered) - MOST_TAGS:
            words += [(f"+{more}", p.LILAC)] if more > 0 else []
        right = self.box[0] + self.box[2] - TAG_END
        wide = sum(kit.type.width(text, 12, weight="bold") + 18 for text, _ in words)
        cell = kit.type.width("0" * 20, self._size, "code", "medium") / 20
        if self.box[0] + TEXT_X + self._long(row) * cell > right - wide:
            words = [(text if text[0] == "+" else text[0].upper(), tone) for text, tone in words]
        for text, colour in reversed(words):
            right -= self._tag(canvas, text, colour, right, middle) + TAG_GAP

    def _tag(
        self, canvas: pygame.Surface, text: str, colour: p.Colour, right: float, middle: float
    ) -> float:
        kit, stage = self._kit, self._kit.stage
        text, size = kit.type.told((text,), 12, 120, "ui", "bold", 0.85)
        width = kit.type.width(text, size, weight="bold") + 14
        high = max(TAG_H, self._pitch - 2)
        area = stage.rect(right - width, middle - high / 2, width, high)
        canvas.blit(paint.pill(area.size, colour, p.NIGHT, stage.line(1)), area)
        kit.put(canvas, kit.type.ui(text, size, p.INK, "bold"), right - width / 2, middle, "center")
        return width

    def _bar(self, canvas: pygame.Surface) -> None:
        """How much of it is in view, and where."""
        if not self.scrolls:
            return
        stage, (x, y, w, h) = self._kit.stage, self.box
        whole = len(self._rows) * self._pitch
        track = h - 16
        length = max(18.0, track * self._room / whole)
        top = y + 8 + (track - length) * self._top / (whole - self._room)
        area = stage.rect(x + w - 9, top, 4, length)
        canvas.blit(paint.pill(area.size, p.MAUVE), area)

    def _written(self, bright: range) -> pygame.Surface:
        """All rows as one picture."""
        stage, pitch = self._kit.stage, self._pitch * self._kit.stage.k
        sheet = paint.clear((stage.px(self.box[2]), round(pitch * len(self._rows)) + 2), p.CREAM)
        line = 0
        for row, (number, pieces) in enumerate(self._rows):
            line = number or line
            middle = round((row + 0.5) * pitch)
            if number:
                text = self._kit.type.code(str(number), 11, p.CODE_GUTTER)
                sheet.blit(text, text.get_rect(midright=(stage.px(GUTTER), middle)))
            self._row(sheet, pieces, middle, line in bright)
        return sheet

    def _row(
        self, sheet: pygame.Surface, pieces: Sequence[Span], middle: int, bright: bool
    ) -> None:
        x = self._kit.stage.px(TEXT_X)
        for text, kind in pieces:
            weight = "semibold" if kind == "keyword" else "medium"
            tone = COLOURS[kind] if bright else p.mix(p.NIGHT, COLOURS[kind], DIM / 255)
            drawn = self._kit.type.code(text, self._size, tone, weight)
            sheet.blit(drawn, drawn.get_rect(midleft=(x, middle)))
            x += drawn.get_width()


def first_of(lines: Sequence[str]) -> int:
    """The first line, from 1, of what comes after a docstring and imports."""
    try:
        body = ast.parse("\n".join(lines)).body
    except (SyntaxError, ValueError):
        return 1
    head = ast.Import | ast.ImportFrom | ast.Expr
    for node in body:
        quoted = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
        if not isinstance(node, head) or quoted:
            decorators = [d.lineno for d in getattr(node, "decorator_list", ())]
            return int(min([node.lineno, *decorators]))
    return 1
