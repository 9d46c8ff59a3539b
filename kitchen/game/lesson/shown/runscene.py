"""The live kitchen of a run: the fire line in one row, and call-outs for who was never told to
cook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from itertools import takewhile

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.shown.runlanes import RunLane
from kitchen.game.race.picture import LanePicture
from kitchen.game.scene.floorplan import Floorplan, Site
from kitchen.game.scene.places import FIRE_PLATE, PLATE_H, plain
from kitchen.game.signs.layout import SCENE_H, SCENE_W
from kitchen.game.signs.moment import Moment
from kitchen.lessons.running.run import Run
from kitchen.sim.facts import Fact, Opened, Ordered, StationTaken, StationWanted
from kitchen.sim.view.kitchenview import KitchenView

LEAST_SHOWN, BESIDE, BELOW = 672.0, 14.0, 6.0
"""Logical px of the scene that are shown at least, and around what stands on the fire line."""
MOST_CELLS = 9
"""Stations and boards that one row has room for."""
LONELY = 3
"""Dishes at most that wait at the stations because nobody told them."""


class RunScene:
    """Draws the kitchen of ``run`` in ``box`` (logical px). ``places``: of each kind of station so
    many are shown at least; None: as many as there are."""

    def __init__(
        self, kit: Kit, box: Box, run: Run, lanes: Sequence[RunLane], typeface: str,
        places: int | None = None,
    ) -> None:  # fmt: skip
        self._kit, self._box, self._run, self._lanes = kit, box, run, lanes
        self._free: list[tuple[float, float]] = []
        """Where the stations are, in order, on the canvas in logical px."""
        boards = boards_of(run)
        x, y, w, h = box
        if boards is None:  # all of it, as high as there is room
            wide = min(w, h * SCENE_W / SCENE_H)
            high = wide * SCENE_H / SCENE_W
            whole = (x + (w - wide) / 2, y + (h - high) / 2, wide, high)
            self._make = partial(LanePicture, kit, whole, typeface)
            return
        plan = Floorplan(plain(boards), tuple(stations_of(run).items()), boards)
        shown = [s for s in plan.stations.values() if places is None or s.place < places]
        part = self._part([*shown, *plan.boards], w / h)
        self._make = partial(LanePicture, kit, box, typeface, part, boards)
        scale = w / part[2]
        self._free = [(x + (site.x - part[0]) * scale, y + (site.y - part[1]) * scale)
                      for site in shown]  # fmt: skip

    def _part(self, sites: Sequence[Site], ratio: float) -> Box:
        """What of the scene is shown: all that stands on the fire line, as large as it can be."""
        places = plain(None)
        left = min(site.plate[0] for site in sites) - BESIDE
        right = max(site.plate[0] + site.plate[2] for site in sites) + BESIDE
        foot = places.fire + FIRE_PLATE + PLATE_H + BELOW
        least = LEAST_SHOWN if self._box[2] > LEAST_SHOWN else 0.0
        wide = min(SCENE_W, max(right - left, least, (foot - places.top) * ratio))
        middle = min(max((left + right) / 2, wide / 2), SCENE_W - wide / 2)
        top = max(places.top, foot - wide / ratio)
        return middle - wide / 2, top, wide, wide / ratio

    # -- a frame -------------------------------------------------------------------------------

    @cached_property
    def _picture(self) -> LanePicture:
        """Made when it is first to be seen: that takes longer than all the rest."""
        return self._make()

    def follow(self, facts: Sequence[Fact]) -> None:
        self._picture.follow(facts)

    def draw(
        self, canvas: pygame.Surface, view: KitchenView, now: float, wall: float, still: bool,
        calm: bool, tempo: float,
    ) -> None:  # fmt: skip
        opened = view.opened
        attention = opened.attention if opened is not None else "leave"
        moment = Moment(
            view=view, now=now, wall=wall, facts=(), mode="concurrent", attention=attention,
            title="", seed=None, speed=1.0, paused=still, autopilot=True, tempo=tempo,
            sources={}, stars=0.0, hover=None, calm=calm, still=still,
        )  # fmt: skip
        (self._picture.settle if still else self._picture.paint)(moment)
        self._picture.draw(canvas)
        self._draw_lonely(canvas, view, now)

    # -- who was never told --------------------------------------------------------------------

    def _draw_lonely(self, canvas: pygame.Surface, view: KitchenView, now: float) -> None:
        """Dishes that nobody has begun, while another one goes on: each has its ticket at a station
        that is free, and says so. While nothing has begun, all that are waited for have theirs."""
        rests = view.facts <= len(opening(self._run))
        waiting = [lane for lane in self._lanes
                   if lane.stretches and lane.stretches[0].kind == "unbegun"
                   and now < lane.stretches[0].end]  # fmt: skip
        if rests:
            ordered = {order.title for order in view.orders.values()}
            waiting = [lane for lane in self._lanes if lane.title in ordered]
        elif not any(order.parts for order in view.orders.values()):
            return
        held = [order for kind in view.stations.values() for order in kind]
        spots = [at for at, order in zip(self._free, held, strict=False) if order is None]
        if rests:  # away from the chef
            spots = spots[-len(waiting) :]
        elif len(spots) > len(waiting) and held[:1] == [None]:
            spots = spots[1:]
        for index, (lane, at) in enumerate(zip(waiting[:LONELY], spots, strict=False)):
            self._ticket(canvas, lane, at)
            if index == 0 and now > 0.0:
                self._bubble(canvas, "Nobody told me", (at[0], at[1] - 46.0))

    def _ticket(self, canvas: pygame.Surface, lane: RunLane, at: tuple[float, float]) -> None:
        stage, kit = self._kit.stage, self._kit
        area = stage.rect(at[0] - 20.0, at[1] - 34.0, 40.0, 52.0)
        canvas.blit(paint.box(area.size, stage.px(5), p.PAPER, p.INK, stage.line(2), p.PAPER_EDGE),
                    area)  # fmt: skip
        clip = stage.rect(at[0] - 8.0, at[1] - 40.0, 16.0, 10.0)
        canvas.blit(paint.box(clip.size, stage.px(3), p.TOMATO, p.INK, stage.line(2)), clip)
        if kit.art.has(lane.picture):
            kit.put(canvas, kit.art.get(lane.picture, height=25.0), at[0], at[1] - 8.0, "center")

    def _bubble(self, canvas: pygame.Surface, words: str, tip: tuple[float, float]) -> None:
        stage, kit = self._kit.stage, self._kit
        text = kit.type.ui(words, 14, p.INK, "bold")
        wide, high = text.get_width() + stage.px(24), stage.px(28)
        area = pygame.Rect(0, 0, wide, high)
        area.midbottom = (stage.px(tip[0]), stage.px(tip[1]) - stage.px(7))
        area.clamp_ip(stage.rect(*self._box))
        size = (stage.px(16), stage.px(10))
        tail = paint.polygon(size, ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0)), p.INK)
        canvas.blit(paint.box(area.size, stage.px(8), p.PAPER, p.INK, stage.line(2)), area)
        spot = tail.get_rect(midtop=(stage.px(tip[0]), area.bottom - stage.line(2)))
        canvas.blit(tail, spot)
        face = paint.polygon((size[0] - stage.px(6), size[1] - stage.px(4)),
                             ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0)), p.PAPER)  # fmt: skip
        canvas.blit(face, face.get_rect(midtop=(spot.centerx, spot.top)))
        canvas.blit(text, text.get_rect(center=area.center))


def stations_of(run: Run) -> dict[str, int]:
    opened = next((fact for fact in run.facts if isinstance(fact, Opened)), None)
    return opened.stations if opened is not None else {}


def opening(run: Run) -> list[Fact]:
    """The facts with which its kitchen opens: what is waited for, and nobody has done anything."""
    return list(takewhile(lambda fact: isinstance(fact, Opened | Ordered), run.facts))


def places_used(runs: Iterable[Run]) -> int:
    """How many places of any kind of station their dishes stand at, and one for who waits."""
    facts = (fact for run in runs for fact in run.facts)
    return max((fact.place for fact in facts if isinstance(fact, StationTaken)), default=0) + 2


def boards_of(run: Run) -> int | None:
    """How many boards its kitchen has in one row; None: it needs both rows, as a dish waits for a
    station in the aisle, or there is too much for one."""
    if any(isinstance(fact, StationWanted) for fact in run.facts):
        return None
    most = 0
    for index, _ in enumerate(run.facts, start=1):
        stop = run.past.stop_at(run.facts[index - 1].t)
        most = max(most, run.past.at(stop).worktop_places)
    boards = max(1, most)
    return boards if boards + sum(stations_of(run).values()) <= MOST_CELLS else None
