"""Who waits for whom, as the lens draws it: chips, arrows, sentences; and what a click does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.explain.graphwords import Names
from kitchen.game.service.lens.gauges import Gauges
from kitchen.game.service.lens.graphbox import GraphBox
from kitchen.game.service.lens.graphpicture import GraphPicture, graph_picture
from kitchen.game.signs.subjects import GraphThing, OrderedDish, Thing
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


def grouped(parts: int = 3, nested: bool = True) -> Ties:
    """A dish waits for a gather of so many tasks, and of a task group if that is nested; and
    another dish that waits for its own timer."""
    tasks = [
        Node(0, "task", "order 1 (soup)", "the tasks"),
        Node(1, "task", "order 2 (soup)", "the timer 'rest'"),
        *(Node(2 + i, "task", f"Task-{9 + i}", "it", "menu.py:9") for i in range(parts)),
        Node(2 + parts, "task", "peas", "a chef"),
    ]
    at = len(tasks)
    things = [
        Node(at, "gather", "", f"1 of {parts + nested} done", "", 1, parts + nested, (0,)),
        Node(at + 1, "task group", "side", "1 task", "", 1),
        *(
            Node(at + 2 + i, "timer", f"boil{i}", "", "", 0, None, (2 + i,), 150.0)
            for i in range(parts)
        ),
    ]
    edges = [Edge("waits", 0, at), *(Edge("has", at, 2 + i) for i in range(parts))]
    edges += [Edge("waits", 2 + i, at + 2 + i) for i in range(parts)]
    edges += [Edge("has", at, at + 1), Edge("has", at + 1, 2 + parts)] if nested else []
    orders = dict.fromkeys([0, *range(2, at)], 1) | {1: 2}
    return Ties(AwaitGraph((*tasks, *things), tuple(edges)), orders)


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


def test_a_group_is_shown_with_what_it_is_made_of() -> None:
    picture = drawn(grouped(), 2, chosen=1)
    assert [(chip.text, chip.note) for chip in picture.chips] == [
        ("Tomato soup", "+30s"), ("gather", "1/4"), ("boil0", "2:00"), ("boil1", "2:00"),
        ("+2", ""),
    ]  # fmt: skip
    words = "1 Tomato soup waits until a gather is done: boil0, boil1, boil2 and 1 more."
    assert picture.words == words
    assert [node.name for node in picture.strip] == ["side"], "what is within it is shown small"
    assert within([c.box for c in picture.chips]) and apart([c.box for c in picture.chips])
    assert [words for _, words in picture.labels] == ["waits"]


@pytest.mark.parametrize("parts", [1, 4, 30])
def test_a_group_fits_however_large_it_is(parts: int) -> None:
    picture = drawn(grouped(parts, nested=False), 2, chosen=1)
    boxes = [chip.box for chip in picture.chips]
    assert within(boxes) and apart(boxes)
    named = [chip.text for chip in picture.chips if chip.text.startswith("boil")]
    more = sum(int(chip.text) for chip in picture.chips if chip.text.startswith("+"))
    assert len(named) + more == parts


def test_what_a_dish_waits_for_in_a_line_goes_before_its_group() -> None:
    base = grouped()
    lock = Node(len(base.graph.nodes), "lock", "tongs", "", "", 1, 1, (2,))
    edges = [e for e in base.graph.edges if (e.kind, e.start) != ("waits", 2)]
    edges += [Edge("waits", 2, lock.number), Edge("held", lock.number, 1)]
    ties = Ties(AwaitGraph((*base.graph.nodes, lock), tuple(edges)), base.orders)
    picture = drawn(ties, 2, chosen=1)
    assert picture.words == "1 Tomato soup waits for the tongs, held by 2 Tomato soup."
    assert [node.kind for node in picture.strip] == ["gather", "task group", "lock"]
    assert [node.kind for node in drawn(ties, 2, chosen=2).strip] == ["lock"]


def test_a_circle_through_a_group() -> None:
    nodes = (
        Node(0, "task", "order 1 (soup)"), Node(1, "task", "peas"),
        Node(2, "gather", "", "0 of 1 done", "", 0, 1, (0,)),
        Node(3, "lock", "pan", "", "", 1, 1, (1,)),
    )  # fmt: skip
    edges = (Edge("waits", 0, 2), Edge("has", 2, 1), Edge("waits", 1, 3), Edge("held", 3, 0))
    graph = AwaitGraph(nodes, edges, ((0, 2, 1, 3),))
    picture = graph_picture(Ties(graph, {0: 1}), view_of(1), 30.0, 1, SIZE)
    assert [words for _, words in picture.labels] == ["waits", "one is", "waits", "held by"]
    words = "1 Tomato soup holds the pan and waits for the peas, of a gather."
    assert picture.words == words


EXPLAINED = {
    "lock": (line(2, 1, "lock"), "Lock 'hob'",
             "One task has it at a time. Held, by 1 Tomato soup. "
             "2 Soup and 3 Soup wait for it, in this order."),
    "queue": (line(1, 1, "queue"), "Queue 'hob'",
              "Who takes waits while it is empty; who puts waits while it is full. "
              "1 in it, with room for 1. 2 Tomato soup waits for it."),
    "gather": (grouped(), "A gather",
               "Goes on when all that it gathers is done. 1 Tomato soup waits until a gather is "
               "done: boil0, boil1, boil2 and 1 more. 1 of 4 done."),
    "event": (Ties(AwaitGraph((Node(0, "event", "lunch", "not set"),))), "Event 'lunch'",
              "Tasks wait here until somebody sets it. It is not set. Nobody waits for it."),
}  # fmt: skip


@pytest.mark.parametrize("kind", EXPLAINED)
def test_what_is_pointed_at_is_explained(toolkit: Kit, look: Look, kind: str) -> None:
    ties, title, text = EXPLAINED[kind]
    box = GraphBox(toolkit, (884, 336, 388, 200))
    moment = look(view_of(3), 30.0, ties=ties, still=True, chosen=1)
    box.follow(moment)
    spots = [s for s in box.spots() if isinstance(s.subject, GraphThing) and s.subject.kind == kind]
    assert spots and within([s.moved(-884).box for s in spots], (388.0, 720.0))
    found = explain(moment, spots[0].subject)
    assert found is not None and (found.title, found.text) == (title, text)
    assert explain(look(view_of(3), 30.0), spots[0].subject) is None


def test_of_a_past_instant_it_says_that_it_shows_the_end(look: Look) -> None:
    words = "shows the end of the instant"
    for present, ties, said in ((None, NO_TIES, False), (60.0, NO_TIES, True),
                                (60.0, NO_DOUBLES, False)):  # fmt: skip
        moment = replace(look(view_of(1), 30.0, ties=ties), present=present)
        found = explain(moment, Thing("who waits"))
        assert found is not None and (words in found.text) == said


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
    "who-waits-group": (grouped(), 2, 1),
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
