"""Assists in a service: the same in all four kitchens, and in all that is cooked from it again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from tools.scenario import FOUR, at, busy, lines, pot, shift_of, tell

from kitchen import KitchenLoop, Shift
from kitchen.cookbook.load import load_shift
from kitchen.lab.lookahead import LookAhead
from kitchen.loop.pacing import Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Replay
from kitchen.runs.rerun import Rerun
from kitchen.runs.result import result_of
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.commands import Assist, Pick

LONGER, CALM, NONE = Assist(2.0, 1.5), Assist(1.0, None), Assist()
Deeds = dict[float, Callable[[Service], object]]


def orders() -> Shift:
    return shift_of(*(at(10 * n, pot(5, 30, 5, 20, 20), 90) for n in range(6)))


def assist(given: Assist) -> Callable[[Service], object]:
    return lambda service: service.assist(given)


GIVEN: Deeds = {20: assist(LONGER), 55: assist(CALM), 120: assist(NONE)}


def serve(service: Service, deeds: Deeds | None = None, picks: bool = True) -> Service:
    """To the end of all four kitchens, a second of kitchen time a frame."""
    left = dict(deeds or {})

    async def play() -> None:
        async with contextlib.aclosing(service.loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if frame.time in left:
                    left.pop(frame.time)(service)
                if picks and not service.view.picks and (line := service.view.line):
                    service.pick(line[0])
                if all(view.makespan is not None for view in service.views.values()):
                    return

    service.loop.run_until_complete(play())
    service.sweep()
    return service


def played(deeds: Deeds, shift: Shift | None = None) -> Service:
    return serve(Service(KitchenLoop(Steps(1.0)), shift or orders(), mode="concurrent"), deeds)


def told(facts: list[f.Fact]) -> list[str]:
    return [f"{fact.t:g} {tell(fact)}" for fact in facts if isinstance(fact, f.Assisted)]


STORY = lines("""
    20 food keeps 2x, guests wait 1.5x
    55 food keeps 1x, guests wait for ever
    120 food keeps 1x, guests wait 1x
""")


def test_all_four_kitchens_get_them_at_the_same_moments() -> None:
    service = played(GIVEN)
    for kitchen in service.kitchens.values():
        end = result_of(kitchen).makespan
        facts = kitchen.facts.in_order()
        assert told(facts) == [line for line in STORY if float(line.split()[0]) <= end]
    assert [at for at, _ in service.assists()] == [20.0, 55.0, 120.0]


def test_the_autopilot_of_the_results_cooks_with_the_same() -> None:
    service = played(GIVEN)
    for result in service.autopilots():
        expected = [line for line in STORY if float(line.split()[0]) <= result.makespan]
        assert told(result.facts) == expected
    parallel = result_of(service.kitchens["parallel"])  # which nobody played
    assert service.autopilots()[2].digest == parallel.digest


@pytest.mark.parametrize("mode", FOUR)
def test_what_was_assisted_can_be_seen_again(mode: str) -> None:
    service = played(GIVEN)
    assert service.again(mode).digest == result_of(service.kitchens[mode]).digest


def test_an_assist_is_no_decision() -> None:
    service = serve(
        Service(KitchenLoop(Steps(1.0)), orders(), mode="concurrent", autopilot=True),
        {20: assist(LONGER)},
        picks=False,
    )
    assert not service.commanded("concurrent") and service.watched("concurrent") == "autopilot"
    assert not service.commanded("hybrid")


def test_none_is_no_command() -> None:
    service = played({20: assist(NONE)})
    assert service.assists() == []
    assert list(service.views["concurrent"].aids) == []


def test_what_helped_is_known_and_calm_gives_no_stars() -> None:
    service = played({20: assist(LONGER), 30: assist(NONE)})
    assert list(service.view.aids) == ["hold", "patience"]
    assert service.watched("concurrent") is None
    calm = played({20: assist(CALM), 30: assist(NONE)})
    assert list(calm.view.aids) == ["calm"] and calm.watched("concurrent") == "calm"


# -- cooked again --------------------------------------------------------------------------------


def of_the_house() -> Service:
    """A shift that can be written down, with recipes of the house."""
    return played(
        {30: assist(LONGER), 200: assist(CALM), 260: assist(NONE)}, load_shift("first-steps")
    )


def test_a_replay_of_an_assisted_game_is_the_same_to_the_byte() -> None:
    replay = replay_of(of_the_house(), "concurrent")
    assert replay.same(replay.again())
    kinds = {type(command) for _, command in replay.commands}
    assert kinds >= {Assist, Pick}


def test_a_rerun_helps_all_four_and_nobody_else_does() -> None:
    service = of_the_house()
    replay: Replay = replay_of(service, "concurrent")
    rerun = Rerun(KitchenLoop(Steps(1.0)), replay)
    serve(rerun, {40: assist(CALM)}, picks=False)
    assert rerun.same and rerun.assists() == service.assists()
    for mode in FOUR:
        assert told(rerun.kitchens[mode].facts.in_order()) == told(
            service.kitchens[mode].facts.in_order()
        )


# -- the look ahead --------------------------------------------------------------------------------


def looks(given: dict[float, Assist]) -> list[tuple[float, int, str]]:
    """What is lost if order 2 is picked at 60, and nothing else is done."""
    loop = KitchenLoop()
    shift = shift_of(pot(5, 30, 5, 20, 20), at(10, busy(100), None), at(10, busy(5), 110))
    service = Service(loop, replace(shift, kitchen="concurrent"), mode="concurrent")
    ahead = LookAhead(service)
    for now in sorted({1.0, 40.0, *given}):
        loop.call_command(loop.stop, now)
        loop.run_forever()
        service.advance(now)
        if now == 1.0:
            service.pick(1)
        if now in given:
            service.assist(given[now])
        ahead.prepare(now)  # a shadow that has got there before the assist comes
    seen = ahead.look(2, 40.0, 400.0)
    ahead.leave()
    service.sweep()
    assert seen is not None
    return [(loss.at, loss.order, loss.kind) for loss in seen.losses]


def test_the_look_ahead_knows_the_assists() -> None:
    assert looks({}) == [(76.0, 1, "burns"), (120.0, 3, "leaves")]
    assert looks({38.0: Assist(2.0, 1.0)}) == [(114.0, 1, "burns"), (120.0, 3, "leaves")]
    assert looks({38.0: Assist(100.0, None)}) == []
