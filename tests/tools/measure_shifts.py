"""Measures the shifts: how many stars each policy earns, a careful player, and an improvement more.

    python tests/tools/measure_shifts.py            prints the tables
    python tests/tools/measure_shifts.py --write    writes them to tests/cookbook/stars.md

The tables stand beside the tests that hold them, and not in the package: the recorded games that
they need are no part of it. Whoever changes a shift runs `tools.seekgame` for it, then this.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.improvements import IMPROVEMENTS, improved
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.runs.headless import run_shift
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.given import AT_MOST
from kitchen.sim.shift.shift import Shift
from tools.games import by_hand, kitchen_of, stars_of

TABLES = Path(__file__).parents[1] / "cookbook" / "stars.md"

HOUSE = tuple(name for name in POLICIES if name != "player")
"""The policies that decide by themselves."""

RATED = (*CAREER, "lunch-rush", "dinner-rush")
"""Shifts with decisions: `fifo` earns one star of them, the best policy of the house two, a careful
player three."""

EXPERIMENTS = tuple(name for name in shift_names() if name not in RATED)
"""The article's kitchens, in which nobody does better than `fifo`: they compare kitchens, and what
they ask for can be had by whoever keeps up."""

SEEDS = range(1, 6)
"""Other arrivals than the shift's own."""

HEAD = """# Stars

How many stars of three each policy of the house earns, in the kitchen that the shift names (one
chef who leaves, where it names none), and the recorded game of a careful player (`games/`). Written
by `python tests/tools/measure_shifts.py --write`; a test holds it.
"""


def stars(shift: Shift, policy: str, seed: int | None = None) -> int:
    return stars_of(run_shift(shift, kitchen_of(shift), seed, policy))


def tables() -> str:
    return "\n".join([HEAD, *_policies(), "", *_seeds(), "", *_improvements()]) + "\n"


def _policies() -> list[str]:
    rows = [
        [name, _targets(load_shift(name)), *(stars(load_shift(name), policy) for policy in HOUSE),
         stars_of(by_hand(name))]
        for name in (*RATED, *EXPERIMENTS)
    ]  # fmt: skip
    return _table(["shift", "targets", *HOUSE, "by hand"], rows)


def _seeds() -> list[str]:
    by_chance = [shift for shift in map(load_shift, RATED) if shift.arrivals]
    rows = [[shift.name, *(_both(_of_house(shift, seed)) for seed in SEEDS)] for shift in by_chance]
    return [
        "The shift's own seed is 0. With other arrivals (`fifo`, then the best of the house):",
        "",
        *_table(["shift", *(f"seed {seed}" for seed in SEEDS)], rows),
    ]


def _improvements() -> list[str]:
    each = [[], *([one] for one in IMPROVEMENTS), [*IMPROVEMENTS]]
    earned = [[_of_house(improved(load_shift(name), some)) for some in each] for name in CAREER]
    rows = [[name, *map(_both, row)] for name, row in zip(CAREER, earned, strict=True)]
    sums = [tuple(map(sum, zip(*column, strict=True))) for column in zip(*earned, strict=True)]
    return [
        "With one improvement of a kind, and with one of each (`fifo`, then the best of all).",
        "More is not always more: with another burner `fifo` begins what it cannot watch.",
        "",
        *_table(["shift", "none", *IMPROVEMENTS, "all"], [*rows, ["career", *map(_both, sums)]]),
    ]


def _of_house(shift: Shift, seed: int | None = None) -> tuple[int, ...]:
    """Stars of first come, first served and of the best policy."""
    earned = [stars(shift, policy, seed) for policy in HOUSE]
    return earned[HOUSE.index("fifo")], max(earned)


def _both(earned: tuple[int, ...]) -> str:
    return " ".join(map(str, earned))


def _targets(shift: Shift) -> str:
    return ", ".join(
        f"{measure.replace('_', ' ')} {'≤' if measure in AT_MOST else '≥'} {bound:g}"
        for measure, bound in shift.targets.items()
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(map(str, line)) + " |" for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how many stars policies earn.")
    parser.add_argument("--write", action="store_true", help=f"write {TABLES.name}")
    if parser.parse_args().write:
        TABLES.write_text(tables(), "utf-8", newline="\n")
    else:
        print(tables(), end="")


if __name__ == "__main__":
    main()
