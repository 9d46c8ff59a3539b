"""The outsider's shift: ``python tests/benchmarks/outsider.py [--orders 2000] [--old DIR]``.

Somebody from outside writes a program with 2,000 orders, each with a recipe of its own. What such a
program waits for is timed, by processor time, in turns within one process:

* ``kitchen``: its recipes, orders and shift are made, and the shift is run, with all rules, the
  full log of facts and real `asyncio.Task`s;
* ``Resource``: the SimPy model of ``headless.py`` with `simpy.Resource` for chefs and stations. Its
  orders are made within the clock, too, out of the same numbers, which are drawn before. It keeps
  the result only;
* ``floor``: the same recipes and facts without any rules on the leanest loop that we know, see
  ``tools/lean_kitchen.py``. Its log must be that of the kitchen, fact by fact.

``ratio`` is how many times the kitchen's time the model takes: above 1 the kitchen is the quicker
one. The floor is for the run alone, without the making: how many times its time the model takes,
and what share of the kitchen's run it is. ``--old`` names the checkout of another version, which is
raced against this one in processes of their own, in turns.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, os.environ.get("KITCHEN_ROOT", str(Path(__file__).parents[2])))

from tools.drawn_orders import Drawn, draw, plain_shift_of, shift_of
from tools.lean_kitchen import LeanKitchen
from tools.resource_kitchen import resource_kitchen
from tools.simpy_kitchen import MODES
from tools.timed import timed

from kitchen import run

OWN = Path(__file__).resolve().parents[2]

Times = dict[str, list[float]]
"""Microseconds for each order, of each run."""


def whole_kitchen(drawn: Sequence[Drawn], mode: str) -> float:
    return run(shift_of(drawn), mode=mode, seed=0).makespan


def whole_model(drawn: Sequence[Drawn], mode: str) -> float:
    return resource_kitchen(plain_shift_of(drawn), mode).run().makespan


def check_alike(drawn: Sequence[Drawn], mode: str) -> None:
    """All of them must do the same work."""
    result, floor = run(shift_of(drawn), mode=mode, seed=0), LeanKitchen(shift_of(drawn), mode)
    makespans = [result.makespan, floor.run(), whole_model(drawn, mode)]
    if max(makespans) - min(makespans) > 1e-6 * max(makespans):
        raise SystemExit(f"{mode}: makespans differ: {makespans}")
    if floor.facts != result.log.decided:
        raise SystemExit(f"{mode}: the facts of the floor are not the kitchen's")


def race(drawn: Sequence[Drawn], mode: str, repeat: int) -> Times:
    number, shift, plain = len(drawn), shift_of(drawn), plain_shift_of(drawn)
    runs = {
        "kitchen": lambda: whole_kitchen(drawn, mode),
        "Resource": lambda: whole_model(drawn, mode),
        "kitchen's run": lambda: run(shift, mode=mode, seed=0),
        "Resource's run": lambda: resource_kitchen(plain, mode).run(),
        "floor's run": lambda: LeanKitchen(shift, mode).run(),
    }
    times: Times = {name: [] for name in runs}
    for _ in range(repeat):
        for name, work in runs.items():
            timed(times[name], number, work)
    return times


def compare_with_model(drawn: Sequence[Drawn], modes: Sequence[str], repeat: int) -> None:
    print(
        f"{'':10} | {'making and running, us an order':^31} | {'the run alone, us an order':^42}\n"
        f"{'mode':10} | {'kitchen':>9} {'Resource':>10} {'ratio':>10} | {'kitchen':>9}"
        f" {'Resource':>9} {'floor':>7} {'ratio':>6} {'share':>7}"
    )
    for mode in modes:
        check_alike(drawn, mode)
        middle = {name: statistics.median(t) for name, t in race(drawn, mode, repeat).items()}
        both, model, ran, model_ran, floor = middle.values()
        print(
            f"{mode:10} | {both:9.1f} {model:10.1f} {model / both:10.2f} | {ran:9.1f}"
            f" {model_ran:9.1f} {floor:7.1f} {model_ran / floor:6.2f} {floor / ran:7.0%}",
            flush=True,
        )


# -- against another version ---------------------------------------------------------------------


def time_alone(drawn: Sequence[Drawn], mode: str, repeat: int) -> float:
    """Of this version's kitchen, making and running; once before, so that all is warm."""
    times: list[float] = []
    for _ in range(repeat + 1):
        timed(times, len(drawn), lambda: whole_kitchen(drawn, mode))
    return statistics.median(times[1:])


def time_of(root: Path, orders: int, mode: str) -> float:
    """The same of the version at ``root``, in a process of its own."""
    command = [sys.executable, __file__, "--alone", "--orders", str(orders), "--modes", mode]
    environment = os.environ | {"KITCHEN_ROOT": str(root)}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout)


def compare_with_old(old: Path, orders: int, modes: Sequence[str], repeat: int) -> None:
    print(f"\nmaking and running, us an order\n{'mode':10} {'old':>8} {'now':>8} {'ratio':>6}")
    for mode in modes:
        turns = [[time_of(root, orders, mode) for root in (old, OWN)] for _ in range(repeat)]
        before, now = (statistics.median(times) for times in zip(*turns, strict=True))
        print(f"{mode:10} {before:8.1f} {now:8.1f} {now / before:6.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--orders", type=int, default=2000)
    parser.add_argument("--modes", nargs="+", choices=list(MODES), default=list(MODES))
    parser.add_argument("--repeat", type=int, default=7, help="runs of each, the median counts")
    parser.add_argument("--old", type=Path, help="a checkout of another version")
    parser.add_argument("--alone", action="store_true", help="time this kitchen only")
    options = parser.parse_args()
    drawn = draw(options.orders)
    if options.alone:
        print(time_alone(drawn, options.modes[0], 3))
        return
    compare_with_model(drawn, options.modes, options.repeat)
    if options.old:
        compare_with_old(options.old.resolve(), options.orders, options.modes, 5)


if __name__ == "__main__":
    main()
