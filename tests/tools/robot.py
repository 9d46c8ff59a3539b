"""A robot that plays the whole game: real screens, real events, and a wall clock of its own.

It sits where the player sits: it sees which screen shows and posts events, and nothing else. The
clock on its wall goes on by itself, a frame at a time, so that a shift takes as long as drawing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest

from kitchen.game.app import play
from kitchen.game.controls.button import Button
from kitchen.game.controls.page import Page
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window, WindowClosed
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Wall

PATIENCE = 40_000
"""Frames after which a robot that waits in vain gives up."""

Deed = Callable[[], object]
Script = Iterator[Callable[[], bool] | None]
"""Yields None to let a frame go by, or what it waits for."""


class FakeWall:
    """A clock that is as late as somebody slept."""

    def __init__(self) -> None:
        self.now = 1000.0

    def clock(self) -> float:
        self.now += 2e-6
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += max(0.0, seconds)


class Robot:
    """Plays by a script, which is a generator."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.screen: Screen | None = None
        self._script: Script | None = None
        self._waits: Callable[[], bool] | None = None
        self._frames = 0
        self._patch(monkeypatch)

    def _patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        wall = FakeWall()
        monkeypatch.setattr(Wall.__init__, "__defaults__", (1.0, 1.0, wall.clock, wall.sleep))
        live, events = Screen.live, Window.events

        def lives(screen: Screen, loop: KitchenLoop) -> Screen | None:
            self.screen = screen
            return live(screen, loop)

        def looks(window: Window, now: float) -> Iterator[pygame.event.Event]:
            self._act()
            return events(window, now)

        monkeypatch.setattr(Screen, "live", lives)
        monkeypatch.setattr(Window, "events", looks)

    def play(self, script: Script, options: Options | None = None) -> int:
        """Play from the command to the end of the script, then close the window."""
        self._script, self._waits, self._frames = script, None, 0
        try:
            return play(options or Options())
        except WindowClosed:
            return 0

    def _act(self) -> None:
        self._frames += 1
        assert self._frames < PATIENCE, f"waited in vain on {self.screen}, {self.overlay}"
        if self._script is None:
            pygame.event.post(pygame.event.Event(pygame.QUIT))  # a shift asks first
        if self._script is None or (self._waits is not None and not self._waits()):
            return
        try:
            self._waits = next(self._script)
        except StopIteration:
            self._script = None
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    # -- what it sees --------------------------------------------------------------------------

    @property
    def overlay(self) -> object:
        """The topmost overlay."""
        assert self.screen is not None
        open_ones = [overlay for overlay in self.screen.overlays if not overlay.closed]
        return open_ones[-1] if open_ones else None

    def on(self, kind: type[Any]) -> Callable[[], bool]:
        """Whether this kind of screen or overlay is what shows."""
        return lambda: isinstance(self.overlay or self.screen, kind)

    def page(self) -> Page:
        """The controls that can be reached now."""
        top: Any = self.overlay or self.screen
        assert isinstance(top.page, Page)
        return top.page

    def box(self, words: str) -> tuple[float, float]:
        """The middle of the button with these words, in logical px."""
        buttons = [c for c in self.page().controls if isinstance(c, Button)]
        for control in buttons:
            if control.words == words:
                x, y, w, h = control.box
                return x + w / 2, y + h / 2
        raise AssertionError(f"no button {words!r} among {[b.words for b in buttons]}")

    # -- what it does --------------------------------------------------------------------------

    def key(self, name: str) -> None:
        mod = pygame.KMOD_SHIFT if name.startswith("shift+") else 0
        code = pygame.key.key_code(name.removeprefix("shift+"))
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=code, mod=mod, unicode=""))

    def button(self, name: str) -> None:
        number = getattr(pygame, f"CONTROLLER_BUTTON_{name.upper()}")
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, button=number, instance_id=0))

    def trigger(self, share: float, axis: int = pygame.CONTROLLER_AXIS_TRIGGERRIGHT) -> None:
        value = round(share * 32767)
        event = pygame.event.Event(
            pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0
        )
        pygame.event.post(event)

    def click(self, x: float, y: float) -> None:
        """At a point of the layout, in logical px of a window that it fills."""
        assert self.screen is not None
        stage = self.screen.window.stage
        pos = stage.px(x) + stage.origin[0], stage.px(y) + stage.origin[1]
        post = pygame.event.post
        post(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(1, 0), buttons=(0, 0, 0)))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            post(pygame.event.Event(kind, button=1, pos=pos))

    def press(self, words: str) -> None:
        """Click the button with these words."""
        self.click(*self.box(words))


def frames(count: int) -> Script:
    """Let so many frames go by."""
    for _ in range(count):
        yield None
