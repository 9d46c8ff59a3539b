"""The facts of any program are facts of its dishes: they fold into a view, hands never overlap, and
every order ends exactly once."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run, run
from kitchen.sim import facts as f

DISHES = {"soup": "Soup", "egg": "Egg {size}", "salad": "Salad"}
ORDERS = ("Soup", "Egg 2", "Pie")

STEPS = (
    'hands("chop", {n})', 'await timer("simmer", {n})', "await asyncio.sleep({n})",
    "time.sleep({n})", "await asyncio.sleep(0)", "print({n})",
    'async with station("hob"): await timer("fry", {n})',
    "async with lock: hands('stir', {n})", "raise ValueError({n})", "return",
)  # fmt: skip
CALLS = (
    "await soup()", "await egg({n})", "await salad()", "asyncio.create_task(soup())",
    "kept.append(asyncio.create_task(egg({n})))", "await asyncio.gather(soup(), salad())",
    "await asyncio.gather(egg(1), egg(2), return_exceptions=True)",
    "await asyncio.wait_for(soup(), {n} + 1)", "kept and kept[0].cancel()",
    "await asyncio.sleep({n})", 'hands("wipe", {n})', "soup()",
)  # fmt: skip
HEAD = """\
import asyncio, time
from kitchen import hands, station, timer
lock = asyncio.Lock()
kept = []
"""


def body(lines: list[tuple[str, int]]) -> str:
    return "\n".join(f"    {line.replace('{n}', str(n))}" for line, n in lines) + "\n"


def of(choices: tuple[str, ...]) -> st.SearchStrategy[str]:
    line = st.tuples(st.sampled_from(choices), st.integers(0, 60))
    return st.lists(line, min_size=1, max_size=4).map(body)


PROGRAMS = st.tuples(of(STEPS), of(STEPS), of(STEPS), of(CALLS)).map(
    lambda parts: (
        f"{HEAD}async def soup():\n{parts[0]}async def egg(size):\n{parts[1]}"
        f"async def salad():\n{parts[2]}async def main():\n{parts[3]}asyncio.run(main())\n"
    )
)


def cooked(source: str) -> Run:
    return run(Program(source, "any.py", DISHES), ORDERS, {"hob": 1})


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(PROGRAMS)
def test_any_program_is_a_kitchen(source: str) -> None:
    found = cooked(source)
    times = [fact.t for fact in found.facts]
    assert times == sorted(times)
    view = found.past.at(found.past.stop_at(found.makespan))  # folds all of them
    assert set(view.orders) == set(found.titles)
    busy = [(x.t, x.t + x.seconds) for x in found.facts if isinstance(x, f.Hands)]
    assert all(until <= since + 1e-9 for (_, until), (since, _) in pairwise(busy))
    ends = Counter(x.order for x in found.facts if isinstance(x, f.Served | f.TurnedAway))
    assert set(ends.values()) <= {1}
    if any(isinstance(fact, f.Closed) for fact in found.facts):
        assert set(ends) == set(found.titles)
    assert {order for order, how in found.ended.items() if how != "left"} <= set(ends)
    assert set(found.ended) == set(found.titles) and list(found.titles.values())[:3] == [*ORDERS]


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(PROGRAMS)
def test_the_same_program_comes_to_the_same(source: str) -> None:
    one, other = cooked(source), cooked(source)
    assert one.facts == other.facts and one.printed == other.printed and one.ended == other.ended


def test_an_order_nobody_begins_is_left() -> None:
    found = cooked(HEAD + "async def soup(): pass\nawait soup()\n")
    assert found.served == ["Soup"] and found.unserved == ["Egg 2", "Pie"]
    assert [found.ended[n] for n in sorted(found.ended)] == ["served", "left", "left"]
