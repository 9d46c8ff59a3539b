"""The bar above a lesson: the way back, what it is about, its steps, and how to skip one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import BAR
from kitchen.game.lesson.stepsign import StepSign
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.steps import kind_of

Y, H, MIDDLE = 9.0, 33.0, 24.0
ICON_X, TITLE_X, TITLE_END = 108.0, 130.0, 400.0
SIGNS_X, SIGNS_END = 420.0, 1090.0


@dataclass(frozen=True)
class BarWishes:
    """What the bar's controls ask for."""

    back: Callable[[], object]
    step: Callable[[int], object]
    skip: Callable[[], object]
    help: Callable[[], object]
    menu: Callable[[], object]


class LessonBar:
    """``here`` is the number of the step that shows, from 0."""

    def __init__(self, kit: Kit, course: Course, here: int, wishes: BarWishes) -> None:
        self._kit, self._lesson, self._here = kit, course.lesson, here
        self._signs = self._made(course, wishes)
        self.controls: list[Control] = [
            Button(kit, (8.0, Y, 76.0, H), "Back", wishes.back, size=17),
            *self._signs,
            Button(kit, (1100.0, Y, 88.0, H), "Skip", wishes.skip, size=17),
            Button(kit, (1196.0, Y, 34.0, H), "?", wishes.help, size=19),
            Button(kit, (1238.0, Y, 34.0, H), "", wishes.menu, icon="menu", icon_size=16.0),
        ]

    def _made(self, course: Course, wishes: BarWishes) -> list[StepSign]:
        signs, x = [], SIGNS_X
        for index, step in enumerate(self._lesson.steps):
            sign = StepSign(
                self._kit, (x, MIDDLE), kind_of(step), index == self._here,
                id_of(step) in course.done, partial(wishes.step, index),
            )  # fmt: skip
            signs.append(sign)
            x += sign.box[2] + 22.0
        return signs

    def bake(self, ground: pygame.Surface) -> None:
        """What stands still."""
        kit, stage = self._kit, self._kit.stage
        area = stage.rect(*BAR)
        ground.blit(paint.gradient(area.size, p.PLUM, p.AUBERGINE), area)
        ground.fill(p.NIGHT, (0, area.bottom - stage.line(1), area.width, stage.line(1)))
        self._title(ground)
        self._line(ground, self._signs)
        last = self._signs[-1].box
        words = f"{self._here + 1} of {len(self._signs)}"
        kit.put(ground, kit.type.ui(words, 14, p.CREAM), last[0] + last[2] + 16.0, MIDDLE)

    def _title(self, ground: pygame.Surface) -> None:
        kit, lesson = self._kit, self._lesson
        for name in lesson.fields.picture[:1]:
            if kit.art.has(name):
                kit.put(ground, kit.art.get(name, height=25.0), ICON_X, MIDDLE, "center")
        room = TITLE_END - TITLE_X
        title, size = kit.type.told((lesson.title,), 18, room, "display", "", 0.8)
        kit.put(ground, kit.type.display(title, size, p.CREAM), TITLE_X, 16.0)
        kit.put(ground, kit.type.ui(place_of(lesson), 13, p.LILAC, "medium"), TITLE_X, 36.0)

    def _line(self, ground: pygame.Surface, signs: Sequence[StepSign]) -> None:
        """From sign to sign; lit as far as the steps are done."""
        stage = self._kit.stage
        for sign, after in pairwise(signs):
            left, right = sign.box[0] + sign.box[2], after.box[0]
            tone = p.MINT if sign.done else p.MAUVE
            ground.fill(tone, stage.rect(left, MIDDLE - 1.0, right - left, 2.0))


def place_of(lesson: Lesson) -> str:
    """``Lesson 3, One chef``."""
    number = f"Lesson {lesson.number}" if lesson.number else "A lesson of your own"
    return f"{number}, {lesson.chapter}" if lesson.chapter else number
