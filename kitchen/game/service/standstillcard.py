"""The card that tells of a standstill: the circle, where each dish waits, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import DARK, Kit
from kitchen.game.input.actions import Action, Leave, Restart, Step
from kitchen.game.service.explain.graphwords import Names
from kitchen.game.service.lens.graphbox import GraphBox
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.moment import Moment
from kitchen.loop.relations import Node
from kitchen.terminal import one_line

TELLS = "Every dish waits for another: this will never change."
LEADING, FOOT = 20.0, 88.0  # logical px
MOST = 3
"""Dishes of which it is said at which line they wait."""


class StandstillCard(CardOverlay):
    """``moment`` is the one at which it stands. ``onward`` is what
    comes when it is closed; None: one can only look back, begin again or leave."""

    box: Box = (360.0, 86.0, 560.0, 548.0)
    title = "Nobody can go on"

    def __init__(
        self, screen: Screen, moment: Moment, act: Callable[[Action], object],
        onward: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self.moment, self._act, self._onward = moment, act, onward
        self._picture: pygame.Surface

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        entries: list[tuple[str, Callable[[], object]]] = [
            ("Look back", self._look_back),
            ("Start again", lambda: self._act(Restart())),
            ("Leave", lambda: self._act(Leave())),
        ]
        if self._onward is not None:
            entries = [("Go on", self.close), *entries[:2]]
        each = (w - 60.0 - 2 * 10.0) / 3
        return [
            Button(
                kit, (x + 30 + at * (each + 10.0), y + h - FOOT + 6.0, each, 52.0), words, act,
                main=at == 0,
            )
            for at, (words, act) in enumerate(entries)
        ]  # fmt: skip

    def build(self, kit: Kit) -> None:
        super().build(kit)
        self._picture = self._drawn(kit.on(DARK))

    def close(self) -> None:
        super().close()
        if self._onward is not None:
            self._onward()

    def _look_back(self) -> None:
        super().close()
        self._act(Step("turn", -1))

    # -- drawing -------------------------------------------------------------------------------

    @property
    def _inset(self) -> Box:
        x, y, w, _ = self.box
        return x + 30.0, y + 104.0, w - 60.0, 240.0

    def _drawn(self, kit: Kit) -> pygame.Surface:
        """The picture on its panel, once: nothing in it moves."""
        _, _, w, h = self._inset
        rect = kit.stage.rect(0.0, 0.0, w, h)
        layer = paint.clear(rect.size, palette.PLUM)
        layer.blit(paint.panel(rect.size, kit.stage.px(14), kit.stage.line(1)), (0, 0))
        graph = GraphBox(kit, (0.0, 0.0, w, h))
        graph.follow(self.moment)
        graph.draw(layer, self.moment)
        return layer

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self.box
        kit, inset = self.kit, self._inset
        kit.paragraph(canvas, TELLS, 15, palette.PAPER_MUTED, (x + 30, y + 70, w - 60, 22), 20.0)
        canvas.blit(self._picture, kit.stage.rect(*inset))
        top = inset[1] + inset[3] + 14.0
        for line in stand_words(self.moment):
            if top + LEADING > y + h - FOOT:
                return
            room = (x + 30, top, w - 60, 2.1 * LEADING)
            top += kit.paragraph(canvas, line, 15, palette.INK, room, LEADING) + 4.0


def stand_words(moment: Moment) -> list[str]:
    """Where each dish of the circle waits, by file and line; without one, where any dish does."""
    names, graph = Names(moment.ties, moment.view, moment.now), moment.ties.graph
    found = [graph.nodes[number] for number in (graph.circles or [()])[0]] or list(graph.tasks)
    tasks = [node for node in found if node.kind == "task"]
    more = [f"{len(tasks) - MOST} more wait."] if len(tasks) > MOST else []
    return [_told(names, task) for task in tasks[:MOST]] + more


def _told(names: Names, task: Node) -> str:
    """``8 Eggs waits for the board at dinner.py:12, held by 10 Steak.``"""
    wanted = names.graph.waits_for(task)
    what = names.told(wanted[0]) if wanted else one_line(task.state)
    at = f" at {task.where}" if task.where else ""
    having = names.graph.held_by(wanted[0]) if wanted and wanted[0].kind != "task" else ()
    by = f", held by {names.told(having[0])}" if having else ""
    return f"{names.told(task)} waits for {what}{at}{by}."
