"""A service: four kitchens on one clock, one of them the player's, one looked into.

A player looks at frames; here a frame is a second of kitchen time, and nothing ever waits.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from operator import methodcaller
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.scenario import ENDS, FOUR, at, busy, lines, pot, shift_of, tell, told

from kitchen import (
    Cook,
    KitchenLoop,
    PolicyError,
    Raised,
    RecipeError,
    Shift,
    ShiftError,
    Stalled,
    compare,
    run,
)
from kitchen.cookbook.load import load_shift
from kitchen.loop.pacing import Steps
from kitchen.runs.result import result_of
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick
from kitchen.sim.policy import Policy

Deeds = Mapping[float, Callable[[Service], object]]
CHANGES = (f.Picked, f.Unpicked, f.PolicyChanged)


def serve(
    shift: Shift,
    deeds: Deeds | None = None,
    *,
    until: float = 5000,
    mode: str = "concurrent",
    policy: str | Policy = "fifo",
    autopilot: bool = False,
    seed: int = 0,
    step: float = 1.0,
) -> Service:
    """Play a shift until all kitchens have closed, or until then, doing each deed at its time."""
    loop = KitchenLoop(Steps(step))
    service = Service(loop, shift, seed, mode, policy, autopilot)
    left = dict(deeds or {})

    async def play() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                service.advance(frame.time)
                if frame.time in left:
                    left.pop(frame.time)(service)
                closed = all(view.makespan is not None for view in service.views.values())
                if frame.time >= until or (closed and not left):
                    return

    try:
        loop.run_until_complete(play())
    finally:
        service.sweep()
        loop.close()
    return service


def story(service: Service, *kinds: type[f.Fact]) -> list[str]:
    """What happened in the kitchen that is looked into."""
    facts = service.kitchen.facts.in_order()
    return [f"{fact.t:g} {tell(fact)}" for fact in facts if isinstance(fact, kinds or f.Fact)]


# -- four kitchens -----------------------------------------------------------------------------


def test_it_has_the_four_kitchens_in_their_order() -> None:
    service = serve(shift_of(busy(5)), until=0)
    assert service.modes == list(service.views) == list(FOUR)
    assert (service.mode, service.kitchen.mode.name) == ("concurrent", "concurrent")
    assert service.view is service.views["concurrent"]


def test_on_autopilot_it_goes_as_a_comparison_does() -> None:
    shift = load_shift("lunch-rush")
    service = serve(shift, autopilot=True, seed=2)
    results = [result_of(kitchen) for kitchen in service.kitchens.values()]
    assert [result.lines for result in results] == [
        result.lines for result in compare(shift, seed=2).kitchens
    ]
    assert [view.makespan for view in service.views.values()] == [r.makespan for r in results]


def test_advance_tells_what_is_new_in_each_kitchen_up_to_now() -> None:
    loop = KitchenLoop(Steps(30.0))
    service = Service(loop, shift_of(pot(10, 60, 5)), autopilot=True)
    heard: dict[str, list[f.Fact]] = {mode: [] for mode in FOUR}

    async def play() -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                for mode, facts in service.advance(frame.time).items():
                    assert all(
                        frame.time - 30 < fact.t <= frame.time or not fact.t for fact in facts
                    )
                    heard[mode] += facts
                assert all(view.time <= frame.time for view in service.views.values())
                if service.closed:
                    return

    loop.run_until_complete(play())
    loop.close()
    assert heard == {mode: k.facts.in_order() for mode, k in service.kitchens.items()}


def test_a_kitchen_that_has_closed_says_so() -> None:
    closed_at: list[float] = []
    serve(shift_of(busy(5)), {4: lambda s: closed_at.append(s.closed),
                              5: lambda s: closed_at.append(s.closed)}, autopilot=True)  # fmt: skip
    assert closed_at == [False, True]


@pytest.mark.parametrize("mode", FOUR)
def test_a_player_can_begin_in_any_of_them(mode: str) -> None:
    service = serve(shift_of(busy(5)), {2: lambda s: s.pick(1)}, mode=mode)
    assert service.mode == mode
    assert [view.served for view in service.views.values()] == [1, 1, 1, 1]


def test_an_unknown_mode_or_policy_is_told() -> None:
    with pytest.raises(ShiftError, match="did you mean 'hybrid'"):
        serve(shift_of(busy(5)), mode="hybird")
    with pytest.raises(PolicyError, match="did you mean 'fifo'"):
        serve(shift_of(busy(5)), policy="fifa")


# -- the player commands their kitchen -----------------------------------------------------------


def test_the_kitchen_looked_into_waits_for_the_player_and_the_others_do_not() -> None:
    service = serve(shift_of(busy(5), busy(5)), until=30)
    assert [view.served for view in service.views.values()] == [2, 0, 2, 2]
    assert [kitchen.policy for kitchen in service.kitchens.values()] == [
        "fifo", "player", "fifo", "fifo",
    ]  # fmt: skip
    assert story(service, f.Resumed, f.PolicyChanged) == []


def test_a_pick_and_the_same_pick_again() -> None:
    service = serve(
        shift_of(at(2, busy(20)), at(2, busy(20)), at(2, busy(20))),
        {3: lambda s: s.pick(1), 5: lambda s: s.pick(3), 7: lambda s: s.pick(3),
         9: lambda s: s.pick(2), 50: lambda s: s.pick(3)},
    )  # fmt: skip
    assert story(service, *CHANGES, f.Resumed) == lines("""
        3 #1 is picked
        3 #1 is unpicked
        3 chef 1 takes #1
        5 #3 is picked
        7 #3 is unpicked
        9 #2 is picked
        23 #2 is unpicked
        23 chef 1 takes #2
        50 #3 is picked
        50 #3 is unpicked
        50 chef 1 takes #3
    """)


def test_autopilot_on_and_off() -> None:
    orders = [at(2, busy(10)) for _ in range(5)]
    service = serve(
        shift_of(*orders),
        {5: lambda s: s.set_autopilot(True), 18: lambda s: s.set_autopilot(False),
         40: lambda s: s.pick(5), 60: lambda s: s.set_autopilot(True)},
        policy="shortest",
    )  # fmt: skip
    assert story(service, f.PolicyChanged, f.Resumed) == lines("""
        5 the policy is shortest
        5 chef 1 takes #1
        15 chef 1 takes #2
        18 the policy is player
        40 chef 1 takes #5
        60 the policy is shortest
        60 chef 1 takes #3
        70 chef 1 takes #4
    """)


def test_a_users_function_can_be_the_autopilot() -> None:
    def last_come(raised: Sequence[Raised], now: float) -> Raised:
        return raised[-1]

    orders = [at(2, busy(10)) for _ in range(3)]
    service = serve(shift_of(*orders), {5: lambda s: s.set_autopilot(True)}, policy=last_come)
    assert story(service, f.PolicyChanged, f.Resumed) == lines("""
        5 the policy is last_come
        5 chef 1 takes #3
        15 chef 1 takes #2
        25 chef 1 takes #1
    """)


# -- yours, and the others -----------------------------------------------------------------------


def picks(*orders: int) -> Callable[[Service], None]:
    def deed(service: Service) -> None:
        for order in orders:
            service.pick(order)

    return deed


def changes_in(service: Service, mode: str) -> list[str]:
    facts = service.kitchens[mode].facts.in_order()
    return [f"{fact.t:g} {tell(fact)}" for fact in facts if isinstance(fact, CHANGES)]


def test_looking_into_another_kitchen_decides_nothing_in_any() -> None:
    """The player's goes on with the picks in line, and then waits; the others by their policy."""
    orders = [at(2, busy(10)) for _ in range(5)]
    service = serve(
        shift_of(*orders),
        {3: picks(4, 2), 5: lambda s: s.look_into("hybrid"),
         30: lambda s: s.look_into("blocking")},
        until=200,
    )  # fmt: skip
    assert (service.mode, service.home) == ("blocking", "concurrent")
    assert changes_in(service, "concurrent") == lines("""
        3 #4 is picked
        3 #4 is unpicked
        3 #2 is picked
        13 #2 is unpicked
    """)
    assert [changes_in(service, mode) for mode in ("blocking", "parallel", "hybrid")] == [[]] * 3
    assert [view.served for view in service.views.values()] == [5, 2, 5, 5]


