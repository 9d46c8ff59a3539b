"""The change panel: real source with tokens that are toggled; before and after run side by side."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pygame

from kitchen.english import plural
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.building.errornote import ErrorNote
from kitchen.game.lesson.building.tokenpill import PAD, SIGN, TokenPill
from kitchen.game.lesson.building.tokens import CodePiece, Row, rows_of
from kitchen.game.lesson.building.whereabouts import here
from kitchen.game.lesson.parts.codeink import write_code
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.signs.sheet import COLOURS
from kitchen.lessons.judging.judge import Verdict, lines_shown, shown, tried
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, ChangeStep

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
PITCH, GUTTER, EDGE = 32.0, 42.0, 10.0
FOOT = 34.0
"""Below the source: how many tokens are changed."""


class ChangePanel(StepPanel):
    """Press a token to change it, and again to change it back."""

    SHOWS_FIRST = True

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, ChangeStep)
        self._tokens = step.tokens
        self._text = shown(lesson, step)
        self._first = lines_shown(lesson, step)[0]
        self._before = tried(lesson, step)
        self.changed: set[int] = set()
        self._run: Run | None = None
        self._now = 0.0
        self._lay()

    # -- the answer ----------------------------------------------------------------------------

    def answer(self) -> Any:
        return sorted(self.changed)

    @property
    def ready(self) -> bool:
        return bool(self.changed)

    def put(self, answer: Any) -> None:
        self.changed = set(answer or ())
        self._lay()

    def told(self, verdict: Verdict | None) -> None:
        super().told(verdict)
        self._run = verdict.run if verdict is not None else None

    def follow(self, run: Run, now: float) -> None:
        self._run, self._now = run, now

    def before(self) -> Run | None:
        return self._before

    def _toggle(self, index: int) -> None:
        self.changed ^= {index}
        self._lay()
        self.wishes.changed()
        self.wishes.focus(self._pills[index])

    @property
    def controls(self) -> Sequence[Control]:
        return self._pills

    # -- where all of it is --------------------------------------------------------------------

    def _lay(self) -> None:
        """The rows as they are now, and the pills on them."""
        self._rows = rows_of(self._text, self._tokens, self.changed)
        _, y, w, h = self.box
        self._pitch = min(PITCH, (h - FOOT - 2 * EDGE) / max(1, len(self._rows)))
        sizes = [size for size in SIZES if size <= self._pitch * 0.62] or SIZES[-1:]
        fits = (s for s in sizes if all(self._width(row, s) <= w - GUTTER - EDGE
                                        for row in self._rows))  # fmt: skip
        self._size = next(fits, sizes[-1])
        parts: dict[int, list[tuple[Box, str]]] = {i: [] for i in range(len(self._tokens))}
        for index, row in enumerate(self._rows):
            for piece, left, wide in self._places(row, self._size):
                if piece.token >= 0:
                    top = y + EDGE + self._pitch * index
                    parts[piece.token].append(((left, top, wide, self._pitch), piece.text))
        self._pills = [
            TokenPill(self.kit, parts[i], self._size, i in self.changed, partial(self._toggle, i))
            for i in range(len(self._tokens))
        ]

    def _places(self, row: Row, size: float) -> list[tuple[CodePiece, float, float]]:
        """Each piece, where it begins and how wide it is, in logical px."""
        left, seen, places = self.box[0] + GUTTER, set(), []
        for piece in row:
            wide = self.kit.type.width(piece.text, size, "code", "semibold")
            if piece.token >= 0:
                wide += SIGN + PAD if piece.token not in seen else 2 * PAD
                seen.add(piece.token)
            places.append((piece, left, wide))
            left += wide
        return places

    def _width(self, row: Row, size: float) -> float:
        places = self._places(row, size)
        return places[-1][1] + places[-1][2] - self.box[0] - GUTTER if places else 0.0

    # -- a picture -----------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        stage, (x, y, w, _) = self.kit.stage, self.box
        area = stage.rect(x, y, w, self._pitch * len(self._rows) + 2 * EDGE)
        canvas.blit(paint.box(area.size, stage.px(10), p.NIGHT), area)
        now = self._lines_now()
        for index, row in enumerate(self._rows):
            middle = y + EDGE + self._pitch * (index + 0.5)
            if index + 1 in now:
                band = stage.rect(x + 4.0, middle - self._pitch / 2, w - 8.0, self._pitch)
                canvas.blit(paint.box(band.size, stage.px(6), p.mix(p.NIGHT, p.STEAM, 0.16)), band)
            number = self.kit.type.code(str(index + 1), 13, p.CODE_GUTTER)
            self.kit.put(canvas, number, x + 26.0, middle, "midright")
            for piece, left, _ in self._places(row, self._size):
                if piece.token < 0:
                    write_code(self.kit, canvas, piece.text, self._size, (left, middle), COLOURS)
        self._foot(canvas, area.bottom / stage.k + 17.0)

    def _foot(self, canvas: pygame.Surface, middle: float) -> None:
        done, every = len(self.changed), len(self._tokens)
        words = f"{done} of {every} {plural(every, 'piece')} changed"
        if not done:
            words = "Press a raised piece: it turns into another"
        text = self.kit.type.ui(words, 14, p.LILAC, "medium")
        self.kit.put(canvas, text, self.box[0] + 4.0, middle)

    def _lines_now(self) -> set[int]:
        """The rows, from 1, at which tasks of the run are just now."""
        if self._run is None or (self.verdict is None and self.changed):
            return set()
        return {line - self._first + 1 for line in here(self._run, self._now)}

    def draw_over(self, canvas: pygame.Surface, wall: float) -> None:
        note = ErrorNote.of(self.verdict, self._first, len(self._rows))
        if note is not None:
            y = self.box[1] + EDGE + self._pitch * note.row
            end = self.box[0] + GUTTER + self._width(self._rows[note.row], self._size)
            note.draw(self.kit, canvas, (end, y, 0.0, self._pitch), self.box)
