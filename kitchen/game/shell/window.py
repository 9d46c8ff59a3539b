"""The window: its surface, its events and its size."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame

from kitchen.errors import KitchenError
from kitchen.files import reason, write_whole
from kitchen.game.draw.stage import Stage
from kitchen.game.input import keyboard
from kitchen.game.input.gamepads import Gamepads
from kitchen.game.shell.pane import in_pixels, pane

TITLE = "A Watched Pot"

os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
# SDL reads this when the display starts. Without it Windows blows the window up on a screen of high
# density, and blurs it; elsewhere it has no effect.

PLAIN_DPI = 96.0
"""Dots per inch of a screen on Windows at 100 %."""


def scale_of_screen() -> float:
    """By how much the player wants everything larger on a screen that is measured in pixels: 1.25,
    1.5, 2 on Windows. Elsewhere the system sees to that, or nobody."""
    if sys.platform != "win32":
        return 1.0
    import ctypes

    try:
        dpi = float(ctypes.windll.user32.GetDpiForSystem())
    except (AttributeError, OSError):  # an older Windows
        return 1.0
    return max(1.0, dpi / PLAIN_DPI)


def opening_size(size: tuple[int, int], screen: tuple[int, int], scale: float) -> tuple[int, int]:
    """How large the window is opened on a screen of that many px: as large to the eye as ``size``
    is at a scale of 1, as far as the screen goes."""
    room = min(there / length for length, there in zip(size, screen, strict=True))
    times = max(1.0, min(scale, room))
    return round(size[0] * times), round(size[1] * times)


def stands(event: pygame.event.Event) -> bool:
    """A motion of the pointer that moved nothing. SDL sends one as a window opens, at its middle
    wherever the pointer is; what is there by chance must not get the focus."""
    return event.type == pygame.MOUSEMOTION and not any(getattr(event, "rel", (1, 1)))


UNSEEN = ("offscreen", "dummy")
"""SDL's drivers without a screen. It falls back to the first where it finds none."""


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """Nothing reaches the terminal: the libraries of a display complain there by themselves."""
    try:
        terminal = os.dup(2)
    except OSError:  # there is none
        yield
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(terminal, 2)
        os.close(terminal)


def _start_display() -> None:
    """Raises `pygame.error` where nobody would see the window, unless that was asked for."""
    with _hushed():
        pygame.display.init()
    driver = pygame.display.get_driver()
    if driver in UNSEEN and driver not in os.environ.get("SDL_VIDEODRIVER", "").lower().split(","):
        pygame.display.quit()
        raise pygame.error("there is no display")


def _is_alone_on_x11() -> bool:
    """There is one screen, and its corner is at 0, 0."""
    x11 = pygame.display.get_driver() == "x11"
    return x11 and len(pygame.display.get_desktop_sizes()) == 1


class WindowClosed(Exception):
    """The player closed the window."""


class NoWindow(KitchenError):
    """There is no display."""


