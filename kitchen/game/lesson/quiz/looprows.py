"""The loop as three small rows: whose step is under way, who is ready, whose timer runs."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.programbox import task_colour
from kitchen.lessons.judging.walk import TaskPlace, Walk

ROWS = 3
LABEL_W, CHIP_GAP, CHIP_PAD = 72.0, 6.0, 9.0


class LoopRows:
    """Draws in ``box`` (logical px)."""

    def __init__(self, kit: Kit, box: Box) -> None:
        self._kit, self.box = kit, box
        self._row = box[3] / ROWS

    def draw(self, canvas: pygame.Surface, walk: Walk, place: int) -> None:
        self._end = walk.run.makespan
        stage = self._kit.stage
        area = stage.rect(*self.box)
        canvas.blit(paint.box(area.size, stage.px(10), p.NIGHT), area)
        runs = [task for task in walk.tasks(place) if task.state == "runs"]
        self._line(canvas, 0, "Hands", runs, "nobody")
        self._line(canvas, 1, "Ready", walk.ready(place), "nobody")
        self._line(canvas, 2, "Timers", walk.timers(place), "none", until=True)

    def _line(
        self, canvas: pygame.Surface, row: int, label: str, tasks: Sequence[TaskPlace],
        nothing: str, until: bool = False,
    ) -> None:  # fmt: skip
        kit, (x, y, w, _) = self._kit, self.box
        middle = y + (row + 0.5) * self._row
        words, size = kit.type.told((label,), 13, LABEL_W - 6, "ui", "bold", 0.8)
        kit.put(canvas, kit.type.ui(words, size, p.LILAC, "bold"), x + 12, middle)
        left, end = x + 12 + LABEL_W, x + w - 10
        if not tasks:
            kit.put(canvas, kit.type.ui(nothing, 13, p.CODE_GUTTER, "medium"), left, middle)
        for index, task in enumerate(tasks):
            text = task.name
            if until and task.until is not None:
                text = f"{text} {fmt.clock(task.until, fmt.grain_of(self._end))}"
            width = kit.type.width(text, 13, weight="bold") + 2 * CHIP_PAD
            rest = f"and {len(tasks) - index} more"
            behind = CHIP_GAP + kit.type.width(rest, 13) if index + 1 < len(tasks) else 0.0
            if left + width + behind > end:
                kit.put(canvas, kit.type.ui(rest, 13, p.LILAC), left, middle)
                return
            self._chip(canvas, text, task, (left, middle), width)
            left += width + CHIP_GAP

    def _chip(
        self, canvas: pygame.Surface, text: str, task: TaskPlace, at: tuple[float, float],
        width: float,
    ) -> None:  # fmt: skip
        kit, stage, high = self._kit, self._kit.stage, min(20.0, self._row - 4)
        area = stage.rect(at[0], at[1] - high / 2, width, high)
        canvas.blit(paint.pill(area.size, task_colour(task.task)), area)
        kit.put(canvas, kit.type.ui(text, 13, p.INK, "bold"), at[0] + width / 2, at[1], "center")
