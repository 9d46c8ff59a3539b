"""The kitchen scene: drawings for every dish, clicks, walks, and that drawing changes nothing."""

from __future__ import annotations

import copy
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.draw.art import Art, find_assets
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.input.actions import TogglePick
from kitchen.game.scene import places
from kitchen.game.scene.callouts import call_of
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.kitchenset import DRAWER, KitchenSet
from kitchen.game.scene.looks import LOOKS
from kitchen.game.scene.nameplate import LED_BED, plate_of
from kitchen.game.scene.places import Places
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.waiter import Waiter
from kitchen.game.scene.walker import BELOW, Walker, at_cell, in_aisle
from kitchen.game.signs.focus import state_of
from kitchen.game.signs.larder import CONTENTS, at_station, by_hand
from kitchen.game.signs.vessels import FALLBACK, icon, vessels
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

PLACES = Places(Stage((1280, 720)))
DRAWINGS = sorted((find_assets() / "art").glob("*.svg"))
FORBIDDEN = {"text", "tspan", "filter", "mask", "clipPath", "use", "style", "image", "symbol"}
FORBIDDEN_ATTRIBUTES = {"style", "class", "filter", "mask", "clip-path"}


def _tags(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(path).getroot().iter())


def _lit(surface: pygame.Surface) -> bool:
    """Something of it can be seen."""
    return surface.get_bounding_rect(min_alpha=40).w > 2


# -- drawings ----------------------------------------------------------------------------------


def unreadable(path: Path) -> list[str]:
    """What of a drawing the loader cannot read."""
    found = []
    for element in _tags(path):
        kind = element.tag.rpartition("}")[2]
        wrong = {*FORBIDDEN_ATTRIBUTES.intersection(element.attrib), *({kind} & FORBIDDEN)}
        if kind.endswith("Gradient") and element.get("gradientUnits") != "userSpaceOnUse":
            wrong.add("gradientUnits")
        found += [f"{path.stem}: {kind} {what}" for what in sorted(wrong)]
    root = ElementTree.parse(path).getroot()
    box = [float(part) for part in root.attrib["viewBox"].split()]
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    if box[2] / box[3] != pytest.approx(width / height):
        found.append(f"{path.stem}: viewBox")
    return found


def test_every_drawing_is_one_that_the_loader_can_read() -> None:
    assert len(DRAWINGS) > 100
    assert [wrong for path in DRAWINGS for wrong in unreadable(path)] == []


@pytest.mark.parametrize(
    ("element", "wrong"),
    [("<text/>", "text"), ('<linearGradient id="a"/>', "gradientUnits"), ("", "viewBox")],
)
def test_what_the_loader_cannot_read_is_named(tmp_path: Path, element: str, wrong: str) -> None:
    size = 'width="2" height="1"' if wrong == "viewBox" else 'width="1" height="1"'
    path = tmp_path / "x.svg"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" {size}>{element}</svg>'
    )
    assert len(unreadable(path)) == 1 and unreadable(path)[0].endswith(wrong)


def test_every_dish_of_the_menu_has_a_picture_of_its_own(toolkit: Kit) -> None:
    art = toolkit.art
    for dish in menu():
        assert icon(dish) != FALLBACK, dish
        assert _lit(art.get(icon(dish), 32))


@pytest.mark.parametrize(
    ("dish", "drawing"),
    [
        ("roast_chicken", "dish_chicken"),
        ("boiled_egg", "dish_egg"),
        ("lol.com", "dish_web"),
        ("sike_org", "dish_web"),
        ("pancakes", "dish_pancakes"),
        ("cheeseburger_deluxe", FALLBACK),
        ("burger", "dish_burger"),
        ("roast_dinner", "dish_roast"),
        ("grandmas_secret", FALLBACK),
    ],
)
def test_icons_go_by_the_words_of_a_dish(toolkit: Kit, dish: str, drawing: str) -> None:
    assert icon(dish) == drawing
    assert _lit(toolkit.art.get(icon(dish), 32))


def test_what_is_in_the_pot_goes_by_the_step_and_then_by_the_dish() -> None:
    def shown(dish: str, station: str, what: str) -> tuple[str, set[str]]:
        thing = at_station(dish, station, what)
        return thing.art, set(CONTENTS[thing.art].split()) - set(thing.drop)

    assert shown("steak", "hob", "first side") == ("pan", {"steak"})
    assert shown("soft_eggs", "hob", "water") == ("pot", {"water"})
    assert shown("soft_eggs", "hob", "boil") == ("pot", {"egg"})
    assert shown("full_breakfast", "hob", "eggs") == ("pan", {"egg"})
    assert shown("spaghetti", "hob", "sauce") == ("pot", {"soup"})
    assert shown("roast_chicken", "oven", "roast") == ("oven", {"chicken"})
    assert shown("my_own", "oven", "wait") == ("oven", {"casserole"})
    assert shown("my_own", "tandoor", "wait") == ("pot", {"water"})


