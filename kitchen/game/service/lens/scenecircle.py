"""The circle in the kitchen itself: dishes that wait for one another, tied with red arrows."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.service.explain.graphwords import Names
from kitchen.game.service.lens.arrows import drawn_arrows
from kitchen.game.service.lens.graphbox import RED_FACE
from kitchen.game.signs.moment import Moment

TAG_H, NAME, ICON, PAD = 20.0, 13.0, 14.0, 7.0  # logical px
WIDEST = 110.0
ASIDE, GAP = 4.5, 4.0
"""From the middle between two tags to each of the two arrows; from a tag to an arrow's end."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Below a dish: what it waits for."""

    box: Box
    text: str
    lock: bool


class SceneCircle:
    """Draws it while the lens is shown. ``box_of`` tells where a dish stands, in logical px."""

    def __init__(self, kit: Kit, box_of: Callable[[int], Box | None]) -> None:
        self._kit, self._box_of = kit, box_of
        self._drawn: tuple[object, pygame.Surface] | None = None

    def draw(self, surface: pygame.Surface, moment: Moment, within: Box) -> None:
        """``within``: the kitchen."""
        if not moment.ties.graph.circles:
            return
        tags = self._tags(moment, within)
        if len(tags) > 1:
            surface.blit(self._arrows(tags, within), self._kit.stage.rect(*within))
        for tag in tags:
            self._tag(surface, tag)

    def _tags(self, moment: Moment, within: Box) -> list[Tag]:
        names, graph = Names(moment.ties, moment.view, moment.now), moment.ties.graph
        circle = [graph.nodes[number] for number in graph.circles[0]]
        found: list[Tag] = []
        for node, after in zip(circle, [*circle[1:], circle[0]], strict=True):
            order = names.order(node)
            box = None if order is None else self._box_of(order)
            if box is not None:
                found.append(self._below(box, names.short(after), after.kind == "lock", within))
        return found

    def _below(self, box: Box, text: str, lock: bool, within: Box) -> Tag:
        text = self._kit.type.elide(text, NAME, WIDEST, weight="bold")
        width = self._kit.type.width(text, NAME, weight="bold") + 2 * PAD
        width += ICON + 3.0 if lock else 0.0
        left, top, wide, high = within
        x = min(max(box[0] + box[2] / 2 - width / 2, left + 4.0), left + wide - width - 4.0)
        y = min(box[1] + box[3] - TAG_H / 2, top + high - TAG_H - 4.0)
        return Tag((x, y, width, TAG_H), text, lock)

    def _arrows(self, tags: list[Tag], within: Box) -> pygame.Surface:
        if self._drawn is None or self._drawn[0] != tags:
            size = self._kit.stage.rect(*within).size
            pairs = zip(tags, [*tags[1:], tags[0]], strict=True)
            ways = [_way(one.box, other.box, within[:2]) for one, other in pairs]
            arrows = [(way, False, p.RED) for way in ways]
            self._drawn = tags, drawn_arrows(self._kit.stage.k, size, arrows)
        return self._drawn[1]

    def _tag(self, surface: pygame.Surface, tag: Tag) -> None:
        x, y, _, h = tag.box
        stage = self._kit.stage
        rect = stage.rect(*tag.box)
        face = paint.box(rect.size, stage.px(6), RED_FACE, p.RED, stage.line(1.6))
        surface.blit(face, rect)
        x += PAD
        if tag.lock:
            lock = self._kit.art.get("lock", ICON, ICON)
            self._kit.put(surface, lock, x + ICON / 2, y + h / 2, "center")
            x += ICON + 3.0
        text = self._kit.type.ui(tag.text, NAME, p.CREAM, "bold")
        self._kit.put(surface, text, x, y + h / 2)


def _way(start: Box, end: Box, corner: Pos) -> tuple[Pos, ...]:
    """From one tag to another, a little to the right of the straight way: the other one, which
    leads back, is to the left of it."""
    (ax, ay), (bx, by) = _middle(start), _middle(end)
    far = math.hypot(bx - ax, by - ay) or 1.0
    dx, dy = (bx - ax) / far, (by - ay) / far
    side = -dy * ASIDE - corner[0], dx * ASIDE - corner[1]
    begin, stop = _reach(start, dx, dy), far - _reach(end, dx, dy)
    if stop - begin < 2 * GAP:
        return ()
    tail, head = (ax + dx * begin, ay + dy * begin), (ax + dx * stop, ay + dy * stop)
    return (tail[0] + side[0], tail[1] + side[1]), (head[0] + side[0], head[1] + side[1])


def _middle(box: Box) -> Pos:
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def _reach(box: Box, dx: float, dy: float) -> float:
    """From the middle of a box to just outside of it, in that direction."""
    across = box[2] / 2 / abs(dx) if dx else math.inf
    down = box[3] / 2 / abs(dy) if dy else math.inf
    return min(across, down) + GAP
