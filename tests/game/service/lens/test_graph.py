"""Who waits for whom, as the lens draws it: chips, arrows, sentences; and what a click does."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered
from tools.picturebook import check, half

from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.input.actions import Choose
from kitchen.game.service.lens.gauges import Gauges
from kitchen.game.service.lens.graphbox import GraphBox
from kitchen.game.service.lens.graphpicture import GraphPicture, graph_picture
from kitchen.game.service.lens.graphwords import Names
from kitchen.game.signs.subjects import OrderedDish
from kitchen.lab.ties import NO_DOUBLES, NO_TIES, NO_TIME, Ties
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.relations import Edge, Node, NodeKind
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

SIZE = (388.0, 124.0)


def ring(parties: int) -> Ties:
    """So many dishes, of which each holds a thing and waits for the next one's."""
    tasks = [Node(i, "task", f"order {i + 1} (soup)", "it", "menu.py:7") for i in range(parties)]
    things = [
        Node(parties + i, "lock", f"lock{i + 1}", "", "", 1, 1, ((i - 1) % parties,))
        for i in range(parties)
    ]
    held = [Edge("held", parties + i, i) for i in range(parties)]
    waits = [Edge("waits", i, parties + (i + 1) % parties) for i in range(parties)]
    circle = [n for i in range(parties) for n in (i, parties + (i + 1) % parties)]
    graph = AwaitGraph((*tasks, *things), (*held, *waits), (tuple(circle),))
    return Ties(graph, {i: i + 1 for i in range(parties)})


def line(waiting: int, holders: int = 1, kind: NodeKind = "station") -> Ties:
    """A thing that some hold, and others wait for."""
    count = waiting + holders
    tasks = [Node(i, "task", f"order {i + 1} (soup)") for i in range(count)]
    thing = Node(count, kind, "hob", "", "", holders, holders, tuple(range(holders, count)))
    held = [Edge("held", count, i) for i in range(holders)]
    waits = [Edge("waits", i, count) for i in range(holders, count)]
    graph = AwaitGraph((*tasks, thing), (*held, *waits))
    return Ties(graph, {i: i + 1 for i in range(count)})


def view_of(orders: int) -> KitchenView:
    return kitchen(opened(), *(fact for n in range(1, orders + 1) for fact in ordered(n)))


def drawn(ties: Ties, orders: int, chosen: int | None = None) -> GraphPicture:
    return graph_picture(ties, view_of(orders), 30.0, chosen, SIZE)


def said(ties: Ties, orders: int, chosen: int | None = None) -> str:
    return drawn(ties, orders, chosen).words.replace("Tomato soup", "Soup")


def apart(boxes: Sequence[Box]) -> bool:
    rects = [pygame.Rect(round(x), round(y), round(w), round(h)) for x, y, w, h in boxes]
    return not any(a.colliderect(b) for i, a in enumerate(rects) for b in rects[i + 1 :])


def within(boxes: Sequence[Box], size: tuple[float, float] = SIZE) -> bool:
    wide, high = size
    return all(x >= 0 and y >= -1 and x + w <= wide and y + h <= high + 1 for x, y, w, h in boxes)


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 7])
def test_a_circle_is_a_ring_of_dishes_and_things(parties: int) -> None:
    picture = drawn(ring(parties), parties)
    end = SIZE[0] if picture.divider is None else picture.divider
    chips = [chip for chip in picture.chips if chip.box[0] < end]
    assert len(chips) == min(6, 2 * parties) and picture.deadlocks == 1
    assert within([chip.box for chip in chips])
    assert apart([chip.box for chip in chips])
    arrows = [arrow for arrow in picture.arrows if arrow.tone == "deadlock"]
    assert len(arrows) == len(chips) and all(len(arrow.points) > 1 for arrow in arrows)
    assert [a.dashed for a in arrows][:2] == [True, False]


def test_a_circle_is_told_from_the_chosen_dish() -> None:
    words = "1 Soup holds the lock1 and waits for the lock2, held by 2 Soup."
    assert said(ring(2), 2, chosen=1) == words
    words = "1 Soup holds the lock1 and waits for the lock1, held by itself."
    assert said(ring(1), 1) == words
    assert said(ring(5), 5).startswith("5 wait for one another in a circle")


