"""What the frames of the game cost: ``python tests/benchmarks/frames.py [--old DIR]``.

For every size of window, kitchen and way of the pointer (away; resting on a dish, with its tool
tip and what comes of a pick; moving over the whole picture): milliseconds of processor time that a
frame takes, input, four kitchens, drawing and flip, at a busy moment with ten chefs, ten stations
and more than ten open orders. Nothing waits for the clock on the wall, and what is done in a
frame's spare time does not count.

``--old`` names a checkout of version 0.2.2 (``git worktree add DIR 01dced1``): both are then
measured in turns, ``--rounds`` times, and the ratio stands beside its limit. A game always goes the
same way, so that a frame's time is the median of its times in the rounds. Only the dummy driver is
asked for; ``SDL_VIDEODRIVER=x11`` before the command measures in a real window.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

SIZES = ("1280x720", "1920x1080")
MODES = ("blocking", "concurrent", "parallel", "hybrid")
POINTERS = ("away", "rests", "moves")
LIMIT = 0.5
"""Of what a frame took in 0.2.2, in the mean and for 99 frames in a hundred."""
SIXTIETH = 1000 / 60
"""Milliseconds that a frame may take at most."""

HERE = Path(__file__).parents[2]
CHILD = Path(__file__).parent / "busyservice.py"


@dataclass(frozen=True)
class Cost:
    """What the frames of one game took, in milliseconds."""

    frames: tuple[float, ...]
    megabytes: float

    @property
    def mean(self) -> float:
        return statistics.fmean(self.frames)

    @property
    def p99(self) -> float:
        return sorted(self.frames)[min(len(self.frames) - 1, int(len(self.frames) * 0.99))]


def played(root: Path, size: str, mode: str, pointer: str, frames: int) -> Cost:
    """The version in that checkout plays in a process of its own."""
    command = [sys.executable, CHILD, root, "--size", size, "--mode", mode, "--pointer", pointer]
    told = subprocess.run(
        [*map(str, command), "--frames", str(frames)],
        check=True, capture_output=True, text=True, timeout=600,
    ).stdout  # fmt: skip
    found = json.loads(told.splitlines()[-1])
    return Cost(tuple(found["frames"]), found["megabytes"] or 0.0)


def typical(rounds: list[Cost]) -> Cost:
    """A frame does the same in every round: what it takes is the median."""
    frames = zip(*(cost.frames for cost in rounds), strict=True)
    return Cost(tuple(map(statistics.median, frames)), max(cost.megabytes for cost in rounds))


def judged(new: float, old: float) -> str:
    return f"{new / old:5.2f} {'ok      ' if new <= LIMIT * old else 'TOO MUCH'}"


def rows(options: argparse.Namespace) -> Iterator[str]:
    roots = [HERE] if options.old is None else [options.old, HERE]
    for size, mode, pointer in product(options.sizes, options.modes, options.pointers):
        rounds: dict[Path, list[Cost]] = {root: [] for root in roots}
        for _ in range(options.rounds):
            for root in roots:
                rounds[root].append(played(root, size, mode, pointer, options.frames))
        new = typical(rounds[HERE])
        row = f"{size:>9} {mode:10} {pointer:5} {new.mean:6.2f} {new.p99:6.2f}"
        if options.old is not None:
            old = typical(rounds[options.old])
            row += f" {old.mean:7.2f} {old.p99:6.2f}  "
            row += f" {judged(new.mean, old.mean)} {judged(new.p99, old.p99)}"
        else:
            row += "" if new.p99 <= SIXTIETH else "  more than a sixtieth of a second"
        yield f"{row}  {new.megabytes:4.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--old", type=Path, metavar="DIR", help="a checkout of version 0.2.2")
    parser.add_argument("--sizes", nargs="+", default=SIZES, metavar="WxH")
    parser.add_argument("--modes", nargs="+", default=MODES, choices=MODES, metavar="MODE")
    parser.add_argument("--pointers", nargs="+", default=POINTERS, choices=POINTERS, metavar="WAY")
    parser.add_argument("--frames", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"milliseconds of a frame ({os.environ.get('SDL_VIDEODRIVER', 'dummy')} driver)")
    head = f"{'':27}  mean    p99"
    print(head if options.old is None else f"{head}     0.2.2:       ratio, at most {LIMIT}")
    for row in rows(options):
        print(row, flush=True)


if __name__ == "__main__":
    main()
