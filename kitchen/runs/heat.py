"""A heat: two to four kitchens that cook the same orders on one loop, nobody playing, to be raced.

They have been cooked to their ends before anybody looks: what is seen of them at a moment hangs on
nothing but that moment, so that the race can be wound back and forth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from kitchen.cookbook.seedcode import code_of
from kitchen.cookbook.write import dump_shift
from kitchen.errors import KitchenError, PolicyError
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.careful import play_out
from kitchen.runs.courses import by_name, courses
from kitchen.runs.kitchens import four_kitchens, one_kitchen
from kitchen.runs.replay import Replay
from kitchen.runs.result import Result, result_of
from kitchen.sim.bounds import MOST_FACTS
from kitchen.sim.policy import PLAYER, Policy, policy_name
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.kitchen import Kitchen, Plans

LEAST, MOST = 2, 4
"""Kitchens that race."""


@dataclass(frozen=True)
class Entrant:
    """Who races: the kitchen of a mode under a policy, or one that was ``replay``-ed, which has its
    own of both. ``name`` is what a replay is called."""

    mode: str
    policy: str | Policy = "fifo"
    replay: Replay | None = field(default=None, repr=False)
    name: str = ""

    @property
    def own_policy(self) -> Policy | None:
        """If it is a user's."""
        return self.policy if callable(self.policy) else None


def of_replay(replay: Replay, name: str, policy: Policy | None = None) -> Entrant:
    """Who races is what somebody has played; ``policy`` is the one that it names, if that is a
    user's own."""
    return Entrant(replay.mode, policy or replay.policy, replay, name)


class Heat:
    """Cooks them all. Raises `KitchenError` for what cannot race, and whatever one of the kitchens
    raises."""

    def __init__(
        self,
        shift: Shift,
        entrants: Sequence[Entrant],
        seed: int | None = None,
    ) -> None:
        self.shift = shift
        self.seed = shift.seed if seed is None else seed
        self.entrants = tuple(entrants)
        self._check()
        plans = cache(lambda: courses(shift))
        loop = KitchenLoop()
        kitchens = [self._kitchen(loop, entrant, plans) for entrant in self.entrants]
        for kitchen in kitchens:
            kitchen.headway.most_facts = MOST_FACTS // len(kitchens)
        play_out(loop, kitchens)
        self.results: tuple[Result, ...] = tuple(map(result_of, kitchens))
        self.plans = by_name(plans())

    def _check(self) -> None:
        """Raises `KitchenError` unless they can race."""
        if not LEAST <= len(self.entrants) <= MOST:
            raise KitchenError(f"two to four kitchens race, not {len(self.entrants)}")
        for entrant in self.entrants:
            self.shift.mode(entrant.mode)
            if entrant.replay is not None:
                self._check_same(entrant.replay, entrant.name)
            elif policy_name(entrant.policy) == PLAYER:
                raise PolicyError("the policy 'player' waits for a player: nobody plays in a race")

    def _check_same(self, replay: Replay, name: str) -> None:
        own, theirs = code_of(self.shift.name, self.seed), replay.code
        if own != theirs or replay.shift != dump_shift(self.shift):
            other = f"is of {theirs}" if own != theirs else f"has other rules of {theirs}"
            raise KitchenError(f"{name} {other}: only kitchens of one shift race, here {own}")

    def _kitchen(self, loop: KitchenLoop, entrant: Entrant, plans: Plans) -> Kitchen:
        replay = entrant.replay
        if replay is None:
            mode = self.shift.four[entrant.mode]
            return one_kitchen(loop, self.shift, mode, self.seed, entrant.policy, plans)
        policy = replay.the_policy(entrant.own_policy)
        played = replay.mode if replay.played else None
        four = four_kitchens(loop, self.shift, self.seed, policy, played, plans)
        kitchen = next(kitchen for kitchen in four if kitchen.mode.name == replay.mode)
        for at, command in replay.commands:
            kitchen.command(command, at)
        return kitchen

    @property
    def end(self) -> float:
        """Seconds of kitchen time until the last has closed."""
        return max(result.makespan for result in self.results)

    @property
    def strays(self) -> list[str]:
        """The replays that did not come out as they were recorded."""
        return [
            entrant.name
            for entrant, result in zip(self.entrants, self.results, strict=True)
            if entrant.replay is not None and not entrant.replay.same(result)
        ]

    @property
    def is_the_four(self) -> bool:
        """Whether these are the four kitchens that `kitchen.compare` compares."""
        modes = [entrant.mode for entrant in self.entrants if entrant.replay is None]
        return modes == list(MODES) and len({policy_name(e.policy) for e in self.entrants}) == 1

    @property
    def names(self) -> tuple[str, ...]:
        """What tells them apart: their modes; where two have one mode, their policies."""
        modes = Counter(entrant.mode for entrant in self.entrants if entrant.replay is None)
        return tuple(
            entrant.name if entrant.replay is not None
            else (entrant.mode if modes[entrant.mode] == 1 else policy_name(entrant.policy))
            .replace("-", " ").capitalize()
            for entrant in self.entrants
        )  # fmt: skip


def the_four(shift: Shift, policy: str | Policy | None = None) -> list[Entrant]:
    """The kitchens of a shift, all under one policy: the shift's, if none is given."""
    return [Entrant(mode, policy or shift.brigade.policy) for mode in MODES]
