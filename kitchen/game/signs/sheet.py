"""A recipe's source as one picture, coloured and numbered."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.signs import highlight
from kitchen.game.signs.coderows import code_rows
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Source

PITCH = 17.5  # logical px
GUTTER, TEXT_X, MARGIN = 30.0, 34.0, 3.0
LAYOUTS = ((13.0, 4), (13.0, 2), (12.0, 2))  # (size, spaces shown for four): the first that fits

COLOURS: dict[highlight.TextKind, p.Colour] = {
    "plain": p.CREAM,
    "keyword": p.CODE_KEYWORD,
    "name": p.CODE_NAME,
    "string": p.CODE_STRING,
    "number": p.CODE_NUMBER,
    "comment": p.CODE_COMMENT,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole recipe as one picture."""

    picture: pygame.Surface
    rows: dict[int, range]
    """Line number -> its rows of the sheet, from 0: more than one for a line that is long."""
    ends: list[float]
    """Where the text of each row ends, in logical px from the left of the box."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A recipe broken into rows, and the size of its letters in logical px."""

    size: float
    lines: list[tuple[int, list[list[highlight.Span]]]]
    """Each line's number, and its rows."""


class SheetMaker:
    """Renders sheets; who asks for them keeps them."""

    def __init__(self, kit: Kit, width: float | None = None) -> None:
        self._kit = kit
        width = layout_of(kit.stage).panel_inner if width is None else width
        self._width, self._end = width, width - MARGIN

    def make(self, source: Source, stay: bool) -> Sheet:
        """Render a whole recipe; ``stay``: as the synchronous program."""
        broken = self.broken(source, stay)
        sheet = self.blank(sum(len(parts) for _, parts in broken.lines))
        ends: list[float] = []
        rows = {}
        for line, parts in broken.lines:
            rows[line] = range(len(ends), len(ends) + len(parts))
            ends += self.put(sheet, len(ends), line, parts, broken.size)
        return Sheet(sheet, rows, ends)

    def broken(self, source: Source, stay: bool) -> Broken:
        """All lines, broken where they are too long."""
        lines = highlight.body(highlight.synchronous(source.lines) if stay else source.lines)
        texts = [self._without_note(text) for _, text in lines]
        size, tab = self._layout(texts)
        columns = int((self._end - TEXT_X) / self._cell(size) + 1e-6)
        found = [code_rows(_narrow(pieces, tab), columns) for pieces in highlight.spans(texts)]
        return Broken(size, [(line, rows) for (line, _), rows in zip(lines, found, strict=True)])

    def blank(self, rows: int) -> pygame.Surface:
        """An empty sheet."""
        pitch = PITCH * self._kit.stage.k
        size = self._kit.stage.px(self._width), round(pitch * max(1, rows)) + 2
        return paint.clear(size, p.CREAM)

    def put(
        self, sheet: pygame.Surface, row: int, line: int, parts: list[list[highlight.Span]],
        size: float,
    ) -> list[float]:  # fmt: skip
        """Draw a line with its number from that row on; returns where each of its rows ends."""
        pitch, ends = PITCH * self._kit.stage.k, []
        number = self._kit.type.code(str(line), 11, p.CODE_GUTTER)
        spot = (self._kit.stage.px(GUTTER - 3), round((row + 0.5) * pitch))
        sheet.blit(number, number.get_rect(midright=spot))
        for index, pieces in enumerate(parts):
            middle = round((row + index + 0.5) * pitch)
            ends.append(self._row(sheet, pieces, middle, size) / self._kit.stage.k)
        return ends

    def _layout(self, texts: list[str]) -> tuple[float, int]:
        """The largest size at which every line fits; else the smallest."""
        for size, tab in LAYOUTS:
            if all(self._fits(text, size, tab) for text in texts):
                return size, tab
        return LAYOUTS[-1]

    def _fits(self, text: str, size: float, tab: int) -> bool:
        return _columns(text, tab) * self._cell(size) <= self._end - TEXT_X

    def _cell(self, size: float) -> float:
        """How wide a letter is, in logical px."""
        return self._kit.type.width("0" * 20, size, "code", "medium") / 20

    def _without_note(self, text: str) -> str:
        """A line that is too long even when small does without our comment."""
        if text.endswith(highlight.BLOCKS) and not self._fits(text, *LAYOUTS[-1]):
            return text.removesuffix(highlight.BLOCKS).rstrip()
        return text

    def _row(
        self, sheet: pygame.Surface, pieces: list[highlight.Span], middle: int, size: float
    ) -> int:
        """Draw one line; returns where it ends, in device px."""
        x = self._kit.stage.px(TEXT_X)
        for text, kind in pieces:
            weight = "semibold" if kind == "keyword" else "medium"
            drawn = self._kit.type.code(text, size, COLOURS[kind], weight)
            sheet.blit(drawn, drawn.get_rect(midleft=(x, middle)))
            x += drawn.get_width()
        return x


def _columns(text: str, tab: int) -> int:
    indent = len(text) - len(text.lstrip(" "))
    return indent * tab // 4 + len(text) - indent


def _narrow(pieces: list[highlight.Span], tab: int) -> list[highlight.Span]:
    """The line with ``tab`` spaces of indent for every four."""
    if tab == 4 or not pieces or not pieces[0][0].startswith(" "):
        return pieces
    text, kind = pieces[0]
    rest = text.lstrip(" ")
    return [(" " * ((len(text) - len(rest)) * tab // 4) + rest, kind), *pieces[1:]]
