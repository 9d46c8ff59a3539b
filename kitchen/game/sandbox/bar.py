"""The bar at the top: back, the clock, and how fast it goes."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox.layout import BAR

SPEEDS = (1.0, 4.0, 10.0, 30.0)
"""Times the shift's own tempo."""
ICON = 24.0
Y, H = 7.0, 34.0
CLOCK_X = 640.0


class SandboxBar:
    """``pause``, ``again`` and ``back`` are called; ``speed`` is told the new one."""

    def __init__(
        self,
        kit: Kit,
        speed: float,
        set_speed: Callable[[float], object],
        pause: Callable[[], object],
        again: Callable[[], object],
        back: Callable[[], object],
    ) -> None:
        self._kit = kit
        words = [(f"{s:g}", f"{s:g}x") for s in SPEEDS]
        self.speed = Choice(kit, (986.0, 3.0, 190.0, 42.0), "", f"{speed:g}", words,
                            lambda value: set_speed(float(value)), 0.0,
                            "How fast the clock goes in both kitchens.")  # fmt: skip
        self.pause = Button(kit, (934.0, Y, 46.0, H), "", pause, icon="pause", icon_size=14.0,
                            hint="Stop the clock, or let it go on.")  # fmt: skip
        self.again = Button(kit, (1184.0, Y, 88.0, H), "Again", again, size=16,
                            hint="Both kitchens from their opening.")  # fmt: skip
        self.back = Button(kit, (8.0, Y, 84.0, H), "Back", back, size=16,
                           hint="To where you came from.")  # fmt: skip
        self.controls: list[Control] = [self.back, self.pause, self.speed, self.again]

    def follow(self, speed: float, paused: bool) -> None:
        self.speed.value = f"{speed:g}"
        self.pause.icon = "play" if paused else "pause"

    def bake(self, canvas: pygame.Surface) -> None:
        kit, stage = self._kit, self._kit.stage
        area = stage.rect(*BAR)
        canvas.blit(paint.gradient(area.size, palette.PLUM, palette.AUBERGINE), area)
        canvas.fill(palette.NIGHT, (0, area.bottom - stage.line(1), area.width, stage.line(1)))
        kit.put(canvas, kit.art.get("sandbox", height=30), 116, 24, "center")
        kit.put(canvas, kit.type.display("Sandbox", 23, palette.CREAM), 140, 24)

    def draw_clock(self, canvas: pygame.Surface, now: float, closed: bool) -> None:
        """Kitchen time since the opening."""
        kit = self._kit
        kit.put(canvas, kit.art.get("clock", height=ICON), CLOCK_X - 52, 24, "center")
        time = kit.type.display(fmt.clock(now), 26, palette.CREAM)
        area = kit.put(canvas, time, CLOCK_X - 34, 24)
        words = "both kitchens have closed" if closed else "in both kitchens"
        left = CLOCK_X - 34 + area.width / kit.stage.k + 10
        kit.put(canvas, kit.type.ui(words, 14, palette.LILAC, "medium"), left, 25)