def _at_home(order: int) -> Callable[[Service], None]:
    def deed(service: Service) -> None:
        service.look_into(service.home)
        service.pick(order)

    return deed


@given(st.lists(st.tuples(st.integers(1, 120), st.sampled_from(FOUR)), max_size=12))
@settings(max_examples=25, deadline=None)
def test_looks_change_no_fact_of_any_kitchen(looks: list[tuple[int, str]]) -> None:
    orders = [at(4.0 * n, pot(2, 20, 3, hold=10.0), 90.0) for n in range(6)]
    at_home: Deeds = {6.0 * n: _at_home(n) for n in range(1, 7)}
    looked: Deeds = {float(at): methodcaller("look_into", mode) for at, mode in looks}
    seen, alone = (serve(shift_of(*orders), deeds) for deeds in ({**looked, **at_home}, at_home))
    for mode in FOUR:
        assert seen.kitchens[mode].facts.in_order() == alone.kitchens[mode].facts.in_order()


def test_in_free_play_a_pick_takes_the_kitchen_over() -> None:
    orders = [at(2, busy(10)) for _ in range(30)]
    service = serve(shift_of(*orders), {7: lambda s: s.look_into("hybrid"),
                                        20: lambda s: s.pick(25)}, until=33)  # fmt: skip
    assert (service.mode, service.home) == ("hybrid", "hybrid")
    assert changes_in(service, "concurrent") == ["20 the policy is fifo"]
    assert changes_in(service, "hybrid") == lines("""
        20 the policy is player
        20 #25 is picked
        22 #25 is unpicked
    """)
    assert [view.served for view in service.views.values()] == [3, 1, 30, 21]


