"""One chip of the ready queue: number, dish, title, bar and fuse. The queue moves it about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.service.loop.chiprow import HEIGHT
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.barfuse import BarFuse, Measure
from kitchen.game.signs.hatch import waiting
from kitchen.game.signs.marks import next_flag, pin
from kitchen.game.signs.outlook import Outlook
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon

Form = Literal["row", "half", "slim"]
"""A row to itself; two in a row, without a title; or several, without figures."""

BADGE: dict[Form, tuple[float, float]] = {"row": (27.0, 24.0), "half": (23.0, 22.0),
                                          "slim": (20.0, 18.0)}  # fmt: skip
ICON: dict[Form, tuple[float, float, float]] = {"row": (55.0, 17.0, 22.0),
                                                "half": (43.5, 17.0, 17.0),
                                                "slim": (46.0, 10.0, 16.0)}  # fmt: skip
"""Where, from the chip's upper left corner, and how large; in logical px."""

TITLE_X, TITLE_END, TITLE = 69.0, 143.0, 15.0
BED_X: dict[Form, float] = {"row": 148.0, "half": 54.0}
BED_PAD, BED_Y = 6.0, 4.0
SHARE: dict[Form, float] = {
    "row": 0.47,
    "half": 0.54,
}  # of the bed, the bar's; the rest is the fuse's
SLIM_X, SLIM_BAR, SLIM_FUSE = 33.0, 20.5, 27.0
BEHIND = 4.0  # of a second chip that shows behind the first: there is more than one hand up
FLAG_X, FLAG_Y, SMALL_FLAG_Y = 12.0, 4.0, 9.0  # of its lower end, from the upper right corner
PIN_W = 11.0
AMBER_FACE: p.Colour = (0x58, 0x3C, 0x3A)
RED_FACE: p.Colour = (0x58, 0x2C, 0x43)
BED: p.Colour = (0x1F, 0x13, 0x27)


@dataclass(frozen=True, slots=True)
class Chip:
    """All that a chip shows, its fuse aside."""

    order: int
    table: str
    dish: str
    title: str
    menu: frozenset[str]
    burning: bool
    form: Form
    width: float
    picked: bool
    first: bool
    """The next free chef comes here."""
    several: bool
    """More than one part of the dish has its hand up."""
    hands: float | None
    """Seconds that hands will be there; None: nobody knows."""
    pointed: bool = False


