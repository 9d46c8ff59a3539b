"""The kitchen scene: drawings for every dish, clicks, walks, and that drawing changes nothing."""

from __future__ import annotations

import copy
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.assets import find_assets
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import TogglePick
from kitchen.game.scene.appliances import DRAWER
from kitchen.game.scene.cords import Cords
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.looks import LOOKS
from kitchen.game.scene.nameplate import NAME_BED, plate_of
from kitchen.game.scene.places import PLAIN
from kitchen.game.scene.posts import APART, FROM_DISH, beside
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floors, Placed
from kitchen.game.scene.waiter import Waiter
from kitchen.game.scene.walker import Stand, Walker
from kitchen.game.signs.focus import state_of
from kitchen.game.signs.larder import CONTENTS, Vessel, at_station, by_hand
from kitchen.game.signs.vessels import FALLBACK, icon, vessel
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

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
    far = min(range(42), key=lambda step: seen[step].x)
    assert seen[far].x < 0 and seen[far - 1].flip and not seen[-1].flip
    assert seen[-1].hands == ("arm_tray",)
    waiter.follow(look(view, wall=14.25))
    assert waiter.stance(look(view, wall=14.3)).hands == ("arm_tray", "cloche")  # the others
    waiter.follow(look(view, wall=19.0, facts=[f.WalkedOut(19.0, 1)]))
    assert waiter.stance(look(view, wall=19.1)).face == "frown"


def test_the_waiter_stands_where_nothing_hides_him(toolkit: Kit, look: Look) -> None:
    """At the other end once the place has been taken for a while; out while both are."""
    waiter, view = Waiter(Sprites(toolkit)), kitchen(*ordered(1))
    left, right = (0.0, 60.0), (800.0, 870.0)

    def stands(wall: float, *taken: tuple[float, float]) -> float:
        waiter.follow(look(view, wall=wall), taken)
        return waiter.stance(look(view, wall=wall)).x

    home = stands(0.0)
    assert stands(1.0, left) == home, "somebody may only walk by"
    stands(1.5, left)
    assert home < stands(1.7, left) < 800.0, "on the way"
    other = stands(9.0, left)
    assert other > 800.0 and stands(10.0) == other, "and does not turn round at once"
    stands(10.5)
    assert stands(11.0) == home, "where all of the room is seen"
    stands(11.0, left, right)
    stands(12.0, left, right)
    assert stands(20.0, left, right) < 0.0
    stands(21.0, right)
    stands(22.0, right)
    assert stands(30.0, right) == home


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


def shown(view: KitchenView, station: str | None = None) -> Vessel:
    """What the first order's own task stands in."""
    return vessel(view, view.orders[1], view.orders[1].parts[0], station)


def standing(view: KitchenView, order: int = 1, stay: bool = False) -> Placed:
    found = Floors(PLAIN).find(view, stay).leading(view.orders[order])
    assert found is not None
    return found


def test_a_dish_shows_a_slip_then_a_board_then_its_pot() -> None:
    view = kitchen(*ordered(1))
    assert shown(view).art == "slip"
    view.fold(chopping(1))
    assert shown(view).kind == "board"
    view.fold([f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)])
    assert shown(view, "hob").art == "pot" and shown(view, "hob").fire


def test_the_led_counts_down_and_a_raised_hand_needs_none() -> None:
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    assert plate_of(standing(view), 320.0).led == "10s"
    view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)])
    plate = plate_of(standing(view), 332.4)
    assert (plate.led, plate.state, plate.table) == ("", "ready", "1")


def test_a_part_of_a_dish_is_called_what_it_does() -> None:
    view = kitchen(*ordered(1), *chopping(1), f.Left(30.0, 1, 1, 0))
    view.fold([f.Resumed(31.0, 1, 1, 1), f.TimerSet(31.0, 1, 1, 1, "fry", 60.0, 9.0, 9.0, 6)])
    assert plate_of(standing(view), 40.0).title == "Fry"


