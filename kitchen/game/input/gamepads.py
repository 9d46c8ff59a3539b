"""Gamepads: opened as they are plugged in; their sticks and triggers pressed like buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pygame

PUSHED, LET_GO = 0.6, 0.4
"""Shares of a stick's way at which it counts as pushed, and no longer."""

FIRST_REPEAT, NEXT_REPEATS = 0.4, 0.13
"""Seconds of wall time after which a direction that is held counts once more."""

FULL = 32767.0

STICKS = {
    pygame.CONTROLLER_AXIS_LEFTX: ("stick left", "stick right"),
    pygame.CONTROLLER_AXIS_LEFTY: ("stick up", "stick down"),
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: ("", "left trigger"),
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: ("", "right trigger"),
}
REPEATED = ("stick left", "stick right", "stick up", "stick down")


class Gamepads:
    """All pads. Feed it every event; it gives back those that the game should see."""

    def __init__(self) -> None:
        self._open: dict[int, Any] = {}
        self._pushed: dict[tuple[int, int], str] = {}
        self._due: dict[tuple[int, int], float] = {}
        self._module = _controllers()

    def translate(self, event: pygame.event.Event, wall: float) -> pygame.event.Event | None:
        """The event; a stick's or a trigger's motion as the press of a button, or as nothing."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._plug_in(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._open.pop(event.instance_id, None)
        elif event.type == pygame.CONTROLLERAXISMOTION:
            return self._moved(event, wall)
        return event

    def repeats(self, wall: float) -> Iterator[pygame.event.Event]:
        """Presses that are due because a stick is still held."""
        for key, due in self._due.items():
            if wall >= due:
                self._due[key] = wall + NEXT_REPEATS
                yield press(self._pushed[key])

    def _plug_in(self, index: int) -> None:
        if self._module is None:
            return
        try:
            pad = self._module.Controller(index)
            self._open[pad.as_joystick().get_instance_id()] = pad
        except pygame.error:
            pass  # it was pulled out again at once

    def _moved(self, event: pygame.event.Event, wall: float) -> pygame.event.Event | None:
        if event.axis not in STICKS:
            return None
        key, way = (event.instance_id, event.axis), event.value / FULL
        held = self._pushed.get(key, "")
        name = STICKS[event.axis][way > 0] if abs(way) >= (LET_GO if held else PUSHED) else ""
        if name == held:
            return None
        self._pushed.pop(key, None)
        self._due.pop(key, None)
        if not name:
            return None
        self._pushed[key] = name
        if name in REPEATED:
            self._due[key] = wall + FIRST_REPEAT
        return press(name)


def press(name: str) -> pygame.event.Event:
    """A press of a button that the pad does not report as one."""
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=-1, name=name, instance_id=-1)


def _controllers() -> Any:
    """pygame's module of mapped gamepads, ready; None where it has none."""
    try:
        from pygame._sdl2 import controller

        controller.init()
    except (ImportError, pygame.error):
        return None
    return controller
