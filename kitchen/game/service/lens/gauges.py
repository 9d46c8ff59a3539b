"""Gauges: groups, locks, queues, events and conditions as small instruments in a row."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.loop.relations import GROUPS, Node
from kitchen.terminal import one_line

SIZE, PAD, GAP, CELL = 12.0, 8.0, 6.0, 7.0  # logical px
MOST_CELLS = 8
"""Places that are drawn one by one; more are told as a number."""
WIDEST = 84.0


class Gauges:
    """Draws them from the left, as many as there is room for."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(self, surface: pygame.Surface, nodes: Sequence[Node], box: Box) -> None:
        places = self.places(nodes, box)
        for place, node in places:
            self._gauge(surface, node, place)
        if (more := len(nodes) - len(places)) > 0:
            x = max((place[0] + place[2] + GAP for place, _ in places), default=box[0])
            rest = self._kit.type.ui(f"+{more}", SIZE, p.LILAC)
            self._kit.put(surface, rest, x, box[1] + box[3] / 2)

    def places(self, nodes: Sequence[Node], box: Box) -> list[tuple[Box, Node]]:
        """Where each stands of those that there is room for."""
        x, y, _, h = box
        found: list[tuple[Box, Node]] = []
        for at, node in enumerate(nodes):
            more = len(nodes) - at
            width, rest = self._width(node), f"+{more}"
            room = box[0] + box[2] - x
            needs = width if more == 1 else width + GAP + self._kit.type.width(rest, SIZE)
            if needs > room:
                break
            found.append(((x, y + 1.0, width, h - 2.0), node))
            x += width + GAP
        return found

    def _name(self, node: Node) -> str:
        return self._kit.type.elide(one_line(node.name) or node.kind, SIZE, WIDEST)

    def _words(self, node: Node) -> str:
        """What stands after the name; cells say the rest."""
        waiting = f" · {len(node.line)} wait" if node.kind == "condition" and node.line else ""
        if node.kind == "condition":
            return f"condition{waiting}" if node.name != "condition" else waiting.strip(" ·")
        return "" if _cells(node) else node.fill

    def _width(self, node: Node) -> float:
        words = self._words(node)
        told = self._kit.type.width(words, SIZE, weight="medium") + 5.0 if words else 0.0
        cells = _cells(node)
        bar = cells * (CELL + 1.5) + 5.0 if cells else 0.0
        dot = 12.0 if node.kind == "event" else 0.0
        return 2 * PAD + self._kit.type.width(self._name(node), SIZE) + told + bar + dot

    def _gauge(self, surface: pygame.Surface, node: Node, box: Box) -> None:
        x, y, _, h = box
        stage = self._kit.stage
        rect, middle = stage.rect(*box), y + h / 2
        surface.blit(paint.box(rect.size, stage.px(7), p.NIGHT, _tone(node), stage.line(1)), rect)
        x += PAD
        text = self._kit.type.ui(self._name(node), SIZE, p.CREAM)
        self._kit.put(surface, text, x, middle)
        x += text.get_width() / stage.k + 5.0
        if node.kind == "event":
            dot = stage.px(CELL)
            on = node.state == "set"
            disc = paint.disc(
                dot, p.MINT if on else p.NIGHT, p.MINT if on else p.LILAC, stage.line(1.2)
            )
            self._kit.put(surface, disc, x + CELL / 2, middle, "center")
            x += 12.0
        for cell in range(_cells(node)):
            full = cell < node.taken
            area = stage.rect(x, middle - 4.5, CELL, 9.0)
            face = _tone(node) if full else p.PLUM
            surface.blit(paint.box(area.size, stage.px(2), face, p.MAUVE, stage.line(1)), area)
            x += CELL + 1.5
        if words := self._words(node):
            drawn = self._kit.type.ui(words, SIZE, p.LILAC, "medium")
            self._kit.put(surface, drawn, x, middle)


def _cells(node: Node) -> int:
    """Places that are drawn one by one."""
    return node.places if node.places is not None and node.places <= MOST_CELLS else 0


def _tone(node: Node) -> p.Colour:
    """Amber: somebody waits there; else mint, if some of it is taken; of groups always the same."""
    if node.kind in GROUPS:
        return p.STEAM
    if node.line:
        return p.AMBER
    return p.MINT if node.taken or node.state == "set" else p.MAUVE
