"""A branch: a service taken over at a moment of its past, and played on from there.

Nothing of a kitchen is copied: the same shift is cooked once more on a new loop, with the commands
that it had been given by then, and so does the same to the byte; a user's recipes begin anew with
it. A replay branches as well: its kitchen becomes the player's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.runs.service import Service, Watched
from kitchen.runs.sight import Sight
from kitchen.sim.commands import AnyCommand, Assist, SetPolicy
from kitchen.sim.facts import Fact
from kitchen.sim.policy import PLAYER, Policy
from kitchen.sim.shift.shift import Shift

STRETCH = 300.0
"""Seconds of kitchen time that are cooked from one look at the wall clock to the next."""

Given = Sequence[tuple[float, AnyCommand]]


@dataclass(frozen=True, slots=True)
class Fork:
    """Where a branch leaves its service, and all that had decided it by then."""

    shift: Shift
    seed: int
    policy: str | Policy
    began: str | None
    """The kitchen that was in the player's hands when it opened."""
    home: str
    """The player's at that moment."""
    mode: str
    """The one that is looked into."""
    commands: Mapping[str, Given]
    """By kitchen: those up to the moment, which is in seconds of kitchen time."""
    at: float
    facts: int | None = None
    """Of the kitchen looked into, so many facts had happened: of the commands of the very moment
    those count that this many tell of. None: all of them do."""
    practice: bool = True
    """False: it only goes on as it was played, and is the same service."""


def fork(service: Service, at: float, facts: int | None = None, practice: bool = True) -> Fork:
    """Where a branch leaves ``service`` at ``at``; see `Fork`."""
    at = min(at, service.loop.now)
    began = next((mode for mode in service.modes if service.began_played(mode)), None)
    commands = {
        mode: [(when, command) for when, command in kitchen.commands if when <= at]
        for mode, kitchen in service.kitchens.items()
    }
    return Fork(
        service.shift, service.seed, service.policy, began, service.home_at(at), service.mode,
        commands, at, facts, practice,
    )  # fmt: skip


class Branch(Service):
    """Is at the kitchen's opening until `catch_up` has been gone through."""

    def __init__(self, loop: KitchenLoop, fork: Fork) -> None:
        self.fork = fork
        free = replace(fork.shift, kitchen=None)  # the one that the player had begins with them
        mode = fork.began or fork.home
        super().__init__(loop, free, fork.seed, mode, fork.policy, fork.began is None)
        self.shift, self.home, self.mode = fork.shift, fork.home, fork.mode
        self._homes = [(0.0, fork.home)]

    def catch_up(self) -> Iterator[dict[str, list[Fact]]]:
        """Cook up to the moment of the fork, a stretch at a time, and give the player the hands
        there; yields the facts of each stretch, by kitchen. Raises what ends a kitchen."""
        at = self.fork.at
        for mode, given in self.fork.commands.items():
            for when, command in given:
                if when < at:
                    self.kitchens[mode].command(command, when)
        while True:
            yield self._cook(min(at, self.loop.now + STRETCH))
            if self.loop.now >= at:
                break
        for mode, command in self._last():
            if mode == self.mode and self._told_all:
                break
            self.kitchens[mode].command(command)
            yield self._cook(at)
        self._settle()
        yield self._cook(at)

    def _cook(self, until: float) -> dict[str, list[Fact]]:
        with no_loop_running():
            self.loop.run_to(until)
        return self.advance(until)

    @property
    def _told_all(self) -> bool:
        """Whether all has happened that had happened by then in the kitchen looked into."""
        return self.fork.facts is not None and self.view.facts >= self.fork.facts

    def _last(self) -> Iterator[tuple[str, AnyCommand]]:
        """The commands of the very moment, those of the kitchen looked into last; an assist is for
        all four, so it is given to the others when that one is."""
        others = [mode for mode in self.modes if mode != self.mode]
        for mode in others:
            for when, command in self.fork.commands.get(mode, ()):
                if when == self.fork.at and not isinstance(command, Assist):
                    yield mode, command
        for when, command in self.fork.commands.get(self.mode, ()):
            if when == self.fork.at:
                yield self.mode, command
                for mode in others if isinstance(command, Assist) else ():
                    yield mode, command

    def _settle(self) -> None:
        """Know what the player had wished by then, and put the kitchen in their hands."""
        for mode, kitchen in self.kitchens.items():
            given = [c.policy for _, c in kitchen.commands if isinstance(c, SetPolicy)]
            if given:
                self._wanted[mode] = given[-1]
        assists = self.assists()
        if assists:
            self._assist = assists[-1][1]
        self.autopilot = self._policy_to_be() != PLAYER
        if self.fork.practice:
            self.set_autopilot(False)

    def watched(self, mode: str, sight: Sight | None = None) -> Watched | None:
        why = super().watched(mode, sight)
        return "branch" if self.fork.practice and why != "looked" else why
