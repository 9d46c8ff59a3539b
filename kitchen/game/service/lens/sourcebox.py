"""A dish's source with what each line cost: it scrolls, and follows the line that is at work."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.lens.costbar import HEIGHT as COST_H
from kitchen.game.service.lens.costbar import CostBar
from kitchen.game.service.lens.linerows import DishLines, LineRow, LineSign
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.sheet import GUTTER, PITCH, TEXT_X, Sheet, SheetMaker
from kitchen.game.signs.subjects import SourceLine, Spot, Subject
from kitchen.lab.insight import DishInsight
from kitchen.runs.listings import Listing

PAD, GAP = 7.0, 8.0  # logical px: above the first line, and between two functions
MARGIN = 24.0  # kept in view above and below the line that is at work
PILL_H, PILL_END = 17.0, 8.0
SCALES = (1.25, 1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02, 0.01)
"""Logical px for a second: the first at which the longest bar fits."""
WHEEL = 3.0  # lines
SIGN = 6.0
DIM = 105  # of 255: what is left of a line that has not been run

GUTTER_FILL: p.Colour = (0x22, 0x15, 0x29)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A line and where it stands, in logical px from the top of the sheet."""

    row: LineRow
    y: float
    height: float
    """Of its text; what it cost stands below that."""
    end: float


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """The picture of a function."""

    sheet: Sheet
    dim: pygame.Surface
    """The same of what has not been run."""
    indents: dict[int, float]
    """Where the text of each line begins, in logical px from the left of the box."""


