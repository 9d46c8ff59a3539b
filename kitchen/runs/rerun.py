"""A rerun: a replay as a service that commands itself, to be watched and not to be played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kitchen.loop.loop import KitchenLoop
from kitchen.runs.hearing import Difference, Hearing
from kitchen.runs.replay import NEVER_SAID, Changed, Replay
from kitchen.runs.result import Result, facts_as_lines, result_of
from kitchen.runs.service import Service, Watched
from kitchen.runs.sight import Sight
from kitchen.sim.commands import AnyCommand, Assist
from kitchen.sim.policy import Policy
from kitchen.sim.shift.recipe import Recipe


class Rerun(Service):
    """The kitchen of ``replay`` gets the commands that were recorded, each at its time, and none of
    whoever watches. Raises `KitchenError` for a replay that cannot be cooked again here."""

    def __init__(
        self, loop: KitchenLoop, replay: Replay, extra: Mapping[str, Recipe] | None = None,
        policy: str | Policy | None = None,
    ) -> None:  # fmt: skip
        self.replay = replay
        shift, policy = replay.the_shift(extra), replay.the_policy(policy)
        free = replace(shift, kitchen=None)  # the recorded kitchen is the one that counts here
        super().__init__(loop, free, replay.seed, replay.mode, policy, not replay.played)
        self.shift = shift
        for at, command in replay.commands:
            for kitchen in self.kitchens.values():
                if kitchen.mode.name == replay.mode or isinstance(command, Assist):
                    kitchen.command(command, at)

    def _command(self, command: AnyCommand) -> None:
        """Nobody commands a kitchen of yesterday."""

    def assist(self, assist: Assist) -> None:
        """All four had what was recorded."""

    def set_autopilot(self, on: bool) -> None:
        """What was decided has been decided."""

    @property
    def free(self) -> bool:
        return False

    @property
    def obeys(self) -> bool:
        return False

    def watched(self, mode: str, sight: Sight | None = None) -> Watched | None:
        return "replay" if mode == self.replay.mode else "looked"

    @property
    def has_doubles(self) -> bool:
        """What would be without the rest of its commands is nobody's question."""
        return False

    def own(self) -> str:
        """The kitchen whose end ends the service: the recorded one."""
        return self.replay.mode

    @property
    def same(self) -> bool:
        """Whether the recorded kitchen, which has closed, did what was recorded, to the byte."""
        found: Result = result_of(self.kitchens[self.replay.mode])
        return self.replay.same(found)

    def difference(self) -> Difference | None:
        """The first fact, of all so far, that is not as it was recorded; None: there is none, or
        none is known. Raises `KitchenError` for a replay with damaged facts."""
        hearing = Hearing(self.replay)
        facts = self.kitchens[self.replay.mode].facts.in_order()
        hearing.hear(facts, facts_as_lines(facts))
        return hearing.heard_all()

    def _check_stalled(self) -> None:
        """Nobody is going to say what the player of then never said. Raises `Changed`."""
        recorded = self.kitchens[self.replay.mode]
        if not recorded.done.done() and recorded.brigade.could_begin:
            difference = self.difference()
            why = NEVER_SAID if difference is None else f"{NEVER_SAID}; {difference}"
            raise Changed(why)
        super()._check_stalled()
