"""Prints the digests of shifts, programs and lessons, a line each: every Python has the same.

    python tests/tools/digests.py

Whoever tries another Python compares its lines with those of this one.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen import run
from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.lessons.book import every_lesson
from kitchen.lessons.judging.judge import judged, solution
from kitchen.lessons.lesson import id_of
from kitchen.lessons.running.run import Run
from kitchen.runs.headless import run_shift
from kitchen.runs.result import facts_as_lines
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
    for lesson in every_lesson():
        for step in lesson.steps:
            if (run_of := judged(lesson, step, solution(lesson, step)).run) is not None:
                print(lesson.name, id_of(step), digest(run_of))
    for seed in range(MIXTURES):
        names = Random(seed).sample(sorted(set(PROGRAMS) - VERSIONED), 4)
        print(seed, *names, *together(names, seed))


def digest(of: Run) -> str:
    """Of all that is to be seen of a lesson's program."""
    seen = facts_as_lines(of.facts) + repr((of.printed, of.trouble, of.ended)).encode()
    return sha256(seen).hexdigest()


if __name__ == "__main__":
    main()
