"""The right half of a lesson: the kitchen that runs what was built, its strips, what it prints, and
the paper with the goals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.goalspaper import GoalsPaper, ShownGoal
from kitchen.game.lesson.layout import KITCHEN, PAPER, PRINTS, STRIPS
from kitchen.game.lesson.playing import RunPlaying
from kitchen.game.lesson.prints import Prints
from kitchen.game.lesson.runlanes import run_lanes
from kitchen.game.lesson.runscene import RunScene
from kitchen.game.lesson.runstrips import RunStrips, StripWishes
from kitchen.lessons.judge import Verdict
from kitchen.lessons.steps import Proof
from kitchen.sim.facts import Fact


@dataclass(frozen=True)
class StepShown:
    """What it is to show of a step. ``first`` is the line of the program with which the text begins
    that the player sees; ``par`` is in seconds."""

    verdict: Verdict | None
    goals: list[ShownGoal]
    par: float | None
    first: int
    proof: Proof | None = None
    """What in the strips proves the answer that was given."""


class RightSide:
    """Shows what ``playing`` plays."""

    def __init__(self, kit: Kit, playing: RunPlaying, shown: StepShown, typeface: str) -> None:
        self._kit, self._playing = kit, playing
        run = playing.run
        lanes = run_lanes(run) if run is not None else []
        self._scene = RunScene(kit, KITCHEN, run, lanes, typeface, playing.toggle)
        wishes = StripWishes(playing.go_to, lambda way: playing.step(True, way))
        self.strips = RunStrips(kit, STRIPS, lanes, playing.end, shown.par, wishes)
        self.strips.enabled = run is not None
        self._prints = Prints(kit, PRINTS, run, shown.first)
        self.say(shown)

    def say(self, shown: StepShown) -> None:
        """Another verdict, on the same run; `bake` shows it."""
        self._verdict = shown.verdict
        self.strips.proof = shown.proof
        self._paper = GoalsPaper(self._kit, PAPER, shown.goals)

    @property
    def controls(self) -> Sequence[Control]:
        return [*self._scene.controls, self.strips]

    def bake(self, ground: pygame.Surface) -> None:
        self._scene.bake(ground, self._verdict)
        self._prints.bake(ground)
        self._paper.bake(ground)

    def follow(self, facts: Sequence[Fact]) -> None:
        self._scene.follow(facts)

    def draw(self, canvas: pygame.Surface, wall: float, calm: bool) -> None:
        """All but what the page draws: the strips and the buttons are controls."""
        playing = self._playing
        self.strips.value = playing.now
        self._scene.draw(canvas, playing.view, playing.now, wall, playing.paused, calm,
                         playing.clock.speed)  # fmt: skip
        self._prints.draw(canvas, playing.now)
