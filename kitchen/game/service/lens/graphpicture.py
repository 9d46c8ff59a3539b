"""Who waits for whom as a picture to be drawn: chips, arrows and a sentence. All of it is pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from kitchen.game.draw.box import Box, Pos
from kitchen.game.service.explain.graphwords import Names, circle_words, dish_words, phase_words
from kitchen.game.service.explain.groupwords import group_words, part_name, part_note
from kitchen.lab.ties import Ties
from kitchen.loop.relations import GROUPS, SELDOM, Circle, Node
from kitchen.sim.view.kitchenview import KitchenView

Tone = Literal["deadlock", "waits", "wants", "works", "thing", "more"]
"""In the circle; waits for something; has its hand up; is at work or on the fire; is waited for; a
number of those that do not fit."""

CHIP_H, DISH_W, THING_W, PITCH = 26.0, 92.0, 84.0, 30.0  # logical px
PLAIN_W, RING_W, SIDE = 388.0, 264.0, 14.0
WIDE, HIGH = 88.0, 43.0
"""Radii of the ring in a box of the plain layout."""
LABELLED = 4
"""Up to so many nodes there is room to say beside the arrows what they mean."""
RING_MOST = 6
ROWS = 4
GAP = 46.0
STRIP_H = 22.0


@dataclass(frozen=True, slots=True)
class GraphChip:
    """A dish, a thing, or a number of them."""

    box: Box
    text: str
    tone: Tone
    order: int | None = None
    """Of a dish, or a task of it."""
    node: Node | None = None
    """Of a thing, or of a task in a group."""
    note: str = ""
    """At its right end: how full it is, for how long somebody has waited."""
    chosen: bool = False
    chef: bool = False
    """It is the chef, or has one."""


@dataclass(frozen=True, slots=True)
class GraphArrow:
    """From who waits to what for, dashed; from what is held to who holds it."""

    points: tuple[Pos, ...]
    dashed: bool
    tone: Tone


@dataclass(frozen=True, slots=True)
class GraphPicture:
    """In logical px, from the upper left corner of the box."""

    chips: tuple[GraphChip, ...] = ()
    arrows: tuple[GraphArrow, ...] = ()
    labels: tuple[tuple[Pos, str], ...] = ()
    divider: float | None = None
    """The x of a line between the ring and what stands beside it."""
    deadlocks: int = 0
    phase: str = ""
    """What the loop is doing; empty beside a deadlock, and where chefs stay."""
    words: str = ""
    strip: tuple[Node, ...] = ()
    """Locks, queues, events and conditions, as small instruments below."""


def graph_picture(
    ties: Ties, view: KitchenView, now: float, chosen: int | None, size: tuple[float, float]
) -> GraphPicture:
    """What there is to see, in a box of that size."""
    names = Names(ties, view, now)
    circles = ties.graph.circles
    if circles:
        mine = [c for c in circles if any(ties.orders.get(n) == chosen for n in c)]
        return _Ring(names, (mine or list(circles))[0], chosen, size).picture(len(circles))
    stay = view.opened is not None and view.opened.attention == "stay"
    picture = _Around(names, chosen, size).picture()
    return picture if stay else replace(picture, phase=phase_words(names, view))


def _rows(found: Sequence[int], chosen: int | None, most: int) -> tuple[list[int], int]:
    """Which of the orders in a line are shown, the chosen one among them, and how many are not."""
    if len(found) <= most:
        return list(found), 0
    shown = list(found[: most - 1])
    if chosen is not None and chosen in found and chosen not in shown:
        shown[-1] = chosen
    return shown, len(found) - len(shown)


class _Ring:
    """The circle, and beside it who waits for the chef."""

    def __init__(
        self, names: Names, circle: Circle, chosen: int | None, size: tuple[float, float]
    ) -> None:
        self._names, self._circle, self._chosen, self._size = names, circle, chosen, size
        nodes = [names.graph.nodes[number] for number in circle]
        self._more = len(nodes) - RING_MOST
        self._nodes = nodes if self._more <= 0 else nodes[: RING_MOST - 1]
        width, height = size
        beside = RING_W + (width - PLAIN_W) / 2
        self._beside = _before_the_chef(names, chosen, beside + 14.0, size)
        self._ring_w = beside if self._beside[0] else width
        self._middle = self._ring_w / 2 + (6.0 if self._beside[0] else 0.0), height / 2
        few = len(self._nodes) <= LABELLED
        wide = WIDE + (self._ring_w - RING_W) / 4 + (0.0 if few else 2.0)
        self._radii = wide, min(height / 2 - CHIP_H / 2 - 2.0, HIGH + (0.0 if few else 10.0))

    def picture(self, deadlocks: int) -> GraphPicture:
        boxes = [self._box(at, node) for at, node in enumerate(self._nodes)]
        chips = [self._chip(box, node) for box, node in zip(boxes, self._nodes, strict=True)]
        if self._more > 0:
            x, y = self._point(self._angle(len(self._nodes)))
            chips.append(GraphChip((x - 22, y - 13, 44, CHIP_H), f"+{self._more + 1}", "more"))
            boxes.append(chips[-1].box)
        arrows, labels = self._arrows(boxes)
        line, ways = self._beside
        return GraphPicture(
            chips=(*chips, *line),
            arrows=(*arrows, *ways),
            labels=labels,
            divider=self._ring_w + 4.0 if line else None,
            deadlocks=deadlocks,
            words=circle_words(self._names, self._circle, self._chosen),
        )

    @property
    def _count(self) -> int:
        return len(self._nodes) + (self._more > 0)

    def _angle(self, at: float) -> float:
        """The first node is at the left, the next below it."""
        return math.pi - at * 2 * math.pi / self._count

    def _point(self, angle: float, out: float = 1.0) -> Pos:
        (x, y), (wide, high) = self._middle, self._radii
        return x + out * wide * math.cos(angle), y + out * high * math.sin(angle)

    def _box(self, at: int, node: Node) -> Box:
        x, y = self._point(self._angle(at))
        width = DISH_W if node.kind == "task" else THING_W
        width += min(20.0, max(0.0, self._ring_w - PLAIN_W) / 5)
        if self._count > LABELLED:
            width -= 16.0
        left = min(max(4.0, x - width / 2), self._ring_w + 2.0 - width)
        return left, y - CHIP_H / 2, width, CHIP_H

    def _chip(self, box: Box, node: Node) -> GraphChip:
        order = self._names.order(node)
        chosen = order is not None and order == self._chosen
        return GraphChip(
            box, self._names.short(node), "deadlock", order, _thing(node), chosen=chosen
        )

    def _arrows(self, boxes: list[Box]) -> tuple[list[GraphArrow], tuple[tuple[Pos, str], ...]]:
        arrows: list[GraphArrow] = []
        labels: list[tuple[Pos, str]] = []
        for at in range(self._count):
            waits = at >= len(self._nodes) or self._nodes[at].kind == "task"
            ends = boxes[at], boxes[(at + 1) % self._count]
            arrows.append(GraphArrow(self._arc(at, *ends), waits, "deadlock"))
            if self._count <= LABELLED:
                x, y = self._point(self._angle(at + 0.5), 1.32)
                group = at < len(self._nodes) and self._nodes[at].kind in GROUPS
                words = "waits" if waits else "one is" if group else "held by"
                labels.append(((x, y), words))
        return arrows, tuple(labels)

    def _arc(self, at: int, start: Box, end: Box) -> tuple[Pos, ...]:
        points = [self._point(self._angle(at + step / 48)) for step in range(49)]
        return tuple(p for p in points if not _near(start, p, 1.0) and not _near(end, p, 3.0))


class _Around:
    """The thing that the chosen dish waits for, or that others wait for because of it: who stands
    in line, and who has it."""

    def __init__(self, names: Names, chosen: int | None, size: tuple[float, float]) -> None:
        self._names, self._chosen, self._size = names, chosen, size

    def picture(self) -> GraphPicture:
        names = self._names
        middle = names.about(self._chosen)
        groups = [node for node in names.groups(self._chosen) if node != middle]
        strip = (*groups, *(node for node in names.graph.things if node.kind in SELDOM))
        if middle is not None and middle.kind in GROUPS:
            words = group_words(names, self._chosen, middle)
        else:
            words = dish_words(names, self._chosen, middle)
        if middle is None:
            return GraphPicture(words=words, strip=strip)
        body = self._size[1] - (STRIP_H + 4.0 if strip else 0.0)
        line, having = names.line(middle), names.having(middle)
        parts = names.graph.made_of(middle)
        wide, y = self._size[0], body / 2
        thing_x = (wide - THING_W) / 2 + (0.0 if having or parts else (DISH_W + GAP) / 2)
        thing = (thing_x, y - CHIP_H / 2, THING_W, CHIP_H)
        rows = max(1, int(body // PITCH))
        gap = GAP if not (having or parts) else thing_x - SIDE - DISH_W
        left = self._column(line, thing_x - gap - DISH_W, y, rows)
        right = self._column(having, wide - SIDE - DISH_W, y, rows)
        right += self._parts(parts, wide - SIDE - DISH_W, y, rows)
        chip = GraphChip(
            thing, names.short(middle), "thing", node=_thing(middle), note=names.fill(middle),
            chef=middle.kind == "chef",
        )  # fmt: skip
        arrows = [_straight(c.box, thing, True, c.tone) for c in left if c.tone != "more"]
        arrows += [_straight(thing, c.box, False, c.tone) for c in right if c.tone != "more"]
        labels = []
        if len(left) == 1:
            labels.append(((thing_x - gap / 2, y - 18.0), "waits"))
        if len(right) == 1:
            x = (thing_x + THING_W + wide - SIDE - DISH_W) / 2
            labels.append(((x, y - 18.0), "held by" if having else "made of"))
        return GraphPicture(
            chips=(*left, chip, *right), arrows=tuple(arrows), labels=tuple(labels), words=words,
            strip=strip,
        )  # fmt: skip

    def _column(self, orders: Sequence[int], x: float, y: float, rows: int) -> list[GraphChip]:
        """One below the other, around that height."""
        shown, more = _rows(orders, self._chosen, min(ROWS, rows))
        count = len(shown) + (more > 0)
        top = y - count * PITCH / 2 + (PITCH - CHIP_H) / 2
        chips = [
            _dish_chip(self._names, order, (x, top + at * PITCH, DISH_W, CHIP_H), self._chosen)
            for at, order in enumerate(shown)
        ]
        if more:
            chips.append(
                GraphChip((x, top + len(shown) * PITCH, DISH_W, CHIP_H), f"+{more}", "more")
            )
        return chips

    def _parts(self, parts: Sequence[Node], x: float, y: float, rows: int) -> list[GraphChip]:
        """The tasks of a group, one below the other; of a group within it only how much is done."""
        most = min(ROWS, rows)
        shown = parts if len(parts) <= most else parts[: most - 1]
        more = len(parts) - len(shown)
        top = y - (len(shown) + (more > 0)) * PITCH / 2 + (PITCH - CHIP_H) / 2
        chips = [
            _part_chip(self._names, part, (x, top + at * PITCH, DISH_W, CHIP_H))
            for at, part in enumerate(shown)
        ]
        box = (x, top + len(shown) * PITCH, DISH_W, CHIP_H)
        return [*chips, GraphChip(box, f"+{more}", "more")] if more else chips


def _part_chip(names: Names, part: Node, box: Box) -> GraphChip:
    """In the colour of what it waits for: its timer, a chef, anything else."""
    kinds = {node.kind for node in names.graph.waits_for(part)}
    tone: Tone = "works" if kinds == {"timer"} else "wants" if "chef" in kinds else "waits"
    return GraphChip(
        box, part_name(names, part), tone, node=part, note=part_note(names, part),
    )  # fmt: skip


def _before_the_chef(
    names: Names, chosen: int | None, x: float, size: tuple[float, float]
) -> tuple[list[GraphChip], list[GraphArrow]]:
    """The dish that has the hands, and below it who wants them next."""
    wide, high = size
    width = wide - x - 6.0
    most = max(1, int((high - 8.0) // (CHIP_H + 14.0)))
    having = names.at_work()[:1]
    shown, more = _rows(names.ready(), chosen, most - len(having))
    count = len(having) + len(shown) + (more > 0)
    if not shown or width < 70.0:
        return [], []
    pitch = CHIP_H + 14.0
    top = high / 2 - (count * pitch - 14.0) / 2
    chips = [
        _dish_chip(names, order, (x, top + at * pitch, width, CHIP_H), chosen)
        for at, order in enumerate([*having, *shown])
    ]
    if more:
        chips.append(GraphChip((x, top + len(chips) * pitch, width, CHIP_H), f"+{more}", "more"))
    arrows = []
    for upper, lower in pairwise(chips):
        middle = x + width / 2
        points = (middle, lower.box[1] - 1.0), (middle, upper.box[1] + CHIP_H + 2.0)
        arrows.append(GraphArrow(points, False, "wants"))
    return chips, arrows


def _dish_chip(names: Names, order: int, box: Box, chosen: int | None) -> GraphChip:
    tone = names.tone(order)
    chef = tone == "works" and order in names.at_work()
    return GraphChip(
        box, names.title(order), tone, order, note=names.since(order), chosen=order == chosen,
        chef=chef,
    )  # fmt: skip


def _thing(node: Node) -> Node | None:
    return None if node.kind == "task" else node


def _near(box: Box, pos: Pos, gap: float) -> bool:
    x, y, w, h = box
    return x - gap <= pos[0] <= x + w + gap and y - gap <= pos[1] <= y + h + gap


def _straight(start: Box, end: Box, dashed: bool, tone: Tone) -> GraphArrow:
    """From the right of one to the left of another."""
    a = start[0] + start[2] + 2.0, start[1] + start[3] / 2
    low, high = end[1] + 6.0, end[1] + end[3] - 6.0
    b = end[0] - 3.0, min(max(a[1], low), high)
    return GraphArrow((a, b), dashed, tone)