class Window:
    """One window, and the stage of its size. ``scale`` 1: of exactly that many px; None: as large
    to the eye as that is elsewhere. Raises `NoWindow` if there is no display."""

    def __init__(
        self, size: tuple[int, int], fullscreen: bool = False, scale: float | None = None
    ) -> None:
        try:
            _start_display()
            self._scale = scale_of_screen() if scale is None else scale
            size = opening_size(size, pygame.display.get_desktop_sizes()[0], self._scale)
            if pygame.display.get_driver() == "x11":
                # Everything is drawn by the processor. SDL would copy it to the screen with a
                # renderer of the graphics card's, which costs 100 MB and is no quicker.
                os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
            self._pane = pane(TITLE, size, fullscreen)
            surface = self._pane.surface
            assert surface is not None
        except pygame.error as error:
            raise NoWindow(f"no window can be opened here ({error})") from error
        self.surface = surface
        self.size = size if fullscreen else self._pane.size
        """Of the window when it does not fill the screen, as the system measures it."""
        self.fullscreen = fullscreen
        self._place: tuple[int, int] | None = None
        """Where its upper left corner was when it last became full screen."""
        self.focused = True
        """Whether keys come here; also True where there is nobody to take the focus."""
        self.minimised = False
        self._opened_anew = False
        pygame.font.init()
        pygame.key.set_repeat()
        self.gamepads = Gamepads()
        self.stage = Stage(self.surface.get_size())
        self._opened_anew = False
        """Whatever was made for the surface before must not be drawn on any more."""

    @property
    def kept_size(self) -> tuple[int, int]:
        """What to open it with the next time, on whatever screen."""
        width, height = self.size
        return round(width / self._scale), round(height / self._scale)

    def _open(self, size: tuple[int, int], fullscreen: bool) -> None:
        self._opened_anew = True
        self._pane.open(size, fullscreen)
        if (surface := self._pane.surface) is not None:
            self.surface = surface

    def fill_screen(self, fullscreen: bool) -> None:
        """Fill the screen, or be a window of the last size again, where that was."""
        if fullscreen == self.fullscreen:
            return
        self.fullscreen = fullscreen
        self._opened_anew = True
        if fullscreen:
            self._place = self._pane.place
            if _is_alone_on_x11():
                # Where there is no window manager, nobody else moves it to the screen's corner.
                self._pane.move((0, 0))
            self._open(self.size, True)
            return
        self._open(self.size, False)
        if self._pane.size != self.size:
            # The first time it only stopped to be full screen, and is as large as that still.
            self._open(self.size, False)
        if (place := self._place or self._middle()) is not None:
            self._pane.move(place)

    def _middle(self) -> tuple[int, int] | None:
        """Where a window goes that was opened full screen; None: the desktop knows best."""
        screens = pygame.display.get_desktop_sizes()
        if len(screens) > 1:
            return None
        across, down = (
            max(0, (there - own) // 2) for there, own in zip(screens[0], self.size, strict=True)
        )
        return across, down

    def events(self, wall: float) -> Iterator[pygame.event.Event]:
        """What the player did since the last frame; ``wall`` is the time of this one in seconds."""
        for event in pygame.event.get():
            self._note(event)
            if stands(event):
                continue
            event = in_pixels(event, self._pane.density)
            translated = self.gamepads.translate(event, wall)
            if translated is not None:
                yield translated
        yield from self.gamepads.repeats(wall)

    def _note(self, event: pygame.event.Event) -> None:
        if event.type in (pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED):
            self.focused = event.type == pygame.WINDOWFOCUSGAINED
        elif event.type == pygame.KEYMAPCHANGED:
            keyboard.layout_changed()
        elif event.type == pygame.WINDOWMINIMIZED:
            self.minimised = True
        elif event.type in (pygame.WINDOWRESTORED, pygame.WINDOWMAXIMIZED, pygame.WINDOWSHOWN):
            self.minimised = False

    def resized(self) -> bool:
        """Whether the window has another surface than the stage was made for; if so, it gets a new
        stage. Parts of the old surface must not be drawn on: their pixels are gone."""
        surface = self._pane.surface
        if surface is None:
            return False
        if surface.get_size() == self.stage.size and not self._opened_anew:
            return False
        self._opened_anew = False
        self.surface = surface
        self.stage = Stage(surface.get_size())
        if not self.fullscreen:
            self.size = self._pane.size
        return True

    def pointer(self, stage: Stage | None = None) -> tuple[float, float] | None:
        """Where the pointer is, in logical px of ``stage`` (by default the window's own).

        None if it is elsewhere.
        """
        if not pygame.mouse.get_focused():
            return None
        x, y = pygame.mouse.get_pos()
        density = self._pane.density
        return (stage or self.stage).to_logical((x * density, y * density))

    def flip(self) -> None:
        self._pane.flip()

    def save(self, path: Path) -> None:
        """Write what the window shows, in the format that the file's ending names. Raises
        `KitchenError` if that cannot be."""
        picture = io.BytesIO()
        try:
            pygame.image.save(self.surface, picture, path.name)
            write_whole(path, picture.getvalue())
        except pygame.error as error:
            raise KitchenError(f"{path}: no picture can be made of it: {error}") from error
        except OSError as error:
            raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error

    def close(self) -> None:
        self._pane.close()
        pygame.display.quit()
