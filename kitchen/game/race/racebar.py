"""The bar on top of a race: what is raced, the one clock of all kitchens, and how fast it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.race.layout import BAR

SPEEDS = (1.0, 2.0, 4.0, 10.0)
Y, H = 12.0, 38.0
MIDDLE = 31.0
TITLE_X, TITLE_END = 152.0, 520.0
CLOCK_X, CLOCK = 640.0, 44.0


@dataclass(frozen=True)
class Wishes:
    """What the bar's controls ask for."""

    back: Callable[[], object]
    again: Callable[[], object]
    pause: Callable[[], object]
    speed: Callable[[float], object]
    to_end: Callable[[], object]


class RaceBar:
    """``title`` is what is raced."""

    def __init__(self, kit: Kit, title: str, speed: float, wishes: Wishes) -> None:
        self._kit = kit
        self._ground = self._bake(title)
        words = [(f"{s:g}", f"{s:g}x") for s in speeds(speed)]
        self.speed = Choice(kit, (886.0, 8.0, 186.0, 46.0), "", f"{speed:g}", words,
                            lambda value: wishes.speed(float(value)), 0.0)  # fmt: skip
        self.pause = Button(kit, (826.0, Y, 52.0, H), "", wishes.pause, icon="pause",
                            icon_size=18.0)  # fmt: skip
        self.controls: list[Control] = [
            Button(kit, (8.0, Y, 84.0, H), "Back", wishes.back, size=17),
            self.pause,
            self.speed,
            Button(kit, (1080.0, Y, 96.0, H), "To the end", wishes.to_end, size=16),
            Button(kit, (1184.0, Y, 88.0, H), "Again", wishes.again, size=17),
        ]

    def follow(self, speed: float, paused: bool) -> None:
        self.speed.value = f"{speed:g}"
        self.pause.icon = "play" if paused else "pause"

    def _bake(self, title: str) -> pygame.Surface:
        """What stands still."""
        kit, stage = self._kit, self._kit.stage
        ground = pygame.Surface(stage.rect(*BAR).size).convert()
        ground.blit(paint.gradient(ground.get_size(), p.PLUM, p.AUBERGINE), (0, 0))
        kit.put(ground, kit.art.get("race", height=34), 124, MIDDLE, "center")
        words, size = kit.type.told((title,), 27, TITLE_END - TITLE_X, "display", "", 0.6)
        kit.put(ground, kit.type.display(words, size, p.CREAM), TITLE_X, MIDDLE)
        return ground

    def draw(self, canvas: pygame.Surface, now: float, ago: float) -> None:
        """The clock; ``ago``: seconds that this moment lies before the latest that was seen."""
        canvas.blit(self._ground, (0, 0))
        kit, colour = self._kit, p.AMBER if ago > 0.0 else p.WHITE
        time = kit.type.display(fmt.clock(now), CLOCK, colour)
        left = CLOCK_X - kit.type.width(fmt.clock(now), CLOCK, "display", "") / 2
        area = kit.put(canvas, time, left, MIDDLE)
        kit.put(canvas, kit.art.get("clock", height=34), left - 24.0, MIDDLE, "center")
        if ago > 0.0:
            words = kit.type.ui(f"{fmt.clock(ago)} ago", 16, p.AMBER, "bold")
            kit.put(canvas, words, left + area.width / kit.stage.k + 8.0, MIDDLE + 3.0)


def speeds(own: float) -> list[float]:
    """Those that can be chosen, the one that was asked for among them."""
    return sorted({*SPEEDS, own})
