"""Two kitchens, recorded: as they were at any moment, and one of them changed."""

from __future__ import annotations

import contextlib

import msgspec

from kitchen import run
from kitchen.lab.before_after import Twins
from kitchen.lab.recorded import Recorded
from kitchen.lab.sandbox import Sandbox
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Steps
from kitchen.runs.service import Service
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.view.kitchenview import KitchenView


def shown(view: KitchenView) -> bytes:
    """All that there is to see in it, the closing apart."""
    things = [view.orders, view.chefs, view.ready, view.stations, view.served]
    return msgspec.json.encode(things, enc_hook=_told)


def _told(slow: object) -> float:
    """Of guests' own time, which goes as fast for all: how slow it is."""
    assert isinstance(slow, SlowTime)
    return slow.times


def view_at(sandbox: Sandbox, now: float) -> KitchenView:
    view = KitchenView()
    view.fold(fact for fact in run(sandbox.shift()).facts if fact.t <= now)
    return view


def test_a_recorded_kitchen_is_as_it_was_at_that_moment() -> None:
    kitchen = Recorded(Sandbox(chefs=2).shift())
    for now in (0.0, 300.0, 300.0, 1234.5, kitchen.end):
        kitchen.look(now)
        assert shown(kitchen.view) == shown(view_at(Sandbox(chefs=2), now))


def test_looking_tells_each_fact_once() -> None:
    kitchen = Recorded(Sandbox().shift())
    told = [fact for now in (100.0, 800.0, 800.0, 1e6) for fact in kitchen.look(now)]
    assert told == kitchen.result.facts


def test_looking_back_begins_anew() -> None:
    kitchen = Recorded(Sandbox().shift())
    kitchen.look(2000.0)
    assert kitchen.look(500.0) == []
    assert shown(kitchen.view) == shown(view_at(Sandbox(), 500.0))


def test_it_is_what_the_same_kitchen_played_frame_by_frame_shows() -> None:
    sandbox = Sandbox(every=60.0)
    loop = KitchenLoop(Steps(0.25))
    service = Service(loop, sandbox.shift(), autopilot=True)

    async def watch() -> None:
        async with contextlib.aclosing(loop.frames(60)) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if frame.time >= 900.0:
                    return

    loop.run_until_complete(watch())
    kitchen = Recorded(sandbox.shift())
    kitchen.look(loop.time())
    assert shown(kitchen.view) == shown(service.view)
    service.sweep()
    loop.close()


def test_the_changed_kitchen_is_a_headless_run_of_its_rules() -> None:
    twins = Twins(Sandbox())
    assert twins.before.result.digest == twins.after.result.digest
    for sandbox in (Sandbox(chefs=3), Sandbox(attention="stay"), Sandbox(every=45.0, seed=8)):
        assert twins.change(sandbox)
        assert twins.after.result.digest == run(sandbox.shift()).digest
        assert twins.before.result.digest == run(Sandbox().shift()).digest


def test_a_change_that_is_none_runs_nothing() -> None:
    twins = Twins(Sandbox())
    kitchen = twins.after
    assert not twins.change(Sandbox())
    assert twins.after is kitchen


def test_with_other_times_of_cooking_its_plans_are_others() -> None:
    twins = Twins(Sandbox())
    twins.change(Sandbox(chefs=2))
    assert twins.after.view.plans == twins.before.view.plans
    twins.change(Sandbox(chefs=2, hands_share=0.5))
    plain, slow = (k.view.plans["steak"][0].seconds for k in (twins.before, twins.after))
    assert slow > 3 * plain


def test_comparing_from_here_makes_both_the_same() -> None:
    twins = Twins(Sandbox())
    twins.change(Sandbox(ovens=4))
    twins.compare_from_here()
    assert twins.unchanged == Sandbox(ovens=4)
    assert twins.before.result.digest == twins.after.result.digest


def test_the_limits_are_those_of_the_changed_kitchen() -> None:
    twins = Twins(Sandbox(every=20.0))
    assert twins.limits.holds.name == "hands"
    twins.change(Sandbox(chefs=9, hobs=10, ovens=1, every=20.0))
    assert twins.limits.holds.name == "oven"
