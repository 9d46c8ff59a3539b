"""Red marks where food burns or a guest leaves, if the dish pointed at is picked now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.flagplan import Planted, Wanted, plant
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.signs.foreseen import deed
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.lab.lookahead import Foresight, Loss
from kitchen.sim.view.kitchenview import KitchenView

HIGH, POINT, PAD, GAP = 18.0, 7.0, 6.0, 5.0
"""Of a flag, at the usual size of text (logical px): how high; its point; beside what stands in
it, and between the badge and the words."""
SIZE, DISH = 13.0, 96.0  # of the words, and how wide a dish's name is at most
BADGE = 0.8  # of the flag's height
OCTAGON = (
    (0.29, 0.0), (0.71, 0.0), (1.0, 0.29), (1.0, 0.71),
    (0.71, 1.0), (0.29, 1.0), (0.0, 0.71), (0.0, 0.29),
)  # fmt: skip
TO_THE_LEFT = ((1.0, 0.0), (0.0, 0.5), (1.0, 1.0))
TO_THE_RIGHT = ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0))
LINE = 1.5  # logical px

Form = tuple[str, str]
"""A badge's number and the words behind it."""


@dataclass(frozen=True, slots=True)
class LossMark:
    """A line at ``x`` (device px), and its flag; None where there is no room for one."""

    x: int
    place: Planted | None
    form: Form


class LossMarks:
    """Of many losses at once each has a line and a flag of its own; a flag that has no room for
    words tells the time, or its number alone."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._high = kit.stage.px(HIGH * kit.type.grown(SIZE) / SIZE)
        self._flags: Lru[pygame.Surface] = Lru(120)

    def plan(
        self,
        lanes: Sequence[Lane],
        middles: Sequence[int],
        area: pygame.Rect,
        view: TimeSpan,
        grain: float,
        foresight: Foresight,
    ) -> list[LossMark]:
        """The marks, whose flags stand in ``area``. ``middles`` are those of the lanes. All in
        device px."""
        losses = [loss for loss in foresight.losses if view.x(loss.at) < area.right]
        forms = [self._forms(loss, lanes[0].view, grain) for loss in losses]
        wanted = [
            Wanted(
                view.x(loss.at),
                middles[_lane_of(loss, lanes, foresight)],
                [self._flag(form, False).get_width() for form in several],
            )
            for loss, several in zip(losses, forms, strict=True)
        ]
        planted = plant(wanted, area, middles, self._high)
        return [
            LossMark(flag.x, place, several[place.form if place is not None else 0])
            for flag, place, several in zip(wanted, planted, forms, strict=True)
        ]

    def draw(self, surface: pygame.Surface, marks: Sequence[LossMark], area: pygame.Rect) -> None:
        """Over all of ``area``."""
        width = self._kit.stage.line(LINE)
        for mark in marks:
            surface.fill(p.RED, (mark.x, area.top, width, area.height))
        for mark in marks:
            if mark.place is not None:
                box = mark.place.box
                start, end = sorted((mark.x, box.right if mark.place.left else box.left))
                surface.fill(p.RED, (start, box.centery, end - start, width))
        for mark in marks:
            if mark.place is not None:
                surface.blit(self._flag(mark.form, mark.place.left), mark.place.box)

    def _forms(self, loss: Loss, view: KitchenView, grain: float) -> list[Form]:
        """What a flag may say, the fullest first."""
        order, at = view.orders[loss.order], fmt.clock(loss.at, grain)

        def fits(name: str) -> bool:
            return self._kit.type.width(name, SIZE, weight="bold") <= DISH

        dish, number = short_title(order.title, fits, view.menu), figure(order)
        return [(number, f"{deed(loss, dish)} {at}"), (number, at), (number, "")]

    def _flag(self, form: Form, left: bool) -> pygame.Surface:
        """One that points to the left, at a line there; or the other way round."""
        return self._flags.get((form, left), lambda: self._make(*form, left))

    def _make(self, number: str, words: str, left: bool) -> pygame.Surface:
        s, high = self._kit.stage, self._high
        text = self._kit.type.ui(words, SIZE, p.INK, "bold") if words else None
        badge = self._badge(number, round(high * BADGE))
        point, pad = s.px(POINT), s.px(PAD if words else PAD / 2)
        body = badge.get_width() + 2 * pad - (pad // 2 if words else 0)
        body += s.px(GAP) + text.get_width() if text is not None else 0
        flag = paint.clear((point + body, high), p.RED)
        start, tip = (0, body - 1) if left else (point, 0)
        corners = TO_THE_RIGHT if left else TO_THE_LEFT
        flag.blit(paint.polygon((point + 1, high), corners, p.RED), (tip, 0))
        flag.blit(paint.box((body, high), s.px(4), p.RED), (start, 0))
        x = start + (pad // 2 if words else pad)
        flag.blit(badge, badge.get_rect(midleft=(x, high // 2)))
        if text is not None:
            spot = text.get_rect(midleft=(x + badge.get_width() + s.px(GAP), high // 2))
            flag.blit(text, spot)
        return flag

    def _badge(self, number: str, across: int) -> pygame.Surface:
        """The octagon of what burns, with the table's number."""
        text = self._kit.type.ui(number, 12, p.INK, "bold")
        across = max(across, text.get_width() + self._kit.stage.px(3))
        badge = paint.polygon((across, across), OCTAGON, p.CREAM).copy()
        badge.blit(text, text.get_rect(center=badge.get_rect().center))
        return badge


def _lane_of(loss: Loss, lanes: Sequence[Lane], foresight: Foresight) -> int:
    """The lane that shows it: the order's own, or that of the chef who is with it then."""
    for index, lane in enumerate(lanes):
        if any(order.number == loss.order for order in lane.orders):
            return index
    for index, lane in enumerate(lanes):
        segments = lane.in_view(foresight.view).segments(loss.at, loss.at)
        if any(segment.order == loss.order for segment in segments):
            return index
    return len(lanes) - 1
