"""Who waits for whom: the lower half of the lens."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, Choose
from kitchen.game.service.explain.explainawaited import shown_ties
from kitchen.game.service.lens.arrows import drawn_arrows
from kitchen.game.service.lens.gauges import Gauges
from kitchen.game.service.lens.graphpicture import (
    STRIP_H,
    GraphArrow,
    GraphChip,
    GraphPicture,
    Tone,
    graph_picture,
)
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import GraphThing, OrderedDish, Spot, Subject, Thing
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon

HEAD_H, FOOT_H, PAD = 40.0, 36.0, 14.0  # logical px
TITLE, NAME, NOTE, LABEL, WORDS = 19.0, 13.0, 12.0, 12.0, 13.0
ICON = 17.0
LEAST_NAME = 34.0
LEAST_SIZE = 0.8
"""The share of its size down to which a name shrinks before it is cut."""
COOKING = "The kitchen is being cooked again up to here ..."
BLIND = "told from facts alone"
"""Where a kitchen cannot be cooked twice: its locks and queues are not known then."""
RED_FACE: p.Colour = (0x5A, 0x1C, 0x33)


class GraphBox:
    """Draws it in a box (logical px), on whatever stands there."""

    def __init__(self, kit: Kit, box: Box) -> None:
        self._kit, self.box = kit, box
        self._gauges = Gauges(kit)
        x, y, w, h = box
        self._body: Box = (x, y + HEAD_H, w, h - HEAD_H - FOOT_H)
        self.picture = GraphPicture()
        self._key: object = None
        self._drawn: tuple[tuple[GraphArrow, ...], pygame.Surface] | None = None

    def follow(self, moment: Moment) -> Hashable:
        """See to what is to be shown; all that its looks depend on."""
        ties = moment.ties
        seconds = moment.now if moment.still else moment.now // moment.grain
        chosen = moment.chosen
        if chosen is None and moment.dish is not None:
            chosen = moment.dish.order  # the one above, line by line
        key = (id(ties), seconds, chosen, moment.view.facts, moment.mode)
        if key != self._key:
            self._key = key
            size = self._body[2], self._body[3]
            if ties.lack == "time":
                self.picture = GraphPicture(words=COOKING)
            else:
                known = shown_ties(moment)
                told = graph_picture(known, moment.view, moment.now, chosen, size)
                self.picture = replace(told, phase=BLIND) if known is not ties else told
        return self.picture, moment.mode

    # -- what can be pointed at ------------------------------------------------------------------

    def spots(self) -> list[Spot[Subject]]:
        """Dishes, what they wait for, and the picture itself."""
        things = [(self._moved(chip.box), chip.node) for chip in self.picture.chips]
        things += self._gauges.places(self.picture.strip, self._strip)
        found: list[Spot[Subject]] = [
            Spot(self._moved(chip.box), OrderedDish(chip.order))
            for chip in self.picture.chips
            if chip.order is not None
        ]
        found += [
            Spot(box, GraphThing(node.number, node.kind, node.name))
            for box, node in things
            if node is not None and node.number >= 0
        ]
        x, y, w, _ = self.box
        return [*found, Spot((x + PAD, y + 4, w - 2 * PAD, HEAD_H - 8), Thing("who waits"))]

    @property
    def _strip(self) -> Box:
        x, y, w, h = self.box
        return x + PAD, y + h - FOOT_H - STRIP_H, w - 2 * PAD, STRIP_H

    def target(self, pos: Pos) -> Action | None:
        """A click on a dish chooses it."""
        for spot in self.spots():
            if isinstance(spot.subject, OrderedDish) and spot.holds(pos):
                return Choose(spot.subject.order)
        return None

    def _moved(self, box: Box) -> Box:
        return box[0] + self._body[0], box[1] + self._body[1], box[2], box[3]

    # -- drawing ---------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        """What has been seen to last."""
        picture = self.picture
        self._head(surface, picture)
        surface.blit(self._arrows(picture), self._kit.stage.rect(*self._body))
        if picture.divider is not None:
            x, y, _, h = self._moved((picture.divider, 0.0, 0.0, self._body[3]))
            surface.fill(p.MAUVE, self._kit.stage.rect(x, y + 4, 1.0, h - 8))
        for (x, y), words in picture.labels:
            text = self._kit.type.ui(words, LABEL, p.LILAC, "medium")
            self._kit.put(surface, text, self._body[0] + x, self._body[1] + y, "center")
        for chip in picture.chips:
            self._chip(surface, chip, moment)
        self._foot(surface, picture)

    def _arrows(self, picture: GraphPicture) -> pygame.Surface:
        """They are the same as before nearly always, and take as long to draw as all the rest."""
        if self._drawn is None or self._drawn[0] != picture.arrows:
            arrows = [(arrow.points, arrow.dashed, _line(arrow.tone)) for arrow in picture.arrows]
            size = self._kit.stage.rect(*self._body).size
            self._drawn = picture.arrows, drawn_arrows(self._kit.stage.k, size, arrows)
        return self._drawn[1]

    def _head(self, surface: pygame.Surface, picture: GraphPicture) -> None:
        x, y, w, _ = self.box
        title = self._kit.type.display("Who waits for whom", TITLE, p.CREAM)
        self._kit.put(surface, title, x + PAD, y + HEAD_H / 2 + 2)
        if picture.phase:
            room = w - 3 * PAD - title.get_width() / self._kit.stage.k
            ways = picture.phase, picture.phase.removeprefix("the loop ")
            words, size = self._kit.type.told(ways, NAME, room, weight="medium")
            text = self._kit.type.ui(words, size, p.LILAC, "medium")
            self._kit.put(surface, text, x + w - PAD, y + HEAD_H / 2 + 3, "midright")
        if deadlocks := picture.deadlocks:
            words = f"{deadlocks} deadlock{'s' if deadlocks > 1 else ''}"
            text = self._kit.type.ui(words, 14, p.INK, "bold")
            width = self._kit.type.width(words, 14, weight="bold") + 22.0
            rect = self._kit.stage.rect(x + w - PAD - width, y + 12, width, 22)
            surface.blit(paint.pill(rect.size, p.RED), rect)
            surface.blit(text, text.get_rect(center=rect.center))

    def _chip(self, surface: pygame.Surface, chip: GraphChip, moment: Moment) -> None:
        x, y, w, h = self._moved(chip.box)
        rect, line = (
            self._kit.stage.rect(x, y, w, h),
            self._kit.stage.line(2 if chip.chosen else 1.4),
        )
        edge, face = _edge(chip), RED_FACE if chip.node and chip.tone == "deadlock" else p.NIGHT
        if chip.chosen:
            around = rect.inflate(2 * line, 2 * line)
            surface.blit(paint.box(around.size, self._kit.stage.px(10), p.CREAM), around)
        surface.blit(paint.box(rect.size, self._kit.stage.px(8), face, edge, line), rect)
        left = self._signs(surface, chip, moment, x + 7.0, y + h / 2)
        right = x + w - 7.0
        if chip.note and w > 60.0:
            note = self._kit.type.code(chip.note, NOTE, edge)
            right -= note.get_width() / self._kit.stage.k
            self._kit.put(surface, note, right, y + h / 2)
            right -= 4.0
        words, size = self._name(chip, right - left, moment.view.menu)
        if words:
            text = self._kit.type.ui(words, size, p.CREAM, "semibold")
            self._kit.put(surface, text, left, y + h / 2)

    def _name(self, chip: GraphChip, room: float, menu: frozenset[str]) -> tuple[str, float]:
        """As much of it as tells it from the others, and at what size; beside the number of a dish
        there need be none."""

        def fits(words: str) -> bool:
            return self._kit.type.width(words, NAME, weight="semibold") <= room

        name = short_title(chip.text, fits, menu) if chip.order is not None else chip.text
        if chip.order is not None and room < LEAST_NAME and not fits(name):
            return "", NAME
        return self._kit.type.told((name,), NAME, room, least=LEAST_SIZE)

    def _signs(
        self, surface: pygame.Surface, chip: GraphChip, moment: Moment, x: float, y: float
    ) -> float:
        """A chef's hat, the dish's picture and its number, or a lock; where the text begins."""
        order = moment.view.orders.get(chip.order) if chip.order is not None else None
        names = ["chef_hat"] if chip.chef else []
        if order is not None and not chip.chef:
            names.append(icon(order.dish))
        if chip.node is not None and chip.node.kind == "lock":
            names.append("lock")
        for name in names:
            art = self._kit.art.get(name, ICON, ICON)
            self._kit.put(surface, art, x + ICON / 2, y, "center")
            x += ICON + 4.0
        if order is not None:
            number = self._kit.type.ui(figure(order), NAME, p.CREAM, "bold")
            self._kit.put(surface, number, x, y)
            x += number.get_width() / self._kit.stage.k + 4.0
        return x

    def _foot(self, surface: pygame.Surface, picture: GraphPicture) -> None:
        x, y, w, h = self.box
        if picture.strip:
            self._gauges.draw(surface, picture.strip, self._strip)
        lines = self._kit.lines(picture.words, WORDS, w - 2 * PAD, "semibold", 2)
        top = y + h - FOOT_H + (FOOT_H - 16.0 * len(lines)) / 2
        for at, words in enumerate(lines):
            text = self._kit.type.ui(words, WORDS, p.CREAM, "semibold")
            self._kit.put(surface, text, x + w / 2, top + 16.0 * (at + 0.5) - 2.0, "center")


def _edge(chip: GraphChip) -> p.Colour:
    return p.MINT if chip.chef else _line(chip.tone)


def _line(tone: Tone) -> p.Colour:
    tones: dict[Tone, p.Colour] = {
        "deadlock": p.RED, "waits": p.LILAC, "wants": p.AMBER, "works": p.STEAM,
        "thing": p.LILAC, "more": p.MAUVE,
    }  # fmt: skip
    return tones[tone]
