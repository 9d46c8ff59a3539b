"""Screens, and the tick that bridges them to the loop.

A screen lives on a kitchen loop of its own. `tick` is a coroutine on that loop: the whole bridge
between asyncio and pygame.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pygame

from kitchen.game.art import Art
from kitchen.game.type import Type
from kitchen.loop import KitchenLoop
from kitchen.pacing import Frame, Pace

if TYPE_CHECKING:
    from kitchen.game.game import Game

FPS = 60.0
"""Frames a second of wall time."""


class Screen:
    """One screen of the game. Subclasses say what it draws and what input does."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.window = game.window
        self.options = game.options
        self.over = False
        """Set when the screen has been left."""
        self.next: Screen | None = None
        """Where to then; None: out of the game."""

    def pace(self) -> Pace:
        """How the screen's time goes by."""
        raise NotImplementedError

    def build(self, type_: Type, art: Art) -> None:
        """Make the widgets for the window's present stage."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event in."""
        raise NotImplementedError

    def draw(self, frame: Frame) -> None:
        """Draw one frame on the window's surface."""
        raise NotImplementedError

    def leave(self, to: Screen | None) -> None:
        self.over = True
        self.next = to

    def show(self) -> Screen | None:
        """Run until the player leaves; return the next screen."""
        loop = KitchenLoop(self.pace())
        try:
            return self.live(loop)
        finally:
            loop.close()

    def live(self, loop: KitchenLoop) -> Screen | None:
        """Run on that loop."""
        loop.run_until_complete(tick(loop, self))
        return self.next

    def rebuild(self) -> None:
        stage = self.window.stage
        self.build(Type(stage), Art(stage))


async def tick(loop: KitchenLoop, screen: Screen) -> None:
    """Sixty times a second of wall time, also while kitchen time rests: input, then a picture."""
    window, options = screen.window, screen.options
    screen.rebuild()
    async with contextlib.aclosing(loop.frames(FPS)) as frames:
        async for frame in frames:
            for event in window.events():
                screen.handle(event)
            if window.resized():
                screen.rebuild()
            screen.draw(frame)
            window.flip()
            if options.frames is not None and frame.number + 1 >= options.frames:
                screen.leave(None)
            if screen.over:
                return
