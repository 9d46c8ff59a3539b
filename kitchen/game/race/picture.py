"""The picture of a lane: the kitchen's own scene, small and without its words, live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pygame

from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.race.runner import Runner
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import Places
from kitchen.game.scene.small import small_kit
from kitchen.game.signs.layout import SCENE_W
from kitchen.game.signs.moment import Moment
from kitchen.sim.facts import Fact

AFTER = 60.0
"""Seconds of wall time after which everything has come to where it goes."""


class LanePicture:
    """Drawn on a canvas of its own, of which the kitchen is shown in ``box``: what flies to the
    rail leaves the picture. ``part``: of the scene, in its own logical px; None: all of it.
    ``boards``: a kitchen of one row (see `Places`)."""

    def __init__(
        self, kit: Kit, box: Box, typeface: str, part: Box | None = None, boards: int | None = None
    ) -> None:
        small = small_kit(kit, box[2] * SCENE_W / (part[2] if part else SCENE_W), typeface)
        self._scene = KitchenScene(small, boards)
        self._canvas = pygame.Surface(small.stage.canvas_size).convert()
        self._shown = small.stage.rect(*(part or Places(small.stage).scene))
        self._canvas.set_clip(self._shown)
        self._at = kit.stage.rect(*box)
        self._facts: list[Fact] = []
        """What its scene has not seen yet."""
        self._settled: tuple[float, int, bool] | None = None

    def warm(self, runner: Runner) -> Iterator[None]:
        """Make what it needs before it is first shown."""
        yield from self._scene.warm(runner.view.plans, runner.result.chefs, runner.shift.stations)

    def follow(self, facts: Sequence[Fact]) -> None:
        """These have come about since."""
        self._facts += facts

    def paint(self, moment: Moment) -> None:
        """Paint the kitchen as it is at a moment, in motion."""
        self._settled = None
        self._scene.draw(self._canvas, replace(moment, facts=tuple(self._facts)))
        self._facts = []

    def settle(self, moment: Moment) -> None:
        """Paint the kitchen as it is at a moment, everything at rest where it belongs: however
        that moment was come to, the picture is the same."""
        wanted = moment.now, moment.view.facts, moment.calm
        if self._settled == wanted:
            return
        self._settled = wanted
        self._facts = []
        still = replace(moment, facts=(), still=True, paused=True, calm=True, wall=0.0)
        self._scene.reset()
        self._scene.draw(self._canvas, still)
        self._scene.draw(self._canvas, replace(still, wall=AFTER))
        self._scene.reset()

    def draw(self, canvas: pygame.Surface) -> None:
        """Show what was painted last."""
        canvas.blit(self._canvas, self._at, self._shown)