def named(kitchen: str, *orders: Any) -> Shift:
    return replace(shift_of(*orders), kitchen=kitchen)


def test_where_the_shift_names_the_kitchen_no_other_obeys() -> None:
    orders = [at(2, busy(10)) for _ in range(5)]
    seen: dict[str, bool] = {}

    def try_all(service: Service) -> None:
        for mode in FOUR:
            service.look_into(mode)
            seen[mode] = service.obeys
            service.pick(5)
            service.pick_at(3, 1)
            service.take_back()
        service.set_autopilot(True)
        service.set_autopilot(False)

    service = serve(named("blocking", *orders), {4: try_all}, mode="hybrid", until=30)
    assert seen == {"blocking": True, "concurrent": False, "parallel": False, "hybrid": False}
    assert service.home == "blocking"
    assert [bool(kitchen.commands) for kitchen in service.kitchens.values()] == [True, *[False] * 3]


def test_the_autopilot_is_that_of_the_players_kitchen_wherever_the_player_looks() -> None:
    service = serve(shift_of(at(2, busy(10))), {3: lambda s: s.look_into("parallel"),
                                                9: lambda s: s.set_autopilot(True)})  # fmt: skip
    assert changes_in(service, "concurrent") == ["9 the policy is fifo"]
    assert changes_in(service, "parallel") == []


def test_looking_where_one_looks_already_changes_nothing() -> None:
    service = serve(shift_of(busy(5)), {2: lambda s: s.look_into("concurrent"),
                                        3: lambda s: s.look_into("nowhere"),
                                        4: lambda s: s.pick(1)})  # fmt: skip
    assert service.kitchen.commands == [(4, Pick(1))]