def test_every_vessel_and_content_rasterises(toolkit: Kit) -> None:
    art = toolkit.art
    for drawing, groups in CONTENTS.items():
        for group in groups.split():
            drop = tuple(other for other in groups.split() if other != group)
            assert _lit(art.get(drawing, 40, drop=drop))
    for what in ("chop", "knead the dough", "whisk", "season the bird", "plate", "fish"):
        thing = by_hand("salad", what, "dish_salad")
        assert _lit(art.get(thing.art, 40, drop=thing.drop))


def test_ten_chefs_are_told_apart_even_without_colours(toolkit: Kit) -> None:
    heads = [
        toolkit.art.get("chef_idle", 96, drop=look.drop, wears=look.wears, recolour={})
        for look in LOOKS
    ]
    assert len({pygame.image.tobytes(head, "RGBA") for head in heads}) == 10


def test_what_a_chef_wears_fits_every_pose(toolkit: Kit) -> None:
    art = toolkit.art
    for path in DRAWINGS:
        if '<g id="head"' in path.read_text(encoding="utf-8"):
            for look in LOOKS[1:]:
                plain = art.get(path.stem, 96, drop=look.drop)
                dressed = art.get(path.stem, 96, drop=look.drop, wears=look.wears)
                assert pygame.image.tobytes(plain, "RGBA") != pygame.image.tobytes(dressed, "RGBA")


def test_the_waiter_carries_out_what_is_served(toolkit: Kit, look: Look) -> None:
    waiter = Waiter(Sprites(toolkit))
    view = kitchen(*ordered(1))
    waiter.follow(look(view, 0.0, wall=0.0, facts=ordered(1)))
    assert waiter.stance(look(view, wall=0.1)).hands == ("arm_pad",)
    home = waiter.stance(look(view, wall=9.0))
    assert home.hands == ("arm_down",) and home.face == "smile"
    waiter.follow(look(view, wall=10.0, facts=[f.Served(10.0, 1, 1.0, 900, 0)] * 3))
    seen = [waiter.stance(look(view, wall=10.0 + step / 10)) for step in range(42)]
    assert seen[0].hands == ("arm_tray", "cloche") and seen[0].x == home.x
    far = max(range(42), key=lambda step: seen[step].x)
    assert seen[far].x > 876 and not seen[far - 1].flip and seen[-1].flip
    assert seen[-1].hands == ("arm_tray",)
    waiter.follow(look(view, wall=14.25))
    assert waiter.stance(look(view, wall=14.3)).hands == ("arm_tray", "cloche")  # the others
    waiter.follow(look(view, wall=19.0, facts=[f.WalkedOut(19.0, 1)]))
    assert waiter.stance(look(view, wall=19.1)).face == "frown"


def test_nothing_moves_for_ever_with_reduced_motion(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0), *ordered(2, 40.0))
    pictures = {}
    for calm in (True, False):
        scene = KitchenScene(toolkit)
        shown = set()
        for frame in range(60, 120):
            wall = 5.0 if frame == 60 else frame / 10.0
            scene.draw(canvas, look(view, 100.0, wall=wall, calm=calm))
            if frame > 60:
                shown.add(pygame.image.tobytes(canvas, "RGB"))
        pictures[calm] = len(shown)
    assert pictures[True] == 1 < pictures[False]


# -- cells -------------------------------------------------------------------------------------


def test_a_dish_shows_a_slip_then_a_board_then_its_pot() -> None:
    view = kitchen(*ordered(1))
    assert vessels(view, view.orders[1])[0].art == "slip"
    view.fold(chopping(1))
    assert vessels(view, view.orders[1])[0].kind == "board"
    view.fold([f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)])
    assert vessels(view, view.orders[1])[0].art == "pot"
    assert vessels(view, view.orders[1])[0].fire


def test_the_led_counts_down_and_then_up() -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    assert plate_of(view.orders[1], 320.0).led == "10s"
    view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)])
    assert plate_of(view.orders[1], 332.4).led == "+2s"
    assert plate_of(view.orders[1], 332.4).state == "ready"


