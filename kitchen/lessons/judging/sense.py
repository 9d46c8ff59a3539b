"""Sense: whether what a lesson names is there, and whether what it shows can be read.

A name that is nowhere is no error when a lesson is played: the picture, the dish or the frame of
the proof is missing, and nobody says why. So the check does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from kitchen.assets import find_assets
from kitchen.lessons.judging.judge import deck, pieces, shown, tried
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import (
    AnyStep,
    ArrangeStep,
    BreakStep,
    ChangeStep,
    CookStep,
    PredictStep,
    WhyStep,
)
from kitchen.sim import facts as f

MOST_LINES = 20
"""Lines of a program in which tokens are changed: all of them show at once."""

MOST_PIECES = 12
"""Lines to be put in order, or cards, those that do not belong among them."""

CHEF = "Chef"


def senseless(lesson: Lesson) -> Iterator[str]:
    """What makes none, a line each."""
    art = find_assets() / "art"
    for name in lesson.fields.picture:
        if not (art / f"{name.partition('.')[0]}.svg").is_file():
            yield f"{lesson.name}: picture: no drawing {name!r} in assets/art"
    known = _functions(lesson)
    for name in lesson.fields.dishes:
        if name not in known:
            yield f"{lesson.name}: dishes: no program has a function {name!r}"
    for step in lesson.steps:
        for what in _of_step(lesson, step):
            yield f"{lesson.name}: {id_of(step)}: {what}"


def _of_step(lesson: Lesson, step: AnyStep) -> Iterator[str]:
    if isinstance(step, ChangeStep):
        count = len(shown(lesson, step).splitlines())
        if count > MOST_LINES:
            yield f"shows {count} lines, at most {MOST_LINES}: name one function in shows"
    elif isinstance(step, ArrangeStep | PredictStep):
        many = pieces(lesson, step) if isinstance(step, ArrangeStep) else deck(lesson, step)
        if len(many) > MOST_PIECES:
            yield f"{len(many)} pieces to put in order, at most {MOST_PIECES}"
    elif isinstance(step, WhyStep) and step.proof is not None:
        yield from _of_proof(step, tried(lesson, step))


def _of_proof(step: WhyStep, run: Run) -> Iterator[str]:
    """The frame that proves an answer lies on a lane, where there is something to see."""
    assert step.proof is not None
    lane, since, until = step.proof.lane, step.proof.since, step.proof.until
    if not 0 <= since < until:
        yield f"proof: from {since:g} to {until:g} s is no time"
    elif lane != CHEF and lane not in run.titles.values():
        known = ", ".join([CHEF, *sorted(set(run.titles.values()))])
        yield f"proof.lane: no lane {lane!r}; there are: {known}"
    elif until > (end := _end(run, lane)):
        yield f"proof.until: {until:g} s, but {lane} is over at {end:g} s"


def _end(run: Run, lane: str) -> float:
    """When the last dish of that lane was served or left."""
    over = [fact.t for fact in run.facts if isinstance(fact, f.Served | f.WalkedOut)
            and run.titles.get(fact.order) == lane]  # fmt: skip
    alive = [order for order, title in run.titles.items() if title == lane]
    whole = lane == CHEF or any(run.ended.get(order) != "served" for order in alive)
    return run.makespan if whole or not over else max(over)


def _functions(lesson: Lesson) -> set[str]:
    """Names of the functions in all programs of a lesson, and in what its solution writes."""
    files = {step.program for step in lesson.steps if not isinstance(step, CookStep | BreakStep)}
    texts = [lesson.text(file) for file in sorted(files)]
    texts += [answer for answer in lesson.solution.values() if isinstance(answer, str)]
    return {name for text in texts for name in _functions_in(text)}


def _functions_in(text: str) -> Iterator[str]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return  # whoever runs it says so
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
