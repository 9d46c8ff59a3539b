"""The board: two kitchens side by side, the verdict on the limit, and the plots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pygame

from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox import layout
from kitchen.game.sandbox.curve import SUBJECTS, LimitLine, Topic, curves
from kitchen.game.sandbox.finding import Finding, remark
from kitchen.game.sandbox.kitchenpanel import KitchenPanel
from kitchen.game.sandbox.markings import KITCHENS
from kitchen.game.sandbox.miniature import Miniature
from kitchen.game.sandbox.numbers import numbers
from kitchen.game.sandbox.plot import CurvePlot
from kitchen.game.sandbox.scale import span
from kitchen.game.scene.small import small_kit
from kitchen.lab.before_after import Twins
from kitchen.lab.limits import Limits
from kitchen.lab.recorded import Recorded
from kitchen.sim.facts import Fact

Painted = tuple[Recorded, Recorded, float]
"""What a plot is of: both kitchens and the span of its axis."""


class Board:
    """Everything right of the rules."""

    def __init__(self, kit: Kit, typeface: str, twins: Twins) -> None:
        self._twins = twins
        self._panels = [
            KitchenPanel(kit, look, layout.kitchen(index)) for index, look in enumerate(KITCHENS)
        ]
        small = small_kit(kit, layout.KITCHEN_W, typeface)
        self._scenes = [Miniature(kit, small, p.scene) for p in self._panels]
        self._plots = [
            CurvePlot(kit, subject, layout.plot(i)) for i, subject in enumerate(SUBJECTS)
        ]
        self._of: list[Painted | None] = [None] * len(self._plots)
        self._finding = Finding(kit)
        self.kitchens = [twins.before, twins.after]
        """As they were drawn last."""
        self._facts: list[list[Fact]] = [[], []]
        """Of each, those that its scene has not seen yet."""
        self._turn = 0
        self._painted = False

    def warm(self) -> Iterator[None]:
        """Make what both scenes need before it is first shown."""
        for scene, kitchen in zip(self._scenes, self.kitchens, strict=True):
            yield from scene.warm(kitchen, kitchen.result.chefs)

    def bake(self, canvas: pygame.Surface) -> None:
        """What never changes."""
        for panel in self._panels:
            panel.bake(canvas)

    # -- a frame -------------------------------------------------------------------------------

    def draw(
        self, canvas: pygame.Surface, now: float, wall: float, changed: Sequence[str],
        paused: bool, calm: bool, notice: str,
    ) -> None:  # fmt: skip
        """Both kitchens at ``now``; ``notice`` stands in place of the verdict if there is one."""
        self._draw_scenes(canvas, now, wall, paused, calm)
        self._draw_words(canvas, now, changed)
        self._follow(now)
        for plot in self._plots:
            plot.draw(canvas, now)
        limits, view = self._twins.limits, self._twins.after.view
        if notice:
            self._finding.draw(canvas, notice, "saved")
        else:
            words = f"{limits.sentence} {remark(view, now, limits)}"
            self._finding.draw(canvas, words.strip(), limits.holds.name)

    def _draw_scenes(
        self, canvas: pygame.Surface, now: float, wall: float, paused: bool, calm: bool
    ) -> None:
        """One of them is painted anew in each frame, by turns: thirty times a second is enough for
        figures so small."""
        twins = self._twins
        self._turn = 1 - self._turn
        for index, kitchen in enumerate((twins.before, twins.after)):
            scene, facts = self._scenes[index], self._facts[index]
            facts += kitchen.look(now)
            another = kitchen is not self.kitchens[index]
            if another:
                scene.reset()
                facts.clear()
                self.kitchens[index] = kitchen
            if another or not self._painted or index == self._turn:
                scene.paint(kitchen, facts, now, wall, paused, calm)
                self._facts[index] = []
            scene.draw(canvas)
        self._painted = True

    def _draw_words(self, canvas: pygame.Surface, now: float, changed: Sequence[str]) -> None:
        twins = self._twins
        counted = [numbers(kitchen.view, now) for kitchen in (twins.before, twins.after)]
        rules = ((twins.unchanged, ()), (twins.sandbox, changed))
        for index, panel in enumerate(self._panels):
            panel.draw_rules(canvas, *rules[index])
            panel.draw_numbers(canvas, counted[index], counted[0])

    # -- plots ---------------------------------------------------------------------------------

    def _follow(self, now: float) -> None:
        """Trace a plot anew whose kitchens or whose span are others; at most one in a frame, but
        the first time all of them."""
        wanted: Painted = (self._twins.before, self._twins.after, span(now))
        for index, plot in enumerate(self._plots):
            shown = self._of[index]
            if shown == wanted:
                continue
            self._of[index] = wanted
            self._show(plot, now)
            if shown is not None:
                return

    def _show(self, plot: CurvePlot, now: float) -> None:
        before, after = self._twins.before.measures, self._twins.after.measures
        bound = _bound(plot.subject, self._twins.limits)
        plot.show(curves(plot.subject, before, after, bound, now))


def _bound(subject: Topic, limits: Limits) -> LimitLine | None:
    """The line that the limit draws in a plot."""
    holds = limits.holds
    if subject.title == "Throughput":
        return LimitLine(holds.served, holds.shown)
    # Full stations do not bound it: hands go on with dishes that are not served for long.
    if subject.title == "Utilisation" and holds.name in ("hands", "chefs", "orders"):
        return LimitLine(holds.utilisation * 100.0, holds.shown)
    return None
