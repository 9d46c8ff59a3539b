"""One lane: a kitchen of the race, seen at a moment, and all that counts of it in large figures."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.race.crown import crown
from kitchen.game.race.layout import RADIUS, LanePlan
from kitchen.game.race.lead import Placing, RaceLead
from kitchen.game.race.picture import LanePicture
from kitchen.game.race.progress import LaneProgress
from kitchen.game.race.runner import Runner
from kitchen.game.race.tickets import LaneTickets

NAME, KIND, LEADS = 30.0, 16.0, 27.0
ICON = 36.0
SERVED, PROFIT, LOSSES, LABEL = 58.0, 40.0, 28.0, 15.0
LEAST_KIND = 70.0
"""Logical px that words about a kitchen need, or they are left out."""
FRONT: p.Colour = (0x4A, 0x36, 0x28)
"""The head of who leads."""


class LaneView:
    """Draws ``runner`` by ``plan``."""

    def __init__(self, kit: Kit, runner: Runner, plan: LanePlan, typeface: str) -> None:
        self._kit, self.runner, self._plan = kit, runner, plan
        self.picture = LanePicture(kit, plan.scene, typeface)
        self._progress = LaneProgress(kit, plan.progress)
        self._queue = LaneTickets(kit, plan.tickets, plan.columns)
        self._frames = [self._frame(False), self._frame(True)]

    @property
    def box(self) -> Box:
        return self._plan.box

    def warm(self) -> Iterator[None]:
        yield from self.picture.warm(self.runner)

    def _frame(self, leads: bool) -> pygame.Surface:
        """All that stands still: the panel, the badge of the mode, the name."""
        kit, stage, (x, y, w, h) = self._kit, self._kit.stage, self._plan.box
        size = stage.rect(x, y, w, h).size
        frame = pygame.Surface(size).convert()
        frame.fill(p.NIGHT)
        frame.blit(paint.panel(size, stage.px(RADIUS), stage.line(1)), (0, 0))
        head = stage.rect(0, 0, w, self._plan.head[3])
        if leads:
            face = paint.box(head.size, stage.px(RADIUS), FRONT, corners="top")
            frame.blit(face, (0, 0))
            edge = paint.box(size, stage.px(RADIUS), None, p.SAFFRON, stage.line(3))
            frame.blit(edge, (0, 0))
        middle = 25.0 if self._plan.two_lines else self._plan.head[3] / 2 + 1.0
        badge = stage.rect(10.0, middle - ICON / 2, ICON * 1.15, ICON)
        frame.blit(paint.box(badge.size, stage.px(8), p.PLUM_HI), badge)
        icon = kit.art.get(f"mode_{self.runner.entrant.mode}", ICON * 0.82)
        frame.blit(icon, icon.get_rect(center=badge.center))
        return frame

    # -- a frame -------------------------------------------------------------------------------

    def draw(
        self, canvas: pygame.Surface, now: float, placing: Placing, lead: RaceLead | None
    ) -> None:
        """``lead``: it is this one that leads, or is level with who does; else None."""
        canvas.blit(
            self._frames[lead is not None and not lead.level], self._kit.stage.rect(*self._plan.box)
        )
        self._head(canvas, lead)
        self.picture.draw(canvas)
        self._figures(canvas, placing)
        self._queue.draw(canvas, self.runner.view, now)
        self._progress.draw(canvas, self.runner, now)

    def _head(self, canvas: pygame.Surface, lead: RaceLead | None) -> None:
        kit, (x, y, w, h) = self._kit, self._plan.head
        left, right = x + 10.0 + ICON * 1.15 + 10.0, x + w - 12.0
        middle = y + (25.0 if self._plan.two_lines else h / 2 + 1.0)
        if self._plan.two_lines:
            self._second_line(canvas, lead, y + 62.0)
        elif lead is not None:
            right = self._lead(canvas, lead, right, middle) - 14.0
        name, size = kit.type.told((self.runner.name,), NAME, right - left, "display", "", 0.6)
        drawn = kit.put(canvas, kit.type.display(name, size, p.CREAM), left, middle)
        left += drawn.width / kit.stage.k + 12.0
        if right - left >= LEAST_KIND:
            words, size = kit.type.told(ways(self.runner), KIND, right - left)
            kit.put(canvas, kit.type.ui(words, size, p.LILAC), left, middle + 3.0)

    def _second_line(self, canvas: pygame.Surface, lead: RaceLead | None, y: float) -> None:
        x, _, w, _ = self._plan.head
        if lead is not None:
            self._lead(canvas, lead, x + w - 12.0, y)

    def _lead(self, canvas: pygame.Surface, lead: RaceLead, right: float, y: float) -> float:
        """Who leads, and by what; from the right edge leftwards. Where it begins."""
        kit = self._kit
        if lead.level:
            area = kit.put(canvas, kit.type.display(lead.words, LEADS, p.CREAM), right, y,
                           "midright")  # fmt: skip
            return right - area.width / kit.stage.k
        for words, colour in ((lead.money, p.MINT if lead.cents >= 0 else p.RED_TEXT),
                              (lead.words, p.SAFFRON)):  # fmt: skip
            area = kit.put(canvas, kit.type.display(words, LEADS, colour), right, y, "midright")
            right -= area.width / kit.stage.k + 12.0
        sign = crown(kit, 26.0)
        kit.put(canvas, sign, right + 2.0, y - 2.0, "midright")
        return right - sign.get_width() / kit.stage.k

    # -- figures -------------------------------------------------------------------------------

    def _figures(self, canvas: pygame.Surface, placing: Placing) -> None:
        view, plan = self.runner.view, self._plan
        self._served(canvas, placing.served)
        tone = p.SAFFRON if placing.profit >= 0 else p.RED_TEXT
        self._figure(canvas, plan.profit, fmt.money(placing.profit, whole=True), "profit", tone)
        self._losses(canvas, view.burnt, view.walked_out + view.turned_away)

    def _served(self, canvas: pygame.Surface, served: int) -> None:
        """``12 of 21`` and what that is."""
        kit, (x, y, _, h) = self._kit, self._plan.served
        size = min(SERVED, h * 0.95)
        middle = y + h / 2
        figure = kit.type.display(str(served), size, p.WHITE)
        area = kit.put(canvas, figure, x + 4.0, middle)
        left = x + 4.0 + area.width / kit.stage.k + 7.0
        of = kit.type.display(f"/{self.runner.result.orders}", size * 0.5, p.LILAC)
        kit.put(canvas, of, left, middle - size * 0.12)
        kit.put(canvas, kit.type.ui("served", LABEL, p.LILAC), left, middle + size * 0.30)

    def _figure(
        self, canvas: pygame.Surface, box: Box, words: str, label: str, tone: p.Colour
    ) -> None:
        kit, (x, y, w, h) = self._kit, box
        room = w - 12.0 - kit.type.width(label, LABEL) - 6.0
        size = kit.type.fitted(words, PROFIT, room, "display", "")
        area = kit.put(canvas, kit.type.display(words, size, tone), x + 4.0, y + h / 2)
        left = x + 4.0 + area.width / kit.stage.k + 7.0
        kit.put(canvas, kit.type.ui(label, LABEL, p.LILAC), left, y + h / 2 + size * 0.22)

    def _losses(self, canvas: pygame.Surface, burnt: int, left: int) -> None:
        """Burnt and left, each with its sign: side by side, or above one another."""
        x, y, w, h = self._plan.losses
        stacked = h > w
        for index, loss in enumerate((("flame", burnt, "burnt"), ("face_cross", left, "left"))):
            if stacked:
                self._loss(canvas, x + 4.0, y + h * (0.25 + 0.5 * index), *loss, named=False)
            else:
                self._loss(canvas, x + 4.0 + w / 2 * index, y + h / 2, *loss)

    def _loss(
        self, canvas: pygame.Surface, x: float, y: float, art: str, number: int, label: str,
        named: bool = True,
    ) -> None:  # fmt: skip
        kit = self._kit
        area = kit.put(canvas, kit.art.get(art, height=26.0), x, y)
        x += area.width / kit.stage.k + 6.0
        colour = p.RED_TEXT if number else p.LILAC
        area = kit.put(canvas, kit.type.display(str(number), LOSSES, colour), x, y)
        if named:
            x += area.width / kit.stage.k + 5.0
            kit.put(canvas, kit.type.ui(label, LABEL, p.LILAC), x, y + 4.0)


def ways(runner: Runner) -> tuple[str, ...]:
    """``1 chef, leaves, deadline``, and shorter; of one that has its policy's name, its mode."""
    result = runner.result
    chefs = fmt.count(result.chefs, "chef")
    if runner.name.lower() != result.mode and runner.entrant.replay is None:
        return f"{result.mode}, {chefs}", result.mode
    who = f"{chefs}, {result.attention}{'s' if result.chefs == 1 else ''}"
    return f"{who}, {result.policy}", who, chefs
