"""The question why in the foot of the results: three answers to press, then what proves one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from kitchen.game.controls.button import LIP, Button
from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import key_names
from kitchen.game.results.inquiry import Inquiry
from kitchen.game.results.prose import Prose

X, Y, W, H = 174.0, 592.0, 698.0, 87.0  # logical px of the words
ANSWERS_Y, ANSWERS_H, GAP = 621.0, 57.0, 8.0
SKIP_W, SKIP_H, ON_W = 66.0, 25.0, 92.0
ASKED = (18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
SIZES = ((15.0, 18.0, 2), (14.0, 16.0, 3), (13.0, 15.5, 3), (12.0, 15.0, 3), (11.0, 12.5, 4))
"""Size, leading and most lines of an answer: the first that fits is taken."""
BADGE = 22.0


class AnswerButton(Control):
    """An answer, with the number of its key."""

    def __init__(
        self, kit: Kit, box: Box, number: int, words: str, act: Callable[[], object]
    ) -> None:
        super().__init__(kit, box)
        self.words, self.act, self._number = words, act, number
        room = box[2] - BADGE - 26.0
        for self._size, self._leading, most in SIZES:
            self.lines = kit.lines(words, self._size, room)
            if len(self.lines) <= most:
                break

    def press(self) -> None:
        self.act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        kit, (x, y, w, h) = self.kit, self.box
        stage, theme, sunk = kit.stage, kit.theme, self.sunk(touch)
        radius = stage.px(self.radius)
        below = stage.rect(x, y + LIP, w, h - LIP)
        canvas.blit(paint.box(below.size, radius, theme.lip), below)
        face = stage.rect(x, y + sunk, w, h - LIP)
        edge = p.SAFFRON if touch.hovered else theme.edge
        canvas.blit(
            paint.box(face.size, radius, theme.top, edge, stage.line(1), theme.bottom), face
        )
        middle = y + sunk + (h - LIP) / 2
        disc = paint.disc(stage.px(BADGE), p.CREAM)
        kit.put(canvas, disc, x + 10 + BADGE / 2, middle, "center")
        number = kit.type.display(str(self._number), 16, p.INK)
        kit.put(canvas, number, x + 10 + BADGE / 2, middle, "center")
        top = middle - self._leading * (len(self.lines) - 1) / 2
        for index, line in enumerate(self.lines):
            words = kit.type.ui(line, self._size, theme.text)
            kit.put(canvas, words, x + 18 + BADGE, top + index * self._leading)


class WhyFoot:
    """``answer`` is told which answer was pressed; ``go_on`` is what comes after it, or instead."""

    def __init__(
        self, kit: Kit, inquiry: Inquiry, answer: Callable[[int], object],
        go_on: Callable[[], object],
    ) -> None:  # fmt: skip
        self._kit, self._inquiry, self._answer = kit, inquiry, answer
        self._told: Prose | None = None
        if inquiry.chosen is None:
            self.controls = self._asking(go_on)
        else:
            box = (X + W - ON_W, Y + 26, ON_W, 40.0)
            self.controls = [Button(kit, box, "Go on", go_on, size=17)]
            self._told = Prose(kit, inquiry.told(), (X, Y, W - ON_W - 16, H))

    def _asking(self, go_on: Callable[[], object]) -> list[Control]:
        kit, answers = self._kit, self._inquiry.why.answers
        wide = (W - GAP * (len(answers) - 1)) / len(answers)
        found: list[Control] = [
            AnswerButton(kit, (X + (wide + GAP) * index, ANSWERS_Y, wide, ANSWERS_H), index + 1,
                         each.says, partial(self._answer, index))
            for index, each in enumerate(answers)
        ]  # fmt: skip
        return [
            *found,
            Button(kit, (X + W - SKIP_W, Y + 1, SKIP_W, SKIP_H), "Skip", go_on, size=14),
        ]

    def handle(self, event: pygame.event.Event) -> bool:
        """The key with the number of an answer."""
        if event.type != pygame.KEYDOWN or self._inquiry.chosen is not None:
            return False
        names = [name.strip("[]") for name in key_names(event)]
        found = [i for i in range(len(self._inquiry.why.answers)) if str(i + 1) in names]
        for index in found:
            self._answer(index)
        return bool(found)

    def draw(self, canvas: pygame.Surface) -> None:
        """The words; the controls are the page's."""
        if self._told is not None:
            self._told.draw(canvas)
            return
        kit = self._kit
        words, size = kit.type.told_at(ASKED, (self._inquiry.why.question,), W - SKIP_W - 12)
        kit.put(canvas, kit.type.ui(words, size, p.CREAM), X, Y + 14)
