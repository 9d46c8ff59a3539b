"""Who waits: rows or cells, sorted by the time of their ring, that slide as the order changes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.service.loop.panelplan import SLIDE_SECONDS
from kitchen.game.service.loop.waiting import PartKey, WaitRow
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.layout import layout_of, more_code
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State
from kitchen.game.signs.subjects import OrderedDish, Spot
from kitchen.game.signs.vessels import icon

SCALE_SECONDS = 0.3  # the common scale of the bars changes in so much
# Seconds of kitchen time that a full bar may stand for; and by the wall clock at 1x, at least.
SCALES = (0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 200, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 7200)
LEAST_SCALE = 2.0

PITCH = 19.5  # logical px
TEXT_X, BAR_X, BAR_END, BAR_H = 46.0, 252.0, 312.0, 7.0  # in the plain layout
CELL_W, CELL_H, CELL_PITCH, FLAT_PITCH = 176.0, 23.0, 27.0, 22.0  # cells: with a plate, and flat
CELL_BAR_W, CELL_END = 72.0, 8.0  # the bar, and what is right of the time on a plate
LONGEST, BAR_GAP = "00:00", 4.0  # of the times, which bars end before
SINGLE, SINGLE_AGAIN = 10, 8  # so many rows make one column; two columns become one again
TRACK: p.Colour = (0x1A, 0x10, 0x21)
PLATE: p.Colour = (0x27, 0x1A, 0x30)


@dataclass(frozen=True, slots=True)
class ListForm:
    """How the rows are shown: in one column with their code, or as cells in two."""

    columns: int
    pitch: float
    plates: bool = False

    def rows(self, count: int) -> int:
        return -(-count // self.columns)


ROWS, FLAT, PLATES = ListForm(1, PITCH), ListForm(2, FLAT_PITCH), ListForm(2, CELL_PITCH, True)


Place = tuple[float, float, ListForm]
"""The upper left corner of a row in logical px, and how it is shown."""


@dataclass(slots=True)
class DrawnRow:
    """A row as it is drawn, and all that this depends on."""

    place: Place
    bar: pygame.Rect
    row: WaitRow
    seconds: str
    length: int
    """Device px of the bar that are filled."""
    next: float
    """Kitchen time at which it may look different."""
    fixed: list[Piece]
    """What stays while time goes by."""
    pieces: list[Piece] = field(default_factory=list)
    """All of them."""


class WaitList:
    """Draws WAITING as one column of rows, a long one as two; or STARING as two of plates."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout = layout_of(kit.stage)
        wider, higher = layout.panel_wider, layout.higher - more_code(layout)
        longest = kit.type.width(LONGEST, 14, "code", "semibold") + BAR_GAP
        self._width = layout.panel_inner
        self._bar_end = min(BAR_END + wider, self._width - longest)
        self._bar_x = BAR_X + wider / 2
        self._cell_w = CELL_W + wider / 2
        self._cell_bar_w = min(CELL_BAR_W + wider / 2, self._cell_w - CELL_END - longest - 47.0)
        self._more_rows = int(higher // PITCH)
        self._badges = Badges(kit)
        self._texts: Lru[pygame.Surface] = Lru(200)
        self._glides: Glides[PartKey] = Glides(SLIDE_SECONDS)
        self.reset()

    def reset(self) -> None:
        self._glides.clear()
        self._spots: list[Spot[OrderedDish]] = []
        self._drawn: dict[PartKey, DrawnRow] = {}
        self._scale: Tween | None = None
        self._scale_since = 0.0
        self._form = ROWS
        self._grain = 1.0
        self._stands: object = None
        self._since, self._settled = 0.0, False

    def take_over(self, old: WaitList) -> None:
        """Go on where the list of another size left off, every row in its place."""
        self._form, self._grain = old._form, old._grain
        self._scale, self._scale_since = old._scale, old._scale_since

    def form(self, count: int, attention: str, still: bool = False) -> ListForm:
        """How so many are shown. A list keeps its form while its length only trembles; while time
        stands still, it has the form that suits it."""
        again = SINGLE if still else SINGLE_AGAIN
        if attention == "stay":
            self._form = PLATES
        elif count > SINGLE + self._more_rows:
            self._form = FLAT
        elif count <= again + self._more_rows or self._form is PLATES:
            self._form = ROWS
        return self._form

    def follow(
        self,
        at: tuple[float, float],
        found: list[WaitRow],
        moment: Moment,
        form: ListForm,
        end: float,
    ) -> list[list[Piece]]:
        """Bring the rows in line with who waits: ``await timer("boil")``, a bar, and the seconds
        that are left; cells are read line by line and say no code. What comes back are their
        pieces, the same list for a row that looks the same.
        """
        full, self._grain = self._full(found, moment), moment.grain
        stands = (at, found, form, end, full)
        if stands != self._stands:
            self._stands, self._since, self._settled = stands, moment.wall, False
        if not self._settled:
            self._place_all(at, found, moment, form, end, full)
            self._settled = moment.wall - self._since >= SLIDE_SECONDS
            return [row.pieces for row in self._drawn.values()]
        for old in [row for row in self._drawn.values() if row.next <= moment.now]:
            self._drawn[old.row.key] = self._drawn_row(old, old.place, old.row, full, moment.now)
        return [row.pieces for row in self._drawn.values()]

    def _place_all(
        self,
        at: tuple[float, float],
        found: list[WaitRow],
        moment: Moment,
        form: ListForm,
        end: float,
        full: float,
    ) -> None:
        """Every row where it is on its way to where it belongs."""
        width = self._width if form.columns == 1 else self._cell_w
        self._glides.keep({row.key for row in found})
        self._spots = []
        before, self._drawn = self._drawn, {}
        tall = min(form.pitch, CELL_H)
        for index, row in enumerate(found):
            down, across = divmod(index, form.columns)
            goal = (across * (self._width - width), down * form.pitch)
            dx, dy = self._glides.at(row.key, goal, moment.wall)
            if at[1] + max(dy, goal[1]) + tall > end + 0.5:
                continue  # there is no room for it yet
            place = at[0] + dx, at[1] + dy, form
            old = before.get(row.key)
            self._drawn[row.key] = self._drawn_row(old, place, row, full, moment.now)
            box = (at[0] + goal[0], at[1] + goal[1], width, tall)
            self._spots.append(Spot(box, OrderedDish(*row.key)))

    def spots(self) -> list[Spot[OrderedDish]]:
        """Every row, as last drawn."""
        return self._spots

    # -- movement ------------------------------------------------------------------------------

    def _full(self, shown: list[WaitRow], moment: Moment) -> float:
        """Seconds of a full bar: one scale for all, so that lengths can be compared."""
        untils = (row.until for row in shown if row.until is not None)
        longest, wall = max(untils, default=0.0) - moment.now, moment.wall
        longest = max(longest, LEAST_SCALE * moment.tempo)
        goal = float(next((scale for scale in SCALES if scale >= longest), longest))
        if self._scale is None:
            self._scale = Tween(goal, goal, 0.0)
        elif self._scale.end != goal:
            start = self._scale.at(wall - self._scale_since)
            self._scale, self._scale_since = Tween(start, goal, SCALE_SECONDS), wall
        return self._scale.at(wall - self._scale_since)

    # -- one row -------------------------------------------------------------------------------

    def _drawn_row(
        self, old: DrawnRow | None, place: Place, row: WaitRow, full: float, now: float
    ) -> DrawnRow:
        """The same as before if nothing that is seen of it has changed."""
        bar = old.bar if old is not None and old.place == place else self._bar_area(*place)
        seconds, length, following = "", 0, math.inf
        if row.until is not None:
            left = max(0.0, row.until - now)
            seconds = fmt.remaining(left, self._grain)
            length = paint.filled(bar, left / full)
            following = now + self._lasts(left, length, bar, full)
        if old is not None and old.place == place and old.row == row:
            old.next = following
            if (old.seconds, old.length) == (seconds, length):
                return old
            fixed = old.fixed
        else:
            make = self._row if place[2].columns == 1 else self._cell
            fixed = make(row, place, bar)
        made = DrawnRow(place, bar, row, seconds, length, following, fixed)
        made.pieces = fixed if row.until is None else fixed + self._left(made)
        return made

    def _lasts(self, left: float, length: int, bar: pygame.Rect, full: float) -> float:
        """Seconds until a row may look different: its time is told in whole grains, and a bar that
        is longer than it is high shrinks in whole px."""
        lasts = left - (math.ceil(left / self._grain - 1e-9) - 1) * self._grain
        if length > bar.height:
            lasts = min(lasts, left - (length - 0.5) * full / bar.width)
        return lasts - 1e-6

    def _bar_area(self, x: float, y: float, form: ListForm) -> pygame.Rect:
        if form.columns == 1:
            x, wide, middle = x + self._bar_x, self._bar_end - self._bar_x, y + PITCH / 2
        else:
            x, wide = x + 47, self._cell_bar_w
            middle = y + (CELL_H if form.plates else FLAT_PITCH) / 2
        return self._kit.stage.rect(x, middle - BAR_H / 2, wide, BAR_H)

    def _row(self, row: WaitRow, place: Place, bar: pygame.Rect) -> list[Piece]:
        x, y, _ = place
        put, middle = self._kit.placed, y + PITCH / 2
        pieces = [*self._badge(x, middle, row), put(self._call(row), x + TEXT_X, middle)]
        if row.until is not None:
            pieces.append((paint.pill(bar.size, TRACK), bar))
        elif row.line is not None:
            text = self._kit.type.ui(f"{_ordinal(row.line)} in line", 13, p.LILAC, "medium")
            pieces.append(put(text, x + self._width, middle, "midright"))
        return pieces

    def _cell(self, row: WaitRow, place: Place, bar: pygame.Rect) -> list[Piece]:
        (x, y, form), s = place, self._kit.stage
        middle = y + (CELL_H if form.plates else FLAT_PITCH) / 2
        pieces: list[Piece] = []
        if form.plates:
            area = s.rect(x, y, self._cell_w, CELL_H)
            pieces.append((paint.box(area.size, s.px(7), PLATE), area))
        pieces += self._badge(x + (3 if form.plates else 0), middle, row)
        if row.until is not None:
            return [*pieces, (paint.pill(bar.size, TRACK), bar)]
        reason, room = _reason(row), self._cell_w - 47
        ways = (f"{reason}, {_ordinal(row.line)}", reason) if row.line else (reason,)
        words, size = self._kit.type.told(ways, 13, room, weight="medium")
        text = self._kit.type.ui(words, size, p.LILAC, "medium")
        return [*pieces, self._kit.placed(text, x + 47, middle)]

    def _badge(self, x: float, middle: float, row: WaitRow) -> list[Piece]:
        """The order's number, and its dish."""
        badge = self._badges.get(row.table, _state(row), 18.0)
        dish = self._kit.art.get(icon(row.dish), 17, 16)
        place = self._kit.placed
        return [place(badge, x, middle), place(dish, x + 32, middle, "center")]

    def _left(self, drawn: DrawnRow) -> list[Piece]:
        """What is left of the bar, and the seconds at the row's end."""
        (x, y, form), bar = drawn.place, drawn.bar
        pieces: list[Piece] = []
        if drawn.length:
            pieces.append((paint.pill((drawn.length, bar.height), p.STEAM), bar))
        if form.columns == 1:
            end, middle = x + self._width, y + PITCH / 2
        else:
            end = x + self._cell_w - (CELL_END if form.plates else 0.0)
            middle = y + (CELL_H if form.plates else FLAT_PITCH) / 2
        text = self._kit.type.code(drawn.seconds, 14, p.STEAM, "semibold")
        return [*pieces, self._kit.placed(text, end, middle, "midright")]

    def _call(self, row: WaitRow) -> pygame.Surface:
        """What the task awaits, as code; in words where it is not a timer."""
        if row.until is None:
            return self._kit.type.ui(_reason(row), 14, p.LILAC, "medium")
        return self._texts.get(row.what, lambda: self._make_call(row.what))

    def _make_call(self, what: str) -> pygame.Surface:
        measure, room = self._kit.type.width, self._bar_x - TEXT_X - 8
        pieces = []
        if measure(f'await timer("{what}")', 12, "code", "medium") <= room:
            pieces.append(self._kit.type.code("await ", 12, p.CODE_KEYWORD, "semibold"))
            room -= measure("await ", 12, "code", "semibold")
        room -= measure('timer("")', 12, "code", "medium")
        name = self._kit.type.elide(what, 12, room, "code", "medium")
        pieces += [
            self._kit.type.code("timer", 12, p.CODE_NAME),
            self._kit.type.code("(", 12, p.CREAM),
            self._kit.type.code(f'"{name}"', 12, p.CODE_STRING),
            self._kit.type.code(")", 12, p.CREAM),
        ]
        width = sum(piece.get_width() for piece in pieces)
        call = paint.clear((width, pieces[0].get_height()), p.CREAM)
        x = 0
        for piece in pieces:
            call.blit(piece, (x, 0))
            x += piece.get_width()
        return call


def _state(row: WaitRow) -> State:
    return "cooking" if row.until is not None else "blocked"


def _reason(row: WaitRow) -> str:
    if row.wants is not None:
        return f"wants {'an' if row.wants[:1] in 'aeiou' else 'a'} {row.wants}"
    return "waits for its parts" if row.own else "waits for something else"


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