def test_a_dish_that_waits_for_a_station_hangs_out_a_lock(look: Look) -> None:
    view = kitchen(
        *ordered(1), *chopping(1), f.StationWanted(30.0, 1, 0, "hob"), f.Left(30.0, 1, 1, 0)
    )
    assert call_of(look(view, 31.0), view.orders[1]) == "lock"


def test_a_dish_whose_parts_wait_for_a_station_hangs_out_its_lock(look: Look) -> None:
    view = kitchen(*ordered(1), *chopping(1), f.Left(30.0, 1, 1, 0))
    view.fold([f.Resumed(31.0, 1, 1, 1), f.StationWanted(31.0, 1, 1, "hob"), f.Left(31.0, 1, 1, 1)])
    assert call_of(look(view, 32.0), view.orders[1]) == "lock"


def test_a_part_that_waits_for_its_own_staring_chef_does_not_call() -> None:
    start = opened("parallel", 10, "stay")
    view = kitchen(*ordered(1), *chopping(1), start=start)
    view.fold([f.Stares(30.0, 1, 1, 0, "simmer"), f.Ready(31.0, 1, 2)])
    assert state_of(view.orders[1]) == "staring"


# -- the scene ---------------------------------------------------------------------------------


def test_a_click_on_cell_plate_or_call_out_picks_its_order(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    assert scene.target(PLACES.hob(0)) is None
    facts = [fact for number in range(1, 8) for fact in ordered(number)]
    scene.draw(canvas, look(kitchen(*facts)))
    assert scene.target(PLACES.hob(0)) == TogglePick(1)
    assert scene.target(PLACES.hob(6)) == TogglePick(7)
    assert scene.target((PLACES.left(2) + 20, PLACES.worktop(0) + 70)) == TogglePick(3)
    assert scene.target((PLACES.hob_x(1), PLACES.worktop(0) - 60)) == TogglePick(2)
    assert scene.target(PLACES.hob(7)) is None
    assert scene.target((1000, 300)) is None


def test_a_chef_walks_to_the_dish_it_takes_up(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1), *ordered(2))
    scene.draw(canvas, look(view, 0.0, wall=1.0))
    chef, acts = scene.chefs.actors[1], []
    assert chef.walker.spot.aisle
    view.fold(chopping(2))
    for wall in (2.0, 2.1, 2.5):
        scene.draw(canvas, look(view, 0.0, wall=wall))
        acts.append(chef.act)
    assert acts == ["run", "run", "work"]
    assert chef.walker.at(2.5)[0] == PLACES.chef_x(1)


