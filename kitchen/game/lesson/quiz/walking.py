"""Walk: the program with each task at its line, the loop beside it, a sentence at each stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.parts.actionbutton import ActionButton
from kitchen.game.lesson.parts.layout import ACTION, OVER
from kitchen.game.lesson.parts.panel import Amid, StepPanel, StepWishes
from kitchen.game.lesson.parts.programbox import ProgramBox, TaskMark, task_colour
from kitchen.game.lesson.quiz.looprows import LoopRows
from kitchen.game.signs.codeprose import draw_prose
from kitchen.lessons.judging.judge import lines_shown
from kitchen.lessons.judging.walk import halts, walked
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, WalkStep

ROWS_H, SAYS_H, GAP = 78.0, 106.0, 8.0
SAYS_SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
BEGIN = "Next walks to the first stop. You may drag the red mark of time, too."


class WalkPanel(StepPanel):
    """``stop`` is the number of the stop that one stands at, from 0; -1: before the first."""

    RUN = AGAIN = ""
    SHOWS_FIRST = WHOLE_FILE = True

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, WalkStep)
        self._asks = step
        self.walk = walked(lesson, step)
        self.halts = halts(lesson, step, self.walk)
        self.stop, self.seen = -1, 0
        self._place, self._now = 0, 0.0
        x, y, w, h = box
        source = h - ROWS_H - SAYS_H - 2 * GAP
        text = lesson.text(step.program).splitlines()
        self._program = ProgramBox(kit, (x, y, w, source), text, lines_shown(lesson, step))
        self._rows = LoopRows(kit, (x, y + source + GAP, w, ROWS_H))
        self._says: Box = (x, y + h - SAYS_H, w, SAYS_H)
        self._next = ActionButton(kit, ACTION, "Next", self.on)
        self._back = Button(kit, OVER, "One back", self.back, size=18)

    # -- the answer ------------------------------------------------------------------------------

    def answer(self) -> Any:
        return self.seen or None

    def put(self, answer: Any) -> None:
        self.seen = int(answer or 0)
        self.stop = self.seen - 1

    def show_solution(self) -> None:
        self.put(len(self.halts))
        self._stand()

    def start_over(self) -> None:
        super().start_over()
        self.wishes.go_to(0.0)

    # -- from stop to stop -------------------------------------------------------------------------

    def on(self) -> None:
        """To the next stop; the last one is the end of the step."""
        last = len(self.halts) - 1
        self.stop = min(last, self.stop + 1)
        self.seen = max(self.seen, self.stop + 1)
        self._stand()

    def back(self) -> None:
        """To the stop before."""
        if self.stop > 0:
            self.stop -= 1
            self.wishes.changed()
            self._stand()

    def _stand(self) -> None:
        """Stand where the stop is; at the last one, all has been seen."""
        at = self.halts[self.stop]
        if self.stop == len(self.halts) - 1:
            self.wishes.judge()
        else:
            self.wishes.anew()
        self.wishes.stand(Amid(at.t, self.walk.facts(at.place), self.walk.printed(at.place)))

    @property
    def controls(self) -> Sequence[Control]:
        self._back.enabled = self.stop > 0
        done = self.verdict is not None and self.verdict.works
        return [self._back] if done else [self._next, self._back]

    def want(self, intent: Intent) -> bool:
        if intent in (Intent.NEXT_PAGE, Intent.PREVIOUS_PAGE):
            self._program.scroll(6 if intent is Intent.NEXT_PAGE else -6)
            return True
        return False

    def wheel(self, pos: Pos, rows: float) -> bool:
        return self._program.wheel(pos, rows)

    # -- the run -----------------------------------------------------------------------------------

    def follow(self, run: Run, now: float) -> None:
        """Where the handle stands: at the stop itself, which may be amid a moment, or at the end
        of any other moment."""
        self._now = now
        here = self.halts[self.stop] if self.stop >= 0 else None
        if here is not None and abs(here.t - now) < 1e-6:
            self._place = here.place
        elif self.stop < 0 and now <= 0.0:
            self._place = 0
        else:
            self._place = self.walk.place_at(now)
        marks: dict[int, list[TaskMark]] = {}
        for task in self.walk.tasks(self._place):
            if task.state != "done" and task.line:
                mark = TaskMark(task.name, task_colour(task.task), task.state == "runs")
                marks.setdefault(task.line, []).append(mark)
        self._program.mark(marks)

    @property
    def at_stop(self) -> bool:
        """Whether the handle stands at the stop."""
        return self.stop >= 0 and abs(self.halts[self.stop].t - self._now) < 1e-6

    # -- a picture ---------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._program.draw(canvas)
        self._rows.draw(canvas, self.walk, self._place)
        self._sentence(canvas)

    def _sentence(self, canvas: pygame.Surface) -> None:
        kit, stage, (x, y, w, h) = self.kit, self.kit.stage, self._says
        area = stage.rect(*self._says)
        canvas.blit(paint.box(area.size, stage.px(10), p.PAPER, p.PAPER_EDGE, stage.line(1)), area)
        count = len(self.halts)
        if self.stop < 0:
            head, says = f"{count} stops", BEGIN
        else:
            head = f"Stop {self.stop + 1} of {count}"
            says = self._asks.stops[self.stop].says
        tone = p.INK if self.at_stop or self.stop < 0 else p.PAPER_MUTED
        kit.put(canvas, kit.type.ui(head, 13, p.STEAM_PAPER, "bold"), x + 14, y + 16)
        moment = fmt.clock(self._now, fmt.grain_of(self.walk.run.makespan))
        kit.put(canvas, kit.type.code(moment, 13, p.STEAM_PAPER), x + w - 14, y + 16, "midright")
        room = (x + 14, y + 27, w - 28, h - 31)
        draw_prose(canvas, kit, says, SAYS_SIZES, room, tone, p.STEAM_PAPER)
