"""Panes: what a window is to the system, as pygame gives it.

Most systems measure a window in the pixels of the screen; those of Apple, and Wayland, measure it
in points, of which one is two pixels wide on a screen of high density. There a window has to ask
for its pixels, or all that is drawn is blown up and blurred.
"""

from __future__ import annotations

import warnings

import pygame

IN_POINTS = ("cocoa", "wayland")
"""SDL's drivers that measure windows in points."""


class Pane:
    """A window measured in pixels: the one of pygame's display."""

    def __init__(self, title: str, size: tuple[int, int], fullscreen: bool) -> None:
        self.open(size, fullscreen)
        pygame.display.set_caption(title)

    def open(self, size: tuple[int, int], fullscreen: bool) -> None:
        """Be that large from now on, or fill the screen."""
        with warnings.catch_warnings():
            # pygame warns where a desktop gives another size; any size is welcome here.
            warnings.simplefilter("ignore", RuntimeWarning)
            if fullscreen:
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(size, pygame.RESIZABLE)

    @property
    def surface(self) -> pygame.Surface | None:
        """What is drawn on, in pixels; None once the display is closed."""
        return pygame.display.get_surface()

    @property
    def size(self) -> tuple[int, int]:
        """As the system measures it."""
        return pygame.display.get_window_size()

    @property
    def density(self) -> float:
        """Pixels for each unit of the size."""
        return 1.0

    @property
    def place(self) -> tuple[int, int]:
        return pygame.display.get_window_position()

    def move(self, place: tuple[int, int]) -> None:
        pygame.display.set_window_position(place)

    def flip(self) -> None:
        pygame.display.flip()

    def close(self) -> None:
        """It is gone with the display."""


class PanePoints(Pane):
    """A window measured in points, which asks for all its pixels."""

    def __init__(self, title: str, size: tuple[int, int], fullscreen: bool) -> None:
        self._window = pygame.Window(
            title, size, resizable=True, allow_high_dpi=True, fullscreen_desktop=fullscreen
        )
        self._window.get_surface()  # from now on pictures can be made to look like it

    def open(self, size: tuple[int, int], fullscreen: bool) -> None:
        if fullscreen:
            self._window.set_fullscreen(desktop=True)
        else:
            self._window.set_windowed()
            self._window.size = size

    @property
    def surface(self) -> pygame.Surface | None:
        return self._window.get_surface() if pygame.display.get_init() else None

    @property
    def size(self) -> tuple[int, int]:
        return self._window.size

    @property
    def density(self) -> float:
        surface = self.surface
        return 1.0 if surface is None else surface.get_width() / max(1, self._window.size[0])

    @property
    def place(self) -> tuple[int, int]:
        return self._window.position

    def move(self, place: tuple[int, int]) -> None:
        self._window.position = place

    def flip(self) -> None:
        self._window.flip()

    def close(self) -> None:
        self._window.destroy()


def pane(title: str, size: tuple[int, int], fullscreen: bool) -> Pane:
    """The kind that this display wants. Raises `pygame.error` if there is no window to be had."""
    kind = PanePoints if pygame.display.get_driver() in IN_POINTS else Pane
    return kind(title, size, fullscreen)


def in_pixels(event: pygame.event.Event, density: float) -> pygame.event.Event:
    """An event of the pointer, with its places in pixels as all that is drawn."""
    if density == 1.0 or not hasattr(event, "pos"):
        return event
    fields = dict(event.dict)
    for name in ("pos", "rel"):
        if name in fields:
            fields[name] = tuple(round(length * density) for length in fields[name])
    return pygame.event.Event(event.type, fields)
