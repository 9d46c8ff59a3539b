"""A replay as a service that commands itself."""

from __future__ import annotations

import contextlib

import msgspec
import pytest

from kitchen import KitchenLoop, Shift
from kitchen.cookbook.load import load_shift
from kitchen.lab.shadow import Shadow
from kitchen.loop.pacing import Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Changed, Replay
from kitchen.runs.rerun import Rerun
from kitchen.runs.service import Service
from kitchen.sim.commands import Pick


def cooked(service: Service, loop: KitchenLoop, nervous: bool = False) -> None:
    """To the end of the kitchen looked into; ``nervous``: who watches presses everything."""

    async def play() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if service.views[service.own()].makespan is not None:
                    return
                first = next(iter(service.view.line), None)
                if isinstance(service, Rerun) and not nervous:
                    continue
                if first is not None and not service.view.picks:
                    service.pick(first)
                if nervous:
                    service.set_autopilot(frame.number % 2 == 0)
                    service.look_into(service.modes[frame.number % 4])
                    service.take_back()

    loop.run_until_complete(play())


@pytest.fixture(scope="module")
def recorded() -> Replay:
    loop = KitchenLoop(Steps(7.0))
    service = Service(loop, load_shift("first-steps"), mode="concurrent")
    cooked(service, loop)
    replay = replay_of(service, "concurrent")
    service.sweep()
    assert any(isinstance(command, Pick) for _, command in replay.commands)
    return replay


@pytest.mark.parametrize("nervous", [False, True])
def test_it_does_what_was_recorded_whatever_is_pressed(recorded: Replay, nervous: bool) -> None:
    loop = KitchenLoop(Steps(11.0))
    rerun = Rerun(loop, recorded)
    cooked(rerun, loop, nervous)
    rerun.look_into(recorded.mode)
    assert rerun.same
    assert replay_of(rerun, recorded.mode).commands == recorded.commands
    rerun.sweep()


def test_one_that_went_another_way_says_so(recorded: Replay) -> None:
    other = msgspec.structs.replace(recorded, seed=recorded.seed + 1)
    loop = KitchenLoop(Steps(11.0))
    rerun = Rerun(loop, other)
    cooked(rerun, loop)
    assert not rerun.same
    rerun.sweep()


def test_its_shift_is_the_one_in_the_file(recorded: Replay) -> None:
    loop = KitchenLoop()
    rerun = Rerun(loop, recorded)
    assert isinstance(rerun.shift, Shift)
    assert rerun.shift.name == "first-steps" and rerun.seed == recorded.seed
    rerun.sweep()
    loop.close()


def test_it_tells_the_first_fact_that_differs(recorded: Replay) -> None:
    other = msgspec.structs.replace(recorded, shift=f"{recorded.shift}\n[pace]\ntimers = 0.5\n")
    loop = KitchenLoop(Steps(11.0))
    rerun = Rerun(loop, other)
    cooked(rerun, loop)
    found = rerun.difference()
    assert not rerun.same and found is not None
    assert found.was.startswith("timer set") and found.became.startswith("timer set")
    rerun.sweep()


def test_what_nobody_will_say_ends_it_in_words(recorded: Replay) -> None:
    mute = msgspec.structs.replace(recorded, commands=recorded.commands[:1])
    loop = KitchenLoop(Steps(11.0))
    rerun = Rerun(loop, mute)
    with pytest.raises(Changed, match=r"never said.*; the first fact that differs is number \d"):
        cooked(rerun, loop)
    rerun.sweep()


def test_a_double_of_it_hears_all_that_was_recorded(recorded: Replay) -> None:
    """What looks into the past of a replay cooks the same kitchen once more."""
    loop = KitchenLoop(Steps(11.0))
    rerun = Rerun(loop, recorded)
    cooked(rerun, loop)
    assert not rerun.has_doubles and rerun.leaves_no_trace
    shadow = Shadow(rerun, recorded.mode, 10.0)
    facts = shadow.go(loop.now)
    assert facts == rerun.kitchens[recorded.mode].facts.in_order()
    shadow.leave()
    rerun.sweep()
