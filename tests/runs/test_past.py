"""The past of a kitchen: any place in it, reached from anywhere, and the steps between places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.viewtold import told

import kitchen
from kitchen.cookbook.load import load_shift
from kitchen.runs.past import MOST, Past, Stop
from kitchen.runs.stops import StepKind, next_stop, start, stop_before
from kitchen.sim import facts as f
from kitchen.sim.commands import Assist, Pick, SetPolicy
from kitchen.sim.facts import Fact
from kitchen.sim.shift.modes import MODES
from kitchen.sim.view.kitchenview import KitchenView


def from_the_start(facts: Iterable[Fact]) -> KitchenView:
    view = KitchenView()
    view.fold(facts)
    return view


def past_of(facts: list[Fact], every: int = 4) -> Past:
    """With views close to one another, so that few facts do."""
    past = Past(KitchenView)
    past._every = every
    past.facts += facts
    return past


def lunch(mode: str, seed: int = 3) -> list[Fact]:
    """An hour of a full house, with picks, a change of hands and more time from the middle on."""
    shift = load_shift("dinner-rush")
    commands: list[tuple[float, Any]] = [
        (60.0, SetPolicy("player")), (200.0, Pick(2)), (400.0, SetPolicy("deadline")),
        (700.0, Assist(hold=2.0, patience=2.0)), (900.0, Assist()),
    ]  # fmt: skip
    return list(kitchen.run(shift, mode, seed, commands=commands).facts)


@pytest.mark.parametrize("mode", MODES)
def test_a_place_reached_from_anywhere_is_as_if_folded_from_the_start(mode: str) -> None:
    facts = lunch(mode)
    past, last = past_of(facts, 16), len(facts)
    for count in (last, 0, last // 2, last // 2 - 1, last // 2 + 40, 1, last - 1, last // 3):
        view = past.at(Stop(count, 0.0))
        assert told(view) == told(from_the_start(facts[:count]))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    shifts(together=True, holds=True, patience=True),
    st.sampled_from(sorted(MODES)),
    st.lists(st.floats(0.0, 1.0), min_size=1, max_size=5),
)
def test_it_is_so_in_any_kitchen(plain: Any, mode: str, shares: list[float]) -> None:
    facts = list(kitchen.run(kitchen_shift(plain), mode).facts)
    past = past_of(facts)
    for share in shares:
        place = past.stop_at(share * facts[-1].t)
        assert told(past.at(place)) == told(from_the_start(facts[: place.facts]))


@pytest.mark.parametrize("mode", ["concurrent", "parallel"])
def test_what_is_kept_of_a_living_view_does_not_change_with_it(mode: str) -> None:
    facts = lunch(mode)
    past, living = Past(KitchenView), KitchenView()
    past._every = 8
    for fact in facts:
        past.facts += living.fold([fact])
        past.keep(living)
    assert told(living) == told(from_the_start(facts))
    for view in past._kept:
        assert told(view) == told(from_the_start(facts[: view.facts]))


def test_to_look_does_not_change_who_finds_a_place() -> None:
    facts = lunch("concurrent")
    watched = KitchenView()
    for fact in facts:
        watched.fold([fact])
        for order in watched.open_orders.values():
            watched.whereabouts(order)
    assert told(watched) == told(from_the_start(facts))


def test_an_hour_needs_no_more_views_than_a_minute_and_no_jump_folds_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = lunch("concurrent")
    past = past_of(facts, 2)
    past.at(Stop(len(facts), 0.0))
    assert len(past._kept) <= MOST
    gaps = [b.facts - a.facts for a, b in zip(past._kept, past._kept[1:], strict=False)]
    assert max(gaps) <= 2 * past._every
    folded = counted(monkeypatch)
    past.at(Stop(len(facts) // 2 - 1, 0.0))
    assert 0 < len(folded) <= 2 * past._every


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Fact]:
    """The facts that are folded from now on."""
    folded: list[Fact] = []
    fold = KitchenView.fold

    def counting(view: KitchenView, facts: Iterable[Fact]) -> list[Fact]:
        folded.extend(new := fold(view, facts))
        return new

    monkeypatch.setattr(KitchenView, "fold", counting)
    return folded


# -- steps -----------------------------------------------------------------------------------------

LONG = [
    f.Opened(0.0, "test", 0, "hybrid", 2, "leave", "fifo", {"hob": 2}, 0.01),
    f.Ordered(0.0, 1, "soup", "Soup", 900, None),
    f.Ready(0.0, 1, 0),
    f.Ordered(0.0, 2, "soup", "Soup", 900, None),
    f.Ready(0.0, 2, 0),
    f.Resumed(0.0, 1, 1, 0),
    f.Hands(0.0, 1, 1, 0, "chop", 30.0, 4),
    f.Resumed(0.0, 2, 2, 0),
    f.Hands(0.0, 2, 2, 0, "chop", 30.0, 4),
    f.Left(30.0, 1, 1, 0),
    f.Left(30.0, 2, 2, 0),
    f.Ready(90.0, 1, 0),
    f.Resumed(90.0, 1, 1, 0),
]


def walk(what: StepKind, order: int | None = None) -> list[Stop]:
    """Every stop from the start on."""
    place: Stop | None = start(LONG)
    found = []
    while place is not None:
        found.append(place)
        place = next_stop(LONG, place, what, order)
    return found


def test_a_step_of_a_task_ends_where_the_next_begins_or_with_its_instant() -> None:
    assert walk("task") == [(1, 0.0), (7, 0.0), (9, 0.0), (13, 90.0)]


def test_a_turn_of_the_loop_ends_with_its_instant() -> None:
    assert walk("turn") == [(1, 0.0), (9, 0.0), (11, 30.0), (13, 90.0)]


def test_a_dish_is_followed_fact_by_fact() -> None:
    assert [place.facts for place in walk("dish", 2)] == [1, 4, 5, 8, 9, 11]
    assert walk("dish") == [start(LONG)]


def test_from_between_two_stops_one_gets_to_either() -> None:
    between = Stop(9, 12.5)
    assert next_stop(LONG, between, "turn") == (11, 30.0)
    assert stop_before(LONG, between, "turn") == (9, 0.0)
    assert next_stop(LONG, Stop(3, 0.0), "turn") == (9, 0.0)
    assert stop_before(LONG, start(LONG), "dish", 1) is None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    shifts(together=True), st.sampled_from(sorted(MODES)), st.sampled_from(["task", "turn", "dish"])
)
def test_on_and_back_is_where_one_was(plain: Any, mode: str, what: StepKind) -> None:
    facts = list(kitchen.run(kitchen_shift(plain), mode).facts)
    place = next_stop(facts, start(facts), what, 1)
    while place is not None and (after := next_stop(facts, place, what, 1)) is not None:
        assert after > place
        assert stop_before(facts, after, what, 1) == place
        place = after
    assert place is not None
    assert next_stop(facts, place, what, 1) is None
