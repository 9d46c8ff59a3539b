"""A shift run while it is observed."""

from __future__ import annotations

from kitchen.runs.headless import Commands, kitchen_of, played
from kitchen.runs.observed import Observed, observe
from kitchen.runs.result import Result
from kitchen.sim.policy import Policy
from kitchen.sim.shift.shift import Shift


def observed_run(
    shift: Shift,
    mode: str | None = None,
    seed: int | None = None,
    policy: str | Policy | None = None,
    chefs: int | None = None,
    attention: str | None = None,
    commands: Commands = (),
) -> tuple[Result, Observed]:
    """`kitchen.runs.headless.run_shift`, and what was observed."""
    kitchen = kitchen_of(shift, mode, seed, policy, chefs, attention, commands)
    observed = observe(kitchen)
    return played(kitchen), observed
