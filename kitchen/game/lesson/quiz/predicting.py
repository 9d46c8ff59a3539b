"""Predict: the program, and cards that are put in order before the run turns them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.lesson.parts.dashes import dashed
from kitchen.game.lesson.parts.layout import READING_BED
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.lesson.parts.programbox import ProgramBox
from kitchen.game.lesson.parts.woodtray import draw_tray
from kitchen.game.lesson.quiz.answercard import AnswerCard, CardFace
from kitchen.game.lesson.quiz.cardhand import CardHand
from kitchen.lessons.judging.cardturns import CardTurn, dealt, told_at, turns
from kitchen.lessons.judging.judge import deck, lines_shown
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, PredictStep

PITCH, READING_PITCH, LEAST_PITCH, GAP = 29.0, 36.0, 22.0, 3.0
"""From card to card: at most beside a program, at most without one, at least."""
LEAST_SOURCE = 96.0
LABEL, PAD = 24.0, 6.0
"""Above the cards in order, and as the head of the tray; around the cards."""
DRAG = 4.0
"""Logical px that a card is moved before that is no click any more."""
SLIDE = 0.18

WORDS = {
    "prints": ("It prints, in this order", "Not placed. Enter or a click places one."),
    "plates": ("Served, in this order", "Not placed. Enter or a click places one."),
}


class PredictPanel(StepPanel):
    """A card that is pressed is put in order, after the others; one that lies there is lifted, and
    moved with the arrows. The mouse drags."""

    ASKS_FIRST = READS = WHOLE_FILE = True

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        super().__init__(kit, box, lesson, step, wishes)
        assert isinstance(step, PredictStep)
        self._asks = step
        self.hand = CardHand(deck(lesson, step))
        x, y, w, h = box
        rows = self.hand.rows
        least, most = (LEAST_SOURCE, PITCH) if wishes.ran else (0.0, READING_PITCH)
        room = h - least - 2 * LABEL - 4 * PAD
        self._pitch = max(LEAST_PITCH, min(most, room / rows))
        self._source_h = h - rows * self._pitch - 2 * LABEL - 4 * PAD if wishes.ran else 0.0
        text = lesson.text(step.program).splitlines()
        source = (x, y, w, self._source_h) if wishes.ran else READING_BED
        self._program = ProgramBox(kit, source, text, lines_shown(lesson, step))
        self.cards = [self._card(number) for number in range(len(self.hand.deck))]
        self._glides: Glides[int] = Glides(SLIDE)
        self._lifted: int | None = None
        self._held: tuple[int, Pos, Pos] | None = None
        """The card that the mouse has, where that went down, and where in the card."""
        self._dragged: Pos | None = None
        self._turns: list[CardTurn] | None = None
        self._wall = 0.0
        self._now, self._grain = 0.0, 1.0
        self._lay()

    def _card(self, number: int) -> AnswerCard:
        x, _, w, _ = self.box
        return AnswerCard(
            self.kit, (x + 32.0, 0.0, w - 42.0, self._pitch - GAP), self.hand.deck[number],
            self._asks.cards == "prints", partial(self._pressed, number),
            partial(self._clicked, number),
        )  # fmt: skip

    # -- the answer ------------------------------------------------------------------------------

    def answer(self) -> Any:
        return self.hand.answer

    @property
    def ready(self) -> bool:
        return bool(self.hand.placed)

    def put(self, answer: Any) -> None:
        self.hand.put(answer)
        self._drop()
        self._lay()

    # -- what is done with cards -----------------------------------------------------------------

    def _pressed(self, number: int) -> None:
        """By key or gamepad."""
        if number in self.hand.placed:
            self._lifted = number
            return
        at = self.hand.left.index(number)
        self._move(number, len(self.hand.placed))
        if left := self.hand.left:
            self.wishes.focus(self.cards[left[min(at, len(left) - 1)]])

    def _clicked(self, number: int) -> None:
        if number in self.hand.placed:
            self.hand.take_back(number)
            self._changed()
        else:
            self._move(number, len(self.hand.placed))

    def _move(self, number: int, index: int) -> None:
        self.hand.place(number, index)
        self._changed()

    def _changed(self) -> None:
        self._lay()
        self.wishes.changed()

    def _drop(self) -> None:
        self._lifted = self._held = self._dragged = None

    def want(self, intent: Intent) -> bool:
        if intent in (Intent.NEXT_PAGE, Intent.PREVIOUS_PAGE):
            self._program.scroll(6 if intent is Intent.NEXT_PAGE else -6)
            return True
        if self._lifted is None:
            return False
        if intent in STEPS:
            if STEPS[intent][1] and self.hand.shift(self._lifted, STEPS[intent][1]):
                self._changed()
        elif intent not in (Intent.CONFIRM, Intent.BACK):
            self._drop()
            return False
        else:
            self._drop()
        return True

    def point(self, event: pygame.event.Event, pos: Pos) -> bool:
        if event.type == pygame.MOUSEMOTION:
            return self._drag(pos)
        if event.button != 1:
            return False
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._take(pos)
            return False
        dragged, self._held, self._dragged = self._dragged, None, None
        return dragged is not None

    def wheel(self, pos: Pos, rows: float) -> bool:
        return self._program.wheel(pos, rows)

    def _take(self, pos: Pos) -> None:
        self._drop()
        for number, card in enumerate(self.cards):
            x, y, w, h = card.box
            if x <= pos[0] < x + w and y <= pos[1] < y + h:
                self._held = number, pos, (pos[0] - x, pos[1] - y)

    def _drag(self, pos: Pos) -> bool:
        if self._held is None:
            return False
        number, start, grip = self._held
        if self._dragged is None and abs(pos[0] - start[0]) + abs(pos[1] - start[1]) < DRAG:
            return False
        self._dragged = pos[0] - grip[0], pos[1] - grip[1]
        row = round((self._dragged[1] - self._rows_y(0)) / self._pitch)
        placed = len(self.hand.placed) - (number in self.hand.placed)
        was = self.hand.row_of(number)
        if row <= placed:
            self.hand.place(number, row)
        else:
            self.hand.take_back(number)
        if self.hand.row_of(number) != was:
            self._changed()
        return True

    # -- where everything is ---------------------------------------------------------------------

    def _rows_y(self, row: int) -> float:
        """The top of a row; those of cards that are not in order begin in the tray."""
        below = LABEL + 2 * PAD if row > len(self.hand.placed) else 0.0
        return self.box[1] + self._source_h + LABEL + PAD + row * self._pitch + below

    def _lay(self) -> None:
        """Each card in its row; the program gets the room of the tray once that is empty."""
        rows, free = len(self.hand.deck), LABEL + 2 * PAD
        if self.hand.left:
            rows, free = rows + 1, 2 * LABEL + 4 * PAD
        if self.wishes.ran:
            self._source_h = self.box[3] - rows * self._pitch - free
            self._program.fit(self._source_h)
        for number, card in enumerate(self.cards):
            x, _, w, h = card.box
            card.box = x, self._rows_y(self.hand.row_of(number)), w, h

    @property
    def controls(self) -> Sequence[Control]:
        """From the top down."""
        return sorted(self.cards, key=lambda card: card.box[1])

    # -- the run -----------------------------------------------------------------------------------

    def told_at(self, run: Run) -> float:
        return told_at(self.hand.answer or (), dealt(run, self._asks), run.makespan)

    def follow(self, run: Run, now: float) -> None:
        self._now = now
        if self.verdict is None:
            self._turns = None
        elif self._turns is None:
            hand = self.hand
            placed = [hand.deck[card] for card in hand.placed]
            left = [hand.deck[card] for card in hand.left]
            self._grain = fmt.grain_of(run.makespan)
            self._turns = turns(placed, left, dealt(run, self._asks), run.makespan)

    def _face(self, turn: CardTurn, placed: bool) -> CardFace:
        if not turn.place:
            return CardFace(turn.right, "never" if placed else "never, as you said")
        when = fmt.clock(turn.at, self._grain)
        return CardFace(turn.right, when if turn.right else f"{when}, place {turn.place}")

    def _turn(self, wall: float) -> None:
        """Turn what the run has come to."""
        order = [*self.hand.placed, *self.hand.left]
        known = self._turns if self.verdict is not None else None
        for index, number in enumerate(order):
            turn = known[index] if known is not None else None
            over = turn is not None and self._now >= turn.at - 1e-9
            face = self._face(turn, index < len(self.hand.placed)) if turn and over else None
            if self.cards[number].turn(face, wall) and face is not None:
                self.wishes.sound("ok" if face.right else "error")

    # -- a picture ---------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._wall = wall
        self._turn(wall)
        self._program.draw(canvas)
        self._beds(canvas)
        calm = self.wishes.calm()
        for number, card in enumerate(self.cards):
            card.calm = calm
            card.lifted = number == self._lifted or self._is_dragged(number)
            goal = card.box[:2]
            card.at = goal if calm else self._glides.at(number, goal, wall)
            if self._is_dragged(number) and self._dragged is not None:
                card.at = self._dragged

    def _is_dragged(self, number: int) -> bool:
        return self._dragged is not None and self._held is not None and self._held[0] == number

    def _beds(self, canvas: pygame.Surface) -> None:
        """What the cards lie on: a row for each that is in order and one for the next, a tray for
        the others."""
        kit, stage, (x, _, w, _) = self.kit, self.kit.stage, self.box
        upper, lower = WORDS[self._asks.cards]
        top, rows = self._rows_y(0), len(self.hand.placed) + bool(self.hand.left)
        kit.put(canvas, kit.type.ui(upper, 14, p.CREAM, "bold"), x + 4, top - LABEL / 2 - 1)
        bed = stage.rect(x, top - PAD + 2, w, rows * self._pitch + 2 * PAD - 4 - GAP)
        canvas.blit(paint.box(bed.size, stage.px(10), p.NIGHT), bed)
        for row in range(rows):
            number = kit.type.code(str(row + 1), 12, p.LILAC)
            middle = self._rows_y(row) + (self._pitch - GAP) / 2
            kit.put(canvas, number, x + 22, middle, "midright")
        if self.hand.left:
            self._free_row(canvas)
            first = self._rows_y(len(self.hand.placed) + 1)
            high = len(self.hand.left) * self._pitch - GAP + LABEL + 2 * PAD - 2
            draw_tray(kit, canvas, (x, first - LABEL - 3, w, high), lower, LABEL - 2)

    def _free_row(self, canvas: pygame.Surface) -> None:
        """Where the next card goes."""
        x, _, w, h = self.cards[0].box
        area = self.kit.stage.rect(x, self._rows_y(len(self.hand.placed)), w, h)
        edge = p.mix(p.NIGHT, p.MAUVE, 0.8)
        stage = self.kit.stage
        dashed(canvas, area, edge, stage.px(5), stage.line(1))

    def draw_over(self, canvas: pygame.Surface, wall: float) -> None:
        for card in self.cards:
            if card.lifted:
                card.paint(canvas, wall)

    def at_rest(self) -> bool:
        moving = any(card.at != card.box[:2] or card.moves(self._wall) for card in self.cards)
        return not moving