def test_beside_a_circle_stands_who_wants_the_chef() -> None:
    picture = drawn(ring(2), 9)
    beside = [chip for chip in picture.chips if chip.tone == "wants"]
    assert picture.divider is not None and beside
    assert all(chip.box[0] > picture.divider for chip in beside)
    assert apart([chip.box for chip in picture.chips]) and within([c.box for c in picture.chips])


@pytest.mark.parametrize(("waiting", "holders"), [(1, 1), (3, 2), (10, 1), (10, 10), (1, 0)])
def test_a_line_fits_however_long_it_is(waiting: int, holders: int) -> None:
    count = waiting + holders
    picture = drawn(line(waiting, holders), count, chosen=count)
    assert within([chip.box for chip in picture.chips])
    assert apart([chip.box for chip in picture.chips])
    chosen = [chip for chip in picture.chips if chip.chosen]
    assert [chip.order for chip in chosen] == [count], "the chosen dish is always shown"
    told = sum(int(c.text) if c.text.startswith("+") else c.order is not None
               for c in picture.chips)  # fmt: skip
    assert told == count, "the rest are counted"


def test_what_is_said_of_a_dish() -> None:
    ties = line(3, 1)
    words = "2 Soup waits for the hob, held by 1 Soup. 2 more wait behind it."
    assert said(ties, 4, 2) == words
    assert said(ties, 4, 1) == "1 Soup holds the hob; 2 Soup, 3 Soup and 4 Soup wait for it."
    assert said(ties, 4) == "2 Soup, 3 Soup and 4 Soup wait for the hob, held by 1 Soup."
    assert said(NO_TIES, 2) == "Nobody waits for anybody."


def test_who_has_the_chef_waits_for_nothing() -> None:
    view = kitchen(opened(), *ordered(1), *ordered(2), *ordered(3), *chopping(1))
    working = graph_picture(NO_TIES, view, 30.0, 1, SIZE)
    assert working.words == "1 Tomato soup has a chef; 2 Soup and 3 Soup wait for one."
    assert working.phase == "the loop runs 1 Soup"
    alone = graph_picture(NO_TIES, kitchen(opened(), *ordered(1), *chopping(1)), 30.0, 1, SIZE)
    assert alone.words == "1 Tomato soup has a chef; nobody waits for one."
    assert [(chip.text, chip.chef) for chip in alone.chips] == [
        ("a chef", True),
        ("Tomato soup", True),
    ]


def test_a_lock_is_called_by_its_name() -> None:
    assert said(line(1, 1, "lock"), 2, 2) == "2 Soup waits for the hob, held by 1 Soup."


def test_a_click_on_a_dish_chooses_it(toolkit: Kit, look: Look, canvas: pygame.Surface) -> None:
    box = GraphBox(toolkit, (884, 336, 388, 200))
    moment = look(view_of(3), 30.0, ties=line(2), still=True)
    key = box.follow(moment)
    assert box.follow(moment) == key
    box.draw(canvas, moment)
    spots = {s.subject.order: s for s in box.spots() if isinstance(s.subject, OrderedDish)}
    assert sorted(spots) == [1, 2, 3]
    assert box.target(spots[2].middle) == Choose(2) and box.target((890, 340)) is None
    assert box.follow(look(view_of(3), 30.0, ties=line(2), still=True, chosen=2)) != key


def test_what_is_being_found_out_is_said(toolkit: Kit, look: Look) -> None:
    box = GraphBox(toolkit, (884, 336, 388, 200))
    box.follow(look(view_of(1), 0.0, ties=NO_TIME))
    assert "cooked again" in box.picture.words


def test_without_doubles_facts_tell_of_stations(toolkit: Kit, look: Look) -> None:
    facts = [
        f.StationTaken(1.0, 1, 0, "hob", 0),
        f.StationTaken(1.0, 4, 0, "hob", 1),
        f.StationWanted(2.0, 3, 0, "hob"),
        f.StationWanted(3.0, 2, 0, "hob"),
    ]
    view = kitchen(opened(), *(fact for n in (1, 2, 3, 4) for fact in ordered(n)), *facts)
    box = GraphBox(toolkit, (884, 336, 388, 200))
    box.follow(look(view, 9.0, ties=NO_DOUBLES, chosen=3))
    assert box.picture.words == (
        "3 Tomato soup waits for the hob, held by 1 Soup and 4 Soup. 1 more waits behind it."
    )
    assert box.picture.phase == "told from facts alone"