def test_a_part_that_waits_for_its_own_staring_chef_does_not_call() -> None:
    start = opened("parallel", 10, "stay")
    view = kitchen(*ordered(1), *chopping(1), start=start)
    view.fold([f.Stares(30.0, 1, 1, 0, "simmer"), f.Ready(31.0, 1, 2)])
    assert state_of(view.orders[1]) == "staring"
    states = {s.part.number: s.state for s in Floors(PLAIN).find(view, True).standings}
    assert states[2] == "blocked"


def test_no_gas_burns_before_a_timer_runs(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    pictures = []
    for facts in ([], simmering(1, 30.0)):
        view = kitchen(*ordered(1), *chopping(1), f.StationTaken(30.0, 1, 0, "hob", 0), *facts)
        scene = KitchenScene(toolkit)
        scene.draw(canvas, look(view, 40.0, wall=3.0))
        hob = scene.floor(look(view, 40.0)).plan.stations["hob", 0]
        flames = pygame.Rect(round(hob.x) - 30, round(hob.y) + 26, 60, 10)
        pictures.append(pygame.transform.average_color(canvas.subsurface(flames)))
    assert pictures[1][2] > pictures[0][2] + 5, "blue"


# -- the scene ---------------------------------------------------------------------------------


def spot(view: KitchenView, order: int) -> tuple[float, float]:
    """The middle of what stands there."""
    x, y, w, h = standing(view, order).site.thing
    return x + w / 2, y + h / 2


def test_a_click_on_dish_plate_or_call_out_picks_its_order(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    assert scene.target((70.0, 450.0)) is None
    facts = [fact for number in range(1, 8) for fact in ordered(number)]
    view = kitchen(*facts)
    scene.draw(canvas, look(view))
    assert scene.target(spot(view, 1)) == TogglePick(1)
    assert scene.target(spot(view, 7)) == TogglePick(7)
    x, y, w, h = standing(view, 3).site.plate
    assert scene.target((x + w - 4, y + h - 4)) == TogglePick(3)
    x, y = standing(view, 2).site.tip
    assert scene.target((x, y - 30)) == TogglePick(2)
    free = scene.floor(look(view)).plan.boards[7]
    assert scene.target((free.x, free.y + 20)) is None
    assert scene.target((1000, 300)) is None


def test_a_click_on_a_cart_picks_what_waits_on_it(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    view = kitchen(
        *ordered(1), *chopping(1), f.StationWanted(30.0, 1, 0, "hob"), f.Left(30.0, 1, 1, 0)
    )
    scene = KitchenScene(toolkit)
    scene.draw(canvas, look(view, 31.0))
    assert standing(view).site.cart
    assert scene.target(spot(view, 1)) == TogglePick(1)


def drawn(
    scene: KitchenScene, canvas: pygame.Surface, look: Look, view: KitchenView, *walls: float
) -> None:
    for wall in walls:
        scene.draw(canvas, look(view, 0.0, wall=wall))


def test_a_chef_walks_to_the_dish_it_takes_up(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1), *ordered(2))
    drawn(scene, canvas, look, view, 1.0)
    chef, acts = scene.chefs.actors[1], []
    assert chef.walker.spot.front
    view.fold(chopping(2))
    for wall in (2.0, 2.1, 2.5):
        drawn(scene, canvas, look, view, wall)
        acts.append(chef.act)
    assert acts == ["run", "run", "work"]
    assert chef.walker.at(2.5)[0] == standing(view, 2).site.chef_x


def test_in_stay_a_chef_remains_where_it_served_until_the_place_is_needed(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    view = kitchen(*ordered(1), *chopping(1, chef=1), start=opened("parallel", 10, "stay"))
    drawn(scene, canvas, look, view, 1.0)
    first = Floors(PLAIN).find(view, True).plan.boards[0]
    view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    drawn(scene, canvas, look, view, 2.0)
    assert scene.chefs.actors[1].walker.spot == beside(first, 0)
    view.fold([*ordered(2, 40.0), *chopping(2, 40.0, chef=2)])
    drawn(scene, canvas, look, view, 3.0, 4.0)
    assert scene.chefs.actors[1].walker.spot != beside(first, 0)
    assert scene.chefs.actors[2].walker.spot == beside(first, 0)


def test_two_chefs_at_one_dish_do_not_stand_in_each_other(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    view = kitchen(*ordered(1), *chopping(1, chef=1), start=opened("hybrid", 10, "leave"))
    view.fold([f.Resumed(1.0, 2, 1, 0), f.Hands(1.0, 2, 1, 0, "peel", 20.0, 4)])
    drawn(scene, canvas, look, view, 1.0)
    first, second = (scene.chefs.actors[number].walker.spot for number in (1, 2))
    assert abs(first.x - second.x) > 60 and second.flip


FAR, NEAR = Stand(200.0, front=False), Stand(300.0, front=True)


def test_a_walk_eases_along_a_counter() -> None:
    goal = Stand(700.0, front=True)
    walker = Walker(PLAIN, NEAR)
    assert walker.go(goal, 1.0)
    xs = [walker.at(1.0 + step * 0.04)[0] for step in range(10)]
    assert xs == sorted(xs) and xs[0] == 300.0 and xs[-1] == 700.0
    assert {walker.at(1.0 + step * 0.04)[1] for step in range(10)} == {PLAIN.waist(True)}
    assert not walker.go(goal, 2.0)


@given(
    st.floats(20, 850), st.booleans(), st.floats(20, 850), st.booleans(), st.floats(0, 0.6),
    st.floats(20, 850), st.booleans(),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_nobody_walks_through_a_counter_and_all_have_the_size_of_their_depth(
    x: float, front: bool, goal: float, there: bool, turns: float, next_x: float, next_front: bool
) -> None:
    """Also if they turn round on the way."""
    walker = Walker(PLAIN, Stand(x, front))
    walker.go(Stand(goal, there), 1.0)
    walker.go(Stand(next_x, next_front), 1.0 + turns)
    lanes = (PLAIN.waist(False), PLAIN.waist(True))
    for step in range(120):
        x_now, y, scale = walker.at(1.0 + turns + step / 60)
        assert scale == PLAIN.scale(y)
        if y not in lanes:  # around the end: out of sight
            assert min(abs(y - lane) for lane in lanes) < 1e-6 or not 0.0 < x_now < PLAIN.width
    assert walker.at(9.0)[:2] == (next_x, PLAIN.waist(next_front))


def test_to_the_other_counter_a_chef_goes_around_the_nearer_end() -> None:
    walker = Walker(PLAIN, NEAR)
    assert walker.go(FAR, 1.0)
    seen = [walker.at(1.0 + step / 100) for step in range(60)]
    assert min(x for x, _, _ in seen) < 0.0 and max(x for x, _, _ in seen) <= 300.0
    assert any(walker.hidden(1.0 + step / 100) for step in range(60))
    assert seen[0][2] > seen[-1][2], "farther away is smaller"


def test_no_chef_is_ever_seen_in_front_of_a_counter(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1))
    scene.draw(canvas, look(view, 0.0, wall=1.0, calm=True))
    view.fold([*chopping(1), f.StationTaken(30.0, 1, 0, "hob", 0)])
    fronts, places = set(), set()
    front = pygame.Rect(500, round(PLAIN.fire) + 62, 370, 30)
    for step in range(12):
        wall = 2.0 + step / 60
        scene.draw(canvas, look(view, 0.0, wall=wall, calm=True))
        fronts.add(pygame.image.tobytes(canvas.subsurface(front), "RGB"))
        places.add(scene.chefs.actors[1].walker.at(wall))
    assert len(fronts) == 1 and len(places) > 5


def test_ten_idle_chefs_hide_no_dish_and_not_each_other(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    for count in (0, 1, 2):
        facts = [fact for number in range(1, count + 1) for fact in ordered(number)]
        view = kitchen(*facts, start=opened("hybrid", 10, "leave"))
        scene = KitchenScene(toolkit)
        scene.draw(canvas, look(view, 1.0, wall=1.0))
        xs = [actor.walker.spot.x for actor in scene.chefs.actors.values()]
        assert len(xs) == 10 and all(20.0 < x < PLAIN.width - 20.0 for x in xs)
        assert all(abs(a - b) >= APART for a, b in combinations(xs, 2))
        things = [one.site.x for one in scene.floor(look(view)).standings]
        assert all(abs(x - thing) >= FROM_DISH for x in xs for thing in things)


def test_a_cord_clips_the_stations_of_one_dish_together(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    pictures = []
    for second in (False, True):
        view = kitchen(*ordered(1), *chopping(1), f.StationTaken(30.0, 1, 0, "hob", 0))
        view.fold([*simmering(1, 30.0), f.Ready(30.0, 1, 1)])
        if second:
            view.fold([f.StationTaken(31.0, 1, 1, "hob", 1)])
        Cords(toolkit).draw(canvas, Floors(PLAIN).find(view, False))
        pictures.append(pygame.image.tobytes(canvas, "RGB"))
    assert pictures[0] != pictures[1]


def test_reset_forgets_what_was_under_way(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1), *chopping(1))
    scene.draw(canvas, look(view, 1.0, wall=1.0))
    served = view.fold([f.Served(30.0, 1, 1.0, 900, 0), f.Left(30.0, 1, 1, 0)])
    scene.draw(canvas, look(view, 30.0, wall=2.0, facts=served))
    scene.reset()
    assert not scene.chefs.actors
    assert scene.target((70.0, 450.0)) is None
    scene.draw(canvas, look(view, 31.0, wall=2.1))
    assert not scene.chefs.actors[1].walker.moving(2.1)


@pytest.mark.parametrize("step", [0.25, 0.5, 1.0, 2.0])
def test_a_picture_may_follow_one_of_later(
    toolkit: Kit, canvas: pygame.Surface, look: Look, step: float
) -> None:
    """As when a menu is closed over which all had come to rest."""
    scene = KitchenScene(toolkit)
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0))
    view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)])
    scene.draw(canvas, look(view, 331.0, wall=0.0))
    scene.draw(canvas, look(view, 331.0, wall=3.0))
    view.fold(chopping(1, 331.0))
    scene.draw(canvas, look(view, 331.0, wall=3.0 + step))
    scene.draw(canvas, look(view, 331.0, wall=3.0))


