"""A gamepad's stick and triggers as presses of buttons."""

from __future__ import annotations

import pygame
import pytest

from kitchen.game.input.bindings import button_name
from kitchen.game.input.gamepads import FIRST_REPEAT, NEXT_REPEATS, Gamepads

pytestmark = pytest.mark.usefixtures("toolkit")


def push(axis: int, share: float) -> pygame.event.Event:
    value = round(share * 32767)
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)


def name(event: pygame.event.Event | None) -> str | None:
    return None if event is None else button_name(event)


def test_a_stick_counts_once_when_it_is_pushed_far() -> None:
    pads, x = Gamepads(), pygame.CONTROLLER_AXIS_LEFTX
    assert name(pads.translate(push(x, 0.3), 0.0)) is None
    assert name(pads.translate(push(x, 0.8), 0.1)) == "stick right"
    assert name(pads.translate(push(x, 0.5), 0.2)) is None  # still held
    assert name(pads.translate(push(x, 0.1), 0.3)) is None
    assert name(pads.translate(push(x, -0.9), 0.4)) == "stick left"


def test_a_stick_that_is_held_repeats() -> None:
    pads, y = Gamepads(), pygame.CONTROLLER_AXIS_LEFTY
    pads.translate(push(y, 1.0), 1.0)
    assert not list(pads.repeats(1.0 + FIRST_REPEAT / 2))
    assert [name(e) for e in pads.repeats(1.0 + FIRST_REPEAT)] == ["stick down"]
    assert not list(pads.repeats(1.0 + FIRST_REPEAT + NEXT_REPEATS / 2))
    assert len(list(pads.repeats(1.0 + FIRST_REPEAT + NEXT_REPEATS))) == 1
    pads.translate(push(y, 0.0), 2.0)
    assert not list(pads.repeats(9.0))


def test_a_trigger_is_pressed_once_and_does_not_repeat() -> None:
    pads, axis = Gamepads(), pygame.CONTROLLER_AXIS_TRIGGERRIGHT
    assert name(pads.translate(push(axis, 0.9), 0.0)) == "right trigger"
    assert not list(pads.repeats(9.0))


def test_what_is_not_a_stick_passes_through() -> None:
    event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode="a")
    assert Gamepads().translate(event, 0.0) is event
    assert Gamepads().translate(push(pygame.CONTROLLER_AXIS_RIGHTX, 1.0), 0.0) is None
