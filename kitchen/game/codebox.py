"""The source panel: a recipe's real source, the current line filling up as its step goes on."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game import highlight, paint
from kitchen.game import palette as p
from kitchen.game.art import Art
from kitchen.game.cache import Lru
from kitchen.game.ease import Tween
from kitchen.game.moment import Source
from kitchen.game.stage import Stage
from kitchen.game.type import Type

SCROLL_SECONDS = 0.2
LINES = 8  # lines of source in view
MARGIN = 2  # lines kept in view below the current one, where there are any

WIDTH, PITCH, PAD = 360.0, 17.5, 7.0  # logical px
HEIGHT = LINES * PITCH + 2 * PAD
GUTTER, TEXT_X, TEXT_END = 30.0, 34.0, 357.0
FADE = 14.0  # a line too long fades out over so much
PILL_H, PILL_END = 16.0, 8.0
LAYOUTS = ((13.0, 4), (13.0, 2), (12.0, 2))  # (size, spaces shown for four): the first that fits

GUTTER_FILL: p.Colour = (0x22, 0x15, 0x29)
COLOURS: dict[highlight.Kind, p.Colour] = {
    "plain": p.CREAM,
    "keyword": p.CODE_KEYWORD,
    "name": p.CODE_NAME,
    "string": p.CODE_STRING,
    "number": p.CODE_NUMBER,
    "comment": p.CODE_COMMENT,
}


@dataclass(frozen=True, slots=True)
class Cursor:
    """The line at work: its number, how much of the step is done (0 to 1), and what goes on."""

    line: int
    share: float
    tone: p.Colour
    label: str
    what: str
    symbol: str | None = None
    """The drawing that stands for the label where there is no room for it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole recipe as one picture."""

    picture: pygame.Surface
    rows: dict[int, int]
    """Line number -> row of the sheet, from 0."""
    ends: list[float]
    """Where the text of each row ends, in logical px from the left of the box."""


class CodeBox:
    """Draws a recipe's source in a box of 360 x 154 logical px."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._sheets: Lru[Sheet] = Lru(40)
        self._bed = self._bake()
        self.reset()

    def reset(self) -> None:
        """Forget where it was scrolled to."""
        self._shown: tuple[str, bool] | None = None
        self._scroll = Tween(0.0, 0.0, 0.0)
        self._since = 0.0

    def blank(self, surface: pygame.Surface, x: float, y: float) -> pygame.Rect:
        """The empty box; returns its place in device px."""
        area = self._stage.rect(x, y, WIDTH, HEIGHT)
        surface.blit(self._bed, area)
        surface.fill(p.NIGHT, self._gutter(area).inflate(2, 0))
        return area

    def draw(
        self,
        surface: pygame.Surface,
        at: tuple[float, float],
        source: Source,
        stay: bool,
        cursor: Cursor,
        wall: float,
    ) -> None:
        """The source with its current line; ``stay`` shows the synchronous program."""
        area = self._stage.rect(*at, WIDTH, HEIGHT)
        surface.blit(self._bed, area)
        key = (source.first, stay)
        sheet = self._sheets.get((key, source.lines), lambda: self._make(source, stay))
        row = sheet.rows.get(cursor.line)
        top = self._scrolled(key, len(sheet.ends), row, wall)
        clip = surface.get_clip()
        surface.set_clip(area.inflate(0, -2 * self._stage.px(PAD - 1)))
        if row is not None:
            self._band(surface, at, at[1] + PAD + (row - top) * PITCH, cursor, sheet.ends[row])
        offset = self._stage.px(PAD - top * PITCH)
        surface.blit(sheet.picture, (area.x, area.y + offset))
        if row is not None:
            self._mark(surface, at, at[1] + PAD + (row - top) * PITCH, cursor, sheet.ends[row])
        else:
            self._elsewhere(surface, at, cursor)
        surface.set_clip(clip)

    # -- the current line ----------------------------------------------------------------------

    def _scrolled(self, key: tuple[str, bool], rows: int, row: int | None, wall: float) -> float:
        """The first row in view; glides so that the current one is always to be seen."""
        last = max(0, rows - LINES)
        here = self._scroll.at(wall - self._since)
        goal = min(self._scroll.end, float(last))
        if row is not None:
            low, high = row + MARGIN - LINES + 1, row - 1
            goal = float(max(0, min(last, max(low, min(goal, high)))))
        if self._shown != key:
            self._shown, self._scroll = key, Tween(goal, goal, 0.0)
        elif self._scroll.end != goal:
            self._scroll, self._since = Tween(here, goal, SCROLL_SECONDS), wall
        return self._scroll.at(wall - self._since)

    def _band(
        self, surface: pygame.Surface, at: tuple[float, float], y: float, cursor: Cursor, end: float
    ) -> None:
        band = self._stage.rect(at[0] + 4, y, WIDTH - 8, PITCH)
        radius = self._stage.px(4)
        surface.blit(paint.box(band.size, radius, p.mix(p.NIGHT, cursor.tone, 0.17)), band)
        width = round(band.width * min(1.0, max(0.0, cursor.share)))
        if width > 0:
            fill = paint.box(band.size, radius, p.mix(p.NIGHT, cursor.tone, 0.40))
            surface.blit(fill, band, (0, 0, width, band.height))
            edge = pygame.Rect(band.x + width - 1, band.y, self._stage.line(1), band.height)
            surface.fill(p.mix(p.NIGHT, cursor.tone, 0.75), edge.clip(band))

    def _mark(
        self, surface: pygame.Surface, at: tuple[float, float], y: float, cursor: Cursor, end: float
    ) -> None:
        """The triangle in the gutter, the line number lit, and the pill where it has room."""
        s, middle = self._stage, y + PITCH / 2
        side = s.px(7)
        mark = paint.polygon((side, side), ((0.05, 0.0), (1.0, 0.5), (0.05, 1.0)), cursor.tone)
        surface.blit(mark, mark.get_rect(center=(s.px(at[0] + 8), s.px(middle))))
        number = self._type.code(str(cursor.line), 11, p.CREAM, "semibold")
        spot = number.get_rect(midright=(s.px(at[0] + GUTTER - 4), s.px(middle)))
        surface.blit(number, spot)
        self._pill(surface, at[0] + WIDTH - PILL_END, middle, WIDTH - PILL_END - end - 6, cursor)

    def _pill(
        self, surface: pygame.Surface, right: float, middle: float, room: float, cursor: Cursor
    ) -> None:
        """``hands on`` or ``blocked``; on a long line its symbol alone; else nothing."""
        s = self._stage
        label = self._type.ui(cursor.label, 12, p.INK, "bold")
        if room < label.get_width() / s.k + 14:
            if room < PILL_H or cursor.symbol is None:
                return
            label = self._art.get(cursor.symbol, 13, 13)
        width = max(PILL_H + 6, label.get_width() / s.k + 14)
        width = min(width, max(room, PILL_H))
        area = s.rect(right - width, middle - PILL_H / 2, width, PILL_H)
        surface.blit(paint.pill(area.size, cursor.tone), area)
        surface.blit(label, label.get_rect(center=area.center))

    def _elsewhere(
        self, surface: pygame.Surface, at: tuple[float, float], cursor: Cursor
    ) -> None:
        """Work that is no line of the recipe (scraping a pan): a line of its own at the foot."""
        y = at[1] + PAD + (LINES - 1) * PITCH
        self._band(surface, at, y, cursor, 0.0)
        text = self._type.code(f"# {cursor.what}", 12, p.CREAM)
        spot = text.get_rect(midleft=(self._stage.px(at[0] + 14), self._stage.px(y + PITCH / 2)))
        surface.blit(text, spot)

    # -- baked ---------------------------------------------------------------------------------

    def _gutter(self, area: pygame.Rect) -> pygame.Rect:
        return pygame.Rect(area.x, area.y + 1, self._stage.px(GUTTER) + 2, area.height - 2)

    def _bake(self) -> pygame.Surface:
        size = (self._stage.px(WIDTH), self._stage.px(HEIGHT))
        radius = self._stage.px(10)
        bed = paint.box(size, radius, p.NIGHT).copy()
        gutter = paint.box((self._stage.px(GUTTER), size[1]), radius, GUTTER_FILL, corners="left")
        bed.blit(gutter, (0, 0))
        return bed

    def _make(self, source: Source, stay: bool) -> Sheet:
        """Render the whole recipe once."""
        lines = highlight.body(highlight.synchronous(source.lines) if stay else source.lines)
        texts = [self._without_note(text) for _, text in lines]
        size, tab = self._layout(texts)
        width, pitch = self._stage.px(WIDTH), PITCH * self._stage.k
        sheet = paint.clear((width, round(pitch * max(1, len(lines))) + 2), p.CREAM)
        ends = []
        for row, pieces in enumerate(highlight.spans(texts)):
            middle = round((row + 0.5) * pitch)
            number = self._type.code(str(lines[row][0]), 11, p.CODE_GUTTER)
            x = self._stage.px(GUTTER - 4)
            sheet.blit(number, number.get_rect(midright=(x, middle)))
            ends.append(self._row(sheet, _narrow(pieces, tab), middle, size) / self._stage.k)
        self._fade(sheet)
        return Sheet(sheet, {number: row for row, (number, _) in enumerate(lines)}, ends)

    def _layout(self, texts: list[str]) -> tuple[float, int]:
        """The largest size at which every line fits; else the smallest."""
        for size, tab in LAYOUTS:
            if all(self._fits(text, size, tab) for text in texts):
                return size, tab
        return LAYOUTS[-1]

    def _fits(self, text: str, size: float, tab: int) -> bool:
        cell = self._type.width("0" * 20, size, "code", "medium") / 20
        return _columns(text, tab) * cell <= TEXT_END - TEXT_X

    def _without_note(self, text: str) -> str:
        """A line that is too long even when small does without our comment."""
        if text.endswith(highlight.BLOCKS) and not self._fits(text, *LAYOUTS[-1]):
            return text.removesuffix(highlight.BLOCKS).rstrip()
        return text

    def _row(
        self, sheet: pygame.Surface, pieces: list[highlight.Span], middle: int, size: float
    ) -> int:
        """Draw one line; returns where it ends, in device px."""
        x = self._stage.px(TEXT_X)
        for text, kind in pieces:
            weight = "semibold" if kind == "keyword" else "medium"
            drawn = self._type.code(text, size, COLOURS[kind], weight)
            sheet.blit(drawn, drawn.get_rect(midleft=(x, middle)))
            x += drawn.get_width()
        return x

    def _fade(self, sheet: pygame.Surface) -> None:
        """The right edge fades out: a cut line is seen to go on."""
        width, steps = sheet.get_width(), self._stage.px(FADE)
        for step in range(steps):
            alpha = round(255 * (1.0 - step / max(1, steps - 1)))
            column = (width - steps + step - self._stage.px(4), 0, 1, sheet.get_height())
            sheet.fill((255, 255, 255, alpha), column, pygame.BLEND_RGBA_MULT)
        sheet.fill((0, 0, 0, 0), (width - self._stage.px(4), 0, width, sheet.get_height()))


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
