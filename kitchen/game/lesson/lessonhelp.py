"""Help in a lesson: what this step wants and what its keys do; all its texts so far, once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import Bindings, shown
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.codeprose import CodeProse
from kitchen.game.signs.kindsign import KIND_HINTS, KIND_WORDS
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import id_of
from kitchen.lessons.steps import AnyStep, BreakStep, CookStep, WalkStep, WhyStep, kind_of

TABS = [("step", "This step"), ("again", "Read again")]
WHEEL = 40.0
"""Logical px for one notch of the wheel."""
PAGE = 240.0
KEYS_W = 150.0

TextLook = Literal["head", "text", "keys"]
SIZES: dict[TextLook, float] = {"head": 18.0, "text": 16.0, "keys": 15.0}

WAYS: dict[str, tuple[tuple[str, str], ...]] = {
    "predict": (
        ("confirm", "Place a card; lift a placed one, the arrows move it, once more puts it down"),
        ("", "The mouse drags cards; a click places one, or takes it back"),
    ),
    "arrange": (
        ("confirm", "Lift a line, or put it down; the arrows move it, to the sides too"),
        ("", "The mouse drags lines"),
    ),
    "change": (("confirm", "Change what has the focus, or change it back"),),
    "step": (("confirm", "Next walks to the next stop; the red mark of time can be dragged"),),
    "why": (("1 2 3", "Give that answer"),),
    "write": (("confirm", "Press what has the focus; your editor opens beside this window"),),
    "cook": (("confirm", "Cook opens the kitchen: there, help tells its own keys"),),
    "break": (("confirm", "Cook opens the kitchen: there, help tells its own keys"),),
}

TIME: tuple[tuple[tuple[Intent, ...], str], ...] = (
    ((Intent.PAUSE,), "Stop the clock, and start it"),
    ((Intent.TASK_BACK, Intent.TASK_ON), "One step of a task back, or on"),
    ((Intent.TURN_BACK, Intent.TURN_ON), "One turn of the loop back, or on"),
    ((Intent.TO_START, Intent.TO_PRESENT), "To the start of the run, to its end"),
    ((Intent.PREVIOUS_PAGE, Intent.NEXT_PAGE), "The program up and down"),
    ((Intent.NEXT,), "The next thing that can be pressed"),
    ((Intent.BACK,), "Back to the book; what is done stays done"),
)


class HelpLine(NamedTuple):
    """``keys`` stand at its left."""

    look: TextLook
    text: str
    keys: str = ""


class LessonHelp(CardOverlay):
    """``here`` is the step that shows, ``stops`` how many stops of it were seen, if it is a
    walk. ``more`` opens the help on shapes, words and keys, ``ask`` the questions."""

    box = (150.0, 36.0, 980.0, 648.0)
    title = "Help"

    def __init__(
        self, screen: Screen, course: Course, here: int, stops: int,
        more: Callable[[], object], ask: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self.course, self.here, self._stops = course, here, stops
        self._more, self._ask = more, ask
        self.tab = "step"
        self.top = 0.0
        """How far it is scrolled, in logical px."""

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        tabs = Choice(kit, (x + 122, y + 22, 300, 44), "", self.tab, TABS, self._turn_to, 0.0)
        more = Button(kit, (x + w - 396, y + 22, 260, 42), "Shapes, words, keys",
                      lambda: self._further(self._more), size=17)  # fmt: skip
        ask = Button(kit, (x + w - 548, y + 22, 142, 42), "Questions",
                     lambda: self._further(self._ask), size=17)  # fmt: skip
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        self._picture = self._baked(kit)
        return [tabs, ask, more, close]

    def _turn_to(self, tab: str) -> None:
        self.tab, self.top = tab, 0.0
        self._picture = self._baked(self.kit)

    def _further(self, opens: Callable[[], object]) -> None:
        self.close()
        opens()

    def handle(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEWHEEL:
            self.scroll(-event.y * WHEEL)
            return True
        intent = self.game.bindings.in_menu(event)
        if intent is Intent.HELP:
            self.close()
            return True
        if intent in (Intent.NEXT_PAGE, Intent.PREVIOUS_PAGE):
            self.scroll(PAGE if intent is Intent.NEXT_PAGE else -PAGE)
            return True
        if intent in (Intent.UP, Intent.DOWN):
            self.scroll(STEPS[intent][1] * WHEEL)
            return True
        return super().handle(event)

    def scroll(self, far: float) -> None:
        """So many logical px down."""
        height = self._picture.get_height() / self.kit.stage.k
        self.top = max(0.0, min(self.top + far, height - self._room[3]))

    # -- what it says --------------------------------------------------------------------------

    def lines(self) -> Iterator[HelpLine]:
        """All of the page that is open."""
        yield from self._step() if self.tab == "step" else self._again()

    def _step(self) -> Iterator[HelpLine]:
        step, bindings = self.course.lesson.steps[self.here], self.game.bindings
        kind = kind_of(step)
        yield HelpLine("head", f"{KIND_WORDS[kind]}: {KIND_HINTS[kind]}.")
        yield HelpLine("text", f"{step.title}. {step.says}")
        yield HelpLine("head", "Keys")
        for keys, words in WAYS[kind]:
            own = _keys(bindings, (Intent.CONFIRM,)) if keys == "confirm" else keys
            yield HelpLine("keys", words, own)
        if not isinstance(step, CookStep | BreakStep):
            for intents, words in TIME:
                yield HelpLine("keys", words, _keys(bindings, intents))
        yield HelpLine(
            "text",
            "With a gamepad, the stick moves the focus, A presses, B goes "
            "back, the triggers move the program.",
        )

    def _again(self) -> Iterator[HelpLine]:
        """All that has been said so far, from the start of the lesson."""
        lesson = self.course.lesson
        yield HelpLine("head", lesson.title)
        if lesson.fields.says:
            yield HelpLine("text", lesson.fields.says)
        for index, step in enumerate(lesson.steps):
            if index <= self.here or id_of(step) in self.course.done:
                yield from self._of_step(index, step)

    def _of_step(self, index: int, step: AnyStep) -> Iterator[HelpLine]:
        yield HelpLine("head", f"{index + 1} {KIND_WORDS[kind_of(step)]}: {step.title}")
        yield HelpLine("text", step.says)
        done = id_of(step) in self.course.done
        if isinstance(step, CookStep | BreakStep) and done:
            yield from (HelpLine("text", card.says) for card in step.coach)
        if isinstance(step, WalkStep):
            seen = len(step.stops) if done else self._stops if index == self.here else 0
            yield from (HelpLine("text", stop.says) for stop in step.stops[:seen])
        if isinstance(step, WhyStep):
            yield HelpLine("text", step.question)
        if done and step.done:
            yield HelpLine("text", step.done)

    # -- a picture -----------------------------------------------------------------------------

    @property
    def _room(self) -> tuple[float, float, float, float]:
        x, y, w, h = self.box
        return x + 30, y + 84, w - 60, h - 108

    def _baked(self, kit: Kit) -> pygame.Surface:
        """The whole page, as high as it is."""
        width = self._room[2] - 16.0
        placed: list[tuple[HelpLine, CodeProse, float]] = []
        y = 0.0
        for line in self.lines():
            left = KEYS_W if line.look == "keys" else 0.0
            weight = "bold" if line.look == "head" else "medium"
            prose = CodeProse(kit, line.text, (SIZES[line.look],), width - left, weight=weight)
            y += 14.0 if line.look == "head" and placed else 0.0
            placed.append((line, prose, y))
            y += prose.height + 5.0
        sheet = paint.clear((kit.stage.px(width), kit.stage.px(y) + 2), p.PAPER)
        for line, prose, top in placed:
            left = KEYS_W if line.look == "keys" else 0.0
            prose.draw(sheet, left, top, p.INK, p.STEAM_PAPER)
            if line.keys:
                room = KEYS_W - 14.0
                words, size = kit.type.told((line.keys,), 15, room, "ui", "bold", 0.7)
                keys = kit.type.ui(words, size, p.STEAM_PAPER, "bold")
                kit.put(sheet, keys, 0.0, top + prose.leading / 2)
        return sheet

    def write(self, canvas: pygame.Surface) -> None:
        stage, (x, y, w, h) = self.kit.stage, self._room
        area = stage.rect(*self._room)
        canvas.blit(self._picture, area, (0, stage.px(self.top), area.width, area.height))
        whole = self._picture.get_height() / stage.k
        if whole > h + 1:
            length = max(24.0, h * h / whole)
            bar = stage.rect(x + w - 5, y + (h - length) * self.top / (whole - h), 5, length)
            canvas.blit(paint.pill(bar.size, p.PAPER_D), bar)


def _keys(bindings: Bindings, intents: Sequence[Intent]) -> str:
    """The first key of each."""
    return "  ".join(shown(bindings.keys[i][0]) for i in intents if bindings.keys[i])
