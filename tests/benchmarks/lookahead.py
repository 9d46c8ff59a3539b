"""What a look ahead costs: ``python tests/benchmarks/lookahead.py``.

For each of the four kitchens, late in a rush of about a hundred orders an hour and in the busiest
shift of the book: milliseconds of processor time until a kitchen has caught up (done a little at a
time, while frames have time to spare), and those of a look, eight minutes ahead.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kitchen import KitchenLoop
from kitchen.cookbook.load import load_shift
from kitchen.lab.lookahead import LookAhead
from kitchen.lab.sandbox import Sandbox
from kitchen.runs.service import Service
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.shift import Shift

LIMIT = 50.0
"""Milliseconds for both together."""
LOOKS, AHEAD = 15, 480.0

RUSHES: dict[str, tuple[Shift, float]] = {
    "hour": (Sandbox(every=36.0, patient=False, hobs=8, ovens=4).shift(), 3500.0),
    "dinner-rush": (load_shift("dinner-rush"), 1500.0),
}
"""Shifts, and when it is looked ahead in them."""


def measure(shift: Shift, mode: str, now: float) -> tuple[float, float, int]:
    """Milliseconds to get ready and to look, and how many orders had come in."""
    loop = KitchenLoop()
    service = Service(loop, shift, 0, mode, autopilot=True)
    loop.call_command(loop.stop, now)
    loop.run_forever()
    service.advance(now)
    order = list(service.view.open_orders or service.view.orders)[-1]
    ahead = LookAhead(service)
    ready, looks = [], []
    for _ in range(LOOKS):
        begun = time.thread_time()
        ahead.prepare(now, kitchens=1)
        caught_up = time.thread_time()
        ahead.look(order, now, now + AHEAD)
        ready.append(caught_up - begun)
        looks.append(time.thread_time() - caught_up)
    ahead.leave()
    service.sweep()
    loop.close()
    orders = len(service.view.orders)
    return statistics.median(ready) * 1000, statistics.median(looks) * 1000, orders


def main() -> None:
    print(f"milliseconds; at most {LIMIT:.0f} together")
    for name, (shift, now) in RUSHES.items():
        for mode in MODES:
            ready, look, orders = measure(shift, mode, now)
            verdict = "ok" if ready + look <= LIMIT else "TOO MUCH"
            print(f"  {name:12} {mode:11} {orders:3} orders: ready {ready:5.1f}, look {look:4.1f}  "
                  f"{verdict}")  # fmt: skip


if __name__ == "__main__":
    main()
