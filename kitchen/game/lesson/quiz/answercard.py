"""A card of a prediction: a line that may be printed, or a plate. It is pressed, lifted, turned."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.rightmark import right_mark

TURN_SECONDS = 0.26
INSET, MARK = 30.0, 15.0
LEAST, NEARLY, ROW = 0.75, 0.9, 2.7
"""Shares of its size to which text shrinks at least, and before it goes on two rows; how often the
letters of two rows go into the height."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """What its other side says once it is turned."""

    right: bool
    note: str
    """Where it belongs, or when it came."""


class AnswerCard(Control):
    """``box`` is where it belongs; it is drawn at ``at``, where it is on its way."""

    radius = 7.0

    def __init__(
        self, kit: Kit, box: Box, text: str, code: bool, press: Callable[[], object],
        click: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(kit, box)
        self.text, self._code = text, code
        self._press, self._click = press, click
        self.at: Pos = box[:2]
        self.lifted = False
        self.face: CardFace | None = None
        self._turned_since: float | None = None
        self.calm = False

    def press(self) -> None:
        self._press()

    def click(self, pos: tuple[float, float]) -> None:
        self._click()

    def turn(self, face: CardFace | None, wall: float) -> bool:
        """Show that other side, or the one with the text; whether it is turned just now."""
        anew = face is not None and self.face is None
        if anew:
            self._turned_since = wall
        self.face = face
        return anew

    def moves(self, wall: float) -> bool:
        since = self._turned_since
        return not self.calm and since is not None and wall - since < TURN_SECONDS

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        if not self.lifted:
            self.paint(canvas, touch.wall, touch.hovered)

    def paint(self, canvas: pygame.Surface, wall: float, hovered: bool = False) -> None:
        """Draw it where it is."""
        stage = self.kit.stage
        area = stage.rect(*self.at, *self.box[2:])
        share = self._share(wall)
        face = self.face if share >= 0.5 else None
        picture = self._picture(area.size, face, hovered)
        if self.lifted:
            blur = stage.px(6)
            glow = paint.shadow(area.size, stage.px(self.radius), blur, 0.55)
            canvas.blit(glow, (area.x - 2 * blur, area.y - 2 * blur + stage.px(3)))
        squeeze = abs(math.cos(share * math.pi))
        if squeeze < 0.999:
            high = max(1, round(area.height * squeeze))
            picture = pygame.transform.smoothscale(picture, (area.width, high))
        canvas.blit(picture, picture.get_rect(center=area.center))

    def _share(self, wall: float) -> float:
        """How far it is turned: 0 to 1."""
        if self.face is None:
            return 0.0
        if self.calm or self._turned_since is None:
            return 1.0
        return min(1.0, max(0.0, (wall - self._turned_since) / TURN_SECONDS))

    def _picture(
        self, size: tuple[int, int], face: CardFace | None, hovered: bool
    ) -> pygame.Surface:
        stage, kit = self.kit.stage, self.kit
        ground, edge = p.PAPER, p.PAPER_EDGE
        if face is not None:
            tone = p.MINT if face.right else p.RED
            ground, edge = p.mix(p.PAPER, tone, 0.30 if face.right else 0.26), tone
        elif self.lifted or hovered:
            ground, edge = p.mix(p.PAPER, p.SAFFRON, 0.22), p.TOMATO if self.lifted else p.SAFFRON
        line = stage.line(2 if self.lifted or face is not None else 1)
        card = paint.box(size, stage.px(self.radius), ground, edge, line).copy()
        middle, width = self.box[3] / 2, self.box[2]
        if face is None:
            self._grip(card, middle)
        else:
            tone = p.MINT_PAPER if face.right else p.RED_PAPER
            mark = right_mark(stage.px(MARK), face.right, tone)
            kit.put(card, mark, 15.0, middle, "center")
        room = width - INSET - 12.0
        if face is not None and face.note:
            room -= self._note(card, face, middle) + 8.0
        self._words(card, middle, room)
        return card

    def _words(self, card: pygame.Surface, middle: float, room: float) -> None:
        """On one row, or on two where that has no room."""
        kit, face = self.kit, "code" if self._code else "ui"
        weight, size = ("medium", 13.5) if self._code else ("semibold", 15.0)
        write = kit.type.code if self._code else kit.type.ui
        rows = [self.text]
        fitted = kit.type.fitted(self.text, size, room, face, weight)
        on_two = min(size, max(LEAST * size, self.box[3] / ROW))
        if fitted < min(on_two, NEARLY * size):
            fitted = on_two
            rows = two_rows(
                self.text, lambda row: kit.type.width(row, fitted, face, weight) <= room
            )
        for index, row in enumerate(rows):
            text = kit.type.elide(row, fitted, room, face, weight)
            y = middle + (index - (len(rows) - 1) / 2) * self.box[3] * 0.44
            kit.put(card, write(text, fitted, p.INK, weight), INSET, y)

    def _grip(self, card: pygame.Surface, middle: float) -> None:
        """Six dots: it can be dragged."""
        dot = paint.disc(max(2, self.kit.stage.px(2.6)), p.mix(p.PAPER, p.INK, 0.32))
        for row in (-1, 0, 1):
            for column in (0, 1):
                self.kit.put(card, dot, 11.0 + 6.0 * column, middle + 6.0 * row, "center")

    def _note(self, card: pygame.Surface, face: CardFace, middle: float) -> float:
        """What it says at its end; returns how wide that is."""
        kit, tone = self.kit, p.MINT_PAPER if face.right else p.RED_PAPER
        note, size = kit.type.told((face.note,), 13, self.box[2] * 0.5, "ui", "bold", 0.85)
        drawn = kit.type.ui(note, size, tone, "bold")
        kit.put(card, drawn, self.box[2] - 12.0, middle, "midright")
        return drawn.get_width() / kit.stage.k


def two_rows(text: str, fits: Callable[[str], bool]) -> list[str]:
    """As many words on the first as fit, the rest on the second."""
    words = text.split(" ")
    count = max(1, sum(fits(" ".join(words[: n + 1])) for n in range(len(words))))
    return [row for row in (" ".join(words[:count]), " ".join(words[count:])) if row]
