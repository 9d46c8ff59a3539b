"""Keys: which action each one asks for."""

from __future__ import annotations

import pygame

from kitchen.game.actions import (
    Action,
    Leave,
    LookInto,
    Pause,
    Pick,
    Restart,
    Speed,
    ToggleAutopilot,
)
from kitchen.service import Service

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""What + and - step through."""

DIGITS = {getattr(pygame, f"K_{prefix}{n}"): n for prefix in ("", "KP") for n in range(10)}

SIMPLE: dict[int, Action] = {
    pygame.K_SPACE: Pause(),
    pygame.K_a: ToggleAutopilot(),
    pygame.K_r: Restart(),
    pygame.K_ESCAPE: Leave(),
}
FASTER = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS)
SLOWER = (pygame.K_MINUS, pygame.K_KP_MINUS)


def action_for(key: int, mod: int, service: Service, speed: float) -> Action | None:
    """What a key asks for in this service; None if nothing."""
    if key in SIMPLE:
        return SIMPLE[key]
    if key in FASTER:
        return Speed(next((s for s in SPEEDS if s > speed), SPEEDS[-1]))
    if key in SLOWER:
        return Speed(next((s for s in reversed(SPEEDS) if s < speed), SPEEDS[0]))
    if key == pygame.K_TAB:
        step = -1 if mod & pygame.KMOD_SHIFT else 1
        modes = service.modes
        return LookInto(modes[(modes.index(service.mode) + step) % len(modes)])
    if key in DIGITS:
        return _pick(DIGITS[key], service)
    return None


def _pick(digit: int, service: Service) -> Action | None:
    """The oldest open order whose number ends in that digit."""
    for number, order in service.view.open_orders.items():
        if number % 10 == digit and order.state == "open":
            return Pick(number)
    return None
