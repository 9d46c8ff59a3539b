"""The kitchen against SimPy: ``python tests/benchmarks/headless.py [--orders 1000 10000 100000]``.

All run the same random orders, in turns within one process, and must end with the same makespan:

* the kitchen: real `asyncio.Task`s and the full log of facts. Putting the log in order of time,
  which is done when somebody asks for it, is in the column ``sort``, not in the ratios;
* ``Resource``: a model with a `simpy.Resource` for the chefs and one for each kind of station, in
  ``tools/resource_kitchen.py``. This is the one to beat;
* ``tuned``: the same model with queues of plain events in place of `simpy.Resource`, the fastest
  form that we know, in ``tools/simpy_kitchen.py``.

Both models keep the result only and log nothing. The ratios say how many times the kitchen's time
each of them takes: above 1 the kitchen is the faster one. Times are processor time; orders are made
before the clock starts.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))

from simpy import Environment
from tools.drawn_orders import draw, plain_shift_of, shift_of
from tools.random_orders import kitchen_shift
from tools.resource_kitchen import resource_kitchen
from tools.simpy_kitchen import MODES, Kitchen, PlainOrder, PlainShift, Waits, timer
from tools.timed import timed

from kitchen import Cook, Order, Shift, run

# -- speed ---------------------------------------------------------------------------------------


@dataclass
class Timed:
    """Microseconds per order of each run."""

    kitchen: list[float] = field(default_factory=list)
    sort: list[float] = field(default_factory=list)
    resource: list[float] = field(default_factory=list)
    tuned: list[float] = field(default_factory=list)

    @property
    def medians(self) -> tuple[float, float, float, float]:
        median = statistics.median
        return median(self.kitchen), median(self.resource), median(self.tuned), median(self.sort)


def race(plain: PlainShift, shift: Shift, mode: str, repeat: int) -> Timed:
    times, orders = Timed(), len(plain.orders)
    for _ in range(repeat):
        result = timed(times.kitchen, orders, lambda: run(shift, mode=mode, seed=0))
        assert len(timed(times.sort, orders, result.log.in_order)) > orders
        makespans = [
            result.makespan,
            timed(times.resource, orders, lambda: resource_kitchen(plain, mode).run().makespan),
            timed(times.tuned, orders, lambda: Kitchen(plain, mode).run().makespan),
        ]
        if max(makespans) - min(makespans) > 1e-6 * max(makespans):
            raise SystemExit(f"{mode}, {orders} orders: makespans differ: {makespans}")
    return times


def compare_speed(sizes: list[int], modes: list[str], repeat: int) -> None:
    print(
        f"{'':10} {'':>7} | {'us per order':^35} | {'times the kitchen':^17}\n"
        f"{'mode':10} {'orders':>7} | {'kitchen':>8} {'sort':>6} {'Resource':>10} {'tuned':>8}"
        f" | {'Resource':>9} {'tuned':>7}"
    )
    medians: dict[tuple[str, int], tuple[float, float, float]] = {}
    for size in sizes:
        drawn = draw(size)
        plain, shift = plain_shift_of(drawn), shift_of(drawn)
        for mode in modes:
            kitchen, resource, tuned, sort = race(plain, shift, mode, repeat).medians
            medians[mode, size] = kitchen, resource, tuned
            print(
                f"{mode:10} {size:7} | {kitchen:8.1f} {sort:6.1f} {resource:10.1f} {tuned:8.1f}"
                f" | {resource / kitchen:9.2f} {tuned / kitchen:7.2f}",
                flush=True,
            )
    if len(sizes) > 1:
        print(f"\ntime per order at {sizes[-1]} orders over {sizes[0]}: kitchen, Resource, tuned")
        for mode in modes:
            few, many = medians[mode, sizes[0]], medians[mode, sizes[-1]]
            growth = "  ".join(f"{b / a:5.2f}" for a, b in zip(few, many, strict=True))
            print(f"{mode:10} {growth}")


# -- memory --------------------------------------------------------------------------------------

RING_S, PROBE_S = 1000.0, 500.0


def traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def kitchen_memory(dishes: int) -> tuple[float, float]:
    """Bytes per dish that waits on its timer, without its facts, and of its facts so far."""
    probed: list[int] = []

    async def probe(cook: Cook) -> None:
        await cook.timer("probe", PROBE_S)
        probed.append(traced())

    waiting = kitchen_shift(PlainShift([PlainOrder(0.0, [timer(RING_S)])] * dishes, {}))
    shift = Shift(orders=[*waiting.orders, Order(0.0, probe)])
    before = traced()
    result = run(shift, mode="concurrent", seed=0)
    facts = len(result.facts)
    so_far = sum(fact.t <= PROBE_S for fact in result.facts) / dishes
    with_facts = traced()
    del result
    facts_bytes = so_far * (with_facts - traced()) / facts
    return (probed[0] - before) / dishes - facts_bytes, facts_bytes


def simpy_memory(dishes: int) -> float:
    probed: list[int] = []

    def probe(env: Environment) -> Waits:
        yield env.timeout(PROBE_S)
        probed.append(traced())

    shift = PlainShift([PlainOrder(0.0, [timer(RING_S)])] * dishes, {})
    before = traced()
    model = Kitchen(shift, "concurrent")
    model.env.process(probe(model.env))
    model.run()
    return (probed[0] - before) / dishes


def kept_after_runs(runs: int) -> list[float]:
    """Kilobytes in use after each of several runs, more than after the first two."""
    shift = shift_of(draw(1000))
    kept = []
    for _ in range(runs):
        run(shift, mode="concurrent", seed=0)
        kept.append(traced())
    return [(size - kept[1]) / 1024 for size in kept[2:]]


def compare_memory(dishes: int) -> None:
    tracemalloc.start()
    simpy_memory(100), kitchen_memory(100)  # caches fill
    dish, facts = kitchen_memory(dishes)
    print(
        f"\nbytes per live dish ({dishes} on their timers): kitchen {dish:.0f} and {facts:.0f} of "
        f"facts, SimPy {simpy_memory(dishes):.0f}"
    )
    kept = ", ".join(f"{size:.1f}" for size in kept_after_runs(6))
    print(f"KB kept after more runs of 1000 orders in one process: {kept}")
    tracemalloc.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--orders", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--modes", nargs="+", choices=list(MODES), default=list(MODES))
    parser.add_argument("--repeat", type=int, default=3, help="runs of each, the median counts")
    parser.add_argument("--dishes", type=int, default=10_000, help="alive at once, for the memory")
    options = parser.parse_args()
    compare_speed(sorted(options.orders), options.modes, options.repeat)
    compare_memory(options.dishes)


if __name__ == "__main__":
    main()