def test_a_kitchen_without_facts_and_an_order_without_a_table_are_drawn(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene = KitchenScene(toolkit)
    scene.draw(canvas, look(KitchenView()))
    facts = [fact for number in range(1, 13) for fact in ordered(number)]
    view = kitchen(*facts, *chopping(11))
    assert view.orders[11].table is None
    scene.draw(canvas, look(view, 1.0, wall=1.0, hover=(300.0, 450.0)))
    assert scene.chefs.actors[1].walker.spot.x == standing(view, 11).site.chef_x


def test_drawing_changes_nothing_that_it_is_shown(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    facts = [fact for number in range(1, 13) for fact in ordered(number)]
    view = kitchen(*facts, *chopping(1), *simmering(1, 30.0), *chopping(2, 30.0), f.Picked(31.0, 3))
    before = copy.deepcopy((view.orders, view.chefs, view.ready, view.picks, view.tables))
    scene = KitchenScene(toolkit)
    for step in range(5):
        scene.draw(canvas, look(view, 40.0 + step, wall=step / 3, hover=(300.0, 300.0)))
    assert before == (view.orders, view.chefs, view.ready, view.picks, view.tables)


def test_a_free_place_has_a_drawer_where_the_plate_would_be(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    scene, view = KitchenScene(toolkit), kitchen(*ordered(1))
    scene.draw(canvas, look(view))
    plates = [site.plate for site in scene.floor(look(view)).plan.boards[:2]]
    beds = [canvas.get_at((round(x + w - 8), round(y + h / 2))) for x, y, w, h in plates]
    assert [tuple(bed)[:3] for bed in beds] == [NAME_BED, DRAWER]
