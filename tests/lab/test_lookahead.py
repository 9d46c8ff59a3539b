"""The look ahead: exactly what happens when the pick is made and nothing else is done."""

from __future__ import annotations

import contextlib
import itertools
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR, at, busy, lines, named, pot, shift_of, tell
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, KitchenLoop, Raised, Shift
from kitchen.cookbook.load import load_shift
from kitchen.lab.lookahead import Foresight, LookAhead
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from kitchen.sim.policy import Policy

Deeds = Sequence[tuple[float, int]]
"""When which order is picked; if it is picked already, the pick is taken back."""


@contextlib.contextmanager
def serving(
    shift: Shift,
    mode: str = "concurrent",
    policy: str | Policy = "fifo",
    autopilot: bool = False,
) -> Iterator[Service]:
    loop = KitchenLoop()
    service = Service(loop, shift, 0, mode, policy, autopilot)
    try:
        yield service
    finally:
        service.sweep()
        loop.close()


def go(service: Service, until: float, deeds: Deeds = ()) -> None:
    """Play on until then."""
    for when, order in [*sorted(deeds), (until, 0)]:
        service.loop.call_command(service.loop.stop, when)
        service.loop.run_forever()
        service.advance(when)
        if order:
            service.pick(order)


def told(look: Foresight | None) -> list[str]:
    assert look is not None
    return [f"{fact.t:g} {tell(fact)}" for fact in look.facts]


def losses(look: Foresight | None) -> list[tuple[float, int, str]]:
    assert look is not None
    return [(loss.at, loss.order, loss.kind) for loss in look.losses]


def what_happens(service: Service, order: int, until: float) -> list[f.Fact]:
    """When that pick is made and nothing else is done."""
    seen = service.view.facts
    service.pick_at(order, 1)
    go(service, until)
    return [fact for fact in service.kitchen.facts.in_order()[seen:] if fact.t <= until]


# -- exact -------------------------------------------------------------------------------------


@settings(max_examples=100, deadline=None)
@given(
    shifts(together=True, patience=True) | shifts(holds=True, patience=True),
    st.sampled_from(FOUR),
    st.sampled_from(["player", "fifo", "deadline", "shortest", "burning-first"]),
    st.lists(st.tuples(st.floats(0.0, 1500.0), st.integers(1, 15)), max_size=8),
    st.floats(0.0, 2000.0) | st.integers(0, 14),
    st.integers(0, 14),
    st.sampled_from([200.0, 5000.0]),
)
def test_it_is_what_happens_when_the_pick_is_made_and_nothing_else_is_done(
    plain: PlainShift, mode: str, policy: str, deeds: Deeds, when: float, which: int, ahead: float
) -> None:
    shift = kitchen_shift(plain)
    arrivals = [order.at for order in shift.orders]
    now = arrivals[when % len(arrivals)] if isinstance(when, int) else when
    until = now + ahead
    own = "fifo" if policy == "player" else policy
    with serving(shift, mode, own, autopilot=policy != "player") as service:
        go(service, now, [deed for deed in deeds if deed[0] <= now])
        known = list(service.view.orders)
        order = known[which % len(known)] if known else 1
        look = LookAhead(service).look(order, now, until)
        if service.closed:
            assert look is None
            return
        assert look is not None
        news = min((at for at in arrivals if at > now), default=math.inf)
        happened = what_happens(service, order, until)
    assert [fact for fact in look.facts if fact.t < news] == [
        fact for fact in happened if fact.t < news
    ]
    assert list(look.view.orders) == known  # nobody knows of the others


@pytest.mark.parametrize("mode", FOUR)
@pytest.mark.parametrize("autopilot", [False, True])
def test_one_shadow_that_follows_sees_what_a_new_one_sees(mode: str, autopilot: bool) -> None:
    with serving(load_shift("lunch-rush"), mode, autopilot=autopilot) as service:
        follows = LookAhead(service)
        for step in range(1, 60):
            now = 20.0 * step
            go(service, now)
            follows.prepare(now, 0.0)
            ready = [n for n, order in service.view.open_orders.items() if order.live_parts]
            if step % 3 == 0 and ready:
                order = ready[step % len(ready)]
                look = follows.look(order, now, now + 240.0)
                assert told(look) == told(LookAhead(service).look(order, now, now + 240.0))
                service.pick(order)
        follows.leave()


# -- what the player sees ----------------------------------------------------------------------


def test_idle_hands_stay_idle_after_the_pick() -> None:
    """The policy ``player`` moves nobody: what is not picked waits, and burns."""
    with serving(shift_of(pot(10, 60, 5, hold=20, burn=30), busy(30))) as service:
        go(service, 75.0, [(0.0, 1)])
        look = LookAhead(service).look(2, 75.0, 400.0)
    assert told(look) == lines("""
        75 #2 is pick number 1
        75 #2 is unpicked
        75 chef 1 takes #2
        75 chef 1 does #2: work, 30 s
        105 #2 is served: 1000 + 150
        105 chef 1 leaves #2
        120 #1 burns
    """)
    assert losses(look) == [(120.0, 1, "burns")]


def test_picks_that_were_made_follow_the_one_that_is_tried() -> None:
    with serving(shift_of(busy(30), busy(40), busy(50))) as service:
        go(service, 10.0, [(0.0, 1), (0.0, 2), (5.0, 3)])
        look = LookAhead(service).look(3, 10.0, 400.0)
    assert look is not None
    hands = [(fact.t, fact.order) for fact in look.facts if isinstance(fact, f.Hands)]
    assert hands == [(30.0, 3), (80.0, 2)]


