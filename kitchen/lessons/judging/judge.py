"""The judge: what a player's answer to a step comes to. It really runs what was built."""

from __future__ import annotations

import ast
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from kitchen.errors import RecipeError
from kitchen.lessons.cooking.cooked import Cooked, commands_of, cooked, shift_of
from kitchen.lessons.goal import Evidence, Goal
from kitchen.lessons.judging.cardturns import dealt
from kitchen.lessons.lesson import Lesson, LessonError, id_of, not_python
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run, Trouble, run
from kitchen.lessons.steps import (
    AnyStep,
    ArrangeStep,
    BreakStep,
    ChangeStep,
    CookStep,
    LessonStep,
    PredictStep,
    WalkStep,
    WhyStep,
    WriteStep,
)  # fmt: skip
from kitchen.plain import told
from kitchen.sim import facts as f

Programmed = PredictStep | ChangeStep | ArrangeStep | WriteStep | WalkStep | WhyStep


@dataclass(frozen=True)
class Verdict:
    """``works``: the step is done; ``par``: and well (True where it has no par). ``says`` is one
    line: what was wrong, or what is said of what worked. ``run`` is that of its program, if it has
    one and the program could be begun."""

    works: bool
    par: bool
    says: str = ""
    run: Run | None = None
    misses: tuple[str, ...] = ()
    """What is missing of ``works``."""
    over_par: tuple[str, ...] = ()
    """What is missing of ``par``."""


def judged(lesson: Lesson, step: AnyStep, answer: Any) -> Verdict:
    """The verdict on an answer, as a player gives it (see the kinds of steps for what that is).
    Raises `LessonError` for an answer that no player could give."""
    if isinstance(step, CookStep | BreakStep):
        return _of_cooking(lesson, step, answer)
    if isinstance(step, PredictStep):
        return _of_cards(lesson, step, answer)
    if isinstance(step, WhyStep):
        return _of_why(lesson, step, answer)
    if isinstance(step, WalkStep):
        return _of_walk(lesson, step, answer)
    return judged_run(step, tried(lesson, step, source_of(lesson, step, answer)))


def judged_run(step: AnyStep, found: Run) -> Verdict:
    """The verdict on what became of a program."""
    return judged_evidence(step, evidence(found), found)


def judged_evidence(step: LessonStep, found: Evidence, run: Run | None = None) -> Verdict:
    misses = tuple(step.works.misses(found))
    over = tuple(step.par.misses(found)) if step.par is not None and not misses else ()
    if not misses and not over:
        return Verdict(True, True, step.done, run)
    fitting = (m.says for m in step.mistakes if not m.when.misses(found))
    says = next(fitting, (*misses, *over)[0])
    return Verdict(not misses, False, says, run, misses, over)


# -- programs ------------------------------------------------------------------------------------


def shown(lesson: Lesson, step: Programmed) -> str:
    """The text that a step shows and has the player work on."""
    text = lesson.text(step.program)
    first, last = _lines_of(text, step.shows, f"{lesson.folder / step.program}")
    return "".join(text.splitlines(keepends=True)[first:last])


def lines_shown(lesson: Lesson, step: Programmed) -> range:
    """The lines of its program, from 1, that a step is about."""
    where = f"{lesson.folder / step.program}"
    first, last = _lines_of(lesson.text(step.program), step.shows, where)
    return range(first + 1, last + 1)


def program(lesson: Lesson, step: Programmed, text: str | None = None) -> Program:
    """Its program, with ``text`` in the place of what it shows. Raises `RecipeError`, with the
    line, for what is no Python."""
    whole = lesson.text(step.program)
    if text is not None:
        lines = whole.splitlines(keepends=True)
        first, last = _lines_of(whole, step.shows, f"{lesson.folder / step.program}")
        end = "" if text.endswith("\n") else "\n"
        whole = "".join([*lines[:first], text + end, *lines[last:]])
    return Program(whole, step.program, lesson.fields.dishes)


