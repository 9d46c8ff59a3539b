"""The right half of a lesson: the kitchen that runs what was built, its strips, what it prints, and
the paper with the goals. Two runs have their kitchens side by side, on one clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.layout import (
    ASIDE,
    KITCHEN,
    KITCHENS,
    PAPER,
    PAPER_ASIDE,
    PRINTS,
    RADIUS,
    READING,
    STRIPS,
    STRIPS_AFTER,
    STRIPS_BEFORE,
)
from kitchen.game.lesson.shown.goalspaper import GoalsPaper, ShownGoal
from kitchen.game.lesson.shown.playing import RunPlaying
from kitchen.game.lesson.shown.prints import Prints
from kitchen.game.lesson.shown.restingkitchen import RestingKitchen
from kitchen.game.lesson.shown.runhead import HEAD, RunHead
from kitchen.game.lesson.shown.runlanes import run_lanes
from kitchen.game.lesson.shown.runscene import RunScene, places_used
from kitchen.game.lesson.shown.runstrips import RunStrips, StripWishes
from kitchen.game.signs.codeprose import fitting_prose
from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import Proof
from kitchen.plain import INFINITY
from kitchen.sim.facts import Fact

LABELS = ("Before", "After")
LABEL_H = 20.0


@dataclass(frozen=True)
class StepShown:
    """What it is to show of a step. ``first`` is the line of the program with which the text begins
    that the player sees; ``par`` is in seconds; ``idle`` is said while nothing was run."""

    verdict: Verdict | None
    goals: list[ShownGoal]
    par: float | None
    first: int
    title: str = "Your program"
    idle: str = "Run it, and see what the kitchen does"
    rests: Run | None = None
    """Before anything was run: a run that begins as it will, for the kitchen as it opens."""
    reads: bool = False
    """The program stands below that kitchen, in the place of strips and prints."""
    asks: bool = False
    """Of a run nothing is told beyond what was seen of it."""
    proof: Proof | None = None
    """What in the strips proves the answer that was given."""


class RightSide:
    """Shows what ``playing`` plays."""

    def __init__(self, kit: Kit, playing: RunPlaying, shown: StepShown, typeface: str) -> None:
        self._kit, self._playing, self._idle = kit, playing, shown.idle
        self._reads = shown.reads and not playing.shown
        self._asks = shown.asks
        count = len(playing.shown)
        self._box = KITCHENS if count == 2 else KITCHEN
        end = playing.end if count else None
        self._head = RunHead(kit, self._box, shown.title, end, playing.toggle)
        self._scenes: list[RunScene] = []
        self.strips: list[RunStrips] = []
        wishes = StripWishes(playing.go_to, lambda way: playing.step(True, way))
        used = places_used(one.run for one in playing.shown) if count == 2 else None
        for index, played in enumerate(playing.shown):
            lanes = run_lanes(played.run)
            label = LABELS[index] if count == 2 else ""
            box = self._scene_box(index, count)
            self._scenes.append(RunScene(kit, box, played.run, lanes, typeface, used))
            at = (STRIPS_BEFORE, STRIPS_AFTER)[index] if count == 2 else STRIPS
            self.strips.append(RunStrips(kit, at, lanes, playing.end, shown.par, wishes, label))
        self._rest: RestingKitchen | None = None
        if not playing.shown and shown.rests is not None and shown.rests.facts:
            box = self._scene_box(0, 1)
            self._rest = RestingKitchen(kit, box, shown.rests, typeface, shown.par)
        self._prints = Prints(kit, PRINTS, playing.run, shown.first, shown.idle)
        self.say(shown)

    def say(self, shown: StepShown) -> None:
        """Another verdict, on the same run; `bake` shows it."""
        self._verdict = shown.verdict
        for strips in self.strips:
            strips.proof = shown.proof
        self._paper = GoalsPaper(self._kit, PAPER_ASIDE if self._reads else PAPER, shown.goals)

    def _scene_box(self, index: int, count: int) -> Box:
        x, y, w, h = self._box
        each = (w - 2.0 - 2.0 * (count - 1)) / count
        head = HEAD + (LABEL_H if count == 2 else 0.0)
        return x + 1.0 + index * (each + 2.0), y + head, each, h - head - 1.0

    @property
    def controls(self) -> Sequence[Control]:
        return [self._head.button, *self.strips] if self._scenes else []

    # -- a picture -----------------------------------------------------------------------------

    def bake(self, ground: pygame.Surface) -> None:
        """What stands still."""
        stage = self._kit.stage
        below = [READING, ASIDE] if self._reads else [] if self.strips else [STRIPS]
        for box in (self._box, *below):
            area = stage.rect(*box)
            ground.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        self._head.bake(ground, self._verdict)
        x, y, w, h = self._box
        bed = stage.rect(x + 1.0, y + HEAD, w - 2.0, h - HEAD - 1.0)
        ground.blit(paint.box(bed.size, stage.px(RADIUS), p.NIGHT, corners="bottom"), bed)
        for index, label in enumerate(LABELS if len(self._scenes) == 2 else ()):
            left, top, _, _ = self._scene_box(index, 2)
            text = self._kit.type.ui(label, 14, p.CREAM, "bold")
            self._kit.put(ground, text, left + 17.0, top - LABEL_H / 2)
        if self._reads:
            self._bake_reading(ground)
        else:
            self._prints.bake(ground)
        self._paper.bake(ground)

    def follow(self, facts: Sequence[Sequence[Fact]]) -> None:
        """These are new in each of the runs."""
        for scene, fresh in zip(self._scenes, facts, strict=True):
            scene.follow(fresh)

    def draw(self, canvas: pygame.Surface, wall: float, calm: bool) -> None:
        """All but what the page draws: the strips and the button are controls."""
        playing = self._playing
        known = playing.seen if self._asks else INFINITY
        self._head.draw(canvas, playing.now, playing.paused, known >= playing.end)
        for strips in self.strips:
            strips.value, strips.known = playing.now, known
        for scene, played in zip(self._scenes, playing.shown, strict=True):
            if played.view is not None:
                scene.draw(canvas, played.view, playing.now, wall, playing.paused, calm,
                           playing.clock.speed)  # fmt: skip
        if self._rest is not None:
            self._rest.draw(canvas, wall, calm, not self._reads)
        if self._scenes or self._rest is not None:
            self._round_off(canvas)
        else:
            self._nothing(canvas)
        amid = playing.amid
        if not self._reads:
            printed = amid.printed if amid is not None else None
            self._prints.draw(canvas, playing.now, printed, known)

    def _round_off(self, canvas: pygame.Surface) -> None:
        """The panel's edge, over the picture."""
        stage = self._kit.stage
        area = stage.rect(*self._box)
        edge = paint.box(area.size, stage.px(RADIUS), None, paint.PANEL_EDGE, stage.line(1))
        canvas.blit(edge, area)

    def _bake_reading(self, ground: pygame.Surface) -> None:
        """The head of the program, and what the chef says beside it."""
        kit, (x, y, _, _) = self._kit, READING
        kit.put(ground, kit.type.display("The program", 17, p.CREAM), x + 18.0, y + 20.0)
        left, top, w, h = ASIDE
        chef = kit.art.get("chef_idle", height=96.0)
        kit.put(ground, chef, left + 54.0, top + h / 2, "center")
        prose = fitting_prose(kit, self._idle, (16.0, 15.0, 14.0, 13.0), w - 120.0, h - 28.0)
        prose.draw(ground, left + 106.0, top + (h - prose.height) / 2, p.CREAM, p.CODE_NAME)

    def _nothing(self, canvas: pygame.Surface) -> None:
        """Nothing was run yet."""
        kit, (x, y, w, h) = self._kit, self._box
        middle = y + HEAD + (h - HEAD) / 2
        chef = kit.art.get("chef_idle", height=96.0)
        kit.put(canvas, chef, x + w / 2, middle - 22.0, "center")
        words = kit.type.ui(self._idle, 16, p.LILAC)
        kit.put(canvas, words, x + w / 2, middle + 50.0, "center")
