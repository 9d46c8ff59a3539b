"""Hands that play lessons: any of them to its stars through real events, by keys, by mouse or by
gamepad. What it knows is the answer of ``solution.py``; how each kind of step is done stands in
`PLAYERS`, a function for each."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable
from typing import Protocol

import pygame
import pytest

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw.box import Pos
from kitchen.game.input.bindings import BUTTONS, KEYS, PAD_BUTTONS
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.building.arrange import ArrangePanel
from kitchen.game.lesson.building.change import ChangePanel
from kitchen.game.lesson.parts.layout import ACTION
from kitchen.game.lesson.quiz.asking import WhyPanel
from kitchen.game.lesson.quiz.predicting import PredictPanel
from kitchen.game.lesson.quiz.walking import WalkPanel
from kitchen.game.lesson.screen import LessonScreen
from kitchen.game.lesson.writing.write import WritePanel
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.lessons.judging.judge import solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import kind_of
from kitchen.loop.frames import Frame

MOST_PRESSES = 200
"""After which a control that was not come to cannot be reached."""


class Hand(Protocol):
    """One of the ways to play."""

    def press(self, control: Control) -> None:
        """Press a control that is on the page."""

    def carry(self, panel: ArrangePanel, piece: int, row: int, depth: int) -> None:
        """Put a line of an arrange step there."""


class LessonGame:
    """A lesson on a screen of its own; nothing is drawn unless somebody asks for it."""

    def __init__(self, window: Window, lesson: Lesson, here: int = 0) -> None:
        self.game = Game(window)
        self.screen = LessonScreen(self.game, lesson, None, here)
        self.screen.pacing()
        self.screen.rebuild()
        self.time = self.wall = 0.0

    def draw(self, seconds: float = 0.0) -> None:
        """A frame, so many seconds of the loop's time after the one before."""
        self.time, self.wall = self.time + seconds, self.wall + 0.05
        self.screen.wall = self.wall
        self.screen.paint(Frame(1, self.wall, self.time))

    def take(self, kind: int, **fields: object) -> None:
        self.screen.take(pygame.event.Event(kind, fields))

    @property
    def page_controls(self) -> list[Control]:
        assert self.screen.page is not None
        return self.screen.page.controls

    @property
    def action(self) -> Control:
        """The main button below the panel."""
        return next(c for c in self.page_controls if isinstance(c, Button) and c.box == ACTION)


class _Focused:
    """Keys and gamepads: the focus goes from control to control."""

    def __init__(self, game: LessonGame) -> None:
        self.game = game

    def send(self, intent: Intent) -> None:
        raise NotImplementedError

    def press(self, control: Control) -> None:
        page = self.game.screen.page
        assert page is not None and control in page.controls and control.enabled
        for _ in range(MOST_PRESSES):
            if page.focused is control and page.ring:
                break
            behind = page.controls.index(control) < page.focus
            self.send(Intent.PREVIOUS if behind else Intent.NEXT)
        assert page.focused is control, "the focus never came there"
        self.send(Intent.CONFIRM)

    def carry(self, panel: ArrangePanel, piece: int, row: int, depth: int) -> None:
        self.press(panel.card(piece))
        for _ in range(MOST_PRESSES):
            at = panel.model.row_of(piece)
            if at is not None and at != row:
                self.send(Intent.UP if at > row else Intent.DOWN)
            elif at is not None and panel.model.depth_of(piece) != depth:
                here = panel.model.depth_of(piece)
                self.send(Intent.LEFT if here > depth else Intent.RIGHT)
            else:
                break
        self.send(Intent.CONFIRM)


class Keys(_Focused):
    def send(self, intent: Intent) -> None:
        shift, _, name = KEYS[intent][0].rpartition("+")
        mod = pygame.KMOD_SHIFT if shift else 0
        key = pygame.key.key_code(name)
        self.game.take(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)


class Pad(_Focused):
    def send(self, intent: Intent) -> None:
        numbers = {name: number for number, name in PAD_BUTTONS.items()}
        button = numbers[BUTTONS[intent][0]]
        self.game.take(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)


