"""The bed of an arrange step: the ground under the cards, their numbers, and where one would go."""

from __future__ import annotations

from collections.abc import Collection

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.building.arrangeplan import ArrangePlan
from kitchen.game.lesson.parts.dashes import dashed

HOLE_FILL: p.Rgba = (0x8E, 0x9B, 0xB3, 40)


class ArrangeBed:
    """Draws all but the cards."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._ground: pygame.Surface | None = None

    def draw(
        self, canvas: pygame.Surface, plan: ArrangePlan, at: Collection[int], cost: str
    ) -> None:
        """``at``: lines, from 1, at which the program is just now; ``cost``: what is said of the
        hole that a card has left."""
        self._draw_ground(canvas, plan)
        number = 0
        for index, row in enumerate(plan.rows):
            if row.kind == "hole":
                self._draw_hole(canvas, plan, index, cost)
                continue
            number += 1
            if row.kind == "slot":
                self._draw_slot(canvas, plan, index)
            self._draw_number(canvas, plan, index, number, row.kind == "line" and number in at)

    def _draw_ground(self, canvas: pygame.Surface, plan: ArrangePlan) -> None:
        area = self._kit.stage.rect(*plan.bed)
        if self._ground is None or self._ground.get_size() != area.size:
            self._ground = self._baked(area, plan)
        canvas.blit(self._ground, area)

    def _baked(self, area: pygame.Rect, plan: ArrangePlan) -> pygame.Surface:
        """The ground, and dashed lines where lines of the first two depths begin."""
        stage = self._kit.stage
        bed = paint.box(area.size, stage.px(10), p.NIGHT).copy()
        for depth in range(2):
            x = stage.px(plan.left(depth) - 6.0) - area.left
            for y in range(stage.px(10), area.height - stage.px(8), stage.px(9)):
                bed.fill(p.mix(p.NIGHT, p.MAUVE, 0.6), (x, y, stage.line(1), stage.px(4)))
        return bed

    def _draw_number(
        self, canvas: pygame.Surface, plan: ArrangePlan, index: int, number: int, here: bool
    ) -> None:
        """The number of a line; in its place a mark, if the program is ``here``."""
        kit, left, middle = self._kit, plan.box[0], plan.row(index) + plan.card / 2
        if not here:
            words = kit.type.code(str(number), 13, p.LILAC)
            kit.put(canvas, words, left + 20.0, middle, "center")
            return
        size = kit.stage.px(11.0)
        mark = paint.polygon((size, size), ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0)), p.STEAM)
        kit.put(canvas, mark, left + 22.0, middle, "center")

    def _draw_hole(self, canvas: pygame.Surface, plan: ArrangePlan, index: int, cost: str) -> None:
        """What it cost where it stood: so long it waited there."""
        kit, stage = self._kit, self._kit.stage
        width = max(168.0, kit.type.width(cost, 14) + 44.0)
        left = plan.left(plan.rows[index].depth)
        area = stage.rect(left, plan.row(index), width, plan.card)
        dashed(canvas, area, p.MAUVE, stage.px(6), stage.line(1.5))
        if cost:
            pill = area.inflate(-stage.px(24), -stage.px(12))
            canvas.blit(paint.pill(pill.size, HOLE_FILL, p.SLATE, stage.line(1)), pill)
            text = kit.type.ui(cost, 14, p.STEAM)
            canvas.blit(text, text.get_rect(center=pill.center))

    def _draw_slot(self, canvas: pygame.Surface, plan: ArrangePlan, index: int) -> None:
        """Where the card that is dragged would go."""
        stage, left = self._kit.stage, plan.left(plan.rows[index].depth)
        area = stage.rect(left, plan.row(index), plan.box[0] + plan.box[2] - left - 10.0, plan.card)
        canvas.blit(paint.box(area.size, stage.px(6), (*p.ACTION, 70)), area)
        dashed(canvas, area, p.TOMATO, stage.px(7), stage.line(2))
        dot = paint.disc(stage.px(9), p.TOMATO)
        self._kit.put(canvas, dot, left - 6.0, plan.row(index) + plan.card / 2, "center")
