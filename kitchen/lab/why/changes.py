"""Changes: what a kitchen might have otherwise, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kitchen.cookbook.improvements import BENCH, POTS, RAIL, improved
from kitchen.sim.commands import AnyCommand, Assist
from kitchen.sim.policy import PLAYER, POLICIES, Policy, policy_name
from kitchen.sim.shift.modes import MODES, Mode
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.shift import Shift

FASTER = 0.8
"""Of the seconds of hands, or of fires, that are left."""

ChangeKind = Literal[
    "chef", "station", "hands", "fire", "hold", "patience", "boards", "rail", "policy", "kitchen"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise: one more ``chef``; one more ``station`` of the kind ``what``;
    ``hands`` or ``fire`` a fifth faster; food that keeps half as long again (``hold``); guests who
    wait a quarter longer (``patience``); the first work of the two dishes ordered most done before
    (``boards``); room for three more on the ``rail``; another ``policy``, or another ``kitchen`` of
    the four, by its name.

    The last five but two are the cards of the career. With another policy or kitchen nobody picks;
    all else keeps every command at its time, and one that means nothing any more does nothing.
    """

    kind: ChangeKind
    what: str = ""
    count: int = 0
    """How many chefs or places there are with it."""

    @property
    def picks(self) -> bool:
        """Whether the player's picks are kept."""
        return self.kind not in ("policy", "kitchen")

    def shift(self, shift: Shift) -> Shift:
        match self.kind:
            case "station":
                return replace(shift, stations={**shift.stations, self.what: self.count})
            case "boards":
                return improved(shift, ["boards"])
            case "rail":
                return replace(shift, rail=self.count)
        return replace(shift, pace=self._pace(shift.pace))

    def _pace(self, pace: Pace) -> Pace:
        match self.kind:
            case "hands":
                return replace(pace, hands=pace.hands * FASTER)
            case "fire":
                return replace(pace, timers=pace.timers * FASTER)
            case "hold":
                return replace(pace, hold=pace.hold * POTS)
            case "patience":
                return replace(pace, patience=pace.patience * BENCH)
        return pace

    def mode(self, mode: Mode, shift: Shift) -> Mode:
        match self.kind:
            case "chef":
                return replace(mode, chefs=self.count)
            case "kitchen":
                return shift.four[self.what]
        return mode

    def policy(self, policy: str | Policy) -> str | Policy:
        if self.kind == "kitchen" and policy == PLAYER:
            return "fifo"
        return self.what if self.kind == "policy" else policy

    def commands(self, commands: list[tuple[float, AnyCommand]]) -> list[tuple[float, AnyCommand]]:
        if self.picks:
            return commands
        return [(at, command) for at, command in commands if isinstance(command, Assist)]


def changes(
    shift: Shift, mode: Mode, policy: str | Policy, spoilt: bool, left: bool
) -> Iterator[Change]:
    """Those that may make a difference to a kitchen in which food was ``spoilt`` or not, and guests
    ``left`` or not."""
    yield Change("chef", count=mode.chefs + 1)
    for kind, places in shift.stations.items():
        yield Change("station", kind, places + 1)
    yield Change("hands")
    yield Change("fire")
    if spoilt:
        yield Change("hold")
    if left:
        yield Change("patience")
    if improved(shift, ["boards"]).prepped != shift.prepped:
        yield Change("boards")
    if shift.rail is not None:
        yield Change("rail", count=shift.rail + RAIL)
    for name in POLICIES:
        if name not in (PLAYER, policy_name(policy)):
            yield Change("policy", name)
    for name in MODES:
        if shift.four[name] != mode:
            yield Change("kitchen", name)
