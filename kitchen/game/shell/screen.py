"""Screens, the overlays that lie over them, and the tick that bridges both to the loop.

A screen lives on a kitchen loop of its own. `tick` is a coroutine on that loop: the whole bridge
between asyncio and pygame.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path

import pygame

from kitchen.game.draw.art import Art
from kitchen.game.draw.cache import forget
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import dimmed
from kitchen.game.draw.type import Type
from kitchen.game.draw.warmup import clear_out, settle
from kitchen.game.input.intents import Intent
from kitchen.game.shell.game import Game
from kitchen.game.shell.pulse import FPS, Pulse
from kitchen.game.shell.window import WindowClosed
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing

FILM_FPS = 20.0
"""Frames a second of what leads up to a screenshot: nobody watches that, and it is made soon."""

FILM_SECONDS = 10.0
"""Of wall time at 1x, that a film lasts."""

WARM_UP = 30
"""Of those, as many are drawn before a screenshot, so that it shows everything in mid-motion."""

TOUCHES = (
    pygame.KEYDOWN, pygame.KEYUP, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL, pygame.CONTROLLERBUTTONDOWN,
    pygame.CONTROLLERBUTTONUP,
)  # fmt: skip
"""Events by which the player touches something; what happens to the window is none of them."""


class Overlay:
    """A modal one takes all input, and what lies under it stands still, dimmed and blurred."""

    modal = True

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.game = screen.game
        self.closed = False

    def build(self, kit: Kit) -> None:
        """Make what is drawn, for the window's present size."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> bool:
        """Take one event in; False: it has no use for it. What lies below a modal overlay does not
        get it all the same; help, full screen and mute work over every one."""
        raise NotImplementedError

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        """Draw it; ``wall`` is seconds of wall time."""
        raise NotImplementedError

    def at_rest(self) -> bool:
        """Whether nothing in it moves by itself."""
        return True

    def close(self) -> None:
        self.closed = True


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
        self.overlays: list[Overlay] = []
        """What lies over it, the topmost last."""
        self.wall = 0.0
        """Seconds of wall time for which the screen was awake: what animations go by."""
        self.covered = False
        """Whether a modal overlay takes all input."""
        self._built_before = False
        self._below: pygame.Surface | None = None
        self._below_wall: float | None = None
        """When that was first drawn: it stays the picture of that moment in any size."""

    # -- for subclasses ------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        """How the screen's time goes by."""
        raise NotImplementedError

    def build(self, kit: Kit) -> None:
        """Make the widgets for the window's present stage."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> None:
        """Take one event in."""
        raise NotImplementedError

    def draw(self, frame: Frame) -> None:
        """Draw one frame on the window's surface."""
        raise NotImplementedError

    def settle(self, frame: Frame) -> None:
        """Draw it as it is to be seen under a menu: nothing on it is on its way."""
        self.draw(frame)

    def listen(self, frame: Frame) -> None:
        """It is not drawn in this frame, but what goes on is to be heard."""

    def at_rest(self) -> bool:
        """Whether nothing on it moves by itself, so that it need not be drawn again."""
        return False

    def spare(self, seconds: float) -> None:
        """The frame is done; so much wall time is left, if any, for what can wait."""

    def to_background(self) -> None:
        """The window lost the focus."""

    def cover(self, covered: bool) -> None:
        """A modal overlay lies over it from now on, or none any more."""

    def help(self) -> None:
        """The player asks what all this means."""

    def leave_for(self, screen: Screen) -> None:
        """Leave, if the player agrees, for what they want to see."""
        self.leave(screen)

    # -- coming and going ----------------------------------------------------------------------

    def quit(self) -> None:
        """The player closes the window. Raises `WindowClosed`, unless there is more to say."""
        raise WindowClosed

    def leave(self, to: Screen | None) -> None:
        self.over = True
        self.next = to

    def open(self, overlay: Overlay) -> None:
        """Lay something over the screen."""
        overlay.build(self.kit)
        self.overlays.append(overlay)
        self._look_for_cover()

    def _look_for_cover(self) -> None:
        """Forget the overlays that were closed; tell whether what is below can still be reached."""
        self.overlays = [overlay for overlay in self.overlays if not overlay.closed]
        covered = any(overlay.modal for overlay in self.overlays)
        if covered != self.covered:
            self.covered = covered
            self.cover(covered)

    def show(self) -> Screen | None:
        """Run until the player leaves; return the next screen."""
        loop = KitchenLoop(self.pacing())
        try:
            return self.live(loop)
        finally:
            loop.close()

    def live(self, loop: KitchenLoop) -> Screen | None:
        """Run on that loop."""
        loop.run_until_complete(tick(loop, self))
        return self.next

    def fit(self) -> bool:
        """Make everything anew if the window has another size, or looks are to be others; whether
        that was so."""
        anew = self.window.resized() or self.game.stale
        if anew:
            self.rebuild()
        return anew

    def rebuild(self) -> None:
        """Make everything anew: the window has another size, or a setting has changed."""
        stage, settings = self.window.stage, self.game.settings
        first = not any(self.game.drawn_for)  # what should there be to clear out?
        self._let_go(stage.size)
        self.kit = Kit(stage, Type(stage, settings.text, settings.typeface), Art(stage))
        self.game.stale = False
        self._below = None
        self.build(self.kit)
        for overlay in self.overlays:
            overlay.build(self.kit)
        if not first:
            clear_out()
        settle()

    def _let_go(self, size: tuple[int, int]) -> None:
        """Of what was made for another size, nothing is kept beside what is made now."""
        if self._built_before:
            self.kit.type.forget()
            self.kit.art.forget()
        elif any(self.game.drawn_for):
            clear_out()  # what the screen before this one left
        self._built_before = True
        if size != self.game.drawn_for:
            self.game.drawn_for = size
            forget(size)

    # -- one frame -----------------------------------------------------------------------------

    def take(self, event: pygame.event.Event) -> None:
        """Hand an event to the topmost overlay that wants it, else to the screen."""
        self._look_for_cover()
        if event.type == pygame.QUIT:
            Screen.quit(self) if getattr(event, "at_once", False) else self.quit()
            return
        if event.type == pygame.DROPFILE:
            self.game.drop(self, Path(event.file))
            return
        if event.type == pygame.WINDOWFOCUSLOST:
            self.to_background()
        for overlay in reversed(self.overlays):
            if overlay.handle(event):
                return
            if overlay.modal:
                self._common(event)
                return
        if not self._common(event):
            self.handle(event)

    def _common(self, event: pygame.event.Event) -> bool:
        """What means the same on every screen."""
        intent = self.game.bindings.in_menu(event)
        if intent is Intent.HELP:
            self.help()
        elif intent is Intent.FULLSCREEN:
            settings = self.game.settings
            self.game.change(settings.but(fullscreen=not settings.fullscreen))
            self.game.save_settings()
        elif intent is Intent.MUTE:
            self.game.mute()
        return intent in (Intent.HELP, Intent.FULLSCREEN, Intent.MUTE)

    def paint(self, frame: Frame) -> None:
        """Draw the screen and what lies over it."""
        self._look_for_cover()
        first = next((i for i, o in enumerate(self.overlays) if o.modal), None)
        if first is None:
            self._below = self._below_wall = None
            self.draw(frame)
        elif self._below is None:
            self._draw_below(frame)
        if self._below is not None:
            self.game.sounds.wait(frame.wall)
            self.window.surface.blit(self._below, (0, 0))
        canvas = self.window.stage.canvas(self.window.surface)
        for overlay in self.overlays[first or 0 :]:
            overlay.draw(canvas, frame.wall)

    def _draw_below(self, frame: Frame) -> None:
        """What lies under a modal overlay, once for each size of the window."""
        if self._below_wall is None:
            self._below_wall = frame.wall
            self.draw(frame)
        self.settle(replace(frame, wall=self._below_wall))
        self._below = dimmed(self.window.surface, self.window.stage.k)

    def resting(self) -> bool:
        """Whether neither the screen that shows nor what lies over it moves by itself."""
        return (self.covered or self.at_rest()) and all(
            overlay.at_rest() for overlay in self.overlays
        )


