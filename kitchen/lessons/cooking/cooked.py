"""What a step is that is cooked by hand: its shift, the picks of an answer, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import tomli_w

from kitchen.cookbook.load import load_shift, parse_shift
from kitchen.errors import KitchenError, PolicyError
from kitchen.lessons.goal import Evidence
from kitchen.lessons.lesson import Lesson, LessonError, id_of
from kitchen.lessons.steps import BreakStep, CookStep
from kitchen.loop.stall import Stalled
from kitchen.menu import recipes_from
from kitchen.runs.headless import kitchen_of, played
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick
from kitchen.sim.facts import Fact
from kitchen.sim.policy import PLAYER
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

Cooked = CookStep | BreakStep
Picks = Sequence[tuple[float, Pick]]
"""Each with the second of kitchen time at which it is made."""

DISASTERS = f.FoodBurnt | f.WalkedOut | f.TurnedAway | f.TimerCut | f.Served | f.Said
"""Facts that a player may have wanted to bring about, or that show what came of it: a plate that
lost a part, what a dish says of it."""


def recipes_of(lesson: Lesson) -> Mapping[str, Recipe]:
    """Those of the lesson's own, for its shifts."""
    path = lesson.folder / "recipes.py"
    own = path.exists() and "@recipe" in path.read_text("utf-8")
    return recipes_from(path) if own else {}


def shift_of(lesson: Lesson, step: Cooked) -> Shift:
    """The shift that is cooked by hand. Raises `LessonError`, which names the key."""
    try:
        extra = recipes_of(lesson)
        if isinstance(step.shift, str):
            return load_shift(step.shift, extra)
        fields = {"name": step.title} | step.shift
        return parse_shift(tomli_w.dumps(fields), f"{lesson.name}-{id_of(step)}", extra)
    except KitchenError as error:
        where = lesson.folder / "lesson.toml"
        raise LessonError(f"{where}: {id_of(step)}.shift: {error}") from error


def commands_of(shift: Shift, answer: Sequence[Any]) -> list[tuple[float, Pick]]:
    """The picks of an answer. One without a time is made as soon as its order is there and the pick
    before it is made. Raises `TypeError` or `ValueError` for what are no picks."""
    comes = [order.at for order in shift.orders_for(shift.seed)]
    made: list[tuple[float, Pick]] = []
    for pick in answer:
        if isinstance(pick, list | tuple):
            at, order = float(pick[0]), int(pick[1])
        else:
            order = int(pick)
            before = made[-1][0] if made else 0.0
            at = max(before, comes[order - 1]) if 0 < order <= len(comes) else before
        made.append((at, Pick(order)))
    return sorted(made, key=lambda pair: pair[0])


def cooked(shift: Shift, step: Cooked, picks: Picks) -> Evidence:
    """What comes of these picks, headless; of a step to break, as soon as it is broken."""
    kitchen = kitchen_of(shift, policy=PLAYER, commands=picks)
    kind = words = ""
    try:
        played(kitchen)
    except Stalled as stall:
        kind, words = "stalled", str(stall)
    except PolicyError:
        kind, words = "unserved", "not all picks were made"
    except KitchenError as error:
        kind, words = "error", str(error)
    facts = kitchen.facts.in_order()
    if isinstance(step, BreakStep) and (found := broken(step, facts)) is not None:
        return found
    now = facts[-1].t if facts else 0.0
    return replace(evidence_in(facts, now), trouble=kind, words=words)


def broken(step: BreakStep, facts: Sequence[Fact]) -> Evidence | None:
    """What there was to see at the first moment at which it had gone wrong as the step wants it;
    None: it has not. A standstill is no fact, and not among this."""
    return next((found for found in _moments(facts) if not step.works.misses(found)), None)


def _moments(facts: Sequence[Fact]) -> Iterator[Evidence]:
    for index, fact in enumerate(facts):
        if isinstance(fact, DISASTERS):
            yield evidence_in(facts[: index + 1], fact.t)


def evidence_in(facts: Sequence[Fact], now: float) -> Evidence:
    """What the facts of a shift show so far."""
    titles = {fact.order: fact.title for fact in facts if isinstance(fact, f.Ordered)}
    served = [fact.order for fact in facts if isinstance(fact, f.Served)]
    left = sum(isinstance(fact, f.TurnedAway) for fact in facts)
    cut = sum(isinstance(fact, f.TimerCut) and fact.order in served for fact in facts)
    return Evidence(
        served=[titles[order] for order in served],
        unserved=[title for number, title in titles.items() if number not in served],
        prints=[fact.text for fact in facts if isinstance(fact, f.Said)],
        makespan=now,
        hands=sum(fact.seconds for fact in facts if isinstance(fact, f.Hands)),
        lost=left + cut,
        burnt=sum(isinstance(fact, f.FoodBurnt) for fact in facts),
        walked_out=sum(isinstance(fact, f.WalkedOut) for fact in facts),
    )
