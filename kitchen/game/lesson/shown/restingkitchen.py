"""The kitchen of a program before it is run: as it opens, with what is waited for, and its strips
still empty."""

from __future__ import annotations

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import STRIPS
from kitchen.game.lesson.shown.runlanes import run_lanes
from kitchen.game.lesson.shown.runscene import RunScene, opening
from kitchen.game.lesson.shown.runstrips import RunStrips, StripWishes
from kitchen.lessons.running.run import Run
from kitchen.runs.past import Stop


class RestingKitchen:
    """Of ``run``, of which nothing is told but how it begins. ``par`` is in seconds."""

    def __init__(self, kit: Kit, box: Box, run: Run, typeface: str, par: float | None) -> None:
        lanes = run_lanes(run)
        self._run, self._stop = run, Stop(len(opening(run)), 0.0)
        self._scene = RunScene(kit, box, run, lanes, typeface)
        nothing = StripWishes(lambda at: None, lambda way: None)
        self._strips = RunStrips(kit, STRIPS, lanes, run.makespan, par, nothing)
        self._strips.known = 0.0

    def draw(self, canvas: pygame.Surface, wall: float, calm: bool, strips: bool) -> None:
        """``strips``: there is room for them."""
        view = self._run.past.at(self._stop)
        self._scene.draw(canvas, view, 0.0, wall, True, calm, 1.0)
        if strips:
            self._strips.draw(canvas, Touch(wall))
