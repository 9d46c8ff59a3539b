"""Whereabouts: every part of every dish is where the facts say, at every moment."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import at, busy, cook, on_the_hob
from tools.simpy_kitchen import PlainShift
from tools.whereabouts_model import Model, compare

from kitchen import Order, run
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView

MODES = ("blocking", "concurrent", "parallel", "hybrid")


class Follower:
    """Folds a log, and looks at every moment of it."""

    def __init__(self) -> None:
        self.view = KitchenView()
        self.on_worktop: dict[tuple[int, int], int] = {}

    def see(self, instant: list[f.Fact], model: Model) -> None:
        self.view.fold(instant)
        seen = [
            where
            for order in self.view.open_orders.values()
            for where in self.view.whereabouts(order)
        ]
        stations = {(w.kind, w.place): (w.order, w.part) for w in seen if w.on == "station"}
        lines = {(w.kind, w.place): (w.order, w.part) for w in seen if w.on == "line"}
        worktop = {(w.order, w.part): w.place for w in seen if w.on == "worktop"}
        assert stations == {at: p for at, p in model.held.items() if p[0] not in model.gone}
        assert lines == model.waiting
        assert len(set(worktop.values())) == len(worktop), "two at one place"
        self._check_worktop(worktop, model, {*stations.values(), *lines.values()})
        self.on_worktop = worktop

    def _check_worktop(
        self, worktop: dict[tuple[int, int], int], model: Model, elsewhere: set[tuple[int, int]]
    ) -> None:
        assert not elsewhere & worktop.keys()
        for part, place in worktop.items():
            assert self.on_worktop.get(part, place) == place, "it keeps its place"
        for part in model.live - worktop.keys() - elsewhere:
            order = self.view.orders[part[0]]
            others = {w.part for w in self.view.whereabouts(order)}
            at_the_door = order.table is None and not order.begun
            assert at_the_door or (part[1] == 0 and others), f"{part} is nowhere"
        came = [place for part, place in worktop.items() if part not in self.on_worktop]
        taken = set(worktop.values())
        assert all(set(range(place)) <= taken for place in came), "the lowest that was free"


@pytest.mark.parametrize("name", shift_names())
@pytest.mark.parametrize("mode", MODES)
def test_every_part_is_where_the_facts_say_in_every_shift(name: str, mode: str) -> None:
    assert compare(run(load_shift(name), mode=mode).facts, Follower().see) > 1


@given(shifts(together=True, holds=True, patience=True))
@settings(max_examples=40, deadline=None)
def test_every_part_is_where_the_facts_say_in_any_shift(plain: PlainShift) -> None:
    for mode in ("concurrent", "parallel"):
        compare(run(kitchen_shift(plain), mode=mode).facts, Follower().see)


def seen_at(shift: Shift, until: float, mode: str = "concurrent") -> KitchenView:
    view = KitchenView()
    view.fold(fact for fact in run(shift, mode=mode).facts if fact.t <= until)
    return view


def test_dishes_take_the_lowest_free_place_and_keep_it() -> None:
    result = cook(busy(10), busy(10), busy(10), at(15, busy(10)), hob=1)
    places = {}
    for until in (5, 16):
        view = KitchenView()
        view.fold(fact for fact in result.facts if fact.t <= until)
        places[until] = {n: w.place for n, order in view.open_orders.items()
                         for w in view.whereabouts(order)}  # fmt: skip
    assert places[5] == {1: 0, 2: 1, 3: 2}
    assert places[16] == {2: 1, 3: 2, 4: 0}


def test_a_dish_at_two_stations_stands_at_both_and_its_own_task_nowhere() -> None:
    orders = [Order(at=0, dish=menu()["burger"])]
    view = seen_at(Shift(orders=orders, stations={"hob": 1, "oven": 1}), 150)
    found = {(w.on, w.kind) for w in view.whereabouts(view.orders[1])}
    assert found == {("station", "hob"), ("station", "oven")}


def test_who_waits_for_a_hob_stands_in_line_for_it() -> None:
    dishes = [on_the_hob(5, 100, 5), on_the_hob(5, 100, 5), on_the_hob(5, 100, 5)]
    view = KitchenView()
    view.fold(fact for fact in cook(*dishes, hob=1).facts if fact.t <= 50)
    found = [view.whereabouts(order)[0] for order in view.open_orders.values()]
    assert [(w.on, w.kind, w.place) for w in found] == [
        ("station", "hob", 0), ("line", "hob", 0), ("line", "hob", 1)
    ]  # fmt: skip


def test_who_waits_at_the_door_stands_nowhere_until_it_is_begun() -> None:
    view = KitchenView()
    view.fold(fact for fact in cook(*[busy(10)] * 12, hob=1).facts if fact.t <= 5)
    assert view.worktop_places == 10
    assert [view.whereabouts(view.orders[n]) for n in (11, 12)] == [[], []]
