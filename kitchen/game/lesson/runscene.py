"""The live kitchen of a run: its clock above it, and call-outs for who was never told to cook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.layout import RADIUS
from kitchen.game.lesson.runlanes import RunLane
from kitchen.game.race.picture import LanePicture
from kitchen.game.scene.floorplan import Floorplan
from kitchen.game.scene.places import FIRE_PLATE, PLATE_H, plain
from kitchen.game.signs.codeprose import CodeProse
from kitchen.game.signs.layout import SCENE_H, SCENE_W
from kitchen.game.signs.moment import Moment
from kitchen.lessons.judge import Verdict
from kitchen.lessons.run import Run
from kitchen.sim.facts import Fact, Opened, StationWanted
from kitchen.sim.view.kitchenview import KitchenView

HEAD = 42.0
CLOCK_END, BUTTON_W = 46.0, 46.0
LEAST_SHOWN, BESIDE, BELOW = 672.0, 14.0, 6.0
"""Logical px of the scene that are shown at least, and around what stands on the fire line."""
VERDICT_SIZES = (15.0, 14.0, 13.0)
"""Of what is said of a run: two lines have room for it."""
MOST_CELLS = 9
"""Stations and boards that one row has room for."""
LONELY = 3
"""Dishes at most that say that nobody told them."""


class RunScene:
    """Draws in ``box`` (logical px). ``run`` None: the kitchen has nothing to cook yet."""

    def __init__(
        self, kit: Kit, box: Box, run: Run | None, lanes: Sequence[RunLane], typeface: str,
        toggle: Callable[[], object], title: str = "Your program",
    ) -> None:  # fmt: skip
        self._kit, self._box, self._run, self._title = kit, box, run, title
        self._lanes = lanes
        x, y, w, h = box
        self._scene: Box = (x + 1.0, y + HEAD, w - 2.0, h - HEAD - 1.0)
        button = (x + w - BUTTON_W - 10.0, y + 6.0, BUTTON_W, 30.0)
        self.button = Button(kit, button, "", toggle, icon="pause", icon_size=13.0)
        self.controls: list[Control] = [self.button] if run is not None else []
        self._picture: LanePicture | None = None
        if run is not None:
            self._make(run, typeface)

    def _make(self, run: Run, typeface: str) -> None:
        boards = boards_of(run)
        _, _, w, h = self._scene
        if boards is None:  # all of it, as high as there is room
            wide = h * SCENE_W / SCENE_H
            box = (self._scene[0] + (w - wide) / 2, self._scene[1], wide, h)
            self._picture = LanePicture(self._kit, box, typeface)
            self._free: list[tuple[float, float]] = []
            return
        plan = Floorplan(plain(boards), tuple(stations_of(run).items()), boards)
        part = self._part(plan, w / h)
        self._picture = LanePicture(self._kit, self._scene, typeface, part, boards)
        self._scale = w / part[2]
        self._free = [self._on_screen(part, site.x, site.y) for site in plan.stations.values()]

    def _part(self, plan: Floorplan, ratio: float) -> Box:
        """What of the scene is shown: all that stands on the fire line, as large as it can be."""
        places = plain(None)
        sites = [*plan.stations.values(), *plan.boards]
        left = min(site.plate[0] for site in sites) - BESIDE
        right = max(site.plate[0] + site.plate[2] for site in sites) + BESIDE
        foot = places.fire + FIRE_PLATE + PLATE_H + BELOW
        wide = min(SCENE_W, max(right - left, LEAST_SHOWN, (foot - places.top) * ratio))
        middle = min(max((left + right) / 2, wide / 2), SCENE_W - wide / 2)
        top = max(places.top, foot - wide / ratio)
        return middle - wide / 2, top, wide, wide / ratio

    def _on_screen(self, part: Box, x: float, y: float) -> tuple[float, float]:
        return (self._scene[0] + (x - part[0]) * self._scale,
                self._scene[1] + (y - part[1]) * self._scale)  # fmt: skip

    # -- what stands still ---------------------------------------------------------------------

    def bake(self, ground: pygame.Surface, verdict: Verdict | None) -> None:
        stage, (x, y, w, h) = self._kit.stage, self._box
        area = stage.rect(x, y, w, h)
        ground.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        room = w - BUTTON_W - 190.0
        if verdict is not None and verdict.says:
            self._verdict(ground, verdict, room)
        else:
            words = self._kit.type.display(self._title, 17, p.CREAM)
            self._kit.put(ground, words, x + 18.0, y + HEAD / 2 - 1.0)
        if self._picture is None:
            scene = stage.rect(*self._scene)
            ground.blit(paint.box(scene.size, stage.px(RADIUS), p.NIGHT, corners="bottom"), scene)

    def _verdict(self, ground: pygame.Surface, verdict: Verdict, room: float) -> None:
        """What came of it, in a sentence, beside where it is to be seen."""
        kit, (x, y, _, _) = self._kit, self._box
        sign = "check" if verdict.works and verdict.par else "warn"
        kit.put(ground, kit.art.get(sign, height=20.0), x + 24.0, y + HEAD / 2, "center")
        tone = p.CREAM if verdict.works and verdict.par else p.SAFFRON
        prose = CodeProse(kit, verdict.says, VERDICT_SIZES, room, 2)
        prose.draw(ground, x + 42.0, y + (HEAD - prose.height) / 2, tone, p.CODE_NAME)

    # -- a frame -------------------------------------------------------------------------------

    def follow(self, facts: Sequence[Fact]) -> None:
        if self._picture is not None:
            self._picture.follow(facts)

    def draw(
        self, canvas: pygame.Surface, view: KitchenView | None, now: float, wall: float,
        still: bool, calm: bool, tempo: float,
    ) -> None:  # fmt: skip
        self._clock(canvas, now)
        self.button.icon = "play" if still else "pause"
        if self._picture is None or view is None:
            self._nothing(canvas)
            return
        opened = view.opened
        attention = opened.attention if opened is not None else "leave"
        moment = Moment(
            view=view, now=now, wall=wall, facts=(), mode="concurrent", attention=attention,
            title="", seed=None, speed=1.0, paused=still, autopilot=True, tempo=tempo,
            sources={}, stars=0.0, hover=None, calm=calm, still=still,
        )  # fmt: skip
        (self._picture.settle if still else self._picture.paint)(moment)
        self._picture.draw(canvas)
        self._round_off(canvas)
        self._lonely(canvas, view, now)

    def _clock(self, canvas: pygame.Surface, now: float) -> None:
        kit, (x, y, w, _) = self._kit, self._box
        if self._run is None:
            return
        middle, right = y + HEAD / 2 - 1.0, x + w - BUTTON_W - 24.0
        end = kit.type.ui(f"of {fmt.clock(self._run.makespan)}", 14, p.LILAC)
        left = right - end.get_width() / kit.stage.k
        kit.put(canvas, end, left, middle + 1.0)
        time = kit.type.code(fmt.clock(now), 18, p.WHITE, "semibold")
        area = kit.put(canvas, time, left - 8.0, middle, "midright")
        at = area.left / kit.stage.k - 15.0
        kit.put(canvas, kit.art.get("clock", height=20.0), at, middle, "center")

    def _nothing(self, canvas: pygame.Surface) -> None:
        kit, (x, y, w, h) = self._kit, self._scene
        kit.put(
            canvas, kit.art.get("chef_idle", height=96.0), x + w / 2, y + h / 2 - 22.0, "center"
        )
        words = kit.type.ui("Run it, and see what the kitchen does", 16, p.LILAC)
        kit.put(canvas, words, x + w / 2, y + h / 2 + 50.0, "center")

    def _round_off(self, canvas: pygame.Surface) -> None:
        """The panel's lower corners, over the picture."""
        stage, (x, y, w, h) = self._kit.stage, self._box
        area = stage.rect(x, y, w, h)
        edge = paint.box(area.size, stage.px(RADIUS), None, paint.PANEL_EDGE, stage.line(1))
        canvas.blit(edge, area)

    # -- who was never told --------------------------------------------------------------------

    def _lonely(self, canvas: pygame.Surface, view: KitchenView, now: float) -> None:
        """Dishes that nobody has begun, while another one goes on: each has its ticket at a station
        that is free, and says so."""
        waiting = [lane for lane in self._lanes
                   if lane.stretches and lane.stretches[0].kind == "unbegun"
                   and now < lane.stretches[0].end]  # fmt: skip
        if not self._free or not any(order.parts for order in view.orders.values()):
            return
        held = [order for kind in view.stations.values() for order in kind]
        spots = [at for at, order in zip(self._free, held, strict=False) if order is None]
        spots = spots[1:] if len(spots) > len(waiting) and held[:1] == [None] else spots
        for index, (lane, at) in enumerate(zip(waiting[:LONELY], spots, strict=False)):
            self._ticket(canvas, lane, at)
            if index == 0 and now > 0.0:
                self._bubble(canvas, "Nobody told me", (at[0], at[1] - 46.0))

    def _ticket(self, canvas: pygame.Surface, lane: RunLane, at: tuple[float, float]) -> None:
        stage, kit = self._kit.stage, self._kit
        area = stage.rect(at[0] - 20.0, at[1] - 34.0, 40.0, 52.0)
        canvas.blit(paint.box(area.size, stage.px(5), p.PAPER, p.INK, stage.line(2), p.PAPER_D),
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
        area.clamp_ip(stage.rect(*self._scene))
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
