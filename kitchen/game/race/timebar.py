"""The bar of time: all kitchens on one clock, each plate a mark, to be dragged to any moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.slider import Slider
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.race.layout import TIME
from kitchen.game.race.runner import Runner

LEFT, RIGHT = 56.0, 1256.0
HEAD, FOOT = 22.0, 6.0
"""Of the bar: where the times stand, and its lower edge."""
STEPS = 100
"""Presses of a key from end to end."""
HANDLE = (76.0, 22.0)
BED: p.Colour = (0x14, 0x0C, 0x1A)
LABELS = (30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 14400.0, 43200.0)
APART = 90.0
FADED = 0.45


class TimeBar(Slider):
    """From the opening to the end of the last kitchen. ``value`` is the moment looked at;
    ``changed`` is told where to go. ``seen``: up to there somebody has watched; what comes after is
    not told yet."""

    def __init__(
        self, kit: Kit, runners: Sequence[Runner], changed: Callable[[float], object]
    ) -> None:
        end = max(max(runner.end for runner in runners), 1e-6)
        super().__init__(kit, TIME, "", 0.0, (0.0, end), end / STEPS, changed, fmt.clock, 0.0)
        self._runners = runners
        self.seen = 0.0
        self._ground = self._bake()

    @property
    def _track(self) -> tuple[float, float]:
        return LEFT, RIGHT - LEFT

    def drag(self, pos: tuple[float, float]) -> None:
        """To any moment, not by steps."""
        left, width = self._track
        self._set(self.low + min(1.0, max(0.0, (pos[0] - left) / width)) * (self.high - self.low))

    def _row(self, index: int) -> float:
        """The middle of a kitchen's line."""
        _, y, _, h = self.box
        return y + HEAD + (h - HEAD - FOOT) * (index + 0.5) / len(self._runners)

    def _bake(self) -> pygame.Surface:
        """The bed, the axis and whose line is whose."""
        kit, stage, (_, y, _, h) = self.kit, self.kit.stage, self.box
        size = stage.rect(*self.box).size
        ground = pygame.Surface(size).convert()
        ground.blit(paint.gradient(size, p.AUBERGINE, p.NIGHT), (0, 0))
        bed = stage.rect(LEFT - 8.0, HEAD, RIGHT - LEFT + 16.0, h - HEAD - FOOT + 2.0)
        ground.blit(paint.box(bed.size, stage.px(6), BED), bed)
        least = self.high * APART / (RIGHT - LEFT)
        step = next((step for step in LABELS if step >= least), LABELS[-1])
        for index in range(int(self.high / step) + 1):
            at = self.place_of(index * step)
            words = kit.type.ui(fmt.clock(index * step), 14, p.LILAC)
            kit.put(ground, words, at, HEAD / 2, "center")
            ground.fill(p.AUBERGINE, (stage.px(at), bed.top, stage.line(1), bed.height))
        for index, runner in enumerate(self._runners):
            icon = kit.art.get(f"mode_{runner.entrant.mode}", height=15.0)
            kit.put(ground, icon, LEFT - 30.0, self._row(index) - y, "center")
        return ground

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        canvas.blit(self._ground, self.kit.stage.rect(*self.box))
        for index, runner in enumerate(self._runners):
            self._line(canvas, index, runner)
        self._handle(canvas, touch)

    def _line(self, canvas: pygame.Surface, index: int, runner: Runner) -> None:
        """How far it cooked, and each plate and each loss of it: bright up to the moment looked at,
        faint from there to where it has been watched."""
        stage, y = self.kit.stage, self._row(index)
        tall = min(13.0, (self.box[3] - HEAD - FOOT) / len(self._runners) - 3.0)
        for start, end, fade in ((0.0, self.value, 1.0), (self.value, self.seen, FADED)):
            until = min(end, runner.end)
            if until > start:
                tone = p.mix(BED, p.MAUVE, fade)
                left, right = self.place_of(start), self.place_of(until)
                canvas.fill(tone, stage.rect(left, y - 1.5, right - left, 3.0))
        for times, colour in ((runner.lost, p.RED), (runner.plates, p.MINT)):
            here, known = bisect_right(times, self.value), bisect_right(times, self.seen)
            for number, at in enumerate(times[:known]):
                tone = colour if number < here else p.mix(BED, colour, FADED)
                self._tick(canvas, self.place_of(at), y, tall, tone, colour is p.RED)
        for at in (runner.half, runner.end):
            if at <= self.seen:
                flag = self.kit.art.get("flag", height=tall + 5.0)
                if at > self.value:
                    flag = flag.copy()
                    flag.set_alpha(round(255 * FADED))
                self.kit.put(canvas, flag, self.place_of(at), y, "midleft")

    def _tick(
        self, canvas: pygame.Surface, x: float, y: float, tall: float, tone: p.Colour, lost: bool
    ) -> None:
        """A plate is a bar; a guest who left a short stump, which hangs below the line."""
        stage = self.kit.stage
        wide = stage.line(3)
        high = stage.px(tall * (0.5 if lost else 1.0))
        top = stage.px(y) if lost else stage.px(y - tall / 2)
        canvas.fill(tone, (stage.px(x) - wide // 2, top, wide, high))

    def _handle(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, kit = self.kit.stage, self.kit
        x, y = self.place_of(self.value), self.box[1]
        line = stage.line(2)
        canvas.fill(p.TOMATO, (stage.px(x) - line // 2, stage.px(y + 4.0), line,
                               stage.px(self.box[3] - FOOT)))  # fmt: skip
        w, h = HANDLE
        grow = 1.5 if touch.down or touch.hovered else 0.0
        left = min(max(x - w / 2, 4.0), 1280.0 - w - 4.0)
        face = stage.rect(left - grow, y + 2.0, w + 2 * grow, h)
        canvas.blit(paint.box(face.size, stage.px(9), p.ACTION, p.TOMATO, stage.line(1.5),
                              p.ACTION_D), face)  # fmt: skip
        words = kit.type.display(fmt.clock(self.value), 18, p.WHITE)
        canvas.blit(words, words.get_rect(center=face.center))