class SourceBox:
    """Draws it in ``box``, in logical px."""

    def __init__(self, kit: Kit, box: Box) -> None:
        self._kit, self.box = kit, box
        self._maker, self._bar = SheetMaker(kit, box[2]), CostBar(kit)
        self._sheets: Lru[SourcePicture] = Lru(32)
        self._area = kit.stage.rect(*box)
        self._bed = self._bake()
        self.reset()

    def reset(self) -> None:
        """Forget where it was scrolled to."""
        self._top = 0.0
        self._own = False
        """It is scrolled to where the player wants it."""
        self._rows: list[PlacedRow] = []
        self._of: Hashable = None
        self._height = 0.0
        self._room = self.box[3] - 2 * PAD

    def scroll(self, pos: Pos, lines: float) -> bool:
        """The wheel was turned there; whether it is over this box."""
        if not inside(self.box, pos):
            return False
        self._own = True
        self._top = self._within(self._top + lines * WHEEL * PITCH)
        return True

    def reveal(self, line: SourceLine) -> None:
        """It is pointed at with keys: it is in view, and so are lines around it to go on to."""
        for placed in self._rows:
            if (placed.row.listing, placed.row.number) == (line.listing, line.number):
                self._own = True
                self._show(placed)
        self._top = self._within(self._top)

    @property
    def top(self) -> float:
        """How far it is scrolled, in logical px."""
        return self._top

    # -- where everything is -------------------------------------------------------------------

    def follow(
        self, lines: DishLines, dish: DishInsight, moment: Moment, hidden: float = 0.0
    ) -> None:
        """Bring it in line with the dish: who is at work is in view, until the player scrolls.
        So much of its foot is ``hidden``."""
        self._room = self.box[3] - 2 * PAD - hidden
        stay = moment.attention == "stay"
        sheets = [
            self._shown(listing, index, dish, moment, stay).sheet
            for index, listing in enumerate(dish.listings)
        ]
        self._rows, self._height = _placed(lines, sheets)
        at = tuple((r.listing, r.number) for r in lines.rows if r.state == "here")
        if (dish.order, at) != self._of:
            self._of, self._own = (dish.order, at), False
        if not self._own:
            self._show(next((r for r in self._rows if r.row.state == "here"), None))
        self._top = self._within(self._top)

    def _show(self, placed: PlacedRow | None) -> None:
        if placed is None:
            return
        high = max(0.0, placed.y - MARGIN)
        low = placed.end + MARGIN - self._room
        self._top = max(low, min(self._top, high))

    def _within(self, top: float) -> float:
        return max(0.0, min(top, self._height - self._room))

    def spots(self) -> list[Spot[Subject]]:
        """The lines in view."""
        x, y, w, h = self.box
        found: list[Spot[Subject]] = []
        for placed in self._rows:
            top = y + PAD + placed.y - self._top
            if y <= top and placed.end - placed.y + top <= y + h:
                box = x + 4, top, w - 8, placed.end - placed.y
                found.append(Spot(box, SourceLine(placed.row.listing, placed.row.number)))
        return found

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, dish: DishInsight, moment: Moment) -> None:
        surface.blit(self._bed, self._area)
        clip = surface.get_clip()
        surface.set_clip(self._area.inflate(0, -2 * self._kit.stage.px(3)).clip(clip))
        scale, stay = self._scale(moment.grain), moment.attention == "stay"
        for placed in self._rows:
            y = self.box[1] + PAD + placed.y - self._top
            if y < self.box[1] + self.box[3] and y + placed.end - placed.y > self.box[1]:
                index = placed.row.listing
                shown = self._shown(dish.listings[index], index, dish, moment, stay)
                self._line(surface, placed, y, shown, moment)
                if placed.end - placed.y > placed.height:
                    x = self.box[0] + shown.indents[placed.row.number]
                    middle = y + placed.height + COST_H / 2 - 1
                    self._bar.draw(surface, (x, middle), placed.row.cost, scale, moment.grain)
        surface.set_clip(clip)

    def _line(
        self,
        surface: pygame.Surface,
        placed: PlacedRow,
        y: float,
        shown: SourcePicture,
        moment: Moment,
    ) -> None:
        s, row = self._kit.stage, placed.row
        if row.state in ("here", "calls"):
            strong = 0.42 if row.state == "here" else 0.2
            band = s.rect(self.box[0] + 4, y, self.box[2] - 8, placed.height)
            surface.blit(paint.box(band.size, s.px(4), p.mix(p.NIGHT, p.RED, strong)), band)
        rows = shown.sheet.rows[row.number]
        pitch = PITCH * s.k
        first, last = round(rows[0] * pitch), round((rows[-1] + 1) * pitch)
        picture = shown.dim if row.state == "ahead" else shown.sheet.picture
        part = (0, first, picture.get_width(), last - first)
        surface.blit(picture, (self._area.x, s.px(y)), part)
        if row.state == "here":
            self._mark(surface, y, placed, shown.sheet.ends[rows[-1]], moment)
        elif (mark := self._sign(row.sign)) is not None:
            self._kit.put(surface, mark, self.box[0] + 7.5, y + PITCH / 2, "center")

    def _sign(self, sign: LineSign) -> pygame.Surface | None:
        """As on tickets: a square for hands, a disc for what is awaited."""
        side = self._kit.stage.px(SIGN)
        if sign == "hands":
            return paint.box((side, side), max(1, side // 5), p.mix(p.NIGHT, p.MINT, 0.75))
        return paint.disc(side, p.mix(p.NIGHT, p.STEAM, 0.75)) if sign == "await" else None

    def _mark(
        self, surface: pygame.Surface, y: float, placed: PlacedRow, end: float, moment: Moment
    ) -> None:
        """The arrow, the number lit, and for how long it has been at it."""
        s, x, row = self._kit.stage, self.box[0], placed.row
        side = s.px(8)
        arrow = paint.polygon((side, side), ((0.05, 0.0), (1.0, 0.5), (0.05, 1.0)), p.RED_TEXT)
        self._kit.put(surface, arrow, x + 9, y + PITCH / 2, "center")
        number = self._kit.type.code(str(row.number), 11, p.CREAM, "semibold")
        spot = number.get_rect(midright=(s.px(x + GUTTER - 3), s.px(y + PITCH / 2)))
        surface.blit(number, spot)
        assert row.since is not None
        words = fmt.duration(moment.now - row.since, moment.grain)
        text = self._kit.type.code(words, 12, p.INK, "semibold")
        width, height = max(30.0, text.get_width() / s.k + 14), PILL_H
        middle = y + placed.height - PITCH / 2
        if self.box[2] - PILL_END - width < end + 4:
            if placed.end == placed.y + placed.height:
                return  # no room here, and nothing below: it has only just come there
            middle, height = y + placed.height + COST_H / 2, COST_H
        area = s.rect(x + self.box[2] - PILL_END - width, middle - height / 2, width, height)
        surface.blit(paint.pill(area.size, p.RED), area)
        surface.blit(text, text.get_rect(center=area.center))

    def _scale(self, grain: float) -> float:
        """Logical px for a second: one for all lines, so that they can be compared."""
        costs = [placed.row.cost for placed in self._rows if placed.end > placed.y + placed.height]
        room = self.box[2] - TEXT_X - 48.0
        for scale in SCALES:
            if all(c.seconds * scale + self._bar.figures_width(c, grain) <= room for c in costs):
                return scale
        return SCALES[-1]

    # -- baked ---------------------------------------------------------------------------------

    def _shown(
        self, listing: Listing, index: int, dish: DishInsight, moment: Moment, stay: bool
    ) -> SourcePicture:
        lines = listing.lines
        order = moment.view.orders[dish.order]
        if not index and order.dish in moment.sources:  # with the seconds that really pass
            lines = moment.sources[order.dish].lines
        key = listing.file, listing.first, lines, stay
        return self._sheets.get(key, lambda: self._made(Source(lines, listing.function), stay))

    def _made(self, source: Source, stay: bool) -> SourcePicture:
        sheet = self._maker.make(source, stay)
        dim = sheet.picture.copy()
        dim.fill((255, 255, 255, DIM), None, pygame.BLEND_RGBA_MULT)
        first = {
            number: self._begins(sheet.picture, rows[0]) for number, rows in sheet.rows.items()
        }
        return SourcePicture(sheet, dim, first)

    def _begins(self, picture: pygame.Surface, row: int) -> float:
        """Where the text of a row begins."""
        s = self._kit.stage
        left, pitch = s.px(TEXT_X - 2), PITCH * s.k
        area = pygame.Rect(left, round(row * pitch), picture.get_width() - left, round(pitch))
        text = picture.subsurface(area.clip(picture.get_rect())).get_bounding_rect()
        return (left + text.x) / s.k

    def _bake(self) -> pygame.Surface:
        s = self._kit.stage
        bed = paint.box(self._area.size, s.px(10), p.NIGHT).copy()
        size = s.px(GUTTER), self._area.height
        bed.blit(paint.box(size, s.px(10), GUTTER_FILL, corners="left"), (0, 0))
        return bed


def _placed(lines: DishLines, sheets: list[Sheet]) -> tuple[list[PlacedRow], float]:
    """Every line that is shown, one below the other, and how high all of it is."""
    found: list[PlacedRow] = []
    y, listing = 0.0, 0
    for row in lines.rows:
        if row.number not in sheets[row.listing].rows:
            continue  # a decorator, or of the docstring
        if row.listing != listing:
            y, listing = y + GAP, row.listing
        height = len(sheets[row.listing].rows[row.number]) * PITCH
        end = y + height + (COST_H if row.cost.seconds > 0.0 else 0.0)
        found.append(PlacedRow(row, y, height, end))
        y = end
    return found, y
