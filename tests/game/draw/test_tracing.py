"""Tracings: what is noted once is drawn again as it was."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.game.draw.tracing import Tracing, lay

SIZE = (40, 30)
MARKS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(-8, 40), st.integers(-8, 30), st.booleans()),
    max_size=12,
)


def _pictures() -> list[pygame.Surface]:
    made = []
    for index, colour in enumerate(((200, 40, 0, 90), (0, 255, 30, 255), (10, 20, 220, 160))):
        picture = pygame.Surface((5 + 4 * index, 11 - 3 * index), pygame.SRCALPHA)
        picture.fill(colour)
        made.append(picture)
    return made


@given(marks=MARKS, flags=st.sampled_from((0, pygame.BLEND_RGB_ADD)))
def test_what_is_traced_looks_as_if_it_were_drawn(
    marks: list[tuple[int, int, int, bool]], flags: int
) -> None:
    pictures, drawn, again = _pictures(), pygame.Surface(SIZE), pygame.Surface(SIZE)
    tracings = [Tracing(flags), Tracing(flags)]
    for index, x, y, second in sorted(marks, key=lambda mark: mark[3]):
        at = pygame.Rect((x, y), pictures[index].get_size()) if x % 2 else (x, y)
        drawn.blit(pictures[index], at, None, flags)
        assert tracings[second].blit(pictures[index], at, None, flags).topleft == (x, y)
    lay(again, tracings, flags)
    assert pygame.image.tobytes(drawn, "RGB") == pygame.image.tobytes(again, "RGB")


def test_a_tracing_begins_anew_and_takes_nothing_that_it_could_not_repeat() -> None:
    tracing, picture = Tracing(), _pictures()[0]
    tracing.blit(picture, (1, 2))
    assert tracing.marks == [(picture, (1, 2))]
    tracing.clear()
    assert not tracing.marks
    with pytest.raises(AssertionError, match="as a whole"):
        tracing.blit(picture, (1, 2), None, pygame.BLEND_RGB_ADD)
