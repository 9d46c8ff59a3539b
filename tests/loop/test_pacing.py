"""Pacing: kitchen time on the wall. The clock and the sleep are fakes, so nothing here waits."""

from __future__ import annotations

import asyncio
import contextlib
import math
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from itertools import pairwise
from typing import Any, TypeVar

import pytest

from kitchen import Cook, KitchenLoop, Order, Shift, recipe
from kitchen.loop.frames import Frame, Frames
from kitchen.loop.nudge import Nudge
from kitchen.loop.pacing import CATCH_UP, SPIN, Jump, Pacing, Steps, Wall
from kitchen.runs.careful import play_out
from kitchen.runs.kitchens import four_kitchens
from kitchen.runs.result import facts_as_lines
from kitchen.runs.service import Service

T = TypeVar("T")

START = 1000.0
TICK = 1e-6
"""Seconds that a look at the fake clock takes: enough for a wait for it to end."""


class FakeWall:
    """A wall clock and a sleep that moves it, ``late`` seconds too far."""

    def __init__(self, late: float = 0.0) -> None:
        self.now = START
        self.late = late
        self.slept = 0.0
        self.sleeps = 0

    def clock(self) -> float:
        self.now += TICK
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0.0
        self.slept += seconds
        self.sleeps += 1
        self.now += seconds + self.late

    def pace(self, tempo: float = 1.0, speed: float = 1.0) -> Wall:
        return Wall(tempo, speed, self.clock, self.sleep)


class FakeNudge(Nudge):
    """A long wait on the fake clock: all of it at once."""

    def __init__(self, wall: FakeWall) -> None:
        super().__init__()
        self._wall = wall

    def wait(self, seconds: float) -> None:
        if self._tokens.empty() and seconds > 0.0:
            self._wall.sleep(min(seconds, 10.0))
        super().wait(0.0)


def loop_on(wall: FakeWall, pace: Pacing) -> KitchenLoop:
    loop = KitchenLoop(pace)
    loop._nudge = FakeNudge(wall)
    return loop


def play(loop: KitchenLoop, program: Coroutine[Any, Any, T]) -> T:
    try:
        result: T = loop.run_until_complete(program)
        return result
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def look(
    loop: KitchenLoop, count: int, each: Callable[[Frame], object] | None = None, rate: float = 60.0
) -> list[Frame]:
    """Take in so many frames."""
    seen: list[Frame] = []
    async with contextlib.aclosing(loop.frames(rate)) as frames:
        async for frame in frames:
            seen.append(frame)
            if each is not None:
                each(frame)
            if len(seen) == count:
                break
    return seen


# -- the wall ----------------------------------------------------------------------------------


def test_kitchen_time_is_wall_time_times_speed_times_tempo() -> None:
    wall = FakeWall()
    loop = loop_on(wall, wall.pace(tempo=15.0, speed=2.0))

    async def main() -> None:
        for _ in range(100):
            await asyncio.sleep(3)  # of kitchen time: a tenth of a second on the wall
            walls.append(wall.now - START)

    walls: list[float] = []
    play(loop, main())
    assert loop.time() == 300.0
    assert walls == pytest.approx([i * 0.1 for i in range(1, 101)], abs=1e-3)


def test_what_is_awaited_gets_its_exact_time() -> None:
    wall = FakeWall(late=0.0007)
    loop = loop_on(wall, wall.pace())

    async def main() -> float:
        await asyncio.sleep(0.1)
        await asyncio.sleep(0.7)
        return asyncio.get_running_loop().time()

    assert play(loop, main()) == 0.1 + 0.7


def test_frames_read_the_affine_map_at_their_deadlines() -> None:
    wall = FakeWall(late=0.0003)
    loop = loop_on(wall, wall.pace(tempo=15.0))
    frames = play(loop, look(loop, 600))
    assert [frame.number for frame in frames] == list(range(600))
    assert [frame.wall for frame in frames] == [i / 60 for i in range(600)]
    steps = {round(b.time - a.time, 9) for a, b in pairwise(frames[1:])}
    assert steps == {0.25}


