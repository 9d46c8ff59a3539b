"""The floor plan: as many stations as there are, side by side; nothing lies over anything else."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.game.draw.box import Box
from kitchen.game.draw.stage import Stage
from kitchen.game.scene.callouts import HEIGHT, SMALL_WIDTH, TAIL
from kitchen.game.scene.chefs import BODY_W
from kitchen.game.scene.floorplan import BOARDS, CART_W, Floorplan, Site, boards_for
from kitchen.game.scene.places import FIRE_SCALE, WORKTOP_SCALE, Places

SIZES = [(1280, 720), (1024, 768), (2560, 1080), (640, 360)]
PLACES = [Places(Stage(size).grown()) for size in SIZES]


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def inside_scene(where: Places, box: Box) -> bool:
    x, y, w, h = box
    return x >= 0 and x + w <= where.width and y >= where.top and y + h <= where.bottom


@given(st.sampled_from(PLACES), st.integers(0, 10), st.integers(0, 10), st.integers(0, 3))
@settings(max_examples=150, deadline=None)
def test_every_station_has_a_place_of_its_own(
    where: Places, hobs: int, ovens: int, grills: int
) -> None:
    kinds = (("hob", hobs), ("oven", ovens), ("grill", grills))
    plan = Floorplan(where, kinds, BOARDS)
    assert plan.stations.keys() == {(kind, n) for kind, count in kinds for n in range(count)}
    sites = list(plan.stations.values())
    for site in sites:
        assert inside_scene(where, site.plate) and inside_scene(where, site.around)
        assert site.plate[0] <= site.x <= site.plate[0] + site.plate[2]
        assert where.fire - 40.0 < site.y < where.fire + 48.0 and not site.front
    xs = [site.x for site in sites]
    assert xs == sorted(xs)
    assert not any(overlap(a.plate, b.plate) for a, b in combinations(sites, 2))


@pytest.mark.parametrize("where", PLACES)
def test_the_worktop_has_eight_places_and_more_when_they_are_needed(where: Places) -> None:
    assert [boards_for(count) for count in (0, 3, 8, 9, 10, 11)] == [8, 8, 8, 10, 10, 12]
    for count in (8, 10, 16):
        boards = Floorplan(where, (), count).boards
        assert len(boards) == count
        assert not any(overlap(a.plate, b.plate) for a, b in combinations(boards, 2))
        assert all(inside_scene(where, site.around) and site.front for site in boards)


@given(
    st.sampled_from(PLACES), st.integers(1, 10), st.integers(0, 10), st.booleans(),
    st.integers(0, 10), st.integers(0, 10),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_carts_stand_in_line_before_the_last_station_of_their_kind(
    where: Places, hobs: int, ovens: int, chefs: bool, hob_line: int, oven_line: int
) -> None:
    plan = Floorplan(where, (("hob", hobs), ("oven", ovens)), BOARDS)
    lines = {"hob": hob_line} | ({"oven": oven_line} if ovens else {})
    carts = plan.carts(lines, chefs)
    assert carts.keys() == {(kind, n) for kind, count in lines.items() for n in range(count)}
    for kind, count in lines.items():
        xs = [carts[kind, place].x for place in range(count)]
        assert xs == sorted(xs, reverse=True) and len(set(xs)) == len(xs)
    assert all(inside_scene(where, cart.around) and cart.front for cart in carts.values())
    if sum(lines.values()) <= 5:
        assert not any(touch(a, b) for a, b in combinations(carts.values(), 2))


def touch(a: Site, b: Site) -> bool:
    return abs(a.x - b.x) < CART_W


def test_fourteen_stations_have_the_measures_of_the_style_guide() -> None:
    plan = Floorplan(PLACES[0], (("hob", 10), ("oven", 4)), BOARDS)
    cells = {round(site.cell, 1) for site in plan.stations.values()}
    assert all(60.0 < cell < 64.0 for cell in cells)
    four = Floorplan(PLACES[0], (("hob", 4), ("oven", 2)), BOARDS).stations
    assert four["hob", 0].x == pytest.approx(97.0, abs=2.0)
    assert four["hob", 1].x - four["hob", 0].x == pytest.approx(141.0, abs=1.0)
    assert four["oven", 1].x - four["oven", 0].x == pytest.approx(146.0, abs=1.0)


@pytest.mark.parametrize("where", PLACES)
def test_one_size_of_chef_for_one_depth(where: Places) -> None:
    far, near = where.waist(False), where.waist(True)
    assert (where.scale(far), where.scale(near)) == (FIRE_SCALE, WORKTOP_SCALE)
    sizes = [where.scale(far + (near - far) * step / 10) for step in range(11)]
    assert sizes == sorted(sizes) and len(set(sizes)) == 11


def test_a_short_line_stands_right_before_its_station() -> None:
    plan = Floorplan(PLACES[0], (("hob", 4), ("oven", 2)), BOARDS)
    carts = plan.carts({"hob": 2, "oven": 1}, False)
    assert carts["hob", 0].x == plan.stations["hob", 3].x
    assert carts["oven", 0].x == pytest.approx(plan.stations["oven", 1].x, abs=15.0)


def call_out(site: Site) -> Box:
    """Of a small one there, with the height of its tail."""
    x, y = site.tip
    return x - SMALL_WIDTH / 2, y - TAIL - site.stem - HEIGHT, SMALL_WIDTH, HEIGHT


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize(("hobs", "ovens"), [(10, 4), (10, 5), (9, 9), (10, 10)])
def test_call_outs_side_by_side_do_not_touch(where: Places, hobs: int, ovens: int) -> None:
    plan = Floorplan(where, (("hob", hobs), ("oven", ovens)), BOARDS)
    boxes = [call_out(site) for site in plan.stations.values()]
    low = [(x, y + 3.0, w, h - 6.0) for x, y, w, h in boxes]  # corners are round
    assert not any(overlap(a, b) for a, b in combinations(low, 2))
    assert min(box[1] for box in boxes) > where.top - 4.0  # the rail's edge may be touched


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("chefs_wait", [3, 9])
def test_all_of_a_chef_is_seen(where: Places, chefs_wait: int) -> None:
    plan = Floorplan(where, (("hob", 2), ("oven", 2)), BOARDS)
    carts = plan.carts({"oven": chefs_wait}, True)
    sites = [*plan.stations.values(), *plan.boards, *carts.values()]
    assert min(site.chef_x for site in sites) >= BODY_W
