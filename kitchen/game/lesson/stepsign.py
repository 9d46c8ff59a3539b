"""A step of a lesson in its bar: the sign of its kind in a circle, and its name while it shows."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.kindsign import KIND_WORDS, kind_sign

ROUND, HIGH, SIGN = 30.0, 33.0, 17.0
TICK = 12.0


class StepSign(Control):
    """``at`` is its left end and its middle; ``done``: it has a tick."""

    radius = 16.0

    def __init__(
        self, kit: Kit, at: tuple[float, float], kind: str, here: bool, done: bool,
        act: Callable[[], object],
    ) -> None:  # fmt: skip
        self.kind, self.here, self.done, self._act = kind, here, done, act
        high = HIGH if here else ROUND
        wide = 46.0 + kit.type.width(KIND_WORDS[kind], 17, "display", "") + 14.0 if here else ROUND
        super().__init__(kit, (at[0], at[1] - high / 2, wide, high))

    def press(self) -> None:
        self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        stage, grow = self.kit.stage, self.swell(touch) / 2
        area = stage.rect(x - grow, y - grow, w + 2 * grow, h + 2 * grow)
        top, bottom, edge, tone = self._colours()
        canvas.blit(paint.pill(area.size, top, edge, stage.line(1.5), bottom), area)
        middle = x + (24.0 if self.here else w / 2), y + h / 2
        self.kit.put(canvas, kind_sign(self.kit, self.kind, SIGN, tone), *middle, "center")
        if self.here:
            words = self.kit.type.display(KIND_WORDS[self.kind], 17, p.WHITE)
            self.kit.put(canvas, words, x + 42.0, y + h / 2)
        if self.done:
            self._tick(canvas)

    def _colours(self) -> tuple[p.Colour, p.Colour, p.Colour, p.Colour]:
        if self.here:
            return p.ACTION, p.ACTION_D, p.mix(p.ACTION, p.WHITE, 0.35), p.WHITE
        if self.done:
            ground = p.mix(p.NIGHT, p.MINT, 0.32)
            return ground, ground, p.MINT, p.MINT
        return p.PLUM_HI, p.PLUM_HI, p.MAUVE, p.LILAC

    def _tick(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self.box
        stage = self.kit.stage
        disc = paint.disc(stage.px(TICK), p.MINT, p.NIGHT, stage.line(1))
        at = x + w - 4.0, y + h - 4.0
        self.kit.put(canvas, disc, *at, "center")
        self.kit.put(canvas, self.kit.art.get("check", height=8.0), *at, "center")
