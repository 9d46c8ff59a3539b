"""A walk through a program: each line that is run, where every task is, and where it stops."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.lessons.judging.check import faults
from kitchen.lessons.judging.walk import TaskPlace, Walk
from kitchen.lessons.lesson import read_lesson
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import run
from kitchen.lessons.running.trace import Trace
from kitchen.lessons.steps import WalkStop

PAGE = """import asyncio

async def download(address, delay):
    print("begin", address)
    await asyncio.sleep(delay)
    print("done", address)

async def main():
    one = asyncio.create_task(download("lol.com", 2))
    two = asyncio.create_task(download("sike.org", 2))
    await one
    await two
    print("all")

asyncio.run(main())
"""


def walk_of(source: str, **dishes: str) -> Walk:
    trace = Trace()
    found = run(Program(source, "page.py", dishes), trace=trace)
    return Walk(found, trace.happenings)


@pytest.fixture(scope="module")
def page() -> Walk:
    return walk_of(PAGE, download="{address}")


BELLS = """import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(30, print, "ding")
    never = loop.call_later(50, print, "never")
    async with asyncio.timeout(40):
        await asyncio.sleep(10)
        never.cancel()
        await asyncio.sleep(10)
    await asyncio.sleep(15)

asyncio.run(main())
"""


def test_timers_are_also_those_that_no_task_sleeps_by() -> None:
    walk = walk_of(BELLS)
    seen = {at: [(bell.name, bell.until) for bell in walk.timers(walk.place_at(at))]
            for at in (0.0, 10.0, 20.0, 35.0)}  # fmt: skip
    main = walk.tasks(walk.last)[0].name
    assert seen == {
        0.0: [(main, 10.0), ("print", 30.0), ("timeout", 40.0), ("print", 50.0)],
        10.0: [(main, 20.0), ("print", 30.0), ("timeout", 40.0)],
        20.0: [("print", 30.0), (main, 35.0)],
        35.0: [],
    }


def stop(**wanted: object) -> WalkStop:
    return WalkStop(says="", **wanted)  # type: ignore[arg-type]


def halt(walk: Walk, after: int = 0, **wanted: object) -> int:
    """The place where it stops."""
    found = walk.halt(stop(**wanted), after)
    assert found is not None
    return found.place


def names(places: list[TaskPlace]) -> list[str]:
    return [place.name for place in places]


def test_a_trace_changes_nothing(page: Walk) -> None:
    plain = run(Program(PAGE, "page.py", {"download": "{address}"}))
    assert plain.facts == page.run.facts
    assert plain.printed == page.run.printed


def test_two_tasks_are_ready_before_either_has_begun(page: Walk) -> None:
    place = halt(page, line="await one")
    assert page.time(place) == 0.0
    assert names(page.ready(place)) == ["lol.com", "sike.org"]
    assert [(task.name, task.state, task.line) for task in page.tasks(place)] == [
        ("program", "waits", 11), ("lol.com", "ready", 0), ("sike.org", "ready", 0),
    ]  # fmt: skip


def test_a_task_that_sleeps_has_a_timer_and_lets_the_next_begin(page: Walk) -> None:
    first = halt(page, line="asyncio.sleep")
    assert [(task.name, task.until) for task in page.timers(first)] == [("lol.com", 2.0)]
    assert names(page.ready(first)) == ["sike.org"]
    second = halt(page, first, line="asyncio.sleep")
    assert second > first
    assert names(page.timers(second)) == ["lol.com", "sike.org"]
    assert page.time(second) == 0.0


def test_a_stop_may_ask_for_a_print_a_dish_a_task_and_a_moment(page: Walk) -> None:
    prints, served = halt(page, prints="done lol.com"), halt(page, served="lol.com")
    assert served == prints + 1
    assert page.printed(prints) == 3
    after = halt(page, line="print", task="sike.org", at=2.0)
    assert after > served
    assert page.time(after) == 2.0


def test_who_is_done_stays_done(page: Walk) -> None:
    assert {task.state for task in page.tasks(page.last)} == {"done"}
    assert page.ready(page.last) == page.timers(page.last) == []


def test_what_holds_still_is_a_stop_too(page: Walk) -> None:
    last = halt(page, prints="all")
    assert halt(page, last, prints="begin lol.com") == last


def test_a_moment_is_stopped_at_when_all_of_it_has_happened(page: Walk) -> None:
    assert page.halt(stop(at=1.0)) == (page.place_at(0.0), 1.0)
    assert names(page.timers(page.place_at(1.0))) == ["lol.com", "sike.org"]
    assert page.halt(stop(at=2.0)) == (page.last, 2.0)


def test_a_place_that_is_never_come_to(page: Walk) -> None:
    assert page.halt(stop(prints="never")) is None
    assert page.halt(stop(line="await one", task="lol.com")) is None
    assert page.halt(stop(at=2.5)) is None


def test_a_coroutine_that_is_awaited_is_where_its_task_is() -> None:
    walk = walk_of(PAGE.replace("asyncio.create_task(download", "(download"))
    place = halt(walk, line="asyncio.sleep")
    assert [(task.name, task.line) for task in walk.tasks(place)] == [("program", 5)]
    assert walk.ready(place) == []


@pytest.mark.skipif(sys.gettrace() is not None, reason="somebody else traces")
@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=5))
def test_happenings_are_in_order_and_every_task_ends(delays: list[int]) -> None:
    begun = "\n".join(f"    tasks.append(asyncio.create_task(download({d}, {d})))" for d in delays)
    source = (
        PAGE.split("async def main")[0]
        + f"async def main():\n    tasks = []\n{begun}\n"
        + "    for task in tasks:\n        await task\n\nasyncio.run(main())\n"
    )
    walk = walk_of(source)
    times = [happening.t for happening in walk.happenings]
    assert times == sorted(times)
    assert walk.run.trouble is None
    for place in range(walk.last + 1):
        tasks = walk.tasks(place)
        assert sum(task.state == "runs" for task in tasks) <= 1, "one chef takes one step at a time"
        assert len(walk.ready(place)) == sum(task.state == "ready" for task in tasks)
        assert all(t.until is not None and t.until >= walk.time(place) for t in walk.timers(place))
    assert [task.state for task in walk.tasks(walk.last)] == ["done"] * (len(delays) + 1)
    assert [walk.place_at(walk.time(p)) >= p for p in range(walk.last + 1)].count(False) == 0


LESSON = """title = "A walk"
concept = "await"
minutes = 1
[debrief]
name = "A name"
says = "A sentence."
link = "https://docs.python.org/3/"
[[steps]]
kind = "step"
title = "Walk"
says = "Look."
program = "page.py"
hints = ["a", "b"]
stops = [{ says = "Here.", line = "await one" }, { says = "There.", prints = "nowhere" }]
"""


def test_the_check_names_a_stop_that_is_never_come_to(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(PAGE, "utf-8")
    (tmp_path / "lesson.toml").write_text(LESSON, "utf-8")
    (tmp_path / "solution.py").write_text("", "utf-8")
    found = [fault for fault in faults(read_lesson(tmp_path)) if "stops" in fault]
    assert found == [
        f"{tmp_path / 'lesson.toml'}: step.stops[1]: the program never comes to where this is so"
    ]
