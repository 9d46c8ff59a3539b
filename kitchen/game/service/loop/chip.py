"""One chip of the ready queue as a picture. The row moves it about."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.chiprow import HEIGHT
from kitchen.game.signs.pickmark import PickMarks
from kitchen.game.signs.vessels import icon

WIDE, SLIM = 110.0, 64.0  # logical px
UPPER_ROW, LOWER_ROW = 11.0, 25.0  # of a slim chip: dish and number over the time
NUMBER_X = 39.0  # of a wide chip, where the dish has ended
WIDE_ROOM, SLIM_ROOM = WIDE - NUMBER_X - 9.0, SLIM - 7.0 - 30.0
SLIM_SIDE, SLIM_PIN, SLIM_WARN = 12.0, 18.0, 24.0  # where a slim chip's side has ended; or the pin
TIME = 12.0  # its size
MARK_W = 15.0  # of the pin on a picked one
BEHIND = 4.0  # of a second chip that shows behind the first: there is more than one hand up
AMBER_FACE: p.Colour = (0x58, 0x3C, 0x3A)
RED_FACE: p.Colour = (0x58, 0x2C, 0x43)


@dataclass(frozen=True, slots=True)
class Chip:
    """All that a chip shows, its time aside."""

    order: int
    dish: str
    burning: bool
    slim: bool
    picked: int
    """Place among the player's picks, from 1; 0: not picked."""
    hands: int
    """How many parts of the dish have their hands up."""
    since: float
    """When the first of them went up, in seconds of kitchen time."""


class ChipPainter:
    """Makes the pictures of chips and keeps them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._marks = PickMarks(kit)
        self._pictures: Lru[pygame.Surface] = Lru(80)

    def picture(self, chip: Chip) -> pygame.Surface:
        """The chip without its time. Shared: draw it, never draw on it."""
        return self._pictures.get(chip, lambda: self._make(chip))

    def _make(self, chip: Chip) -> pygame.Surface:
        s, width = self._kit.stage, SLIM if chip.slim else WIDE
        size = (s.px(width), s.px(HEIGHT))
        face, edge = (RED_FACE, p.RED) if chip.burning else (AMBER_FACE, p.AMBER)
        edge = p.SAFFRON if chip.picked and not chip.burning else edge
        radius, line = s.px(9), s.line(2)
        picture = paint.box(size, radius, p.mix(face, p.NIGHT, 0.35), edge, line).copy()
        size = (s.px(width - self._behind(chip)), size[1])
        picture.blit(paint.box(size, radius, face, edge, line), (0, 0))
        self._side(picture, size, chip, edge)
        stacked = chip.slim or self.stacked
        row = s.px(UPPER_ROW if chip.slim else HEIGHT / 2)
        dish = self._kit.art.get(icon(chip.dish), *((17, 15) if chip.slim else (23, 20)))
        x = s.px((20 if chip.slim else 24) + (3 if chip.picked else 0))
        picture.blit(dish, dish.get_rect(center=(x, row)))
        if chip.burning:
            warn = self._kit.art.get("warn", 11 if chip.slim else 13)
            spot = (s.px(17), s.px(LOWER_ROW)) if chip.slim else (x + s.px(7), row + s.px(8))
            picture.blit(warn, warn.get_rect(center=spot))
        number = self._number(chip)
        end = (size[0] - s.px(7 if chip.slim else 9), s.px(UPPER_ROW))
        if stacked:
            picture.blit(number, number.get_rect(midright=end))
        else:
            picture.blit(number, number.get_rect(midleft=(s.px(NUMBER_X), row)))
        if chip.picked:
            self._mark(picture, chip)
        return picture

    @property
    def stacked(self) -> bool:
        """Whether the text is so large that wide chips, too, have the number over the time."""
        number = self._kit.type.width("#88", 14, weight="bold")
        return number + self._kit.type.width("+59s", TIME, "code", "semibold") > WIDE_ROOM - 4.0

    def _behind(self, chip: Chip) -> float:
        return BEHIND if chip.hands > 1 else 0.0

    def _number(self, chip: Chip) -> pygame.Surface:
        room = (SLIM_ROOM if chip.slim else WIDE_ROOM) - self._behind(chip)
        if not (chip.slim or self.stacked):
            room -= self._kit.type.width("+0:00", TIME, "code", "semibold") + 2.0
        words, size = self._kit.type.numbered(chip.order, 14, room, "bold")
        return self._kit.type.ui(words, size, p.CREAM, "bold")

    def time(self, chip: Chip, now: float, grain: float) -> tuple[pygame.Surface, float, float]:
        """How long the hand has been up: a picture, its right end and its middle in the chip."""
        words = fmt.elapsed(now - chip.since, grain)
        side = SLIM_WARN if chip.burning else SLIM_PIN if chip.picked else SLIM_SIDE
        room = SLIM - 7.0 - side if chip.slim else WIDE_ROOM
        words, size = self._kit.type.told(
            (f"+{words}",), TIME, room - self._behind(chip), "code", "semibold", whole=True
        )
        text = self._kit.type.code(words, size, p.RED_TEXT if chip.burning else p.AMBER, "semibold")
        right = (SLIM - 7.0 if chip.slim else WIDE - 9.0) - self._behind(chip)
        return text, right, LOWER_ROW if chip.slim or self.stacked else HEIGHT / 2

    def _mark(self, picture: pygame.Surface, chip: Chip) -> None:
        """Where the pattern was: the pin with the place in the line of picks."""
        s = self._kit.stage
        mark = self._marks.get(chip.picked, MARK_W)
        spot = mark.get_rect(center=(s.px(9), s.px(HEIGHT / 2)))
        picture.blit(mark, spot)

    def _side(
        self, picture: pygame.Surface, size: tuple[int, int], chip: Chip, edge: p.Colour
    ) -> None:
        """The state's own pattern along the left edge: hatched, or dotted if it burns."""
        s = self._kit.stage
        strip = pygame.Rect(s.line(2), s.line(2), s.px(7), size[1] - 2 * s.line(2))
        dark = p.mix(p.INK, edge, 0.12)
        if not chip.burning:
            hatch = paint.hatch(strip.size, edge, dark, 0, s.px(5)).copy()
        else:
            hatch = paint.clear(strip.size)
            hatch.fill(dark)
            step = max(2, s.px(4))
            for y in range(s.px(2), strip.height, step):
                for x in range(s.px(1), strip.width, step):
                    hatch.fill(edge, (x, y, s.line(1.5), s.line(1.5)))
        picture.blit(paint.cut(hatch, s.px(7), "left"), strip)
