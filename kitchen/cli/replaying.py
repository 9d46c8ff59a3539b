"""Replaying: a replay cooked again without a window, and what is told where it went another way."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kitchen.cli.arguments import policy_named, recipes
from kitchen.errors import KitchenError
from kitchen.runs.hearing import Difference, Hearing
from kitchen.runs.replay import Changed, Replay
from kitchen.runs.result import Result
from kitchen.runs.since import changes
from kitchen.runs.stream import Tell
from kitchen.sim.shift.shift import Shift
from kitchen.terminal import printable

if TYPE_CHECKING:
    from kitchen.runs.headless import Watch
    from kitchen.sim.facts import Fact
    from kitchen.sim.policy import Policy
    from kitchen.sim.shift.recipe import Recipe


@dataclass(frozen=True)
class CookedAgain:
    """What came of a replay."""

    replay: Replay
    shift: Shift
    result: Result
    difference: Difference | None
    """The first; None: there is none, or none is known."""
    changes: list[str]
    """What is known to have changed since it was recorded."""

    @property
    def same(self) -> bool:
        return self.replay.same(self.result)

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen replay --json`` prints."""
        replay, made = self.replay, self.replay.made
        return self.result.as_json() | {
            "recorded": replay.digest,
            "same": self.same,
            "made_with": None if made is None else {"kitchen": made.kitchen, "python": made.python},
            "changes": self.changes,
            "first_difference": None if self.difference is None else self.difference.as_json(),
        }

    def lines(self) -> list[str]:
        """What is said below the table."""
        if self.same:
            return ["The facts are those that were recorded, to the byte."]
        difference = self.difference
        if difference is None:
            return ["Its facts were not kept in it: where it went another way is not known."]
        where = difference.where
        told = [f"{where[0].upper()}{where[1:]}.", f"  recorded  {difference.was}"]
        return [*map(printable, [*told, f"  now       {difference.became}"])]

    def complaint(self) -> str:
        """In a line, why it is not what was recorded."""
        was = f"not what was recorded (facts with sha256 {self.replay.digest[:12]})"
        why = "; ".join(self.changes) or "a recipe, a policy or a rule has changed"
        where = f"; {self.difference.where}" if self.difference is not None else ""
        return f"{was}: {why}{where}"


def cook_again(
    options: argparse.Namespace, replay: Replay, tell: Tell, watch: Watch | None = None
) -> CookedAgain:
    """Raises `KitchenError`, which names the file, and `Changed`, which names the first fact that
    differs as well."""
    own, policy = recipes(options.menu), policy_named(options.policy)
    try:
        hearing = Hearing(replay)

        def both(facts: list[Fact], lines: bytes) -> None:
            hearing.hear(facts, lines)
            tell(facts, lines)

        result = replay.again(own, policy, both, watch)
        shift = replay.the_shift(own)
        return CookedAgain(replay, shift, result, hearing.heard_all(), changes(replay, own))
    except Changed as changed:
        raise Changed(f"{options.replay}: {_why(changed, replay, own, hearing)}") from changed
    except KitchenError as error:
        raise KitchenError(f"{options.replay}: {error}") from error


def readable(
    file: Path, replay: Replay, own: Mapping[str, Recipe] | None, policy: str | Policy | None
) -> Shift:
    """The shift of a replay that is to be watched. Raises `KitchenError`, which names the file,
    for what cannot be cooked here."""
    try:
        replay.the_policy(policy)
        Hearing(replay)
        shift = replay.the_shift(own)
        shift.orders_for(replay.seed)
        return shift
    except KitchenError as error:
        raise KitchenError(f"{file}: {error}") from error


def _why(
    changed: Changed, replay: Replay, own: Mapping[str, Recipe] | None, hearing: Hearing
) -> str:
    known = [str(changed), *changes(replay, own)]
    if difference := hearing.heard_all():
        known.append(str(difference))
    return "; ".join(known)
