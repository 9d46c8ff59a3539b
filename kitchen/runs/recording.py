"""Recording: replays made of kitchens that have closed, played or not."""

from __future__ import annotations

import hashlib
import platform
import zlib
from collections.abc import Iterable
from dataclasses import replace

import kitchen
from kitchen.cookbook.write import dump_shift
from kitchen.errors import KitchenError
from kitchen.runs.replay import LARGEST_FACTS, MOST_COMMANDS, MOST_RECIPES, Made, Replay, Upshot
from kitchen.runs.result import Result, facts_as_lines, result_of
from kitchen.runs.service import Service
from kitchen.sim.commands import SetPolicy
from kitchen.sim.facts import Opened
from kitchen.sim.policy import PLAYER
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Roster, Shift

MOST_FACTS = 300_000
"""A replay of more than that goes without them: so many lines are about as much as they may be."""


def replay_of(service: Service, mode: str | None = None) -> Replay:
    """The replay of a kitchen of a service, by default of the one looked into.

    Raises `KitchenError` if that kitchen has not closed, and what ended it, if that was an error.
    """
    kitchen = service.kitchens[mode or service.mode]
    if not kitchen.done.done() or kitchen.done.cancelled():
        raise KitchenError(f"the {kitchen.mode.name} kitchen has not closed yet")
    result = result_of(kitchen)
    played = service.began_played(kitchen.mode.name)
    return _recorded(service.shift, result, service.autopilot_policy, played)


def replay_so_far(service: Service, mode: str | None = None) -> Replay:
    """What has been cooked of a kitchen that goes on: how it went on is not in it, so that it comes
    out as recorded only as far as that. Raises `KitchenError` for a shift that cannot be written
    down."""
    kitchen = service.kitchens[mode or service.mode]
    facts = facts_as_lines(
        [fact for fact in kitchen.facts.in_order() if fact.t <= service.loop.now]
    )
    return Replay(
        shift_name=service.shift.name,
        shift=dump_shift(service.shift),
        seed=service.seed,
        mode=kitchen.mode.name,
        policy=service.autopilot_policy,
        played=service.began_played(kitchen.mode.name),
        commands=list(kitchen.commands),
        digest=hashlib.sha256(facts).hexdigest(),
        made=made_here(service.shift.every_recipe()),
    )


def replay_of_result(shift: Shift, result: Result) -> Replay:
    """The replay of what `kitchen.run` made of the shift. Raises `KitchenError` for a shift that
    cannot be written down, and if it is not known any more how the kitchen began."""
    began = _first_policy(result)
    played = began == PLAYER
    return _recorded(_with_its_chefs(shift, result), result, "fifo" if played else began, played)


def _first_policy(result: Result) -> str:
    """The one with which the kitchen opened."""
    if not any(isinstance(command, SetPolicy) for _, command in result.commands):
        return result.policy
    opened = result.facts[0]
    assert isinstance(opened, Opened), "always the first fact"
    return opened.policy


def _with_its_chefs(shift: Shift, result: Result) -> Shift:
    """The shift in which the kitchen of that name has the chefs that this one had."""
    usual = shift.four[result.mode]
    if (usual.chefs, usual.attention) == (result.chefs, result.attention):
        return shift
    many = result.chefs if MODES[result.mode][0] else shift.chefs
    policy = Roster(policy=shift.brigade.policy)
    extra = 0 if MODES[result.mode][0] else result.chefs - 1
    return replace(shift, chefs=many, extra_chefs=extra, brigade=policy)


def _recorded(shift: Shift, result: Result, policy: str, played: bool) -> Replay:
    if len(result.commands) > MOST_COMMANDS:
        raise KitchenError(f"a replay holds {MOST_COMMANDS:,} commands at most")
    recipes = set(shift.every_recipe())
    return Replay(
        shift_name=shift.name,
        title=shift.title,
        shift=dump_shift(shift),
        seed=result.seed,
        mode=result.mode,
        policy=policy,
        played=played,
        commands=list(result.commands),
        digest=result.digest,
        made=made_here(recipes) if len(recipes) <= MOST_RECIPES else None,
        upshot=Upshot(
            served=result.served,
            orders=result.orders,
            stars=sum(star.earned for star in result.stars),
            profit=result.profit,
        ),
        facts=_facts(result),
    )


def _facts(result: Result) -> bytes:
    """Deflated; empty where they are not to be kept."""
    if result.log.gone or result.log.count > MOST_FACTS or len(result.lines) > LARGEST_FACTS:
        return b""
    return zlib.compress(result.lines)


def made_here(recipes: Iterable[Recipe]) -> Made:
    """What is made here and now is made with."""
    prints = {recipe.name: fingerprint(recipe) for recipe in set(recipes)}
    version, python = kitchen.__version__, platform.python_version()
    return Made(kitchen=version, python=python, recipes=dict(sorted(prints.items())))


def fingerprint(recipe: Recipe) -> str:
    """Another one for another source."""
    return hashlib.sha256("\n".join(recipe.source).encode()).hexdigest()[:16]
