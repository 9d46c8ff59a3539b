"""A miniature: the service's own kitchen scene, small, of a kitchen that has been recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import Places
from kitchen.game.signs.moment import Moment
from kitchen.lab.recorded import Recorded
from kitchen.sim.facts import Fact


class Miniature:
    """Drawn on a canvas of its own, of which the kitchen is shown in ``box`` and the rest is not:
    what flies to the rail leaves the picture."""

    def __init__(self, kit: Kit, small: Kit, box: Box) -> None:
        self._scene = KitchenScene(small)
        self._canvas = pygame.Surface(small.stage.canvas_size).convert()
        self._shown = small.stage.rect(*Places(small.stage).scene)
        self._at = kit.stage.rect(*box)

    def warm(self, kitchen: Recorded, chefs: int) -> Iterator[None]:
        yield from self._scene.warm(kitchen.view.plans, chefs, kitchen.shift.stations)

    def reset(self) -> None:
        """Another kitchen is shown from now on: it fades in."""
        self._scene.reset()

    def paint(
        self,
        kitchen: Recorded,
        facts: Sequence[Fact],
        now: float,
        wall: float,
        paused: bool,
        calm: bool,
    ) -> None:
        """Paint the kitchen as it is at ``now``; ``facts`` are those since it was painted last."""
        result = kitchen.result
        moment = Moment(
            view=kitchen.view, now=now, wall=wall, facts=facts, mode=result.mode,
            attention=result.attention, title="", seed=result.seed, speed=1.0, paused=paused,
            autopilot=True, tempo=kitchen.shift.tempo, sources={}, stars=0.0, hover=None,
            calm=calm,
        )  # fmt: skip
        self._scene.draw(self._canvas, moment)

    def draw(self, canvas: pygame.Surface) -> None:
        """Show what was painted last."""
        left = (self._at.width - self._shown.width) // 2
        canvas.blit(self._canvas, (self._at.x + left, self._at.y), self._shown)
