"""The arrange panel: lines of real code as cards, put in order and indented; some do not belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.building.arrangebed import ArrangeBed
from kitchen.game.lesson.building.arrangement import Arrangement
from kitchen.game.lesson.building.arrangeplan import (
    GUTTER,
    ArrangePlan,
    narrow_first,
    plan_rows,
    tray_rows,
)
from kitchen.game.lesson.building.errornote import ErrorNote
from kitchen.game.lesson.building.linecard import GRIP, PAD, LineCard
from kitchen.game.lesson.building.whereabouts import here, waited
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.lesson.parts.woodtray import draw_tray
from kitchen.lessons.judging.judge import Verdict, lines_shown, pieces, solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, ArrangeStep

SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
GLIDE_SECONDS = 0.14
MOVED = 5.0
"""Logical px that the pointer has to move before a card is dragged."""


@dataclass
class CardDrag:
    """A card that the pointer has. ``grip`` is the pointer's place on the card."""

    piece: int
    grip: Pos
    start: Pos
    pos: Pos
    hole: tuple[int, int] | None
    """Where it stood: before which of the other lines, and how far in."""
    moved: bool = False

    @property
    def corner(self) -> Pos:
        return self.pos[0] - self.grip[0], self.pos[1] - self.grip[1]


class ArrangePanel(StepPanel):
    """By mouse: drag. By keys and pad: press a card, then move it with the arrows."""

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, ArrangeStep)
        texts = pieces(lesson, step)
        depths = [(len(line) - len(line.lstrip())) // 4
                  for line in str(solution(lesson, step)).splitlines() if line.strip()]  # fmt: skip
        self.model = Arrangement(texts, step.given, depths)
        self._first = lines_shown(lesson, step)[0]
        room = box[2] - GUTTER - GRIP - PAD - 8.0 - 34.0
        size = kit.type.one_size(SIZES, texts, room, "code", "semibold")
        self._cards = [
            LineCard(kit, i, text, size, self._take, self.model.fixed(i))
            for i, text in enumerate(texts)
        ]
        self._glides: Glides[int] = Glides(GLIDE_SECONDS)
        self._held: tuple[int, str] | None = None
        """A card that keys move, and the answer before that."""
        self._drag: CardDrag | None = None
        self._bed = ArrangeBed(kit)
        self._run: Run | None = None
        self._now = 0.0
        self._wall = 0.0
        self._lay()

    # -- the answer ----------------------------------------------------------------------------

    def answer(self) -> Any:
        return self.model.text

    @property
    def ready(self) -> bool:
        return len(self.model.lines) > self.model.given

    def put(self, answer: Any) -> None:
        self._held = self._drag = None
        self.model.put(answer)
        self._lay()

    def told(self, verdict: Verdict | None) -> None:
        super().told(verdict)
        self._run = verdict.run if verdict is not None else None
        error = self._error
        for card in self._cards:
            card.wrong = error is not None and self.model.row_of(card.piece) == error.row

    def follow(self, run: Run, now: float) -> None:
        self._run, self._now = run, now

    @property
    def _error(self) -> ErrorNote | None:
        return ErrorNote.of(self.verdict, self._first, len(self.model.lines))

    def _changed(self) -> None:
        self._lay()
        self.wishes.changed()

    # -- where all of it is --------------------------------------------------------------------

    def _plan(self) -> ArrangePlan:
        drag = self._drag if self._drag is not None and self._drag.moved else None
        gone = drag.piece if drag is not None else None
        lines = [line for line in self.model.lines if line.piece != gone]
        widths = [self._cards[i].width for i in self._left_over if i != gone]
        high = tray_rows(widths, self.box)
        if drag is None:
            return ArrangePlan(self.box, plan_rows(lines, None, None), high)
        still = ArrangePlan(self.box, plan_rows(lines, drag.hole, None), high)
        slot = still.drop(drag.corner)
        if slot is not None:
            slot = max(self.model.given, slot[0]), slot[1]
        return ArrangePlan(self.box, plan_rows(lines, drag.hole, slot), high)

    @property
    def _left_over(self) -> list[int]:
        return narrow_first({i: self._cards[i].width for i in self.model.left}, self.box)

    def _lay(self) -> None:
        """Give all cards their boxes."""
        plan = self._at = self._plan()
        for index, row in enumerate(plan.rows):
            if row.kind == "line":
                card = self._cards[row.piece]
                left = plan.left(row.depth)
                width = min(card.width, self.box[0] + self.box[2] - left - 8.0)
                card.box = (left, plan.row(index), width, plan.card)
        drag = self._drag
        left_over = [i for i in self._left_over
                     if drag is None or not drag.moved or i != drag.piece]  # fmt: skip
        widths = [self._cards[i].width for i in left_over]
        for piece, box in zip(left_over, plan.in_tray(widths), strict=True):
            self._cards[piece].box = box
        for card in self._cards:
            card.held = self._held is not None and self._held[0] == card.piece
            card.dragged = drag is not None and drag.moved and drag.piece == card.piece

    @property
    def controls(self) -> Sequence[Control]:
        order = [line.piece for line in self.model.lines if not self.model.fixed(line.piece)]
        return [self._cards[i] for i in (*order, *self._left_over)]

    def card(self, piece: int) -> LineCard:
        return self._cards[piece]

    def place_of(self, row: int, depth: int) -> Pos:
        """Where the upper left corner of a card belongs that stands at that line, so far in."""
        return self._at.left(depth), self._at.row(row)

    # -- by keys -------------------------------------------------------------------------------

    def _take(self, piece: int) -> None:
        """Take a card up, or put it down; from the tray it goes to the end of the program."""
        if self._held is not None:
            self._held = None
            self._lay()
            return
        self._held = piece, self.model.text
        if self.model.row_of(piece) is None:
            end = len(self.model.lines)
            self.model.move(piece, end, self.model.usual_depth(end))
        self._changed()
        self.wishes.focus(self._cards[piece])

    def want(self, intent: Intent) -> bool:
        if self._held is None:
            return False
        piece, before = self._held
        steps = {Intent.LEFT: -1, Intent.PREVIOUS: -1, Intent.RIGHT: 1, Intent.NEXT: 1}
        if intent in steps:
            row = self.model.row_of(piece)
            if row is not None:
                self.model.move(piece, row, self.model.depth_of(piece) + steps[intent])
        elif intent in (Intent.UP, Intent.DOWN):
            self._move(piece, -1 if intent is Intent.UP else 1)
        elif intent is Intent.BACK:
            self._held = None
            self.model.put(before)
        elif intent is Intent.CONFIRM:
            self._held = None
        else:
            return False
        self._changed()
        self.wishes.focus(self._cards[piece])
        return True

    def _move(self, piece: int, way: int) -> None:
        """A line up or down; below the last one it is left over, and from there back in."""
        row, end = self.model.row_of(piece), len(self.model.lines)
        if row is None:
            if way < 0:
                self.model.move(piece, end, self.model.usual_depth(end))
        elif row + way >= end:
            self.model.take_out(piece)
        else:
            self.model.move(piece, row + way, self.model.depth_of(piece))

    # -- by the pointer ------------------------------------------------------------------------

    def point(self, event: pygame.event.Event, pos: Pos) -> bool:
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._grab(pos)
        if self._drag is None:
            return False
        if event.type == pygame.MOUSEMOTION:
            self._drag_to(pos)
            return True
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            self._drop(pos)
            return True
        return False

    def _grab(self, pos: Pos) -> bool:
        self._held = None
        for card in self._cards:
            if inside(card.box, pos) and not card.given:
                grip = pos[0] - card.box[0], pos[1] - card.box[1]
                row = self.model.row_of(card.piece)
                hole = (row, self.model.depth_of(card.piece)) if row is not None else None
                self._drag = CardDrag(card.piece, grip, pos, pos, hole)
                self._lay()
                return True
        return False

    def _drag_to(self, pos: Pos) -> None:
        drag = self._drag
        assert drag is not None
        drag.pos = pos
        way = abs(pos[0] - drag.start[0]) + abs(pos[1] - drag.start[1])
        drag.moved = drag.moved or way > MOVED
        self._lay()

    def _drop(self, pos: Pos) -> None:
        drag = self._drag
        assert drag is not None
        drag.pos = pos
        slot = next(
            ((sum(r.kind == "line" for r in self._at.rows[:i]), row.depth)
             for i, row in enumerate(self._at.rows) if row.kind == "slot"), None,
        )  # fmt: skip
        self._drag = None
        if drag.moved:
            self._glides.at(drag.piece, drag.corner, self._wall - 1.0)
            if slot is None:
                self.model.take_out(drag.piece)
            else:
                self.model.move(drag.piece, *slot)
        elif self.model.row_of(drag.piece) is None:  # a click: to the end
            end = len(self.model.lines)
            self.model.move(drag.piece, end, self.model.usual_depth(end))
        self._changed()

    # -- a picture -----------------------------------------------------------------------------

    def at_rest(self) -> bool:
        return self._drag is None and all(card.at == card.box[:2] for card in self._cards)

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._wall = wall
        for card in self._cards:
            goal = card.box[0], card.box[1]
            card.at = goal if self.wishes.calm() else self._glides.at(card.piece, goal, wall)
        self._bed.draw(canvas, self._at, self._lines_now(), self._cost())
        self._draw_tray(canvas)
        for card in self._cards:
            if card.given:
                card.draw(canvas, Touch(wall))

    def draw_over(self, canvas: pygame.Surface, wall: float) -> None:
        self._draw_error(canvas)
        if self._drag is not None and self._drag.moved:
            card = self._cards[self._drag.piece]
            card.box = (*card.box[:2], card.width, self._at.card)
            card.draw_dragged(canvas, self._drag.corner, self.wishes.calm())

    @property
    def _moving(self) -> bool:
        return self._drag is not None and self._drag.moved

    def _lines_now(self) -> set[int]:
        """The lines, from 1, at which tasks of the run are just now."""
        if self._run is None or self.verdict is None or self._moving:
            return set()
        return {line - self._first + 1 for line in here(self._run, self._now)}

    def _cost(self) -> str:
        """Of the card that is dragged, where it stood."""
        drag = self._drag
        if drag is None or drag.hole is None or self._judged is None:
            return ""
        seconds = waited(self._judged, self._first + drag.hole[0])
        return f"waited here {fmt.clock(seconds)}" if seconds >= 1.0 else ""

    @property
    def _judged(self) -> Run | None:
        """The run of the lines as they stand."""
        return self.verdict.run if self.verdict is not None else None

    def _draw_tray(self, canvas: pygame.Surface) -> None:
        x, y, w, h = draw_tray(self.kit, canvas, self._at.tray, "Left over", 29.0)
        if not self.model.left:
            words = self.kit.type.ui("Every line stands in the program", 14, p.INK, "medium")
            self.kit.put(canvas, words, x + w / 2, y + h / 2, "center")

    def _draw_error(self, canvas: pygame.Surface) -> None:
        """What is wrong, on the line where it is."""
        note = self._error
        if note is not None and not self._moving:
            line = self._cards[self.model.lines[note.row].piece].box
            note.draw(self.kit, canvas, line, self.box)
