"""The note: a slip taped into the book that says more about the card with the focus."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import count
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.shadow import over
from kitchen.game.signs.kindsign import KIND_WORDS
from kitchen.game.signs.targets import plain_goal
from kitchen.game.title.layout import NOTE
from kitchen.game.title.spread import CardOffer, LessonOffer, Offer
from kitchen.game.title.summary import means
from kitchen.lessons.judging.stars import GOALS
from kitchen.sim.view.score import Star

INSET = 16.0
TITLE_Y, ABOUT_Y, LEADING, ABOUT_LINES = 28.0, 44.0, 18.0, 3
RULE_Y, ROWS_Y, ROW, ROWS = 101.5, 117.0, 19.5, 3
ABOUT_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
GAP = 10.0
RACE: Box = (NOTE[0] + NOTE[2] - 110.0, NOTE[1] + 12.0, 98.0, 32.0)
"""Where the button is that lets kitchens of the shift race."""
SLIP: Colour = (0xFF, 0xFD, 0xF4)
SLIP_LOW: Colour = (0xFB, 0xF3, 0xE0)
RULE: Colour = (0xE9, 0xDD, 0xC8)
TAPE: Colour = (0x8F, 0xD6, 0xC2)
TAPE_SHAPE = ((0.0, 0.2), (0.99, 0.0), (1.0, 0.78), (0.01, 1.0))


class RaceButton(Button):
    """Lets kitchens of the shift race that the note tells of; it is not there for a lesson, or
    what is locked."""

    def __init__(self, kit: Kit, race: Callable[[], object]) -> None:
        super().__init__(kit.on(ON_PAPER), RACE, "Race", race, icon="race", icon_size=18.0, size=15)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        if self.enabled:
            super().draw(canvas, touch)


class ShiftNote:
    """Draws what it is told; the last slip is kept."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._slips: dict[str, pygame.Surface] = {}

    def draw(self, canvas: pygame.Surface, offer: CardOffer) -> None:
        if offer.name not in self._slips:
            self._slips = {offer.name: self._slip(offer)}
        slip = self._slips[offer.name]
        x, y, w, h = NOTE
        middle = (self._kit.stage.px(x + w / 2), self._kit.stage.px(y + h / 2))
        canvas.blit(slip, slip.get_rect(center=middle), None, pygame.BLEND_PREMULTIPLIED)

    def _slip(self, offer: CardOffer) -> pygame.Surface:
        stage = self._kit.stage
        size, blur = stage.rect(0, 0, *NOTE[2:]).size, stage.px(5)
        slip = paint.box(size, stage.px(4), SLIP, None, 1, SLIP_LOW).copy()
        self._write(slip, offer)
        room = over(paint.shadow(size, stage.px(4), blur, 0.24), slip)
        tape = paint.polygon(stage.rect(0, 0, 78, 21).size, TAPE_SHAPE, (*TAPE, 205))
        place = tape.get_rect(center=(room.get_width() // 2, 2 * blur + stage.px(1)))
        room.blit(tape.premul_alpha(), place, None, pygame.BLEND_PREMULTIPLIED)
        return room

    def _write(self, slip: pygame.Surface, offer: CardOffer) -> None:
        kit, width = self._kit, NOTE[2] - 2 * INSET
        lesson = isinstance(offer, LessonOffer)
        beside = width if lesson or offer.state == "locked" else width - RACE[2] - GAP
        title = kit.type.elide(offer.title, 20, beside, face="display")
        kit.put(slip, kit.type.display(title, 20, palette.INK), INSET, TITLE_Y)
        room = (INSET, ABOUT_Y, width, LEADING * ABOUT_LINES)
        about = _about(offer) if isinstance(offer, LessonOffer) else offer.shift.about
        size = next((s for s in ABOUT_SIZES if self._fits(about, s, width)), ABOUT_SIZES[-1])
        kit.paragraph(slip, about, size, palette.PAPER_MUTED, room, LEADING, "medium")
        line = kit.stage.rect(INSET, RULE_Y, width, 1)
        line.h = kit.stage.line(1)
        slip.fill(RULE, line)
        if isinstance(offer, LessonOffer):
            self._course(slip, offer)
            return
        used = self._locked(slip, offer) if offer.state == "locked" else self._targets(slip, offer)
        self._means(slip, offer, used)

    def _fits(self, about: str, size: float, width: float) -> bool:
        return len(self._kit.lines(about, size, width, "medium")) <= ABOUT_LINES

    def _course(self, slip: pygame.Surface, offer: LessonOffer) -> None:
        """How long a lesson takes, what one does in it, and what its stars are for."""
        kit, fields = self._kit, offer.lesson.fields
        kinds = list(dict.fromkeys(KIND_WORDS[kind] for kind, _ in offer.kinds))
        steps = count(len(offer.kinds), "step")
        goals = ", ".join(GOALS)
        star = "star" if offer.stars == offer.most else "star_paper"
        rows = (
            ("clock", (f"About {count(fields.minutes, 'minute')}, {steps}",)),
            ("script", (", ".join(kinds), f"{len(kinds)} kinds of steps")),
            (star, (goals, f"{offer.stars} of {offer.most} stars")),
        )
        for row, (sign, told) in enumerate(rows):
            kit.put(slip, kit.art.get(sign, 17), INSET, ROWS_Y + row * ROW)
            self._row(slip, row, told, 23.0, (14, 13, 12))

    def _means(self, slip: pygame.Surface, offer: Offer, used: list[float]) -> None:
        """What the kitchen has, at the right edge, beside words that leave room for it."""
        kit, right = self._kit, NOTE[2] - INSET
        lines = [*(["Stars with help"] if offer.helped else []), *means(offer.shift)]
        for row, wide in enumerate([*used, *[0.0] * ROWS][:ROWS]):
            if lines and INSET + wide + GAP + kit.type.width(lines[0], 13) <= right:
                ink = kit.type.ui(lines.pop(0), 13, palette.STEAM_PAPER)
                kit.put(slip, ink, right, ROWS_Y + row * ROW, "midright")

    def _locked(self, slip: pygame.Surface, offer: Offer) -> list[float]:
        """What opens it. How wide each row is, in logical px."""
        kit = self._kit
        kit.put(slip, kit.art.get("lock", 24), INSET, ROWS_Y + ROW / 2)
        return [
            self._row(slip, row, told, 34.0, (14, 13))
            for row, told in enumerate((("Opens with",), offer.opens))
        ]

    def _targets(self, slip: pygame.Surface, offer: Offer) -> list[float]:
        """What each star is for. Which of them were earned is not known: only how many."""
        kit = self._kit
        picture = kit.art.get("star" if offer.stars == offer.most else "star_paper", 17)
        used = []
        for row, (measure, bound) in enumerate(offer.shift.targets.items()):
            kit.put(slip, picture, INSET, ROWS_Y + row * ROW)
            told = plain_goal(Star(measure, bound, 0.0))
            used.append(self._row(slip, row, (told,), 23.0, (13, 12)))
        return used

    def _row(
        self, slip: pygame.Surface, row: int, told: tuple[str, ...], left: float,
        sizes: tuple[float, ...],
    ) -> float:  # fmt: skip
        """Words in one row; up to where they go, in logical px."""
        kit = self._kit
        text, size = kit.type.told_at(sizes, told, NOTE[2] - 2 * INSET - left)
        kit.put(slip, kit.type.ui(text, size, palette.INK), INSET + left, ROWS_Y + row * ROW + 0.5)
        return left + kit.type.width(text, size)


def _about(offer: LessonOffer) -> str:
    """What a lesson begins with; of one that was passed, what it was about."""
    fields = offer.lesson.fields
    about = fields.says or offer.lesson.steps[0].says
    if offer.marks.passed:
        about = f"{fields.debrief.name}. {fields.debrief.says}"
    return about.replace("`", "")