def tried(lesson: Lesson, step: Programmed, text: str | None = None) -> Run:
    """What comes of a step's program, with ``text`` in the place of what it shows."""
    try:
        made = program(lesson, step, text)
    except RecipeError as error:
        line = str(error).removeprefix(f"{step.program}:").split(":")[0]
        trouble = Trouble("SyntaxError", str(error), int(line) if line.isdecimal() else 0)
        nothing = Program("", step.program)
        return replace(_run(nothing, (), (), "leave", 1), trouble=trouble)
    orders = lesson.fields.orders if step.orders is None else step.orders
    stations = tuple(lesson.fields.stations.items())
    return _run(made, tuple(orders), stations, step.attention, step.chefs)


def _run(
    made: Program,
    orders: tuple[str, ...],
    stations: Sequence[tuple[str, int]],
    attention: str,
    chefs: int,
) -> Run:
    key = made.source, made.name, tuple((made.dishes or {}).items())
    return _ran(key, orders, tuple(stations), attention, chefs)


@lru_cache(maxsize=16)
def _ran(key: Any, orders: Any, stations: Any, attention: str, chefs: int) -> Run:
    """The same program comes to the same: what was tried is not tried again."""
    source, name, dishes = key
    return run(Program(source, name, dict(dishes)), orders, dict(stations), attention, chefs)


def source_of(lesson: Lesson, step: Programmed, answer: Any) -> str | None:
    """What a step shows, as an answer leaves it; None: as it was."""
    if isinstance(step, ChangeStep):
        if answer is not None and not isinstance(answer, list | tuple):
            raise LessonError(
                f"{lesson.name}: {id_of(step)}: numbers of tokens, not {told(answer)}"
            )
        return changed(shown(lesson, step), step, answer or [])
    if answer is None:
        return "" if isinstance(step, ArrangeStep) else None
    if not isinstance(answer, str):
        raise LessonError(f"{lesson.name}: {id_of(step)}: a text, not {type(answer).__name__}")
    return answer


def changed(text: str, step: ChangeStep, tokens: Sequence[int]) -> str:
    """The text with these tokens changed. Raises `LessonError` for a token that is not there."""
    for index in tokens:
        if not isinstance(index, int) or not 0 <= index < len(step.tokens):
            raise LessonError(f"{id_of(step)}: no token {told(index)}; they count from 0")
    for index, token in enumerate(step.tokens):
        if (count := text.count(token.old)) != 1:
            what = f"{id_of(step)}: tokens[{index}].old: {told(token.old)}"
            raise LessonError(f"{what} stands in what is shown {count} times, not once")
        if index in tokens:
            text = text.replace(token.old, token.new)
    return text


def _lines_of(text: str, function: str, where: str) -> tuple[int, int]:
    """From which line to which a function goes, decorators included; all of it for an empty one."""
    if not function:
        return 0, len(text.splitlines())
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise not_python(where, error) from error
    for node in ast.walk(tree):
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if named and node.name == function:  # type: ignore[attr-defined]
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])  # type: ignore
            return first - 1, node.end_lineno or first  # type: ignore[attr-defined]
    raise LessonError(f"{where}: no function {function!r}")


def evidence(found: Run) -> Evidence:
    """What a run shows for what is wanted of it."""
    hands = sum(fact.seconds for fact in found.facts if isinstance(fact, f.Hands))
    dropped = sum(1 for how in found.ended.values() if how == "dropped")
    return Evidence(
        found.served, found.unserved, found.prints, found.makespan, hands,
        found.trouble.kind if found.trouble else "", found.trouble.words if found.trouble else "",
        dropped + len(found.lost), sum(isinstance(fact, f.FoodBurnt) for fact in found.facts), 0,
        found.program.source,
    )  # fmt: skip


# -- arranging -----------------------------------------------------------------------------------


