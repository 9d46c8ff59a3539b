"""The diagnosis: where the time of one kitchen went, and what would have helped it most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kitchen.errors import KitchenError
from kitchen.lab.why.changes import Change, changes
from kitchen.lab.why.effects import Effect, effect, ranked
from kitchen.lab.why.parts import Parts, parts_of, wall_part
from kitchen.lab.why.path import Link, critical_path
from kitchen.lab.why.turns import History
from kitchen.loop.stall import Stalled
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.runs.stream import nobody
from kitchen.sim.commands import AnyCommand, SetPolicy
from kitchen.sim.policy import PLAYER, Policy
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.shift import Shift


@dataclass(frozen=True)
class Diagnosis:
    """Why ``result`` took its time.

    ``path`` is the critical path, from 0 to the makespan without a gap. ``parts`` say what the time
    was made up of, and add up exactly. ``effects`` are those of every change that was tried, what
    helps most first: the shift was run again with each, and nothing is estimated.
    """

    result: Result
    path: tuple[Link, ...]
    parts: Parts
    titles: Mapping[int, str] = field(repr=False)
    """What each order was for."""
    stations: Mapping[str, int] = field(repr=False)
    effects: tuple[Effect, ...] = ()

    @property
    def helps(self) -> tuple[Effect, ...]:
        """The changes that make it better, the best first."""
        return tuple(one for one in self.effects if one.verdict == "helps")

    def as_json(self) -> dict[str, Any]:
        """What ``--why --json`` adds. Seconds, plates and dollars."""
        parts = self.parts
        return {
            "wall": {part: float(seconds) for part, seconds in parts.wall.items()},
            "lines": {kind: float(seconds) for kind, seconds in parts.lines.items()},
            "chefs": {part: float(seconds) for part, seconds in parts.chefs.items()},
            "critical_path": [_link(link, self.titles) for link in self.path],
            "changes": [_effect(one) for one in self.effects],
        }


def _link(link: Link, titles: Mapping[int, str]) -> dict[str, Any]:
    names = ("start", "end", "doing", "line", "order", "part", "chef", "what")
    told = {name: getattr(link, name) for name in names}
    dish = None if link.order is None else titles[link.order]
    return told | {"counts_as": wall_part(link), "dish": dish}


def _effect(one: Effect) -> dict[str, Any]:
    result = one.result
    return {
        "change": one.change.kind,
        "what": one.change.what,
        "count": one.change.count or None,
        "verdict": one.verdict,
        "makespan": None if result is None else result.makespan,
        "served": None if result is None else result.served,
        "profit": None if result is None else result.profit,
        "seconds_saved": one.seconds,
        "plates": one.plates,
        "dollars": one.dollars,
    }


def diagnosis_of(result: Result, history: History, effects: Iterable[Effect] = ()) -> Diagnosis:
    """Of a kitchen that has closed."""
    path = critical_path(history)
    parts = parts_of(history, path)
    return Diagnosis(result, path, parts, history.titles, history.stations, ranked(effects))


def diagnose(
    shift: Shift,
    mode: Mode,
    policy: str | Policy,
    result: Result,
    history: History,
    again: Callable[[], Shift] | None = None,
) -> Diagnosis:
    """Of a kitchen of that shift, which had that ``result``, with every change tried.

    ``again`` makes the shift of each; None: it is the same one. Commands that were given are kept
    as `Change` says; where hands then wait for a player, first come is first served from the
    moment on at which the kitchen had closed without the change.
    """

    def tried(change: Change) -> Effect:
        own = change.shift(again() if again else shift)
        try:
            return effect(change, result, _run(own, mode, result, policy, change))
        except (KitchenError, Stalled):
            return effect(change, result, None)

    some = changes(shift, mode, policy, history.spoilt, result.walked_out > 0)
    return diagnosis_of(result, history, map(tried, some))


def _run(shift: Shift, mode: Mode, result: Result, policy: str | Policy, change: Change) -> Result:
    new, chosen = change.mode(mode, shift), change.policy(policy)
    commands: list[tuple[float, AnyCommand]] = change.commands(result.commands)
    if chosen == PLAYER:
        commands = [*commands, (result.makespan, SetPolicy("fifo"))]
    return run_shift(
        shift, new.name, result.seed, chosen, new.chefs, new.attention, commands, tell=nobody
    )