def test_with_the_autopilot_on_its_policy_goes_on() -> None:
    with serving(shift_of(busy(30), busy(40), busy(50)), autopilot=True) as service:
        go(service, 10.0)
        look = LookAhead(service).look(3, 10.0, 400.0)
    assert look is not None
    hands = [(fact.t, fact.order) for fact in look.facts if isinstance(fact, f.Hands)]
    assert hands == [(30.0, 3), (80.0, 2)]


def test_it_never_tells_of_orders_that_have_not_come_in() -> None:
    with serving(shift_of(busy(30), at(20.0, busy(5)), at(60.0, busy(5)))) as service:
        go(service, 30.0)
        look = LookAhead(service).look(2, 30.0, 400.0)
    assert look is not None
    assert list(look.view.orders) == [1, 2] and look.view.makespan is None
    assert not [fact for fact in look.facts if isinstance(fact, f.Ordered | f.Closed)]


def test_guests_who_leave_are_losses_and_so_are_those_who_are_turned_away() -> None:
    orders = at(0.0, busy(50), patience=80.0), at(0.0, busy(10), patience=300.0)
    with serving(shift_of(*orders, closes=200.0)) as service:
        go(service, 10.0)
        look = LookAhead(service).look(2, 10.0, 400.0)
        assert losses(look) == [(80.0, 1, "leaves")]
        assert losses(LookAhead(service).look(1, 10.0, 400.0)) == [(200.0, 2, "turned_away")]


@pytest.mark.parametrize("mode", ["blocking", "parallel"])
def test_a_dish_whose_chef_stays_cannot_be_picked(mode: str) -> None:
    with serving(shift_of(pot(10, 60, 5), busy(30)), mode, autopilot=True) as service:
        go(service, 20.0)
        look = LookAhead(service).look(1, 20.0, 400.0)
    assert look is not None and not look.picked


def test_a_kitchen_that_does_not_obey_goes_on_without_the_pick() -> None:
    with serving(replace(load_shift("ten-orders"), kitchen="concurrent")) as service:
        go(service, 50.0)
        service.look_into("hybrid")
        look = LookAhead(service).look(3, 50.0, 300.0)
        assert look is not None and not look.picked
        assert not [fact for fact in look.facts if isinstance(fact, f.PickedAt)]


def test_a_pick_in_another_kitchen_takes_it_over_and_so_does_the_look() -> None:
    with serving(shift_of(busy(30), busy(40), busy(50), busy(60))) as service:
        go(service, 10.0)
        service.look_into("blocking")
        look = LookAhead(service).look(3, 10.0, 400.0)
        happened = what_happens(service, 3, 400.0)
    assert look is not None and list(look.facts) == happened
    assert [fact.order for fact in happened if isinstance(fact, f.Served)] == [1, 3]


def test_a_pick_is_not_made_by_looking() -> None:
    with serving(load_shift("ten-orders")) as service:
        go(service, 50.0)
        before = list(service.kitchen.facts.in_order()), list(service.kitchen.commands)
        assert LookAhead(service).look(3, 50.0, 300.0) is not None
        assert (service.kitchen.facts.in_order(), service.kitchen.commands) == before
        assert not service.view.picks


def test_recipes_that_share_their_state_are_as_they_were_when_the_doors_opened() -> None:
    served: list[int] = []

    async def counts(cook: Cook) -> None:
        served.append(cook.order)
        cook.hands("count", 10.0 * len(served))

    shift = shift_of(*[named("counts", counts)] * 3)
    with serving(shift, autopilot=True) as service:
        go(service, 25.0)
        look = LookAhead(service).look(3, 25.0, 100.0)
        assert served, "the real ones count"
        before = list(served)
    assert look is not None and before == served


def test_what_cannot_be_run_again_is_not_looked_at() -> None:
    async def draws(cook: Cook) -> None:
        cook.hands("draw", random.uniform(5.0, 6.0))

    with serving(shift_of(named("draws", draws))) as service:
        ahead = LookAhead(service)
        assert not ahead.possible
        assert not ahead.prepare(0.0) and ahead.look(1, 0.0, 10.0) is None


def test_a_policy_of_the_user_s_goes_on_in_it() -> None:
    def last(ready: Sequence[Raised], now: float) -> Raised:
        return ready[-1]

    with serving(shift_of(*[busy(30)] * 4), policy=last, autopilot=True) as service:
        go(service, 10.0)
        look = LookAhead(service).look(2, 10.0, 400.0)
    assert look is not None
    assert [fact.order for fact in look.facts if isinstance(fact, f.Served)] == [4, 2, 3, 1]


def test_it_gets_ready_a_little_at_a_time() -> None:
    """If each glance at the clock costs a second, there is time for one stride."""
    clock = itertools.count().__next__
    with serving(load_shift("lunch-rush"), autopilot=True) as service:
        go(service, 600.0)
        ahead = LookAhead(service, 15.0, clock)
        tries = list(itertools.takewhile(lambda _: not ahead.prepare(600.0, 1.0), range(1000)))
        assert 30 <= len(tries) <= 40
        ahead.leave()


@pytest.mark.parametrize("mode", FOUR)
def test_a_look_in_pieces_finds_what_one_at_once_finds(mode: str) -> None:
    clock = itertools.count().__next__
    with serving(load_shift("lunch-rush"), mode) as service:
        go(service, 200.0)
        order = next(iter(service.view.open_orders))
        ahead = LookAhead(service, 15.0, clock)
        gaze, pieces = ahead.begin(order, 200.0, 500.0), 1
        assert gaze is not None
        while (found := gaze.go_on(0.0)) is None:
            assert not gaze.over
            pieces += 1
        whole = ahead.look(order, 200.0, 500.0)
        assert pieces > 10 and gaze.over and whole is not None
        assert (found.facts, found.losses, found.picked) == (
            whole.facts, whole.losses, whole.picked
        )  # fmt: skip
        ahead.leave()