def test_in_stay_a_chef_remains_where_it_served_until_the_cell_is_needed(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    view = kitchen(*ordered(1), *chopping(1, chef=1), start=opened("parallel", 10, "stay"))
    view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    scene.draw(canvas, look(view, 30.0, wall=2.0))
    assert scene.chefs.actors[1].walker.spot == at_cell(PLACES, 0)
    view.fold([*ordered(2, 40.0), *chopping(2, 40.0, chef=2)])
    for wall in (3.0, 4.0):
        scene.draw(canvas, look(view, 41.0, wall=wall))
    assert scene.chefs.actors[1].walker.spot.aisle
    assert scene.chefs.actors[2].walker.spot == at_cell(PLACES, 0)


def test_two_chefs_at_one_dish_do_not_stand_in_each_other(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    view = kitchen(*ordered(1), *chopping(1, chef=1), start=opened("hybrid", 10, "leave"))
    view.fold([f.Resumed(1.0, 2, 1, 1), f.Hands(1.0, 2, 1, 1, "peel", 20.0, 4)])
    scene.draw(canvas, look(view, 2.0, wall=1.0))
    first, second = (scene.chefs.actors[number].walker.spot for number in (1, 2))
    assert abs(first.x - second.x) > 60 and second.flip


def test_a_walk_eases_from_place_to_place() -> None:
    walker = Walker(at_cell(PLACES, 0))
    assert walker.go(at_cell(PLACES, 4), 1.0)
    xs = [walker.at(1.0 + step * 0.04)[0] for step in range(10)]
    assert xs == sorted(xs) and xs[0] == PLACES.chef_x(0) and xs[-1] == PLACES.chef_x(4)
    assert not walker.go(at_cell(PLACES, 4), 2.0)


def test_to_the_other_row_a_chef_ducks_and_comes_up_there() -> None:
    start, goal = in_aisle(PLACES, 300.0), at_cell(PLACES, 4)
    walker = Walker(start)
    assert walker.go(goal, 1.0) and walker.leaps(1.1)
    for step in range(40):
        y = walker.at(1.0 + step * 0.01)[1]
        assert y >= (start, goal)[walker.row_now(1.0 + step * 0.01) == goal.row].y - BELOW
    turn = next(t for t in (1.0 + ms / 1000 for ms in range(400)) if walker.row_now(t) == goal.row)
    assert walker.at(turn)[1] - PLACES.worktop(0) > 110, "no hat shows where the rows change"
    assert walker.go(start, turn) and walker.at(turn)[1] - PLACES.worktop(0) > 110, "no jump"


def test_no_chef_is_ever_seen_in_front_of_a_counter(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*(o for n in range(1, 6) for o in ordered(n)))
    scene.draw(canvas, look(view, 0.0, wall=1.0, calm=True))
    view.fold(chopping(5))
    top, below = PLACES.worktop(0) + 49.0, PLACES.row_top(1) - 8.0
    front = pygame.Rect(344, round(top), 336, round(below - top))  # on the way, clear of glows
    fronts, places = set(), set()
    for step in range(12):
        wall = 2.0 + step / 60
        scene.draw(canvas, look(view, 0.0, wall=wall, calm=True))
        fronts.add(pygame.image.tobytes(canvas.subsurface(front), "RGB"))
        places.add(scene.chefs.actors[1].walker.at(wall))
    assert len(fronts) == 1 and len(places) > 5


def test_reset_forgets_what_was_under_way(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1), *chopping(1))
    scene.draw(canvas, look(view, 1.0, wall=1.0))
    served = view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    scene.draw(canvas, look(view, 30.0, wall=2.0, facts=served))
    scene.reset()
    assert not scene.chefs.actors
    assert scene.target(PLACES.hob(0)) is None
    scene.draw(canvas, look(view, 31.0, wall=2.1))
    assert not scene.chefs.actors[1].walker.moving(2.1)


def test_a_kitchen_without_facts_and_an_order_without_a_cell_are_drawn(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    scene.draw(canvas, look(KitchenView()))
    facts = [fact for number in range(1, 13) for fact in ordered(number)]
    view = kitchen(*facts, *chopping(11))
    assert view.orders[11].cell is None
    scene.draw(canvas, look(view, 1.0, wall=1.0, hover=PLACES.hob(3)))
    assert scene.chefs.actors[1].walker.spot.aisle


def test_drawing_changes_nothing_that_it_is_shown(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    facts = [fact for number in range(1, 13) for fact in ordered(number)]
    view = kitchen(*facts, *chopping(1), *simmering(1, 30.0), *chopping(2, 30.0), f.Picked(31.0, 3))
    before = copy.deepcopy((view.orders, view.chefs, view.ready, view.picks, view.worktop))
    scene = KitchenScene(toolkit)
    for step in range(5):
        scene.draw(canvas, look(view, 40.0 + step, wall=step / 3, hover=(300.0, 300.0)))
    assert before == (view.orders, view.chefs, view.ready, view.picks, view.worktop)


def test_a_cell_without_a_dish_has_a_drawer_where_the_led_would_be(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    scene.draw(canvas, look(kitchen(*ordered(1))))
    leds = [
        canvas.get_at((round(PLACES.left(cell) + 119), round(PLACES.worktop(0) + 64)))
        for cell in (0, 1)
    ]
    assert [tuple(led)[:3] for led in leds] == [LED_BED, DRAWER]


@pytest.mark.parametrize("size", [(1280, 720), (2560, 1080), (1680, 720), (1024, 768)])
def test_the_joints_of_the_counter_lie_between_the_stations(size: tuple[int, int]) -> None:
    stage = Stage(size).grown()
    where = Places(stage)
    baked = KitchenSet(Kit(stage, Type(stage), Art(stage)), where).picture
    y = stage.px(where.worktop(0) - where.top + 93.0)  # below the drawers
    front = [sum(baked.get_at((x, y))[:3]) for x in range(baked.get_width())]
    plain = max(set(front), key=front.count)
    dark = {round(x / stage.k) for x, light in enumerate(front) if light < plain - 20}
    joints = [places.MARGIN + where.pitch * column for column in range(places.COLUMNS + 1)]
    assert all(any(abs(x - joint) < 4 for joint in joints) for x in dark)
    assert all(any(abs(x - joint) < 4 for x in dark) for joint in joints)
