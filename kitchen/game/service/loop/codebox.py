"""The source panel: a recipe's real source, the current line filling up as its step goes on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.layout import layout_of, more_code
from kitchen.game.signs.moment import Source
from kitchen.game.signs.sheet import GUTTER, PITCH, Sheet, SheetMaker

SCROLL_SECONDS = 0.2
LINES, LEAST = 10, 4  # lines of source in view, in the plain layout and where room is short
MARGIN = 2  # lines kept in view below the current one, where there are any

PAD = 7.0  # logical px
THREAD, THREAD_UP, MARK = 6.0, 26.0, 6.0  # beside the box, from above it, and into it
PILL_H, PILL_END = 16.0, 8.0

GUTTER_FILL: p.Colour = (0x22, 0x15, 0x29)


@dataclass(frozen=True, slots=True)
class Cursor:
    """The line at work: its number, how much of the step is done (0 to 1), and what goes on."""

    line: int
    share: float
    tone: p.Colour
    label: str
    what: str
    symbol: str | None = None
    """The drawing that stands for the label where there is no room for it, or ``dots``."""


@dataclass(frozen=True, slots=True)
class CodePage:
    """What the box shows of a source."""

    box: Box
    area: pygame.Rect
    band: pygame.Rect
    """Of the current line, which fills up."""
    sheet: Sheet
    rows: range | None
    """Of the current line; None: it is no line of the source."""
    top: float
    """The first row in view."""
    cursor: Cursor
    threads: list[float]
    """How far down they end, in logical px."""

    @property
    def lit(self) -> int:
        """Device px of the band."""
        return round(self.band.width * min(1.0, max(0.0, self.cursor.share)))


@dataclass(frozen=True, slots=True)
class Shades:
    """The pixels of a page, its current line dark; and of that line, lit and as the edge is."""

    dark: pygame.Surface
    lit: pygame.Surface
    edge: pygame.Surface
    line: pygame.Rect
    """Where that line is."""

    def light(self, surface: pygame.Surface, width: int, edge: int) -> None:
        """On a dark page: the line is lit so far, and has so thick an edge there."""
        if width > 0:
            surface.blit(self.lit, self.line, (0, 0, width, self.line.height))
            spot = self.line.move(width - 1, 0)
            surface.blit(self.edge, spot, (width - 1, 0, edge, self.line.height))


def height_of(lines: int) -> float:
    """Of a box that shows so many lines, in logical px."""
    return lines * PITCH + 2 * PAD


class CodeBox:
    """Draws a recipe's source in a box 360 logical px wide, and what the panel has over that."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout = layout_of(kit.stage)
        self.width = layout.panel_inner
        self.lines = LINES + round(more_code(layout) / PITCH)
        """How many it shows of a short recipe, too."""
        self._maker = SheetMaker(kit)
        self._sheets: Lru[Sheet] = Lru(64)
        self._beds: Lru[pygame.Surface] = Lru(24)
        self.reset()

    def reset(self) -> None:
        """Forget where it was scrolled to."""
        self._shown: tuple[str, bool] | None = None
        self._scroll = Tween(0.0, 0.0, 0.0)
        self._since = 0.0
        self._page: CodePage | None = None
        self._look: Hashable = None
        self._shades: Shades | None = None

    def take_over(self, old: CodeBox) -> None:
        """Go on where the box of another size left off: scrolled as far, without a way there."""
        end = old._scroll.end
        self._scroll = Tween(end, end, 0.0)

    def warm(self, source: Source, stay: bool) -> None:
        """Render a recipe before it is first shown."""
        self._sheet(source, stay)

    def _sheet(self, source: Source, stay: bool) -> Sheet:
        key = (source.first, stay, source.lines)
        return self._sheets.get(key, lambda: self._maker.make(source, stay))

    def rows(self, source: Source, stay: bool) -> int:
        """How many lines it takes to show all of it."""
        return len(self._sheet(source, stay).ends)

    def blank(self, surface: pygame.Surface, x: float, y: float, height: float) -> None:
        """The empty box."""
        area = self._kit.stage.rect(x, y, self.width, height)
        surface.blit(paint.box(area.size, self._kit.stage.px(10), p.NIGHT), area)

    def follow(
        self,
        box: Box,
        lines: int,
        source: Source,
        stay: bool,
        cursor: Cursor,
        wall: float,
        still: bool = False,
        marked: frozenset[int] = frozenset(),
    ) -> Hashable:
        """The source with its current line; ``stay`` shows the synchronous program; lines that are
        ``marked`` hang on a thread from above. What comes back is all that its looks depend on, the
        threads aside.

        ``box`` may be on its way to the height of so many ``lines``. While time stands ``still``,
        it is scrolled as if it had just been opened.
        """
        area, sheet = self._kit.stage.rect(*box), self._sheet(source, stay)
        rows = sheet.rows.get(cursor.line)
        top = self._scrolled((source.first, stay), len(sheet.ends), lines, rows, wall, still)
        hung = [row for line in marked if not stay for row in sheet.rows.get(line, ())[:1]]
        ends = [PAD + (row - top + 0.5) * PITCH for row in hung]
        band = self._band_area(box, rows, top)
        self._page = page = CodePage(box, area, band, sheet, rows, top, cursor, ends)
        look = (
            box, top, sheet.picture, cursor.line, cursor.tone, cursor.label, cursor.what,
            cursor.symbol,
        )  # fmt: skip
        if look != self._look:
            self._look, self._shades = look, None
        return look, page.lit

    def draw(self, surface: pygame.Surface) -> None:
        """The page as it is since `follow`. On its way it is drawn as it comes; where it stands,
        its pixels are kept with the current line dark, lit, and as bright as the edge between."""
        assert self._page is not None
        page = self._page
        if page.top != self._scroll.end:
            self._paint(surface, page, lambda: self._fill(surface, page))
            return
        if self._shades is None:
            self._shades = self._shaded(surface, page)
        else:
            surface.blit(self._shades.dark, page.area)
        self._shades.light(surface, page.lit, self._kit.stage.line(1))

    def _shaded(self, surface: pygame.Surface, page: CodePage) -> Shades:
        """Draws it dark, and keeps that and the two other ways it may look."""
        band, tone, line = page.band, page.cursor.tone, page.band.clip(self._clip(page.area))
        edge = p.mix(p.NIGHT, tone, 0.75)
        looks = []
        for fill in (
            lambda: surface.fill(edge, band),
            lambda: self._glow(surface, band, tone, band.width),
        ):
            self._paint(surface, page, fill, line)
            looks.append(surface.subsurface(line).copy())
        self._paint(surface, page, lambda: None)
        return Shades(surface.subsurface(page.area).copy(), looks[1], looks[0], line)

    def draw_threads(self, surface: pygame.Surface) -> None:
        if self._page is not None and self._page.threads:
            self._threads(surface, self._page.box, self._page.threads)

    def _threads(self, surface: pygame.Surface, box: Box, rows: list[float]) -> None:
        """From the note in the panel's title down the margin to every marked row in view."""
        stage, (x, y, _, height) = self._kit.stage, box
        ends = [row for row in rows if PAD < row < height - PAD]
        if not ends:
            return
        side, thick = x - THREAD, stage.line(2)
        line = stage.rect(side, y - THREAD_UP, 0.0, max(ends) + THREAD_UP)
        surface.fill(p.SAFFRON, (line.x, line.y, thick, line.height))
        for row in ends:
            tick = stage.rect(side, y + row, THREAD + MARK, 0.0)
            surface.fill(p.SAFFRON, (tick.x, tick.y - thick // 2, tick.width, thick))

    # -- the current line ----------------------------------------------------------------------

    def _scrolled(
        self, key: tuple[str, bool], count: int, lines: int, rows: range | None, wall: float,
        still: bool,
    ) -> float:  # fmt: skip
        """The first row in view; glides so that the current ones are always to be seen."""
        last = max(0, count - lines)
        here = self._scroll.at(wall - self._since)
        goal = min(0.0 if still else self._scroll.end, float(last))
        if rows is not None:
            margin = min(MARGIN, max(0, lines - len(rows) - 1))
            low, high = rows[-1] + margin - lines + 1, max(0, rows[0] - 1)
            goal = float(max(0, min(last, max(low, min(goal, high)))))
        if self._shown != key:
            self._shown, self._scroll = key, Tween(goal, goal, 0.0)
        elif self._scroll.end != goal:
            self._scroll, self._since = Tween(here, goal, SCROLL_SECONDS), wall
        return self._scroll.at(wall - self._since)

    def _clip(self, area: pygame.Rect) -> pygame.Rect:
        """Where lines of source may be seen."""
        return area.inflate(0, -2 * self._kit.stage.px(PAD - 1))

    def _band_area(self, box: Box, rows: range | None, top: float) -> pygame.Rect:
        """Of the current line's rows; of a row at the foot, where it is no line of the source."""
        x, y, _, height = box
        first, count = y + height - PAD - PITCH, 1
        if rows is not None:
            first, count = y + PAD + (rows[0] - top) * PITCH, len(rows)
        return self._kit.stage.rect(x + 4, first, self.width - 8, PITCH * count)

    def _paint(
        self, surface: pygame.Surface, page: CodePage, fill: Callable[[], object],
        within: pygame.Rect | None = None,
    ) -> None:  # fmt: skip
        """Bed, band and source; ``fill`` lights the band. ``within``: no more than that."""
        (x, y, _, height), area, rows = page.box, page.area, page.rows
        clip = surface.get_clip()
        surface.set_clip(area if within is None else within)
        surface.blit(self._beds.get(area.height, lambda: self._bake(area.size)), area)
        surface.set_clip(self._clip(area) if within is None else within)
        offset = self._kit.stage.px(PAD - page.top * PITCH)
        if rows is not None:
            self._dim(surface, page.band, page.cursor.tone)
            fill()
            surface.blit(page.sheet.picture, (area.x, area.y + offset))
            first, last = (y + PAD + (row - page.top) * PITCH for row in (rows[0], rows[-1]))
            self._mark(surface, (x, first), last, page.cursor, page.sheet.ends[rows[-1]])
        else:
            surface.blit(page.sheet.picture, (area.x, area.y + offset))
            self._dim(surface, page.band, page.cursor.tone)
            fill()
            self._elsewhere(surface, (x, y + height - PAD - PITCH), page.cursor)
        surface.set_clip(clip)

    def _dim(self, surface: pygame.Surface, band: pygame.Rect, tone: p.Colour) -> None:
        radius = self._kit.stage.px(4)
        surface.blit(paint.box(band.size, radius, p.mix(p.NIGHT, tone, 0.17)), band)

    def _glow(self, surface: pygame.Surface, band: pygame.Rect, tone: p.Colour, lit: int) -> None:
        fill = paint.box(band.size, self._kit.stage.px(4), p.mix(p.NIGHT, tone, 0.40))
        surface.blit(fill, band, (0, 0, lit, band.height))

    def _fill(self, surface: pygame.Surface, page: CodePage) -> None:
        """It fills as if its rows were one."""
        band, tone, lit = page.band, page.cursor.tone, page.lit
        if lit > 0:
            self._glow(surface, band, tone, lit)
            edge = pygame.Rect(band.x + lit - 1, band.y, self._kit.stage.line(1), band.height)
            surface.fill(p.mix(p.NIGHT, tone, 0.75), edge.clip(band))

    def _mark(
        self, surface: pygame.Surface, at: Pos, last: float, cursor: Cursor, end: float
    ) -> None:
        """The triangle in the gutter, the line number lit, and the pill in its last row if it has
        room there."""
        s, middle = self._kit.stage, at[1] + PITCH / 2
        side = s.px(7)
        mark = paint.polygon((side, side), ((0.05, 0.0), (1.0, 0.5), (0.05, 1.0)), cursor.tone)
        self._kit.put(surface, mark, at[0] + 8, middle, "center")
        number = self._kit.type.code(str(cursor.line), 11, p.CREAM, "semibold")
        spot = number.get_rect(midright=(s.px(at[0] + GUTTER - 3), s.px(middle)))
        surface.blit(number, spot)
        right = self.width - PILL_END
        self._pill(surface, at[0] + right, last + PITCH / 2, right - end - 6, cursor)

    def _pill(
        self, surface: pygame.Surface, right: float, middle: float, room: float, cursor: Cursor
    ) -> None:
        """``hands on`` or ``blocked``; on a long line its symbol alone; else nothing."""
        s = self._kit.stage
        label = self._kit.type.ui(cursor.label, 12, p.INK, "bold")
        if room < label.get_width() / s.k + 14:
            if room < PILL_H or cursor.symbol is None:
                return
            drawn = self._kit.art.has(cursor.symbol)
            dots = self._kit.type.ui("•••", 12, p.INK, "bold")
            label = self._kit.art.get(cursor.symbol, 13, 13) if drawn else dots
        width = max(PILL_H + 6, label.get_width() / s.k + 14)
        width = min(width, max(room, PILL_H))
        area = s.rect(right - width, middle - PILL_H / 2, width, PILL_H)
        surface.blit(paint.pill(area.size, cursor.tone), area)
        surface.blit(label, label.get_rect(center=area.center))

    def _elsewhere(self, surface: pygame.Surface, at: Pos, cursor: Cursor) -> None:
        """Work that is no line of the recipe (scraping a pan): a line of its own at the foot."""
        text = self._kit.type.code(f"# {cursor.what}", 12, p.CREAM)
        middle = self._kit.stage.px(at[1] + PITCH / 2)
        surface.blit(text, text.get_rect(midleft=(self._kit.stage.px(at[0] + 14), middle)))

    # -- baked ---------------------------------------------------------------------------------

    def _bake(self, size: tuple[int, int]) -> pygame.Surface:
        radius = self._kit.stage.px(10)
        bed = paint.box(size, radius, p.NIGHT).copy()
        gutter = paint.box(
            (self._kit.stage.px(GUTTER), size[1]), radius, GUTTER_FILL, corners="left"
        )
        bed.blit(gutter, (0, 0))
        return bed
