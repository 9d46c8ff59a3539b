"""The circle in the kitchen: a tag at each dish of it, and arrows from one to the next."""

from __future__ import annotations

import pygame
from tools.game_scenario import Look, kitchen, opened, ordered

from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.service.lens.scenecircle import SceneCircle
from kitchen.lab.ties import Ties
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.relations import Edge, Node

WITHIN = (0.0, 132.0, 876.0, 412.0)
PLACES: dict[int, Box] = {1: (100.0, 200.0, 120.0, 90.0), 2: (500.0, 200.0, 120.0, 90.0)}

TWO = Ties(
    AwaitGraph(
        (
            Node(0, "task", "order 1 (soup)"),
            Node(1, "task", "order 2 (soup)"),
            Node(2, "lock", "tongs", "", "", 1, 1, (0,)),
            Node(3, "station", "board", "", "", 1, 1, (1,)),
        ),
        (Edge("waits", 0, 2), Edge("held", 2, 1), Edge("waits", 1, 3), Edge("held", 3, 0)),
        ((0, 2, 1, 3),),
    ),
    {0: 1, 1: 2},
)


def drawn(kit: Kit, look: Look, ties: Ties, places: dict[int, Box]) -> pygame.Surface:
    canvas = pygame.Surface((1280, 720))
    view = kitchen(opened(), *ordered(1), *ordered(2))
    circle = SceneCircle(kit, places.get)
    circle.draw(canvas, look(view, 30.0, ties=ties), WITHIN)
    return canvas


def marked(canvas: pygame.Surface) -> list[pygame.Rect]:
    found = pygame.mask.from_threshold(canvas, (0, 0, 0), (1, 1, 1))
    found.invert()
    return sorted(found.get_bounding_rects(), key=lambda r: (r.x, r.y))


def test_two_dishes_are_tied_by_two_arrows(toolkit: Kit, look: Look) -> None:
    rects = marked(drawn(toolkit, look, TWO, PLACES))
    tags = [rect for rect in rects if rect.height > 15]
    arrows = [rect for rect in rects if rect.height <= 15 and rect.width > 100]
    assert [abs(tag.centerx - x) < 3 for tag, x in zip(tags, (160, 560), strict=True)] == [True] * 2
    assert len(arrows) == 2 and arrows[0].y != arrows[1].y


def test_without_a_circle_nothing_is_drawn(toolkit: Kit, look: Look) -> None:
    assert marked(drawn(toolkit, look, Ties(), PLACES)) == []


def test_a_tag_stays_in_the_kitchen(toolkit: Kit, look: Look) -> None:
    edges: dict[int, Box] = {1: (0.0, 500.0, 20.0, 60.0), 2: (870.0, 500.0, 20.0, 60.0)}
    for rect in marked(drawn(toolkit, look, TWO, edges)):
        assert pygame.Rect(0, 132, 876, 412).contains(rect)


def test_a_dish_that_is_not_seen_has_no_tag(toolkit: Kit, look: Look) -> None:
    assert len(marked(drawn(toolkit, look, TWO, {1: PLACES[1]}))) == 1
