"""Prints the digests of shifts and programs, one a line: on every Python they must be the same.

    python tests/tools/digests.py

Whoever tries another Python compares its lines with those of this one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen import run
from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.runs.headless import run_shift
from kitchen.sim.commands import Assist
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.modes import MODES
from tools.constructs import PROGRAMS, VERSIONED
from tools.programs import cooked, plainly, together

MIXTURES = 40
"""Of several programs at once."""

ASSISTS = [(60.0, Assist(1.5, 2.0)), (200.5, Assist(2.0, None)), (400.25, Assist(1.0, 1.5)),
           (700.0, Assist())]  # fmt: skip
"""What a player asks for, and when, in seconds of kitchen time."""


def main() -> None:
    for shift in (*shift_names(), *CAREER):
        for mode in MODES:
            for policy in sorted(POLICIES.keys() - {"player"}):
                print(shift, mode, policy, run(shift, mode, seed=3, policy=policy).digest)
            helped = run_shift(load_shift(shift), mode, seed=3, commands=ASSISTS)
            print(shift, mode, "assisted", helped.digest)
    for name in sorted(set(PROGRAMS) - VERSIONED):
        print(name, "alone", plainly(PROGRAMS[name]))
        for mode in MODES:
            print(name, mode, cooked(mode, PROGRAMS[name]))
    for seed in range(MIXTURES):
        names = Random(seed).sample(sorted(set(PROGRAMS) - VERSIONED), 4)
        print(seed, *names, *together(names, seed))


if __name__ == "__main__":
    main()