def pieces(lesson: Lesson, step: ArrangeStep) -> list[str]:
    """The lines that a player has to put in order, without indentation, in an order that gives
    nothing away: the ``given`` ones first, where they belong."""
    lines = [line.strip() for line in solution(lesson, step).splitlines() if line.strip()]
    given, rest = lines[: step.given], lines[step.given :] + step.extra
    random.Random(f"{lesson.name} {id_of(step)}").shuffle(rest)
    return given + rest


def solution(lesson: Lesson, step: AnyStep) -> Any:
    """Its answer in ``solution.py``; of a step whose answer its data tell, that one."""
    if isinstance(step, WhyStep):
        return step.right
    if isinstance(step, WalkStep):
        return len(step.stops)
    if isinstance(step, PredictStep):
        return cards(lesson, step)
    name = id_of(step)
    if name not in lesson.solution:
        raise LessonError(f"{lesson.folder / 'solution.py'}: no answer {name!r}")
    return lesson.solution[name]


# -- cards, questions, walks ---------------------------------------------------------------------


def cards(lesson: Lesson, step: PredictStep) -> list[str]:
    """The cards that belong, in the order in which the run turns them."""
    return [text for text, _ in dealt(tried(lesson, step), step)]


def deck(lesson: Lesson, step: PredictStep) -> list[str]:
    """All cards, in an order that gives nothing away."""
    every = cards(lesson, step) + step.extra
    random.Random(f"{lesson.name} {id_of(step)}").shuffle(every)
    return every


def _of_cards(lesson: Lesson, step: PredictStep, answer: Any) -> Verdict:
    right, found = cards(lesson, step), tried(lesson, step)
    given = list(answer) if isinstance(answer, list | tuple) else []
    if given == right:
        return Verdict(True, True, step.done, found)
    pairs = zip(given, right, strict=False)
    first = next((i for i, (ours, its) in enumerate(pairs) if ours != its), len(given))
    said = right[first] if first < len(right) else "nothing more"
    says = f"Card {first + 1} is {said!r}" if first < len(right) else "One card too many"
    specific = next((m.says for m in step.mistakes if _cards_fit(m.when, given)), says)
    return Verdict(False, False, specific, found, (says,))


def _cards_fit(when: Goal, given: list[str]) -> bool:
    """Whether they begin with what it ``prints``, and all that it has ``printed`` is among them."""
    begins = when.prints is None or when.prints == given[: len(when.prints)]
    return begins and set(when.printed or ()) <= set(given)


def _of_why(lesson: Lesson, step: WhyStep, answer: Any) -> Verdict:
    found = tried(lesson, step)
    if answer == step.right:
        return Verdict(True, True, step.done, found)
    says = next((m.says for m in step.mistakes), "Look at the strips: they prove another one.")
    return Verdict(False, False, says, found, ("another answer is right",))


def _of_walk(lesson: Lesson, step: WalkStep, answer: Any) -> Verdict:
    found, left = tried(lesson, step), len(step.stops) - (answer or 0)
    if left <= 0:
        return Verdict(True, True, step.done, found)
    says = f"{left} more to see"
    return Verdict(False, False, says, found, (says,))


# -- cooking -------------------------------------------------------------------------------------


def _of_cooking(lesson: Lesson, step: Cooked, answer: Any) -> Verdict:
    """Cooked headless with the picks of the answer; where they end, nobody gets hands."""
    if not answer:
        return Verdict(False, False, "Nobody got any hands", None, ("nobody got any hands",))
    shift = shift_of(lesson, step)
    try:
        commands = commands_of(shift, answer)
    except (TypeError, ValueError, IndexError) as error:
        what = f"{lesson.name}: {id_of(step)}: orders, or pairs of a time and an order"
        raise LessonError(f"{what}, not {told(answer)}") from error
    return judged_evidence(step, cooked(shift, step, commands))
