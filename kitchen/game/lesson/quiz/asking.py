"""Why: one question and three answers; the strips beside it prove one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.lesson.parts.programbox import ProgramBox, TaskMark, task_colour
from kitchen.game.lesson.quiz.whyanswer import WhyAnswer
from kitchen.game.signs.codeprose import CodeProse
from kitchen.lessons.judging.judge import Verdict, lines_shown
from kitchen.lessons.judging.walk import name_of
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, WhyStep

QUESTION = (17.0, 16.0, 15.0)
ANSWER_H, GAP = 54.0, 8.0


class WhyPanel(StepPanel):
    """An answer is judged as soon as it is given. ``1`` to ``3`` give one."""

    RUN = AGAIN = ""
    SHOWS_FIRST = WHOLE_FILE = True

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, WhyStep)
        self._asks = step
        self._given: int | None = None
        x, y, w, h = box
        self._question = CodeProse(kit, step.question, QUESTION, w - 8, 2, "bold")
        top = y + 4.0 + self._question.height + GAP
        self.answers = [
            WhyAnswer(kit, (x, top + index * (ANSWER_H + GAP), w, ANSWER_H), index + 1, words,
                         partial(self.give, index))
            for index, words in enumerate(step.answers)
        ]  # fmt: skip
        below = top + len(self.answers) * (ANSWER_H + GAP) + 4.0
        text = lesson.text(step.program).splitlines()
        self._program = ProgramBox(
            kit, (x, below, w, y + h - below), text, lines_shown(lesson, step)
        )

    # -- the answer ------------------------------------------------------------------------------

    def answer(self) -> Any:
        return self._given

    def put(self, answer: Any) -> None:
        self._given = answer
        self._show()

    def show_solution(self) -> None:
        self.give(self._asks.right)

    def give(self, index: int) -> None:
        """That is the answer."""
        self._given = index
        self.wishes.sound("ok" if index == self._asks.right else "error")
        self.wishes.judge()

    def told(self, verdict: Verdict | None) -> None:
        super().told(verdict)
        self._show()

    def _show(self) -> None:
        for index, button in enumerate(self.answers):
            given = self.verdict is not None and index == self._given
            button.state = ("right" if index == self._asks.right else "wrong") if given else "open"

    # -- what the player does ----------------------------------------------------------------------

    @property
    def controls(self) -> Sequence[Control]:
        return self.answers

    def number(self, digit: int) -> bool:
        if 1 <= digit <= len(self.answers):
            self.give(digit - 1)
            return True
        return False

    def want(self, intent: Intent) -> bool:
        if intent in (Intent.NEXT_PAGE, Intent.PREVIOUS_PAGE):
            self._program.scroll(6 if intent is Intent.NEXT_PAGE else -6)
            return True
        return False

    def wheel(self, pos: Pos, rows: float) -> bool:
        return self._program.wheel(pos, rows)

    def follow(self, run: Run, now: float) -> None:
        marks: dict[int, list[TaskMark]] = {}
        for task in run.tasks:
            if line := run.at_line(task, now):
                mark = TaskMark(name_of(run, task), task_colour(task))
                marks.setdefault(line, []).append(mark)
        self._program.mark(marks)

    # -- a picture ---------------------------------------------------------------------------------

    def bake(self, ground: pygame.Surface) -> None:
        x, y, _, _ = self.box
        self._question.draw(ground, x + 4, y + 4.0, p.CREAM, p.CODE_NAME)

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._program.draw(canvas)
