"""A million orders whose facts go as they are written: ``python tests/benchmarks/memory.py``.

Each run is a process of its own, which says how much memory it had at most (its peak resident set),
what it needed before the first order came (Python, the kitchen, the shift itself), and how long an
order took, in processor time. The limit is 600 MB for a million orders. ``--old DIR`` runs the
kitchen of that folder, too, which keeps all facts and writes them at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[2]
LIMIT = 600.0
"""MB, for a million orders."""

CHILD = """
import json, resource, sys, time
from kitchen import Order, Shift, recipe, run

MB = 2**20 if sys.platform == "darwin" else 2**10

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MB

@recipe(price=9)
async def dinner(cook):
    cook.hands("chop", 20)
    async with cook.station("hob"):
        await cook.timer("boil", 200, hold=6000)
        cook.hands("take", 5)
    cook.hands("plate", 20)

orders, mode, path, patience = int(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4])
kitchen_mb = peak()
shift = Shift([Order(60.0 * i, dinner, patience) for i in range(orders)], {"hob": 12})
shift_mb = peak()
begun = time.process_time()
try:
    result = run(shift, mode, facts=path)
except TypeError:  # of a time when all facts were kept
    result = run(shift, mode)
    with open(path, "wb") as file:
        file.write(result.lines)
took = (time.process_time() - begun) / orders * 1e6
print(json.dumps([kitchen_mb, shift_mb, peak(), took, result.served]))
"""


def measured(
    kitchen: Path, orders: int, mode: str, facts: str, patience: float
) -> tuple[float, ...]:
    """MB with the kitchen, with the shift, and at most; microseconds an order; orders served."""
    child = [sys.executable, "-c", CHILD, str(orders), mode, facts, str(patience)]
    done = subprocess.run(child, cwd=kitchen, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return tuple(json.loads(done.stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--orders", type=int, nargs="+", default=[1000, 100_000, 1_000_000])
    parser.add_argument("--modes", nargs="+", default=["concurrent"])
    parser.add_argument("--facts", default=os.devnull, help="where they go (default: nowhere)")
    parser.add_argument("--patience", type=float, default=1e9, help="of a guest, in seconds")
    parser.add_argument("--old", type=Path, help="a folder with an older kitchen")
    options = parser.parse_args()
    if sys.platform == "win32":
        raise SystemExit("this system does not tell how much memory a process had at most")
    kitchens = {"now": HERE} | ({"old": options.old} if options.old else {})
    print(
        f"{'':5} {'mode':11} {'orders':>8} | {'kitchen':>8} {'shift':>8} {'peak':>8} MB | us/order"
    )
    over = False
    for orders in options.orders:
        for mode in options.modes:
            for name, kitchen in kitchens.items():
                base, shift, peak, took, _ = measured(
                    kitchen, orders, mode, options.facts, options.patience
                )
                over |= name == "now" and peak > LIMIT * max(1.0, orders / 1e6)
                print(
                    f"{name:5} {mode:11} {orders:8} | {base:8.1f} {shift - base:8.1f} {peak:8.1f}"
                    f"    | {took:8.1f}",
                    flush=True,
                )
    if over:
        raise SystemExit(f"more than {LIMIT:g} MB for a million orders")


if __name__ == "__main__":
    main()
