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

from kitchen.game.controls.control import Control
from kitchen.game.input.bindings import BUTTONS, KEYS
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.building.arrange import ArrangePanel
from kitchen.game.lesson.building.change import ChangePanel
from kitchen.game.lesson.quiz.asking import WhyPanel
from kitchen.game.lesson.quiz.predicting import PredictPanel
from kitchen.game.lesson.quiz.walking import WalkPanel
from kitchen.game.lesson.writing.write import WritePanel
from kitchen.lessons.judging.judge import solution
from kitchen.lessons.steps import kind_of
from tools.lessonplayer import LessonPlayer

GRIP = 10.0
"""Logical px from the left edge of a card to where it is taken."""

MOST_PRESSES = 200
"""After which a control that was not come to cannot be reached."""


class Hand(Protocol):
    """One of the ways to play."""

    def press(self, control: Control) -> None:
        """Press a control that is on the page."""

    def carry(self, panel: ArrangePanel, piece: int, row: int, depth: int) -> None:
        """Put a line of an arrange step there."""


class _Focused:
    """Keys and gamepads: the focus goes from control to control."""

    def __init__(self, player: LessonPlayer) -> None:
        self.player = player

    def send(self, intent: Intent) -> None:
        raise NotImplementedError

    def press(self, control: Control) -> None:
        page = self.player.screen.page
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
        self.player.press(KEYS[intent][0])


class Pad(_Focused):
    def send(self, intent: Intent) -> None:
        self.player.pad(BUTTONS[intent][0])


class Mouse:
    def __init__(self, player: LessonPlayer) -> None:
        self.player = player

    def press(self, control: Control) -> None:
        assert control in self.player.page_controls and control.enabled
        self.player.click(control.box)

    def carry(self, panel: ArrangePanel, piece: int, row: int, depth: int) -> None:
        x, y, _, h = panel.card(piece).box
        grip = GRIP, h / 2
        self.player.mouse(pygame.MOUSEBUTTONDOWN, x + grip[0], y + grip[1])
        self.player.mouse(pygame.MOUSEMOTION, x + grip[0] + 30.0, y + grip[1])
        corner = panel.place_of(row, depth)  # the others have made room by now
        self.player.mouse(pygame.MOUSEMOTION, corner[0] + grip[0], corner[1] + grip[1])
        self.player.mouse(pygame.MOUSEBUTTONUP, corner[0] + grip[0], corner[1] + grip[1])


HANDS: dict[str, Callable[[LessonPlayer], Hand]] = {"keys": Keys, "mouse": Mouse, "pad": Pad}


# -- a step of each kind ---------------------------------------------------------------------------


def arrange(player: LessonPlayer, hand: Hand) -> None:
    panel = player.screen.panel
    assert isinstance(panel, ArrangePanel)
    lines = [line for line in solution(panel.lesson, panel.step).splitlines() if line.strip()]
    for row, line in enumerate(lines):
        if row >= panel.model.given:
            left = [i for i in panel.model.left if panel.model.pieces[i] == line.strip()]
            hand.carry(panel, left[0], row, (len(line) - len(line.lstrip())) // 4)
    hand.press(player.action)


def change(player: LessonPlayer, hand: Hand) -> None:
    panel = player.screen.panel
    assert isinstance(panel, ChangePanel)
    for token in solution(panel.lesson, panel.step):
        hand.press(panel.controls[token])
    hand.press(player.action)


def predict(player: LessonPlayer, hand: Hand) -> None:
    panel = player.screen.panel
    assert isinstance(panel, PredictPanel)
    for words in solution(panel.lesson, panel.step):
        left = [number for number in panel.hand.left if panel.hand.deck[number] == words]
        hand.press(panel.cards[left[0]])
    hand.press(player.action)
    if player.screen.sitting.secret:
        hand.press(player.action)  # it tells when its run has come to the end


def walk(player: LessonPlayer, hand: Hand) -> None:
    panel = player.screen.panel
    assert isinstance(panel, WalkPanel)
    for _ in panel.halts:
        hand.press(player.action)
        assert isinstance(player.screen.panel, WalkPanel)


def why(player: LessonPlayer, hand: Hand) -> None:
    panel = player.screen.panel
    assert isinstance(panel, WhyPanel)
    hand.press(panel.answers[solution(panel.lesson, panel.step)])


def write(player: LessonPlayer, hand: Hand) -> None:
    """The player's editor is a program that writes the solution and saves it."""
    panel = player.screen.panel
    assert isinstance(panel, WritePanel)
    text = solution(panel.lesson, panel.step)
    code = f"import sys, pathlib; pathlib.Path(sys.argv[1]).write_text({text!r})"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISUAL", shlex.join([sys.executable, "-c", code]))
        hand.press(player.action)
    end = time.monotonic() + 60.0
    while player.screen.sitting.verdict is None:
        assert time.monotonic() < end, "nothing comes of it"
        player.go()


PLAYERS: dict[str, Callable[[LessonPlayer, Hand], None]] = {
    "arrange": arrange, "change": change, "predict": predict, "step": walk, "why": why,
    "write": write,
}  # fmt: skip


def play_step(player: LessonPlayer, hand: Hand) -> None:
    """Play the step that shows, as its solution has it."""
    PLAYERS[kind_of(player.screen.step)](player, hand)