async def tick(loop: KitchenLoop, screen: Screen) -> None:
    """Sixty times a second of wall time, also while kitchen time rests: input, then a picture.

    A screen where nothing moves, and a window that nobody looks at, are drawn less often.
    """
    window, options = screen.window, screen.options
    film = options.photographs
    screen.rebuild()
    pulse, last, fps = Pulse(film), 0.0, FILM_FPS if film else FPS
    async with contextlib.aclosing(loop.frames(fps)) as frames:
        async for frame in frames:
            begun = time.perf_counter()
            take_in(screen, frame, pulse)
            pulse.beat(
                frame.wall, resting=screen.resting(), focused=window.focused,
                minimised=window.minimised,
            )  # fmt: skip
            if pulse.awake:
                screen.wall += frame.wall - last
            last = frame.wall
            show(screen, replace(frame, wall=screen.wall), pulse)
            if pulse.draws or not pulse.awake:
                screen.spare(begun + 1.0 / fps - time.perf_counter())
            if not film:
                screen.game.sounds.go_on(covered=screen.covered, hidden=window.minimised)
            if options.frames is not None and frame.number + 1 >= options.frames:
                screen.leave(None)
            if screen.over:
                return
            loop.leave_out_frames(pulse.left_out)


def take_in(screen: Screen, frame: Frame, pulse: Pulse) -> None:
    """Hand the screen what has happened since the frame before."""
    game = screen.game
    # Nothing is meant for a screen before its first picture: it waits for the next frame.
    events = [*game.unread, *screen.window.events(frame.wall)] if frame.number else []
    # First the new size, then the clicks: they are meant for what the player saw of it.
    if screen.fit() or events:
        pulse.stir()
    while events and not screen.over:
        event = events.pop(0)
        if event.type in TOUCHES:
            pulse.touch(frame.wall)
        screen.take(event)
        screen.fit()  # never draw on a window that is not there any more
    if frame.number:
        game.unread = events


def show(screen: Screen, frame: Frame, pulse: Pulse) -> None:
    """Draw the screen, if it is time to; else have it heard, if it moves."""
    window = screen.window
    if window.minimised:
        screen.game.sounds.hush()
    if pulse.draws:
        screen.paint(frame)
        window.flip()
    elif pulse.awake and not window.minimised:
        screen.listen(frame)
