"""The head of a step: its title and what it says, above the panel in which it is done."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import BODY, LEFT, SAYS_Y, TITLE_X, TITLE_Y
from kitchen.game.signs.codeprose import CodeProse
from kitchen.lessons.lesson import Lesson

ROOM = LEFT[2] - 2 * (TITLE_X - LEFT[0])
SIZES = (15.0, 14.0, 13.0, 12.0)
"""Of what a step says, in logical px: in two lines, if it can be."""


class StepHead:
    """Of the step ``here``, from 0. The first one begins with what the lesson itself says."""

    def __init__(self, kit: Kit, lesson: Lesson, here: int) -> None:
        self._kit, step = kit, lesson.steps[here]
        self._title = step.title
        words = step.says if here else f"{lesson.fields.says} {step.says}".strip()
        self._says = CodeProse(kit, words, SIZES, ROOM, 2 if here else 3)

    @property
    def body(self) -> Box:
        """What is left below it for the panel, in logical px."""
        x, y, w, h = BODY
        more = max(0.0, self._says.height - self._says.leading)
        return x, y + more, w, h - more

    def bake(self, ground: pygame.Surface) -> None:
        kit = self._kit
        title, size = kit.type.told((self._title,), 23, ROOM, "display", "", 0.7)
        kit.put(ground, kit.type.display(title, size, p.CREAM), TITLE_X, TITLE_Y)
        top = SAYS_Y - self._says.leading / 2
        self._says.draw(ground, TITLE_X, top, p.LILAC, p.CODE_NAME)
