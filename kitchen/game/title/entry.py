"""Entries of the menu, as data, and how they share its room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.title.layout import MENU

GAP = 8.0
SHADE = 2.5  # logical px that the shadow lies lower
FIRST_H, OTHER_H, SMALL_W = 74.0, 52.0, 54.0
ROOMY = 8.0  # logical px that a row is higher where there are only two


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """Of ``subs``, the first that fits is written under the words.

    A ``small`` one stands at the end, and has nothing but its picture where others need the room.
    """

    words: str
    subs: tuple[str, ...]
    icon: str
    act: Callable[[], object]
    small: bool = False


class EntryButton(Button):
    """The first one has an arrow; a small one has its picture in the middle."""

    def __init__(self, kit: Kit, box: Box, entry: MenuEntry, main: bool) -> None:
        super().__init__(
            kit, box, entry.words, entry.act, main=main, icon=entry.icon,
            icon_size=40 if main else 31, size=27 if main else 18,
        )  # fmt: skip
        self.subs = entry.subs

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        stage = self.kit.stage
        shade = stage.rect(x, y + SHADE, w, h)
        canvas.blit(paint.box(shade.size, stage.px(self.radius), (*palette.NIGHT, 150)), shade)
        super().draw(canvas, touch)

    def _inside(self, canvas: pygame.Surface, middle: float) -> None:
        x, _, w, _ = self.box
        kit = self.kit
        picture = kit.art.get(self.icon, height=self._icon_size)
        if w <= SMALL_W:
            kit.put(canvas, picture, x + w / 2, middle, "center")
            return
        icon_x, left = (43.0, 84.0) if self.main else (29.0, 56.0)
        kit.put(canvas, picture, x + icon_x, middle, "center")
        room = w - left - (52 if self.main else 10)
        size = kit.type.fitted(self.words, self._size, room, face="display")
        colour = palette.WHITE if self.main else kit.theme.text
        title = kit.type.display(self.words, size, colour)
        kit.put(canvas, title, x + left, middle - self._size * 0.52)
        size, second = (16.0, palette.WHITE) if self.main else (14.0, kit.theme.muted)
        line, size = kit.type.told_at((size,), self.subs, room, weight="medium")
        ink = kit.type.ui(line, size, second, "medium")
        kit.put(canvas, ink, x + left, middle + self._size * 0.60)
        if self.main:
            kit.put(canvas, kit.art.get("play", height=23), x + w - 31, middle, "center")


def menu(kit: Kit, entries: Sequence[MenuEntry]) -> list[EntryButton]:
    """A button for each: the first over the whole width, those with words in twos, each row with a
    small one at its end, if there is one."""
    boxes = places([entry.small for entry in entries])
    buttons = []
    for index, (entry, box) in enumerate(zip(entries, boxes, strict=True)):
        buttons.append(EntryButton(kit, box, entry, main=index == 0))
    return buttons


def places(small: Sequence[bool], area: Box = MENU) -> list[Box]:
    """Where each entry is; ``small`` says which are."""
    x, y, w, _ = area
    rows = _rows(small)
    more = ROOMY if len(rows) < 3 else 0.0
    boxes: dict[int, Box] = {}
    top = y
    for number, row in enumerate(rows):
        high = (FIRST_H if number == 0 else OTHER_H) + more
        kinds = [small[index] for index in row]
        boxes |= zip(row, _row(kinds, (x, top, w, high)), strict=True)
        top += high + GAP
    return [boxes[index] for index in range(len(small))]


def _rows(small: Sequence[bool]) -> list[list[int]]:
    """Which entries each row has: the first alone; the others in one or two rows. The last small
    one stands at the end of the last row, one before it at the end of the row above."""
    wide = [index for index, one in enumerate(small) if not one]
    little = [index for index, one in enumerate(small) if one]
    rest = wide[1:]
    half = 2 if len(rest) == 3 else len(rest) // 2
    rows = [wide[:1], *(part for part in (rest[:half], rest[half:]) if part)]
    if len(rows) == 1 and little:
        return [*rows, little]
    for row in reversed(rows[1:]):
        row += [little.pop()] if little else []
    rows[-1] += little
    return rows


def _row(row: Sequence[bool], area: Box) -> list[Box]:
    x, y, w, h = area
    fixed = sum(SMALL_W for small in row if small) + GAP * (len(row) - 1)
    each = (w - fixed) / max(1, row.count(False))
    boxes = []
    for small in row:
        width = SMALL_W if small else each
        boxes.append((x, y, width, h))
        x += width + GAP
    return boxes