def test_with_the_autopilot_on_looking_elsewhere_is_only_looking() -> None:
    service = serve(shift_of(busy(5)), {2: lambda s: s.look_into("hybrid")}, autopilot=True)
    assert all(kitchen.commands == [] for kitchen in service.kitchens.values())


def test_a_service_ends_with_the_players_kitchen_or_with_the_one_watched() -> None:
    picked = serve(
        shift_of(busy(5), busy(5)),
        {1: lambda s: s.pick(1), 2: lambda s: s.look_into("hybrid")},
        until=30,
    )
    assert (picked.own(), picked.home) == ("concurrent", "concurrent")
    watched = serve(shift_of(busy(5)), {2: lambda s: s.look_into("hybrid")}, until=30)
    assert (watched.own(), watched.home) == ("hybrid", "concurrent")


# -- whose decisions -----------------------------------------------------------------------------


def pick_all(service: Service) -> None:
    for order in list(service.views[service.home].open_orders):
        service.pick(order)


ON, OFF = (methodcaller("set_autopilot", on) for on in (True, False))


@pytest.mark.parametrize(
    ("kitchen", "mode", "deeds", "why"),
    [
        (None, "concurrent", {3: pick_all}, None),
        (None, "blocking", {3: pick_all}, None),
        (None, "hybrid", {3: pick_all}, "chefs"),
        ("hybrid", "hybrid", {3: pick_all}, None),
        (None, "concurrent", {3: pick_all, 4: ON, 5: OFF}, "autopilot"),
        (None, "concurrent", {3: ON}, "autopilot"),
        (None, "concurrent", {1: ON, 1.5: OFF, 3: pick_all}, None),
        (None, "concurrent", {3: pick_all, 90: ON}, None),
        (None, "concurrent", {}, "idle"),
    ],
)
def test_why_a_kitchen_was_only_watched(
    kitchen: str | None, mode: str, deeds: Deeds, why: str | None
) -> None:
    shift = replace(shift_of(at(2, busy(10), 60), at(2, busy(10), 60)), kitchen=kitchen)
    loop_steps = {float(at): deed for at, deed in deeds.items()}
    service = serve(shift, loop_steps, mode=mode, step=0.5)
    assert service.watched(mode) == why
    assert all(service.watched(other) == "looked" for other in FOUR if other != mode)


def test_a_kitchen_taken_over_was_begun_by_the_autopilot() -> None:
    orders = [at(2, busy(10)) for _ in range(3)]
    deeds: Deeds = {5: lambda s: s.look_into("blocking"), 6: picks(2, 3)}
    service = serve(shift_of(*orders), deeds, until=100)
    assert (service.own(), service.watched("blocking")) == ("blocking", "autopilot")


@pytest.mark.parametrize("mode", FOUR)
def test_what_was_played_can_be_seen_again(mode: str) -> None:
    orders = [at(3.0 * n, pot(2, 20, 3, hold=10.0), 200.0) for n in range(20)]
    deeds: Deeds = {
        4: lambda s: s.pick(1), 9: lambda s: s.look_into("hybrid"), 10: lambda s: s.pick(3),
        30: lambda s: s.set_autopilot(True), 40: lambda s: s.look_into("blocking"),
        41: lambda s: s.set_autopilot(False), 90: lambda s: s.pick(5),
        100: lambda s: s.look_into("parallel"),
    }  # fmt: skip
    service = serve(shift_of(*orders), deeds)
    kitchen = service.kitchens[mode]
    assert kitchen.commands or mode == "parallel"
    played = result_of(kitchen).lines
    assert service.again(mode).lines == played
    begun_with = "player" if mode == "concurrent" else "fifo"
    again = run(service.shift, mode, policy=begun_with, commands=kitchen.commands)
    assert again.lines == played


# -- stars -------------------------------------------------------------------------------------


