"""The picture is true: the scene draws every dish where the facts say, at every moment."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.game_scenario import Look
from tools.own_stations import own_shift
from tools.whereabouts_model import Model, compare

from kitchen import run
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import PLAIN
from kitchen.game.scene.standing import Floors
from kitchen.lab.sandbox import Sandbox
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

MODES = ("blocking", "concurrent", "parallel", "hybrid")


class Eye:
    """Folds a log and compares what the scene would draw with a model of its own."""

    def __init__(self, stay: bool) -> None:
        self.view, self.floors, self.stay = KitchenView(), Floors(PLAIN), stay

    def see(self, instant: list[f.Fact], model: Model) -> None:
        self.view.fold(instant)
        floor = self.floors.find(self.view, self.stay)
        opened = self.view.opened
        assert opened is not None
        drawn = dict.fromkeys(opened.stations, 0) | Counter(k for k, _ in floor.plan.stations)
        assert drawn == opened.stations, "each station is drawn once"
        seen = {(s.site.key, (s.order.number, s.part.number)) for s in floor.standings}
        held = {
            ((*at, False), part) for at, part in model.held.items() if part[0] not in model.gone
        }
        waits = {((*at, True), part) for at, part in model.waiting.items()}
        assert {one for one in seen if one[0][0]} == held | waits
        boards = [key for key, _ in seen if not key[0]]
        assert len(boards) == len(set(boards)) and len(floor.plan.boards) >= 8
        self._check_nobody_is_missing(model, {part for _, part in seen})

    def _check_nobody_is_missing(self, model: Model, seen: set[tuple[int, int]]) -> None:
        for order, part in model.live - seen:
            view = self.view.orders[order]
            assert (view.table is None and not view.begun) or (
                part == 0 and any(number == order for number, _ in seen)
            )


@pytest.mark.parametrize("name", shift_names())
@pytest.mark.parametrize("mode", MODES)
def test_every_dish_of_every_shift_is_drawn_where_it_is(name: str, mode: str) -> None:
    result = run(load_shift(name), mode=mode)
    assert compare(result.facts, Eye(result.attention == "stay").see) > 1


@given(
    st.integers(1, 10), st.integers(0, 10), st.integers(1, 10), st.booleans(),
    st.sampled_from([30.0, 90.0]), st.integers(0, 99),
)  # fmt: skip
@settings(max_examples=12, deadline=None)
def test_every_dish_of_any_sandbox_is_drawn_where_it_is(
    hobs: int, ovens: int, chefs: int, stay: bool, every: float, seed: int
) -> None:
    attention = "stay" if stay else "leave"
    box = Sandbox(chefs, attention, hobs, max(1, ovens), every, seed=seed)  # type: ignore[arg-type]
    facts = [fact for fact in run(box.shift()).facts if fact.t < 1500.0]
    compare(facts, Eye(stay).see)


@pytest.mark.parametrize("mode", MODES)
def test_stations_of_a_kind_of_ones_own_are_drawn_too(mode: str) -> None:
    result = run(own_shift(), mode=mode)
    assert compare(result.facts, Eye(result.attention == "stay").see) > 20


@dataclass(frozen=True, slots=True)
class Case:
    """A moment of a shift that is drawn for good."""

    shift: str
    mode: str
    until: float


@pytest.mark.parametrize(
    "case",
    [Case("lunch-rush", "concurrent", 655.0), Case("ten-orders", "parallel", 200.0),
     Case("one-oven", "hybrid", 500.0)],
)  # fmt: skip
def test_what_is_drawn_can_be_clicked_where_it_stands(
    toolkit: Kit, canvas: pygame.Surface, look: Look, case: Case
) -> None:
    result = run(load_shift(case.shift), mode=case.mode)
    view = KitchenView()
    view.fold(fact for fact in result.facts if fact.t <= case.until)
    scene = KitchenScene(toolkit)
    moment = look(view, case.until, wall=5.0, mode=case.mode, attention=result.attention)
    scene.draw(canvas, moment)
    standings = scene.floor(moment).standings
    assert len(standings) > 4
    for standing in standings:
        x, y, w, h = standing.site.plate
        assert scene.order_at((x + w / 2, y + h / 2)) == standing.order.number
