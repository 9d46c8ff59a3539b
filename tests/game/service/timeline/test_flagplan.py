"""Flags: however many there are and however near, none covers another."""

from __future__ import annotations

from itertools import combinations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from kitchen.game.service.timeline.flagplan import Wanted, plant

AREA = pygame.Rect(500, 600, 700, 118)
HEIGHTS = [606 + 12 * lane for lane in range(10)]
FORMS = [150, 70, 26]

flags = st.builds(
    Wanted, st.integers(AREA.left, AREA.right), st.sampled_from(HEIGHTS), st.just(FORMS)
)


@given(st.lists(flags, max_size=12))
def test_no_flag_covers_another_or_leaves_the_area(wanted: list[Wanted]) -> None:
    planted = [place for place in plant(wanted, AREA, HEIGHTS, 18) if place is not None]
    assert all(AREA.contains(place.box) for place in planted)
    assert not any(a.box.colliderect(b.box) for a, b in combinations(planted, 2))


@given(st.lists(flags, max_size=12))
def test_each_is_at_its_line_or_beyond_others_and_has_one_of_its_forms(
    wanted: list[Wanted],
) -> None:
    for flag, place in zip(wanted, plant(wanted, AREA, HEIGHTS, 18), strict=True):
        if place is not None:
            assert place.box.width == FORMS[place.form]
            assert place.box.right <= flag.x if place.left else place.box.left >= flag.x


@given(st.lists(flags, max_size=12))
def test_twelve_losses_are_all_told_however_near(wanted: list[Wanted]) -> None:
    assert None not in plant(wanted, AREA, HEIGHTS, 18)


def test_a_flag_stands_at_its_own_lane_to_the_right_of_its_line_where_there_is_room() -> None:
    (place,) = plant([Wanted(700, HEIGHTS[4], FORMS)], AREA, HEIGHTS, 18)
    assert place is not None and not place.left and place.form == 0
    assert (place.box.left, place.box.centery) == (700, HEIGHTS[4])


def test_at_the_edge_of_the_window_it_stands_to_the_left() -> None:
    (place,) = plant([Wanted(1190, HEIGHTS[4], FORMS)], AREA, HEIGHTS, 18)
    assert place is not None and place.left and place.form == 0