def test_stars_are_earned_as_it_goes_but_upper_bounds_only_at_the_end() -> None:
    shift = Shift([at(0, busy(10)), at(0, busy(10))],
                  targets={"served": 1, "makespan": 100, "walked_out": 0})  # fmt: skip
    seen: dict[float, int] = {}

    def look(service: Service) -> None:
        seen[service.loop.time()] = service.stars_earned("concurrent", service.loop.time())

    service = serve(shift, {5: look, 10: look, 19: look, 20: look}, autopilot=True)
    assert seen == {5: 0, 10: 1, 19: 1, 20: 3}
    assert [star.reached for star in service.stars("concurrent", 25)] == [2, 20, 0]


def test_the_stars_of_a_service_are_those_of_a_run() -> None:
    service = serve(load_shift("lunch-rush"), autopilot=True)
    for mode, result in zip(FOUR, compare("lunch-rush").kitchens, strict=True):
        assert service.stars(mode, service.loop.time()) == result.stars


# -- mistakes ----------------------------------------------------------------------------------


def test_a_recipe_that_raises_is_told_when_it_is_cooked_and_not_when_it_is_rehearsed() -> None:
    async def salty(cook: Cook) -> None:
        raise ValueError("no salt")

    service = Service(KitchenLoop(), shift_of(salty))
    service.sweep()
    service.loop.close()
    with pytest.raises(RecipeError, match=r"order 1 \(salty\) raised ValueError: no salt"):
        serve(shift_of(salty), autopilot=True)


def test_a_recipe_that_raises_in_mid_shift_is_told() -> None:
    async def third_time(cook: Cook) -> None:
        cook.hands("work", 5)
        if cook.order == 3:
            raise ValueError("no salt")

    shift = shift_of(*[at(n, third_time) for n in range(4)])
    with pytest.raises(RecipeError, match=r"order 3 \(third_time\) raised ValueError: no salt"):
        serve(shift)


def test_a_policy_that_returns_nonsense_is_told() -> None:
    def nonsense(raised: Sequence[Raised], now: float) -> object:
        return 42

    with pytest.raises(PolicyError, match="nonsense returned 42"):
        serve(shift_of(busy(5)), policy=nonsense)


async def dreamer(cook: Cook) -> None:
    await asyncio.Event().wait()


def test_kitchens_that_are_all_stalled_are_told() -> None:
    with pytest.raises(Stalled, match=r"order 1 \(dreamer\)"):
        serve(shift_of(dreamer), autopilot=True, until=100)


def test_of_several_kitchens_that_have_stalled_one_is_told() -> None:
    with pytest.raises(Stalled) as caught:
        serve(shift_of(dreamer), autopilot=True, until=100)
    (waiting,) = caught.value.waiting
    assert (waiting.name, waiting.what) == ("order 1 (dreamer)", "an event")


def test_a_hand_that_no_chef_can_come_to_helps_nobody() -> None:
    """In the blocking kitchen the only chef is held for ever by the first dish."""
    who = r"order 2 \(dreamer\) waits for a chef, whom order 1 \(dreamer\) keeps"
    with pytest.raises(Stalled, match=who):
        serve(shift_of(dreamer, dreamer), autopilot=True, mode="blocking", until=100)


def test_a_player_who_can_still_act_is_not_stalled() -> None:
    service = serve(shift_of(at(1, busy(5))), {200: lambda s: s.pick(1)})
    assert story(service, *ENDS) == ["205 #1 is served: 1000 + 150"]


def test_leaving_in_mid_shift_leaves_nothing_behind() -> None:
    """No warning, no pending task: pytest makes errors of them."""
    service = serve(load_shift("dinner-rush"), autopilot=True, until=300)
    assert all(not kitchen.dishes for kitchen in service.kitchens.values())
    assert not service.closed
    assert told(run(shift_of(busy(1))), f.Served) == ["1 #1 is served: 1000 + 150"]