class Mouse:
    def __init__(self, game: LessonGame) -> None:
        self.game = game

    def _at(self, kind: int, pos: Pos) -> None:
        stage = self.game.screen.kit.stage
        spot = (round(pos[0] * stage.k) + stage.origin[0], round(pos[1] * stage.k)
                + stage.origin[1])  # fmt: skip
        if kind == pygame.MOUSEMOTION:
            self.game.take(kind, pos=spot, rel=(0, 0), buttons=(1, 0, 0))
        else:
            self.game.take(kind, pos=spot, button=1)

    def press(self, control: Control) -> None:
        assert control in self.game.page_controls and control.enabled
        x, y, w, h = control.box
        middle = x + w / 2, y + h / 2
        self._at(pygame.MOUSEMOTION, middle)
        self._at(pygame.MOUSEBUTTONDOWN, middle)
        self._at(pygame.MOUSEBUTTONUP, middle)

    def carry(self, panel: ArrangePanel, piece: int, row: int, depth: int) -> None:
        x, y, _, h = panel.card(piece).box
        grip = 10.0, h / 2
        self._at(pygame.MOUSEBUTTONDOWN, (x + grip[0], y + grip[1]))
        self._at(pygame.MOUSEMOTION, (x + grip[0] + 30.0, y + grip[1]))
        corner = panel.place_of(row, depth)
        to = corner[0] + grip[0], corner[1] + grip[1]
        self._at(pygame.MOUSEMOTION, to)
        self._at(pygame.MOUSEBUTTONUP, to)


HANDS: dict[str, Callable[[LessonGame], Hand]] = {"keys": Keys, "mouse": Mouse, "pad": Pad}


# -- a step of each kind ---------------------------------------------------------------------------


def arrange(game: LessonGame, hand: Hand) -> None:
    panel = game.screen.panel
    assert isinstance(panel, ArrangePanel)
    lines = [line for line in solution(panel.lesson, panel.step).splitlines() if line.strip()]
    for row, line in enumerate(lines):
        if row >= panel.model.given:
            left = [i for i in panel.model.left if panel.model.pieces[i] == line.strip()]
            hand.carry(panel, left[0], row, (len(line) - len(line.lstrip())) // 4)
    hand.press(game.action)


def change(game: LessonGame, hand: Hand) -> None:
    panel = game.screen.panel
    assert isinstance(panel, ChangePanel)
    for token in solution(panel.lesson, panel.step):
        hand.press(panel.controls[token])
    hand.press(game.action)


def predict(game: LessonGame, hand: Hand) -> None:
    panel = game.screen.panel
    assert isinstance(panel, PredictPanel)
    for words in solution(panel.lesson, panel.step):
        left = [number for number in panel.hand.left if panel.hand.deck[number] == words]
        hand.press(panel.cards[left[0]])
    hand.press(game.action)
    if game.screen.secret:
        hand.press(game.action)  # it tells when its run has come to the end


def walk(game: LessonGame, hand: Hand) -> None:
    panel = game.screen.panel
    assert isinstance(panel, WalkPanel)
    for _ in panel.halts:
        hand.press(game.action)
        assert isinstance(game.screen.panel, WalkPanel)


def why(game: LessonGame, hand: Hand) -> None:
    panel = game.screen.panel
    assert isinstance(panel, WhyPanel)
    hand.press(panel.answers[solution(panel.lesson, panel.step)])


def write(game: LessonGame, hand: Hand) -> None:
    """The player's editor is a program that writes the solution and saves it."""
    panel = game.screen.panel
    assert isinstance(panel, WritePanel)
    text = solution(panel.lesson, panel.step)
    code = f"import sys, pathlib; pathlib.Path(sys.argv[1]).write_text({text!r})"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISUAL", shlex.join([sys.executable, "-c", code]))
        hand.press(game.action)
    end = time.monotonic() + 60.0
    while game.screen.verdict is None:
        assert time.monotonic() < end, "nothing comes of it"
        game.draw()
        time.sleep(0.01)  # of other processes: nothing tells when they are over


PLAYERS: dict[str, Callable[[LessonGame, Hand], None]] = {
    "arrange": arrange, "change": change, "predict": predict, "step": walk, "why": why,
    "write": write,
}  # fmt: skip


def play_step(game: LessonGame, hand: Hand) -> None:
    """Play the step that shows, as its solution has it."""
    PLAYERS[kind_of(game.screen.step)](game, hand)
