"""The slate: what is kept looks like what is drawn anew, whatever came and went before."""

from __future__ import annotations

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.game.draw.kit import Piece
from kitchen.game.draw.slate import Slate

AT = (10, 5)
PLACES = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 30), st.integers(0, 3)), max_size=6)


def bed() -> pygame.Surface:
    surface = pygame.Surface((60, 40))
    surface.fill((20, 10, 30))
    return surface


def piece(x: int, y: int, tone: int) -> Piece:
    thing = pygame.Surface((12, 8), pygame.SRCALPHA)
    thing.fill((60 * tone, 90, 200, 128))
    return thing, thing.get_rect(topleft=(AT[0] + x, AT[1] + y))


@settings(max_examples=30)
@given(st.lists(PLACES, min_size=1, max_size=5))
def test_pieces_that_come_and_go_leave_nothing_behind(
    steps: list[list[tuple[int, int, int]]],
) -> None:
    slate = Slate(bed(), AT)
    kept: dict[tuple[int, int, int], list[Piece]] = {}
    for places in steps:
        groups = [kept.setdefault(place, [piece(*place)]) for place in dict.fromkeys(places)]
        shown, anew = (pygame.Surface((80, 50)) for _ in range(2))
        slate.lay(shown)
        slate.show(shown, groups)
        fresh = Slate(bed(), AT)
        fresh.lay(anew)
        fresh.show(anew, groups)
        inside = pygame.Rect(*AT, 60, 40)
        assert shown.subsurface(inside).copy().get_buffer().raw == (
            anew.subsurface(inside).copy().get_buffer().raw
        )


def test_a_part_is_drawn_when_its_key_changes_and_no_farther_than_its_area() -> None:
    slate, drawn, area = Slate(bed(), AT), [], pygame.Rect(12, 8, 6, 6)
    surface = pygame.Surface((80, 50))

    def seen(at: tuple[int, int]) -> tuple[int, ...]:
        return tuple(surface.get_at(at))[:3]

    def draw(canvas: pygame.Surface) -> None:
        drawn.append(canvas.get_clip().size)
        canvas.fill((255, 255, 255))

    for key in (None, None, 1, 1, None):
        surface.fill((0, 0, 0))
        slate.lay(surface)
        slate.part(surface, "part", area, key, draw)
        assert seen((12, 8)) == (255, 255, 255)
        assert seen((18, 8)) == seen((11, 8)) == (20, 10, 30)
        assert seen((9, 8)) == (0, 0, 0)
    assert drawn == [area.size] * 3
    slate.clear()
    slate.lay(surface)
    assert seen((12, 8)) == (20, 10, 30)
    slate.part(surface, "part", area, None, draw)
    assert len(drawn) == 4 and surface.get_clip() == surface.get_rect()
