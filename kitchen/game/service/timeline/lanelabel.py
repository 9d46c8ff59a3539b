"""What stands left of a lane: a picture, the order's table, and a name."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon

LEFT = 12.0  # logical px
SIZE, LEAST = 13.0, 12.0  # of the words, and where lanes are low
CAPITAL, TALL = 0.72, 0.98  # of its size: how high a capital is, and down to the foot of a g
AIR = 2.0  # logical px between the words of two lanes, at least
NUMBER_END, GAP = 38.0, 5.0


class LaneLabels:
    """Makes the labels and keeps them; ``end`` is where the lanes begin, in logical px."""

    def __init__(self, kit: Kit, end: float) -> None:
        self._kit = kit
        self._room = end - LEFT - 4.0
        self._labels: Lru[pygame.Surface] = Lru(80)

    def draw(self, surface: pygame.Surface, lane: Lane, middle: float, pitch: float) -> None:
        """The label of a lane ``pitch`` high whose middle is at this height, in logical px."""
        table = figure(lane.order) if lane.order is not None else ""
        key = (lane.subject, lane.title, table, pitch)
        label = self._labels.get(key, lambda: self._make(lane, pitch))
        self._kit.put(surface, label, LEFT, middle)

    def _make(self, lane: Lane, pitch: float) -> pygame.Surface:
        """Icon, number and name in a row."""
        s = self._kit.stage
        tall = max(pitch + 2.0, 1.4 * self._kit.type.grown(SIZE))
        label = paint.clear((s.px(self._room), 2 * (s.px(tall) // 2)), p.CREAM)
        middle = label.get_height() // 2
        if lane.order is None:
            text = self._kit.type.ui(lane.title, self._size(pitch), p.CREAM, "semibold")
            label.blit(text, text.get_rect(midleft=(s.px(26), middle)))
        if lane.chefs or lane.order is not None:
            name = icon(lane.order.dish) if lane.order is not None else "chef_hat"
            picture = self._kit.art.get(name, 13, 11)
            label.blit(picture, picture.get_rect(center=(s.px(12), middle)))
        if lane.order is None:
            return label
        size = self._fitting(pitch)
        number = self._kit.type.ui(figure(lane.order), size, p.CREAM, "bold")
        end = max(NUMBER_END, 20.0 + number.get_width() / s.k)
        label.blit(number, number.get_rect(midright=(s.px(end), middle)))
        self._name(label, lane, end + GAP, size)
        return label

    def _name(self, label: pygame.Surface, lane: Lane, x: float, size: float) -> None:
        def fits(name: str) -> bool:
            return self._kit.type.width(name, size, weight="medium") <= self._room - x

        name = short_title(lane.title, fits, lane.view.menu)
        size = size if fits(name) else min(size, SIZE - 1)
        name = self._kit.type.elide(name, size, self._room - x, weight="medium")
        text = self._kit.type.ui(name, size, p.LILAC, "medium")
        spot = text.get_rect(midleft=(self._kit.stage.px(x), label.get_height() // 2))
        label.blit(text, spot)

    def _fitting(self, pitch: float) -> float:
        """The size at which the words of two lanes do not touch, as far as they stay legible."""
        size = SIZE
        while size > LEAST and self._kit.type.grown(size) * TALL > pitch:
            size -= 0.5
        return size

    def _size(self, pitch: float) -> float:
        """The size at which capitals of two lanes stay apart: chefs have a lane each."""
        size = SIZE
        while size > SIZE / 2 and self._kit.type.grown(size) * CAPITAL > pitch - AIR:
            size -= 0.5
        return size
