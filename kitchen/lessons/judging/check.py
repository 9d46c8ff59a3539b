"""The check: a proof that a lesson teaches what it says, for each of its steps.

The solution earns three stars, each mistake fails with the words that its file states, and who does
nothing earns no star.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kitchen.errors import KitchenError
from kitchen.lessons.judging.judge import judged, shown, solution
from kitchen.lessons.judging.sense import senseless
from kitchen.lessons.judging.stars import STARS, Course
from kitchen.lessons.judging.walk import missing_stops
from kitchen.lessons.lesson import MOST_WORDS, Lesson, answers_in, id_of
from kitchen.lessons.steps import BreakStep, CookStep, PredictStep, WalkStep, WhyStep


def faults(lesson: Lesson) -> list[str]:
    """What is wrong with a lesson, a line each; nothing, if it is proved."""
    found: list[str] = []
    try:
        found += _faults(lesson)
    except KitchenError as error:
        found.append(_named(lesson, str(error)))
    return found


def _named(lesson: Lesson, fault: str) -> str:
    """With the lesson in front, where nothing in front names a file of it."""
    return (
        fault if fault.startswith((f"{lesson.folder}", lesson.name)) else f"{lesson.name}: {fault}"
    )


def _faults(lesson: Lesson) -> Iterator[str]:
    if (words := lesson.words_before()) > MOST_WORDS:
        yield f"{lesson.name}: {words} words before the first action, at most {MOST_WORDS}"
    if not any(isinstance(step, PredictStep | WhyStep) for step in lesson.steps):
        yield f"{lesson.name}: no step asks what the player knows (predict or why)"
    if all(step.par is None for step in lesson.steps):
        yield f"{lesson.name}: no step has a par"
    yield from _hints(lesson)
    yield from senseless(lesson)
    yield from _by_solution(lesson, {id_of(step): solution(lesson, step) for step in lesson.steps})
    for step in lesson.steps:
        if judged(lesson, step, None).works:
            yield f"{lesson.name}: {id_of(step)}: doing nothing works"
        if not isinstance(step, CookStep | BreakStep):
            shown(lesson, step)  # or it says what is not there to be shown
        if isinstance(step, WalkStep):
            yield from missing_stops(lesson, step)
    if not lesson.wrong:
        yield f"{lesson.name}: no wrong_*.py"
    for path in lesson.wrong:
        yield from _by_mistake(lesson, path)


def _hints(lesson: Lesson) -> Iterator[str]:
    for step in lesson.steps:
        if len(step.hints) != 2:
            yield f"{lesson.name}: {id_of(step)}: two hints, the third is made of the solution"


def by_answers(lesson: Lesson, path: Path) -> Iterator[str]:
    """What is wrong with somebody's solution, by the same measure."""
    given = answers_in(path)
    answers = {id_of(step): given.get(id_of(step), solution(lesson, step)) for step in lesson.steps}
    yield from _by_solution(lesson, answers)


def _by_solution(lesson: Lesson, answers: dict[str, Any]) -> Iterator[str]:
    course = Course(lesson)
    for step in lesson.steps:
        verdict = judged(lesson, step, answers[id_of(step)])
        course.told(step, verdict)
        if not (verdict.works and verdict.par):
            yield f"{lesson.name}: {id_of(step)}: the solution fails: {verdict.says}"
    if course.stars != STARS:
        yield f"{lesson.name}: the solution earns {course.stars} of {STARS} stars"


def _by_mistake(lesson: Lesson, path: Path) -> Iterator[str]:
    answers = answers_in(path)
    says = " ".join(answers.pop("").split())
    where = f"{lesson.name}: {path.name}"
    if not says:
        yield f"{where}: its docstring states what is said of it"
    if not answers:
        yield f"{where}: it answers no step"
    for name, answer in answers.items():
        verdict = judged(lesson, lesson.step(name), answer)
        if verdict.works and verdict.par:
            yield f"{where}: {name}: it works"
        elif says and says != " ".join(verdict.says.split()):
            yield f"{where}: {name}: it says {verdict.says!r}"
