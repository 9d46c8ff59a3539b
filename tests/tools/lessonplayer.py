"""A player of lessons: presses keys and buttons, moves the mouse, and lets frames go by."""

from __future__ import annotations

from typing import ClassVar

import pygame
from msgspec.structs import replace

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw.box import Box
from kitchen.game.input import gamepads
from kitchen.game.lesson.doors import LessonDoors
from kitchen.game.lesson.parts.layout import ACTION
from kitchen.game.lesson.screen import LessonScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.lessons.lesson import Lesson
from kitchen.loop.frames import Frame


class LessonPlayer:
    """At the step ``here`` of a lesson, from 0. ``settings`` are fields of the game's settings."""

    SEES: ClassVar[bool] = True
    """Each deed is followed by a frame."""

    def __init__(
        self, window: Window, lesson: Lesson, here: int = 0, doors: LessonDoors | None = None,
        **settings: object,
    ) -> None:  # fmt: skip
        game = self.game_at(window)
        if settings:
            game.change(replace(game.settings, **settings))
        self.screen = LessonScreen(game, lesson, doors, here)
        self.screen.pacing()
        self.screen.rebuild()
        self.time = self.wall = 0.0
        self.number = 0
        if self.SEES:
            self.go()

    def game_at(self, window: Window) -> Game:
        return Game(window)

    def go(self, seconds: float = 0.0, wall: float = 0.05) -> None:
        """A frame, so many seconds after the one before."""
        self.time += seconds
        self.wall += wall
        self.number += 1
        self.screen.wall = self.wall
        self.screen.paint(Frame(self.number, self.wall, self.time))

    def rest(self) -> None:
        """Until all motion is over."""
        for _ in range(4):
            self.go(wall=0.5)

    @property
    def page_controls(self) -> list[Control]:
        assert self.screen.page is not None
        return self.screen.page.controls

    @property
    def action(self) -> Control:
        """The main button below the panel."""
        return next(c for c in self.page_controls if isinstance(c, Button) and c.box == ACTION)

    # -- the three ways ----------------------------------------------------------------------------

    def _take(self, event: pygame.event.Event) -> None:
        self.screen.take(event)
        if self.SEES:
            self.go()

    def press(self, *names: str) -> None:
        for name in names:
            shift, _, key = name.rpartition("+")
            mod = pygame.KMOD_SHIFT if shift else 0
            fields = {"key": pygame.key.key_code(key or "+"), "mod": mod, "unicode": ""}
            self._take(pygame.event.Event(pygame.KEYDOWN, fields))

    def pad(self, *buttons: str) -> None:
        for button in buttons:
            self._take(gamepads.press(button))

    def mouse(self, kind: int, x: float, y: float) -> None:
        stage = self.screen.kit.stage
        pos = x * stage.k + stage.origin[0], y * stage.k + stage.origin[1]
        fields = {"pos": pos, "button": 1, "rel": (0, 0), "buttons": (1, 0, 0)}
        self._take(pygame.event.Event(kind, fields))

    def click(self, box: Box) -> None:
        x, y = middle(box)
        self.mouse(pygame.MOUSEMOTION, x, y)
        self.mouse(pygame.MOUSEBUTTONDOWN, x, y)
        self.mouse(pygame.MOUSEBUTTONUP, x, y)

    def drag(self, box: Box, to: tuple[float, float]) -> None:
        """From the middle of a box to a point."""
        x, y = middle(box)
        self.mouse(pygame.MOUSEMOTION, x, y)
        self.mouse(pygame.MOUSEBUTTONDOWN, x, y)
        for share in (0.3, 0.6, 1.0):
            self.mouse(pygame.MOUSEMOTION, x + (to[0] - x) * share, y + (to[1] - y) * share)
        self.mouse(pygame.MOUSEBUTTONUP, *to)

    def wheel(self, notches: int) -> None:
        """Up, or down for less than none, wherever the pointer is."""
        self._take(pygame.event.Event(pygame.MOUSEWHEEL, {"y": notches, "x": 0}))

    def carry(self, at: tuple[float, float], to: tuple[float, float]) -> None:
        """From a point to another, and the button stays down."""
        self.mouse(pygame.MOUSEBUTTONDOWN, *at)
        self.mouse(pygame.MOUSEMOTION, at[0] + 8.0, at[1] + 8.0)
        self.mouse(pygame.MOUSEMOTION, *to)

    def on(self, words: str) -> None:
        """Click the button with these words."""
        page = self.screen.overlays[-1].page if self.screen.overlays else self.screen.page  # type: ignore[attr-defined]
        assert page is not None
        found = [c for c in page.controls if getattr(c, "words", "") == words and c.enabled]
        assert found, f"no button {words!r}"
        self.click(found[0].box)

    def at(self, now: float) -> None:
        """Look at that moment of the run."""
        self.screen.playing.go_to(now)
        self.go()

    def picture(self) -> bytes:
        self.rest()
        return pygame.image.tobytes(self.screen.window.surface, "RGB")


class BlindPlayer(LessonPlayer):
    """Plays without looking: nothing is drawn unless somebody asks for it."""

    SEES = False


def middle(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2
