"""What stands left of a lane: a picture, the order's number, and a name."""

from __future__ import annotations

import pygame

from kitchen.game import format as fmt
from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.art import Art
from kitchen.game.cache import Lru
from kitchen.game.lanes import Lane
from kitchen.game.stage import Stage
from kitchen.game.type import Type
from kitchen.game.vessels import icon

LEFT = 12.0  # logical px
NAME_W = 59.0  # room for a dish's name


class LaneLabels:
    """Makes the labels and keeps them."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._labels: Lru[pygame.Surface] = Lru(80)

    def draw(self, surface: pygame.Surface, lane: Lane, middle: float) -> None:
        """The label of a lane whose middle is at this height, in logical px."""
        label = self._labels.get((lane.key, lane.title), lambda: self._make(lane))
        surface.blit(label, label.get_rect(midleft=(self._stage.px(LEFT), self._stage.px(middle))))

    def _make(self, lane: Lane) -> pygame.Surface:
        """Icon, number and name in a row of 102 x 14 logical px."""
        s = self._stage
        label = paint.clear((s.px(102), s.px(14)), p.CREAM)
        middle = label.get_height() // 2
        picture = self._art.get("chef_hat" if lane.chef else icon(lane.dish), 13, 11)
        label.blit(picture, picture.get_rect(center=(s.px(12), middle)))
        if lane.chef:
            text = self._type.ui(lane.title, 13, p.CREAM, "semibold")
            label.blit(text, text.get_rect(midleft=(s.px(26), middle)))
            return label
        number = self._type.ui(str(lane.key), 13, p.CREAM, "bold")
        label.blit(number, number.get_rect(midright=(s.px(38), middle)))
        name = fmt.short_title(lane.title, self._fits)
        size = 13 if self._fits(name) else 12
        name = self._type.elide(name, size, NAME_W, weight="medium")
        text = self._type.ui(name, size, p.LILAC, "medium")
        label.blit(text, text.get_rect(midleft=(s.px(43), middle)))
        return label

    def _fits(self, name: str) -> bool:
        return self._type.width(name, 13, weight="medium") <= NAME_W
