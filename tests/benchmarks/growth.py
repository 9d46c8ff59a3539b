"""How the time an order grows with their number: ``python tests/benchmarks/growth.py [--full]``.

Shifts of a thousand orders and of many more, under every named policy, in four situations:

* ``plain``: nobody is in a hurry and every station is free;
* ``walk-outs``: more come than can be served, and wait 50 minutes at most: four in ten walk out;
* ``line``: a single hob is nearly always taken, and a line stands in front of it;
* ``patience``: guests wait as long as chance has it, some for days, most of them in vain for us.

An order should cost the same, however many there are: at most 15 % more than in the smallest shift.
Times are processor time. A machine that does other things disturbs long runs more than short ones,
so the smallest shift is run before and after each larger one, as often as takes about as long, and
the medians are compared; beside them stands the number of Python's function calls an order, which
nothing disturbs (of up to 10,000 orders). The facts are let go, as by ``--facts``.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import statistics
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from tools.dinner import dinner

from kitchen import Order, Shift
from kitchen.runs.headless import run_shift
from kitchen.runs.stream import nobody

POLICIES = ("fifo", "deadline", "shortest", "burning-first")
LIMIT = 1.15
"""Times the smallest shift's time an order."""
COUNTED = 10_000
"""Orders of the largest shift whose calls are counted: that takes long."""


GAPS = {"plain": 60.0, "walk-outs": 28.0, "line": 230.0, "patience": 60.0}
"""Mean seconds between two orders."""


def shift_of(kind: str, orders: int) -> Shift:
    chance, at, placed = Random(orders), 0.0, []
    for _ in range(orders):
        patience = {"walk-outs": 3000.0, "patience": chance.expovariate(1e-5)}.get(kind)
        placed.append(Order(at, dinner, patience))
        at += chance.expovariate(1 / GAPS[kind])
    return Shift(placed, {"hob": 1 if kind == "line" else 12})


def cost(shift: Shift, policy: str, mode: str) -> float:
    """Microseconds an order."""
    gc.collect()
    begun = time.process_time()
    run_shift(shift, mode, policy=policy, tell=nobody)
    return (time.process_time() - begun) / len(shift.orders) * 1e6


def calls(shift: Shift, policy: str, mode: str) -> float:
    """Function calls an order."""
    profile = cProfile.Profile()
    profile.enable()
    run_shift(shift, mode, policy=policy, tell=nobody)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats()) / len(shift.orders)


class Growth:
    """Of one situation under one policy."""

    def __init__(self, kind: str, policy: str, mode: str, small: int) -> None:
        self.kind, self.policy, self.mode = kind, policy, mode
        self.small = shift_of(kind, small)
        cost(self.small, policy, mode)  # what is done once

    def of(self, orders: int, repeat: int) -> tuple[float, float, float]:
        """Microseconds an order in the smallest shift and in one of so many; calls, as a ratio."""
        large = shift_of(self.kind, orders)
        times = max(3, min(30, orders // len(self.small.orders) // 10))
        few, many = self._small(times), []
        for _ in range(repeat):
            many.append(cost(large, self.policy, self.mode))
            few += self._small(times)
        counted = large if orders <= COUNTED else shift_of(self.kind, COUNTED)
        more = calls(counted, self.policy, self.mode) / calls(self.small, self.policy, self.mode)
        return statistics.median(few), statistics.median(many), more

    def _small(self, times: int) -> list[float]:
        return [cost(self.small, self.policy, self.mode) for _ in range(times)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--orders", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--full", action="store_true", help="up to a million orders")
    parser.add_argument("--kinds", nargs="+", choices=list(GAPS), default=list(GAPS))
    parser.add_argument("--policies", nargs="+", choices=POLICIES, default=list(POLICIES))
    parser.add_argument("--mode", default="concurrent")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each larger shift")
    options = parser.parse_args()
    small, *sizes = sorted(options.orders) + ([1_000_000] if options.full else [])
    print(f"at most {LIMIT:.2f} times the microseconds an order of {small} orders")
    print(f"{'':10} {'policy':13} {'orders':>8} | {small:7} {'more':>8} {'ratio':>6} | calls")
    over = 0
    for kind in options.kinds:
        for policy in options.policies:
            growth = Growth(kind, policy, options.mode, small)
            for orders in sizes:
                few, many, more = growth.of(orders, options.repeat)
                over += many > LIMIT * few
                mark = "  over the limit" if many > LIMIT * few else ""
                print(f"{kind:10} {policy:13} {orders:8} | {few:7.1f} {many:8.1f}"
                      f" {many / few:6.2f} | {more:5.3f}{mark}", flush=True)  # fmt: skip
    if over:
        raise SystemExit(f"{over} over the limit")


if __name__ == "__main__":
    main()