@pytest.mark.parametrize("text", ["normal", "largest"])
def test_nothing_is_drawn_beside_the_box(toolkit: Kit, look: Look, text: str) -> None:
    stage = Stage((1280, 720))
    kit = Kit(stage, Type(stage, text), toolkit.art)
    things = (
        Node(3, "queue", "the_pass_between_two_chefs", "", "", 3, 5),
        Node(4, "event", "dinner", "not set"),
        Node(5, "condition", "ready", "its lock is free", "", 0, None, (0, 1)),
        Node(6, "semaphore", "spoons", "", "", 2, 20, (2,)),
        Node(7, "lock", "tongs", "", "", 1, 1),
    )
    base = line(2)
    graph = AwaitGraph((*base.graph.nodes, *things[1:]), base.graph.edges)
    moment = look(view_of(3), 30.0, ties=Ties(graph, base.orders), still=True, chosen=2)
    for ties in (moment.ties, ring(2), ring(4)):
        canvas = pygame.Surface((500, 320))
        box = GraphBox(kit, (50, 50, 388, 200))
        shown = look(view_of(4), 30.0, ties=ties, still=True, chosen=2)
        box.follow(shown)
        box.draw(canvas, shown)
        inside = canvas.copy()
        inside.fill((0, 0, 0), (50, 50, 388, 200))
        assert pygame.mask.from_threshold(inside, (0, 0, 0), (1, 1, 1)).count() == 500 * 320
        assert pygame.transform.average_color(canvas)[:3] != (0, 0, 0)


def test_whatever_a_stranger_calls_things_is_drawn(
    toolkit: Kit, look: Look, canvas: pygame.Surface
) -> None:
    bad = "\0\n\u202e" * 40
    tasks = Node(0, "task", bad), Node(1, "task", bad)
    thing = Node(2, "queue", bad, bad, "", 1, None, (1,))
    graph = AwaitGraph((*tasks, thing), (Edge("waits", 1, 2), Edge("held", 2, 0)))
    box = GraphBox(toolkit, (884, 336, 388, 200))
    moment = look(view_of(2), 30.0, ties=Ties(graph, {0: 1, 1: 2}), still=True, chosen=2)
    box.follow(moment)
    box.draw(canvas, moment)
    assert box.picture.words.isprintable()


def test_instruments_that_do_not_fit_are_counted(toolkit: Kit) -> None:
    canvas = pygame.Surface((400, 40))
    nodes = [Node(i, "queue", f"queue{i}", "", "", i, 5) for i in range(6)]
    Gauges(toolkit).draw(canvas, nodes, (10, 5, 380, 22))
    inside = canvas.copy()
    inside.fill((0, 0, 0), (10, 5, 380, 22))
    assert pygame.mask.from_threshold(inside, (0, 0, 0), (1, 1, 1)).count() == 400 * 40


PICTURES = {
    "who-waits-ring": (ring(2), 2, 1),
    "who-waits-large-ring": (ring(3), 3, None),
    "who-waits-line": (line(8, 2), 10, 6),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(toolkit: Kit, look: Look, request: pytest.FixtureRequest, name: str) -> None:
    ties, orders, chosen = PICTURES[name]
    canvas = pygame.Surface((388, 200))
    canvas.fill(palette.PLUM)
    box = GraphBox(toolkit, (0, 0, 388, 200))
    moment = look(view_of(orders), 30.0, ties=ties, still=True, chosen=chosen)
    box.follow(moment)
    box.draw(canvas, moment)
    check(half(canvas), name, request)


def test_a_dish_is_called_what_tells_it_from_the_others() -> None:
    view = KitchenView(menu=frozenset({"Tomato soup", "Onion soup"}))
    view.fold([opened(), *ordered(1)])
    assert Names(NO_TIES, view, 0.0).brief(1) == "1 Tomato", "the onion soup is a soup as well"
