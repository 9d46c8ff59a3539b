"""Who waits: rows or cells, sorted by the time of their ring, that slide as the order changes."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit
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
        self._scale: Tween | None = None
        self._scale_since = 0.0
        self._form = ROWS
        self._grain = 1.0

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

    def draw(
        self,
        surface: pygame.Surface,
        at: tuple[float, float],
        found: list[WaitRow],
        moment: Moment,
        form: ListForm,
        end: float,
    ) -> None:
        """``await timer("boil")``, a bar, and the seconds that are left; cells are read line by
        line and say no code."""
        full, self._grain = self._full(found, moment), moment.grain
        width = self._width if form.columns == 1 else self._cell_w
        self._glides.keep({row.key for row in found})
        self._spots = []
        for index, row in enumerate(found):
            down, across = divmod(index, form.columns)
            goal = (across * (self._width - width), down * form.pitch)
            dx, dy = self._glides.at(row.key, goal, moment.wall)
            tall = min(form.pitch, CELL_H)
            if at[1] + max(dy, goal[1]) + tall > end + 0.5:
                continue  # there is no room for it yet
            if form.columns == 1:
                self._draw_row(surface, at[0] + dx, at[1] + dy, row, full)
            else:
                self._draw_cell(surface, at[0] + dx, at[1] + dy, row, full, form.plates)
            box = (at[0] + goal[0], at[1] + goal[1], width, tall)
            self._spots.append(Spot(box, OrderedDish(*row.key)))

    def spots(self) -> list[Spot[OrderedDish]]:
        """Every row, as last drawn."""
        return self._spots

    # -- movement ------------------------------------------------------------------------------

    def _full(self, shown: list[WaitRow], moment: Moment) -> float:
        """Seconds of a full bar: one scale for all, so that lengths can be compared."""
        lefts = (row.left for row in shown if row.left is not None)
        longest, wall = max(lefts, default=0.0), moment.wall
        longest = max(longest, LEAST_SCALE * moment.tempo)
        goal = float(next((scale for scale in SCALES if scale >= longest), longest))
        if self._scale is None:
            self._scale = Tween(goal, goal, 0.0)
        elif self._scale.end != goal:
            start = self._scale.at(wall - self._scale_since)
            self._scale, self._scale_since = Tween(start, goal, SCALE_SECONDS), wall
        return self._scale.at(wall - self._scale_since)

    # -- one row -------------------------------------------------------------------------------

    def _draw_row(
        self, surface: pygame.Surface, x: float, y: float, row: WaitRow, full: float
    ) -> None:
        s, middle = self._kit.stage, y + PITCH / 2
        self._badge(surface, x, middle, row, _state(row))
        text = self._call(row)
        self._kit.put(surface, text, x + TEXT_X, middle)
        if row.left is None:
            self._in_line(surface, x + self._width, middle, row)
            return
        bar = s.rect(x + self._bar_x, middle - BAR_H / 2, self._bar_end - self._bar_x, BAR_H)
        paint.bar(surface, bar, row.left / full, p.STEAM, TRACK)
        self._seconds(surface, x + self._width, middle, row)

    def _draw_cell(
        self, surface: pygame.Surface, x: float, y: float, row: WaitRow, full: float, plate: bool
    ) -> None:
        s, middle = self._kit.stage, y + (CELL_H if plate else FLAT_PITCH) / 2
        if plate:
            area = s.rect(x, y, self._cell_w, CELL_H)
            surface.blit(paint.box(area.size, s.px(7), PLATE), area)
        self._badge(surface, x + (3 if plate else 0), middle, row, _state(row))
        if row.left is None:
            reason, room = _reason(row), self._cell_w - 47
            ways = (f"{reason}, {_ordinal(row.line)}", reason) if row.line else (reason,)
            words, size = self._kit.type.told(ways, 13, room, weight="medium")
            text = self._kit.type.ui(words, size, p.LILAC, "medium")
            self._kit.put(surface, text, x + 47, middle)
            return
        bar = s.rect(x + 47, middle - BAR_H / 2, self._cell_bar_w, BAR_H)
        paint.bar(surface, bar, row.left / full, p.STEAM, TRACK)
        self._seconds(surface, x + self._cell_w - (CELL_END if plate else 0.0), middle, row)

    def _badge(
        self, surface: pygame.Surface, x: float, middle: float, row: WaitRow, state: State
    ) -> None:
        """The order's number, and its dish."""
        badge = self._badges.get(row.table, state, 18.0)
        self._kit.put(surface, badge, x, middle)
        dish = self._kit.art.get(icon(row.dish), 17, 16)
        self._kit.put(surface, dish, x + 32, middle, "center")

    def _seconds(self, surface: pygame.Surface, x: float, middle: float, row: WaitRow) -> None:
        text = self._kit.type.code(
            fmt.remaining(row.left or 0.0, self._grain), 14, p.STEAM, "semibold"
        )
        self._kit.put(surface, text, x, middle, "midright")

    def _in_line(self, surface: pygame.Surface, x: float, middle: float, row: WaitRow) -> None:
        if row.line is None:
            return
        text = self._kit.type.ui(f"{_ordinal(row.line)} in line", 13, p.LILAC, "medium")
        self._kit.put(surface, text, x, middle, "midright")

    def _call(self, row: WaitRow) -> pygame.Surface:
        """What the task awaits, as code; in words where it is not a timer."""
        if row.left is None:
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
    return "cooking" if row.left is not None else "blocked"


def _reason(row: WaitRow) -> str:
    if row.wants is not None:
        return f"wants {'an' if row.wants[:1] in 'aeiou' else 'a'} {row.wants}"
    return "waits for its parts"


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
