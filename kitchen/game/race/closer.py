"""A closer look: one kitchen of a race as a service, cooked once more by the same commands."""

from __future__ import annotations

from dataclasses import replace

from kitchen.game.service.replaying import ReplayScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.runs.heat import Heat


def closer(game: Game, heat: Heat, index: int, back: Screen) -> Screen:
    """The screen on which that kitchen of the heat is seen. Raises `KitchenError`."""
    entrant = heat.entrants[index]
    if entrant.replay is not None:
        return ReplayScreen(game, entrant.replay, back)
    watched = replace(
        game.options, shift=heat.shift, heat=None, seed=heat.seed, mode=entrant.mode,
        policy=entrant.policy, autopilot=True,
    )  # fmt: skip
    return ServiceScreen(game, heat.shift, back, watched)
