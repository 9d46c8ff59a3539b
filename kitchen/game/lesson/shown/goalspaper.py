"""The paper with the goals of a step: what is wanted, how far it was reached, and the par."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.english import spelled
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.shown.prints import in_shown_lines
from kitchen.game.signs.codeprose import CodeProse
from kitchen.lessons.goal import Goal
from kitchen.lessons.judging.judge import Verdict
from kitchen.lessons.judging.stars import GOALS, Course
from kitchen.lessons.lesson import id_of
from kitchen.lessons.steps import AnyStep, PredictStep, WhyStep, kind_of

WORKS, WITHIN, KNEW = GOALS
HEAD, STAR, LEFT, TEXT_X, LEAST = 29.0, 42.0, 42.0, 76.0, 12.0
TOOTH, CLIP_W, CLIP_H = 10.0, 33.0, 17.0
SHADED: p.Colour = (0xEE, 0xDE, 0xC6)
"""The paper at its lower end, in high contrast too."""
OVER: p.Colour = (0xE4, 0x7B, 0x76)


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """``reached`` is None while nobody can say. ``par`` and ``took`` are seconds, for the bar."""

    name: str
    words: str
    reached: bool | None
    par: float | None = None
    took: float | None = None


ASKED = {
    "predict": "your order is the one that is printed", "why": "the right answer",
    "step": "every stop was seen",
}  # fmt: skip


def shown_goals(
    course: Course, step: AnyStep, verdict: Verdict | None, first: int = 1
) -> list[ShownGoal]:
    """The goals of a step, after that verdict. ``first`` is the line of the program with which the
    text begins that the player sees."""
    goals = [_works(step, verdict, first)]
    if step.par is not None:
        goals.append(_within(step.par, verdict))
    if isinstance(step, PredictStep | WhyStep):
        name = id_of(step)
        known = name in course.done
        missed = name in course.missed
        words = "not at the first try" if missed else "right at once"
        goals.append(ShownGoal(KNEW, words, False if missed else True if known else None))
    return goals


def _works(step: AnyStep, verdict: Verdict | None, first: int) -> ShownGoal:
    words = ASKED.get(kind_of(step)) or wanted(step.works)
    if verdict is None:
        return ShownGoal(WORKS, words, None)
    if not verdict.works and verdict.misses:
        words = in_shown_lines(verdict.misses[0], first)
    return ShownGoal(WORKS, words, verdict.works)


def _within(par: Goal, verdict: Verdict | None) -> ShownGoal:
    grain = fmt.grain_of(par.makespan or 0.0)
    words = f"by {fmt.clock(par.makespan, grain)}" if par.makespan is not None else "done well"
    if verdict is None or verdict.run is None:
        return ShownGoal(WITHIN, words, None, par.makespan)
    took = verdict.run.makespan
    if not verdict.works:
        return ShownGoal(WITHIN, words, None, par.makespan, took)
    if verdict.over_par:
        late = par.makespan is not None and took > par.makespan
        over = fmt.clock(took - (par.makespan or 0.0), grain) + " too long" if late else ""
        words = over or verdict.over_par[0]
    return ShownGoal(WITHIN, words, verdict.par, par.makespan, took)


def wanted(goal: Goal) -> str:
    """What a goal asks for, in a few words."""
    if goal.trouble is not None:
        return "it goes wrong"
    if isinstance(goal.served, list) and goal.served:
        count = len(goal.served)
        return {1: f"{goal.served[0]} is served", 2: "both are served"}.get(
            count, f"all {spelled(count)} are served"
        )
    if isinstance(goal.served, int):
        return f"{spelled(goal.served)} served"
    if goal.prints or goal.prints_any or goal.printed:
        return "it prints what is wanted"
    return "it comes to a good end"


class GoalsPaper:
    """Draws them in ``box`` (logical px)."""

    def __init__(self, kit: Kit, box: Box, goals: list[ShownGoal]) -> None:
        self._kit, self._box, self._goals = kit, box, goals

    def bake(self, ground: pygame.Surface) -> None:
        """All of it: it changes with the verdict alone."""
        self._paper(ground)
        kit, (x, y, _, h) = self._kit, self._box
        count = len(self._goals)
        title = "The goal" if count == 1 else f"{spelled(count).capitalize()} goals"
        kit.put(ground, kit.type.display(title, 20, p.INK), x + 22.0, y + HEAD + 8.0)
        top = y + 54.0
        bars = sum(goal.par is not None for goal in self._goals)
        each = min(74.0, (h - 66.0 - 40.0 * bars) / count)
        for index, goal in enumerate(self._goals):
            if index:
                rule = kit.stage.rect(x + 22.0, top - 4.0, self._box[2] - 44.0, 1.0)
                ground.fill(p.PAPER_D, rule)
            self._goal(ground, goal, top, each)
            top += each
            if goal.par is not None:
                self._bar(ground, goal, top + 2.0)
                top += 40.0

    def _paper(self, ground: pygame.Surface) -> None:
        """A slip of paper, torn off below, held by a clip."""
        stage, (x, y, w, h) = self._kit.stage, self._box
        area = stage.rect(x, y + 8.0, w, h - 8.0)
        paper = paint.gradient(area.size, (0xFF, 0xFA, 0xF0), SHADED).copy()
        tooth = stage.px(TOOTH)
        for left in range(0, area.width, 2 * tooth):
            points = [(left, area.height), (left + tooth, area.height - tooth),
                      (left + 2 * tooth, area.height)]  # fmt: skip
            pygame.draw.polygon(paper, p.NIGHT, points)
        ground.blit(paper, area)
        clip = stage.rect(x + w / 2 - CLIP_W / 2, y, CLIP_W, CLIP_H)
        ground.blit(paint.box(clip.size, stage.px(4), p.TOMATO, p.INK, stage.line(2), p.ACTION_D),
                    clip)  # fmt: skip

    def _goal(self, ground: pygame.Surface, goal: ShownGoal, top: float, high: float) -> None:
        kit, (x, _, w, _) = self._kit, self._box
        middle = top + high / 2 - 2.0
        star = kit.art.get("star" if goal.reached else "star_paper", height=min(STAR, high - 4.0))
        kit.put(ground, star, x + LEFT, middle, "center")
        words = self._words(goal.words, w - TEXT_X - 20.0)
        over, under = (-18.0, 1.0) if len(words.lines) > 1 else (-11.0, 11.0)
        kit.put(ground, kit.type.ui(goal.name, 17, p.INK, "bold"), x + TEXT_X, middle + over)
        tone = {True: p.MINT_PAPER, False: p.RED_PAPER, None: p.PAPER_MUTED}[goal.reached]
        words.draw(ground, x + TEXT_X, middle + under - words.leading / 2, tone, tone)

    def _words(self, words: str, room: float) -> CodeProse:
        """In one line if it can be, else in two; only what is longer than these is cut."""
        kit = self._kit
        told = CodeProse(kit, words, (15.0, 13.5), room, 1, "semibold")
        if len(told.lines) > 1:
            cut = kit.type.elide(words, LEAST, 1.85 * room)
            told = CodeProse(kit, cut, (LEAST,), room, 2, "semibold")
        return told

    def _bar(self, ground: pygame.Surface, goal: ShownGoal, top: float) -> None:
        """How long it took, in green up to the par and in red beyond it."""
        kit, stage, (x, _, w, _) = self._kit, self._kit.stage, self._box
        assert goal.par is not None
        grain = fmt.grain_of(goal.par)
        left, wide, took = x + TEXT_X, w - TEXT_X - 22.0, goal.took or 0.0
        last = max(goal.par, took) * (1.04 if took > goal.par else 1.25)
        track = stage.rect(left, top, wide, 12.0)
        ground.blit(paint.pill(track.size, p.PAPER_EDGE), track)
        at = left + wide * goal.par / last
        if took > goal.par:
            over = stage.rect(left, top, wide * took / last, 12.0)
            ground.blit(paint.pill(over.size, OVER), over)
        if took:
            green = stage.rect(left, top, wide * min(took, goal.par) / last, 12.0)
            fill = paint.box(green.size, stage.px(6), p.MINT_PAPER, corners="left")
            ground.blit(fill if took > goal.par else paint.pill(green.size, p.MINT_PAPER), green)
        ground.fill(p.INK, stage.rect(at - 1.0, top - 4.0, 2.0, 20.0))
        par = kit.type.code(fmt.clock(goal.par, grain), 14, p.INK, "semibold")
        kit.put(ground, par, at, top + 26.0, "center")
        if took > goal.par and wide * (took - goal.par) / last > 50.0:
            words = kit.type.code(fmt.clock(took, grain), 14, p.RED_PAPER, "semibold")
            kit.put(ground, words, left + wide * took / last, top + 26.0, "center")