class ChipPainter:
    """Makes the pictures of chips and keeps them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._badges = Badges(kit)
        self._widget = BarFuse(kit)
        self._flags = {word: next_flag(kit, word) for word in ("next", "")}
        self._pictures: Lru[pygame.Surface] = Lru(120)

    def pieces(self, x: float, y: float, chip: Chip, seen: Outlook, grain: float) -> list[Piece]:
        """What it is drawn with, its upper left corner there, in logical px."""
        s, picture = self._kit.stage, self.picture(chip, grain)
        left, how = self._fuse_place(chip)
        middle = SLIM_FUSE if chip.form == "slim" else HEIGHT / 2
        fuse = self._widget.fuse(x + left, y + middle, seen, how, grain)
        return [(picture, picture.get_rect(topleft=(s.px(x), s.px(y)))), *fuse]

    def marks(self, x: float, y: float, chip: Chip) -> list[Piece]:
        """What stands out of it: a pin on a pick, else a flag on who is next."""
        place = self._kit.placed
        if chip.picked:
            return [place(pin(self._kit, PIN_W), x + chip.width - 7.0, y + 3.0, "center")]
        if chip.first:
            word, down = ("next", FLAG_Y) if chip.form == "row" else ("", SMALL_FLAG_Y)
            spot = x + chip.width - FLAG_X, y + down
            return [place(self._flags[word], *spot, "bottomright")]
        return []

    def picture(self, chip: Chip, grain: float) -> pygame.Surface:
        """The chip without its fuse. Shared: draw it, never draw on it."""
        return self._pictures.get((chip, grain), lambda: self._make(chip, grain))

    def _make(self, chip: Chip, grain: float) -> pygame.Surface:
        s = self._kit.stage
        size = (s.px(chip.width), s.px(HEIGHT))
        face, edge = (RED_FACE, p.RED) if chip.burning else (AMBER_FACE, p.AMBER)
        radius, line = s.px(9), s.line(2)
        picture = paint.box(size, radius, p.mix(face, p.NIGHT, 0.35), edge, line).copy()
        size = (s.px(chip.width - (BEHIND if chip.several else 0.0)), size[1])
        frame = p.CREAM if chip.pointed else p.SAFFRON if chip.picked and not chip.burning else edge
        picture.blit(paint.box(size, radius, face, frame, line), (0, 0))
        self._side(picture, size, chip, edge)
        x, across = BADGE[chip.form]
        badge = self._badges.get(chip.table, "burning" if chip.burning else "ready", across)
        self._kit.put(picture, badge, x, HEIGHT / 2, "center")
        x, y, wide = ICON[chip.form]
        dish = self._kit.art.get(icon(chip.dish), wide, wide * 0.9)
        self._kit.put(picture, dish, x, y, "center")
        if chip.form == "row":
            self._title(picture, chip)
        self._bar(picture, chip, grain)
        return picture

    def _title(self, picture: pygame.Surface, chip: Chip) -> None:
        def fits(text: str) -> bool:
            return self._kit.type.width(text, TITLE, weight="bold") <= TITLE_END - TITLE_X

        name = short_title(chip.title, fits, chip.menu)
        name, size = self._kit.type.told((name,), TITLE, TITLE_END - TITLE_X, weight="bold")
        self._kit.put(picture, self._kit.type.ui(name, size, p.CREAM, "bold"), TITLE_X, HEIGHT / 2)

    def _bed(self, chip: Chip) -> Box:
        left = BED_X[chip.form]
        end = chip.width - BED_Y - (BEHIND if chip.several else 0.0)
        return left, BED_Y, end - left, HEIGHT - 2 * BED_Y

    def _bar(self, picture: pygame.Surface, chip: Chip, grain: float) -> None:
        if chip.form == "slim":
            how = Measure(0.45, 6.0, 0.0, chip.width - SLIM_X - 6.0)
            self._widget.bar(picture, SLIM_X, SLIM_BAR, chip.hands, how, grain)
            return
        s, bed = self._kit.stage, self._bed(chip)
        area = s.rect(*bed)
        picture.blit(paint.box(area.size, s.px(6), BED), area)
        how = self._measure(
            chip, bed[2] * SHARE[chip.form] - BED_PAD - (7.0 if chip.form == "row" else 2.0)
        )
        self._widget.bar(picture, bed[0] + BED_PAD, HEIGHT / 2, chip.hands, how, grain)

    def _fuse_place(self, chip: Chip) -> tuple[float, Measure]:
        """Where it begins, from the chip's left edge, and how it is drawn."""
        if chip.form == "slim":
            return SLIM_X, Measure(0.45, 6.0, 0.0, chip.width - SLIM_X - 8.0)
        left, _, width, _ = self._bed(chip)
        share = SHARE[chip.form]
        return left + width * share, self._measure(chip, width * (1.0 - share) - 4.0)

    def _measure(self, chip: Chip, room: float) -> Measure:
        scale = 1.45 if chip.form == "row" else 0.7
        return Measure(scale, 16.0, 14.0 if chip.form == "row" else 13.0, room)

    def _side(
        self, picture: pygame.Surface, size: tuple[int, int], chip: Chip, edge: p.Colour
    ) -> None:
        """The state's own pattern along the left edge: hatched, or dotted if it burns."""
        s = self._kit.stage
        strip = pygame.Rect(s.line(2), s.line(2), s.px(7), size[1] - 2 * s.line(2))
        dark = p.mix(p.INK, edge, 0.12)
        if not chip.burning:
            side = waiting(s, strip.size, colour=edge).copy()
        else:
            side = paint.clear(strip.size)
            side.fill(dark)
            step = max(2, s.px(4))
            for y in range(s.px(2), strip.height, step):
                for x in range(s.px(1), strip.width, step):
                    side.fill(edge, (x, y, s.line(1.5), s.line(1.5)))
        picture.blit(paint.cut(side, s.px(7), "left"), strip)