def test_a_change_of_speed_never_jumps() -> None:
    wall = FakeWall()
    pace = wall.pace(tempo=15.0)
    loop = loop_on(wall, pace)

    def change(frame: Frame) -> None:
        pace.speed = speeds[frame.number // 10 % len(speeds)]

    speeds = [1.0, 4.0, 0.25, 0.0, 16.0, 1.0]
    frames = play(loop, look(loop, 300, change))
    for before, after in pairwise(frames):
        # The speed of the frame before was set a hair after its deadline.
        speed = speeds[before.number // 10 % len(speeds)]
        assert after.time - before.time == pytest.approx(speed * 0.25, abs=0.005)


def test_the_map_is_continuous_at_every_change() -> None:
    wall = FakeWall()
    pace = wall.pace(tempo=2.0)
    pace.advance(0.0, math.inf, None, FakeNudge(wall))
    for speed in (3.0, 0.0, 1.0, 0.5, 100.0):
        before = pace.kitchen(wall.now)
        pace.speed = speed
        assert pace.kitchen(wall.now) == pytest.approx(before, abs=100 * 2 * 3 * TICK)
        wall.now += CATCH_UP / 10


def test_while_paused_time_rests_and_frames_keep_coming() -> None:
    wall = FakeWall()
    pace = wall.pace(speed=0.0)
    loop = loop_on(wall, pace)

    async def main() -> list[Frame]:
        loop.call_later(1e-3, rang.append, 1)
        return await look(loop, 120)

    rang: list[int] = []
    frames = play(loop, main())
    assert {frame.time for frame in frames} == {0.0}
    assert frames[-1].wall == 119 / 60
    assert not rang


def test_a_pause_is_as_if_it_had_not_been() -> None:
    wall = FakeWall()
    pace = wall.pace()
    loop = loop_on(wall, pace)

    def pause(frame: Frame) -> None:
        if frame.number in (30, 330):
            pace.speed = 0.0 if frame.number == 30 else 1.0

    async def main() -> None:
        ticking = asyncio.create_task(look(loop, 400, pause))
        await asyncio.sleep(1)
        walls.append(wall.now - START)
        await ticking

    walls: list[float] = []
    play(loop, main())
    assert walls == pytest.approx([6.0], abs=0.001)


def test_kitchen_time_never_passes_an_entry_that_has_not_fired() -> None:
    wall = FakeWall(late=0.004)  # a clock that is always a quarter of a frame late
    loop = loop_on(wall, wall.pace(tempo=15.0, speed=3.0))
    fired: list[float] = []

    def fire(when: float) -> None:
        assert loop.time() == when
        fired.append(when)
        wall.now += 0.002  # and firing takes long

    def check(frame: Frame) -> None:
        assert all(when > frame.time for when in whens if when not in fired)
        assert loop.time() == frame.time
        wall.now += 0.01

    whens = [i * 0.37 for i in range(1, 400)]
    for when in whens:
        loop.call_at(when, fire, when)
    frames = play(loop, look(loop, 120, check))
    assert [frame.time for frame in frames] == sorted(frame.time for frame in frames)
    assert fired == whens[: len(fired)]
    assert len(fired) > 100


@pytest.mark.parametrize("change", [False, True], ids=["", "and the speed is set"])
def test_a_late_frame_makes_up_for_so_much_and_no_more(change: bool) -> None:
    wall = FakeWall()
    pace = wall.pace()
    loop = loop_on(wall, pace)

    def hiccup(frame: Frame) -> None:
        if frame.number == 10:
            wall.now += 5.0
            if change:
                pace.speed = 1.0

    frames = play(loop, look(loop, 100, hiccup))
    leaps = [b.time - a.time for a, b in pairwise(frames)]
    assert max(leaps) <= CATCH_UP + 1 / 60 + 0.001
    assert sum(leap > 0.02 for leap in leaps) <= 2
    assert frames[-1].time == pytest.approx(99 / 60 + CATCH_UP, abs=0.02)
    assert frames[-1].wall == pytest.approx(99 / 60 + 5.0, abs=0.02)
    assert [frame.number for frame in frames] == list(range(100))


def test_a_short_hiccup_costs_no_time() -> None:
    wall = FakeWall()
    loop = loop_on(wall, wall.pace())

    def hiccup(frame: Frame) -> None:
        if frame.number % 20 == 10:
            wall.now += 0.06

    frames = play(loop, look(loop, 200, hiccup))
    assert all(frame.time == pytest.approx(frame.wall, abs=1e-4) for frame in frames)


def test_frames_that_are_left_out_change_no_kitchen_time_and_leave_the_grid_as_it_is() -> None:
    wall = FakeWall(late=0.0003)
    loop = loop_on(wall, wall.pace(tempo=15.0))
    woken: list[float] = []

    async def main() -> list[Frame]:
        async def cook() -> None:
            for _ in range(40):
                await asyncio.sleep(1.0)
                woken.append(loop.time())

        cooks = asyncio.create_task(cook())
        seen = await look(loop, 12, lambda frame: loop.leave_out_frames(2 * (3 < frame.number < 8)))
        await cooks
        return seen

    frames = play(loop, main())
    assert [frame.number for frame in frames] == list(range(12))
    ticks = [round(frame.wall * 60) for frame in frames]
    assert ticks == [0, 1, 2, 3, 4, 7, 10, 13, 16, 17, 18, 19]
    for frame in frames:
        assert frame.time == pytest.approx(15.0 * frame.wall, abs=1e-2)
    assert woken == [float(second) for second in range(1, 41)]


def test_nobody_watches_the_clock_for_a_frame_before_which_others_were_left_out() -> None:
    spun = []
    for left_out in (0, 1):
        wall = FakeWall()
        loop = loop_on(wall, wall.pace(speed=0.0))
        play(loop, look(loop, 30, lambda _: loop.leave_out_frames(left_out)))  # noqa: B023
        spun.append(wall.now - START - wall.slept)
    watching, easy = spun
    assert easy < watching / 3


def test_too_slow_a_machine_still_gets_frames() -> None:
    """Each kitchen second takes four seconds of computing: the kitchen is slow, not frozen."""
    wall = FakeWall()
    loop = loop_on(wall, wall.pace())

    async def main() -> list[Frame]:
        work()
        return await look(loop, 50)

    def work() -> None:
        wall.now += 0.004
        loop.call_later(0.001, work)

    frames = play(loop, main())
    gaps = [b.wall - a.wall for a, b in pairwise(frames)]
    assert max(gaps) < CATCH_UP + 0.05
    assert frames[-1].time == pytest.approx(frames[-1].wall / 4, rel=0.2)


def test_waits_without_frames_are_not_taken_for_hiccups() -> None:
    wall = FakeWall()
    loop = loop_on(wall, wall.pace())

    async def main() -> float:
        await asyncio.sleep(25)
        return wall.now - START

    assert play(loop, main()) == pytest.approx(25.0, abs=0.001)


def test_time_begins_when_the_loop_runs() -> None:
    wall = FakeWall()
    loop = loop_on(wall, wall.pace())
    wall.now += 60.0  # a slow start

    async def main() -> float:
        await asyncio.sleep(1)
        return wall.now - START

    assert play(loop, main()) == pytest.approx(61.0, abs=0.001)


def test_the_deadlines_of_frames_do_not_drift() -> None:
    wall = FakeWall()
    loop = KitchenLoop()
    frames = Frames(60.0, lambda: wall.now, loop.create_future)
    for number in range(10_000):
        waiter = frames.next()
        wall.now = max(wall.now, frames.deadline)
        frames.show(0.0)
        frame = waiter.result()
        assert frame == Frame(number, number / 60, 0.0)
        assert frames.deadline == START + number / 60
    assert frames.deadline == START + 9999 / 60
    loop.close()


def test_frames_left_out_are_whole_ones() -> None:
    wall = FakeWall()
    loop = KitchenLoop()
    frames = Frames(10.0, lambda: wall.now, loop.create_future)
    frames.next()
    wall.now = START + 0.75
    frames.next()
    assert frames.deadline == START + 0.7
    frames.next()
    assert frames.deadline == pytest.approx(START + 0.8)
    loop.close()


# -- how it waits ------------------------------------------------------------------------------


@pytest.mark.parametrize("late", [0.0, 0.0001, 0.0006])
def test_it_learns_how_late_a_sleep_is(late: float) -> None:
    """Frames are on time, and no more time is spent spinning than the sleep is imprecise."""
    wall = FakeWall(late)
    loop = loop_on(wall, wall.pace(speed=0.0))

    def check(frame: Frame) -> None:
        behind.append(wall.now - START - frame.wall)
        slept.append(wall.slept + late * wall.sleeps)

    behind: list[float] = []
    slept: list[float] = []
    play(loop, look(loop, 400, check))
    assert max(behind) < 0.0002
    spun = 200 / 60 - (slept[-1] - slept[-201])  # seconds, once it has learnt
    assert spun / 200 < late / 2 + 0.0001


def test_a_sleep_that_is_much_too_late_is_not_spun_for() -> None:
    wall = FakeWall(late=0.01)
    loop = loop_on(wall, wall.pace())
    play(loop, look(loop, 100))
    assert wall.slept > 99 / 60 - 100 * (0.01 + SPIN)


def test_a_call_from_a_thread_ends_a_long_wait() -> None:
    loop = KitchenLoop(Wall())

    async def main() -> float:
        done = asyncio.Event()
        thread = threading.Thread(target=lambda: loop.call_soon_threadsafe(done.set))
        loop.call_later(3600, print)
        start = time.perf_counter()
        loop.call_soon(thread.start)
        await done.wait()
        thread.join()
        return time.perf_counter() - start

    assert play(loop, main()) < 5.0


def test_frames_go_on_while_a_thread_works_and_time_rests() -> None:
    loop = KitchenLoop(Wall(tempo=1000.0))
    release = threading.Event()

    async def main() -> list[Frame]:
        async def errand() -> None:
            await asyncio.to_thread(release.wait, 10)
            times.append(loop.time())

        def each(frame: Frame) -> None:
            if frame.number == 5:
                release.set()

        task = asyncio.create_task(errand())
        await asyncio.sleep(0)
        frames = await look(loop, 6, each, rate=200.0)
        await task
        return frames

    times: list[float] = []
    frames = play(loop, main())
    assert {frame.time for frame in frames} == {0.0}
    assert times[0] < 200.0  # it took up from there: a leap would be of seconds times 1000


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timers")
@pytest.mark.parametrize("frames", [False, True])
def test_ctrl_c_ends_a_wait(frames: bool) -> None:
    async def main() -> None:
        if frames:
            async for _ in loop.frames():
                pass
        await asyncio.sleep(3600)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    loop = KitchenLoop(Wall())
    old = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    start = time.perf_counter()
    task = loop.create_task(main())
    try:
        with pytest.raises(KeyboardInterrupt):
            loop.run_until_complete(task)
    finally:
        signal.signal(signal.SIGALRM, old)
    assert time.perf_counter() - start < 5.0
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        loop.run_until_complete(task)
    play(loop, asyncio.sleep(0))


def test_a_nudge_may_come_while_it_is_waited_for() -> None:
    nudge = Nudge()
    nudge.set()
    nudge.set()
    start = time.perf_counter()
    nudge.wait(0.05)
    assert time.perf_counter() - start < 0.04
    nudge.clear()
    nudge.wait(-1.0)
    nudge.wait(0.0)


# -- headless ----------------------------------------------------------------------------------


def test_steps_number_their_frames_without_drift() -> None:
    loop = KitchenLoop(Steps(0.1))
    frames = play(loop, look(loop, 10_000))
    assert frames == [Frame(i, i / 60, i * 0.1) for i in range(10_000)]


def test_steps_at_another_speed() -> None:
    pace = Steps(1.0, start=10.0)
    loop = KitchenLoop(pace)

    def change(frame: Frame) -> None:
        pace.speed = {2: 0.0, 4: 3.0, 6: 0.5}.get(frame.number, pace.speed)

    frames = play(loop, look(loop, 10, change))
    assert [frame.time for frame in frames] == [10, 11, 12, 12, 12, 15, 18, 18.5, 19, 19.5]


def test_a_frame_comes_after_all_that_is_due_by_then() -> None:
    loop = KitchenLoop(Steps(1.0))
    told: list[object] = []
    for when in (0.0, 0.5, 1.0, 1.5, 2.0):
        loop.call_at(when, told.append, when)
        loop.call_at(when, loop.call_soon, told.append, f"soon after {when}")
        loop.call_command(lambda when=when: told.append(f"command at {when}"), when)  # type: ignore[misc]
    play(loop, look(loop, 3, lambda frame: told.append(f"frame at {frame.time:g}")))
    expected: list[object] = []
    for when in (0.0, 0.5, 1.0, 1.5, 2.0):
        expected += [when, f"soon after {when}", f"command at {when}"]
        if when.is_integer():
            expected.append(f"frame at {when:g}")
    assert told == expected


def test_steps_that_begin_late_begin_there() -> None:
    loop = KitchenLoop(Steps(1.0))

    async def main() -> list[Frame]:
        await asyncio.sleep(7.5)
        return await look(loop, 3)

    assert [frame.time for frame in play(loop, main())] == [7.5, 8.5, 9.5]


@pytest.mark.parametrize("pace", [Wall(), Steps(1.0)], ids=["wall", "steps"])
@pytest.mark.parametrize("speed", [-1.0, math.inf, math.nan])
def test_a_speed_is_a_number_from_0(pace: Wall | Steps, speed: float) -> None:
    with pytest.raises(ValueError, match="a speed is 0 or more"):
        pace.speed = speed


@pytest.mark.parametrize("rate", [0.0, -1.0, math.inf, math.nan])
def test_a_frame_rate_is_above_0(rate: float) -> None:
    loop = KitchenLoop()
    with pytest.raises(ValueError, match="a frame rate is above 0"):
        play(loop, look(loop, 1, rate=rate))


def test_one_set_of_frames_at_a_time() -> None:
    loop = KitchenLoop()

    async def main() -> None:
        async for _ in loop.frames():
            with pytest.raises(RuntimeError, match="already shows frames"):
                await look(loop, 1)
            break

    play(loop, main())


# -- it never changes what happens -------------------------------------------------------------


@recipe(price=12, patience=400)
async def stew(cook: Cook) -> None:
    """Stew."""
    cook.hands("chop", 20)
    async with cook.station("stove"):
        await cook.timer("simmer", 100, hold=30)
        cook.hands("stir", 10)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(15):
            await asyncio.sleep(60)
    cook.hands("plate", 5)


SHIFT = Shift(
    orders=[Order(i * 17.0, stew) for i in range(25)], stations={"stove": 3}, chefs=3, closes=1500
)


def _paces() -> Iterator[tuple[str, FakeWall, Pacing]]:
    wall = FakeWall()
    yield "jump", wall, Jump()
    yield "steps", wall, Steps(0.25)
    yield "long steps", wall, Steps(45.0)
    yield "wall", wall, wall.pace(tempo=15.0)
    yield "fast wall", wall, wall.pace(tempo=15.0, speed=40.0)
    late = FakeWall(late=0.03)
    yield "late wall", late, late.pace(tempo=15.0, speed=8.0)


def _facts(wall: FakeWall, pace: Pacing, frames: bool) -> list[bytes]:
    loop = loop_on(wall, pace)
    if frames:
        service = Service(loop, SHIFT, autopilot=True)
        kitchens = list(service.kitchens.values())
        ticking = loop.create_task(_tick(loop, service))
        try:
            loop.run_until_complete(ticking)
        finally:
            service.sweep()
            loop.close()
    else:
        kitchens = four_kitchens(loop, SHIFT, 0)
        play_out(loop, kitchens)
    return [facts_as_lines(kitchen.facts.in_order()) for kitchen in kitchens]


async def _tick(loop: KitchenLoop, service: Service) -> None:
    async with contextlib.aclosing(loop.frames()) as frames:
        async for frame in frames:
            service.advance(frame.time)
            if all(kitchen.done.done() for kitchen in service.kitchens.values()):
                return


@pytest.mark.parametrize("frames", [False, True], ids=["without frames", "with frames"])
def test_the_facts_are_the_same_at_any_pace(frames: bool) -> None:
    facts = {}
    for name, wall, pace in _paces():
        if not (frames and name == "jump"):  # with frames and nothing due, a jump goes nowhere
            facts[name] = _facts(wall, pace, frames)
    assert len({tuple(lines) for lines in facts.values()}) == 1
    assert all(b"served" in lines or b"Served" in lines for lines in facts["steps"])
