"""The aim: what arrows point at, and what becomes of it when that moves or goes."""

from __future__ import annotations

import pygame
from tools.game_scenario import kitchen, ordered

from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import Bindings
from kitchen.game.service.explain.aim import Aim
from kitchen.game.service.explain.explanation import Handles
from kitchen.game.service.pointing import handles_of
from kitchen.game.signs.subjects import FreePlace, OrderedDish, Spot, Subject, Thing

Spots = list[Spot[Subject]]


def grid() -> Spots:
    """Two rows of three cells and a bar above them: #1 and #2, and free places."""
    subjects: list[Subject] = [
        OrderedDish(1),
        OrderedDish(2),
        FreePlace(2),
        FreePlace(3),
        FreePlace(4),
        FreePlace(5),
    ]
    cells: Spots = [
        Spot((170.0 * (i % 3), 130.0 + 200.0 * (i // 3), 160.0, 190.0), subject)
        for i, subject in enumerate(subjects)
    ]
    return [*cells, Spot((0.0, 0.0, 500.0, 40.0), Thing("clock"))]


def at(aim: Aim) -> Subject | None:
    return aim.spot.subject if aim.spot is not None else None


def test_it_begins_at_the_dish_that_has_waited_longest_for_hands(toolkit: Kit) -> None:
    aim = Aim(toolkit)
    view = kitchen(*ordered(2, 1.0), *ordered(1, 5.0))
    aim.begin(grid(), view)
    assert aim.shown and at(aim) == OrderedDish(2)


def test_without_a_raised_hand_it_begins_on_the_worktop(toolkit: Kit) -> None:
    aim = Aim(toolkit)
    aim.begin(grid()[2:], kitchen())
    assert at(aim) == FreePlace(2)
    aim = Aim(toolkit)
    aim.begin([], kitchen())
    assert at(aim) is None


def test_it_moves_to_the_neighbour_and_stops_at_the_edge(toolkit: Kit) -> None:
    aim, spots = Aim(toolkit), grid()
    aim.spot = spots[0]
    visited = []
    for step in ((1, 0), (0, 1), (-1, 0), (-1, 0), (0, -1), (0, -1), (0, -1)):
        aim.move(spots, *step)
        visited.append(at(aim))
    clock = Thing("clock")
    assert visited == [
        OrderedDish(2),
        FreePlace(4),
        FreePlace(3),
        FreePlace(3),
        OrderedDish(1),
        clock,
        clock,
    ]


def test_it_keeps_to_its_subject_while_that_moves(toolkit: Kit) -> None:
    aim, canvas = Aim(toolkit), pygame.Surface((1280, 720))
    aim.begin(grid(), kitchen(*ordered(2)))
    moved: Spots = [
        Spot((700.0, 400.0, 160.0, 190.0), OrderedDish(2)),
        Spot((0, 0, 9, 9), OrderedDish(1)),
    ]
    aim.draw(canvas, moved, 1.0)
    assert aim.spot == moved[0]


def test_when_its_subject_goes_it_stays_where_it_was(toolkit: Kit) -> None:
    aim, canvas = Aim(toolkit), pygame.Surface((1280, 720))
    aim.begin(grid(), kitchen(*ordered(2)))
    assert aim.spot is not None
    served: Spots = [
        Spot((0.0, 400.0, 160.0, 190.0), OrderedDish(1)),
        Spot(aim.spot.box, FreePlace(1)),
    ]
    aim.draw(canvas, served, 1.0)
    assert at(aim) == FreePlace(1)


def test_a_ring_is_seen_only_while_it_is_shown(toolkit: Kit) -> None:
    aim, spots = Aim(toolkit), grid()
    aim.begin(spots, kitchen(*ordered(1)))
    for shown in (True, False):
        aim.shown = shown
        canvas = pygame.Surface((1280, 720))
        aim.draw(canvas, spots, 1.0)
        assert (pygame.transform.average_color(canvas, (0, 128, 170, 195))[0] > 0) is shown


def test_keys_and_buttons_are_called_as_the_player_has_set_them() -> None:
    own = Bindings({"pick": ["p"]}, {"take_back": ["y"]})
    assert handles_of(own, pad=False) == Handles("P", "Backspace", "Shift+Enter")
    assert handles_of(own, pad=True) == Handles("A", "Y", "X", "Right stick")
