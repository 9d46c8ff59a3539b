"""The tool tip: it comes after a rest, stays on the screen, and never covers what it explains."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.service.explain import tooltip
from kitchen.game.service.explain.explanation import Explanation
from kitchen.game.service.explain.tipplace import place
from kitchen.game.service.explain.tooltip import REST_SECONDS, ToolTip
from kitchen.game.signs.layout import layout_of

SAID = Explanation(
    "#4 Pancakes", "Cooking. Nobody is needed for 43s.", 'await cook.timer("fry")', 6
)
BOX = (300.0, 200.0, 60.0, 30.0)


@given(
    st.floats(0, 1270), st.floats(0, 710), st.floats(4, 400), st.floats(4, 210),
    st.sampled_from([(1280, 720), (1680, 720), (1024, 768)]),
    st.floats(276, 396), st.floats(60, 160),
)  # fmt: skip
def test_it_is_on_the_screen_and_beside_its_subject(
    x: float, y: float, w: float, h: float, size: tuple[int, int], wide: float, high: float
) -> None:
    layout = layout_of(Stage(size).grown())
    _, _, width, height = layout.stage
    w, h = min(w, width - x), min(h, height - y)
    left, top, _ = place((x, y, w, h), (wide, high), layout)
    assert 0 <= left <= width - wide and 0 <= top <= height - high
    apart = left >= x + w or left + wide <= x or top >= y + h or top + high <= y
    assert apart


@given(
    st.integers(0, 9), st.floats(0, 730), st.sampled_from([134.0, 348.0]),
    st.floats(276, 366), st.floats(60, 200),
)  # fmt: skip
def test_from_the_rail_it_hides_neither_the_dish_nor_the_timeline(
    table: int, x: float, y: float, wide: float, high: float
) -> None:
    layout = layout_of(Stage((1280, 720)).grown())
    ticket = (7.0 + 86.8 * table, 58.0, 84.0, 74.0)
    dish = ((x, y + 60.0, 141.0, 122.0), (x + 20.0, y, 104.0, 46.0))
    boxes = (ticket, *dish, layout.timeline)
    left, top, _ = place(ticket, (wide, high), layout, boxes[1:])
    assert 0 <= left <= 1280 - wide and 0 <= top <= 720 - high
    for a, b, w, h in boxes:
        assert left >= a + w or left + wide <= a or top >= b + h or top + high <= b


def drawn(toolkit: Kit, *walls: float, at_once: bool = False) -> list[bool]:
    """At each of these times, whether anything was drawn."""
    tip, found = ToolTip(toolkit), []
    for wall in walls:
        canvas = pygame.Surface((1280, 720))
        tip.draw(canvas, "thing", SAID, BOX, wall, at_once)
        found.append(pygame.transform.average_color(canvas)[:3] != (0, 0, 0))
    return found


def test_it_comes_when_the_pointer_has_rested(toolkit: Kit) -> None:
    assert drawn(toolkit, 1.0, 1.0 + REST_SECONDS / 2, 1.0 + REST_SECONDS + 0.2) == [
        False, False, True,
    ]  # fmt: skip


def test_for_keys_it_comes_at_once(toolkit: Kit) -> None:
    assert drawn(toolkit, 1.0, 1.1, at_once=True) == [False, True]


def test_another_subject_starts_the_rest_anew(toolkit: Kit) -> None:
    tip = ToolTip(toolkit)
    canvas = pygame.Surface((1280, 720))
    tip.draw(canvas, "one", SAID, BOX, 0.0)
    tip.draw(canvas, "two", SAID, BOX, REST_SECONDS + 0.1)
    assert pygame.transform.average_color(canvas)[:3] == (0, 0, 0)


@pytest.mark.parametrize(
    "said",
    [
        Explanation("A free place"),
        Explanation("Title " * 20, "word " * 80, "x" * 200, 1234, "hint " * 30, "burning"),
        Explanation("Two lines", "One.\nTwo.", state="ready"),
    ],
)
def test_any_words_fit(toolkit: Kit, said: Explanation) -> None:
    canvas = pygame.Surface((1280, 720))
    tip = ToolTip(toolkit)
    for wall in (0.0, 1.0):
        tip.draw(canvas, "thing", said, BOX, wall)
    assert pygame.transform.average_color(canvas)[:3] != (0, 0, 0)


def test_a_card_that_is_made_in_pieces_is_the_same_and_shows_the_last_one_meanwhile(
    toolkit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tooltip, "PIECE", 0.0)  # one in each frame
    later = replace(SAID, text="Cooking. Nobody is needed for 41s.", hint="Click to pick it.")
    tip, pieces, wall = ToolTip(toolkit), [], 1.0
    tip.draw(pygame.Surface((1280, 720)), "one", SAID, BOX, wall)
    for said in (SAID, later):
        before, frames = tip._card, 0
        while frames == 0 or tip.busy:
            assert tip._card is before
            frames, wall = frames + 1, wall + REST_SECONDS
            tip.draw(pygame.Surface((1280, 720)), "one", said, BOX, wall, whole=False)
        assert tip._card is not None
        pieces.append(frames)
        same = [pygame.image.tobytes(card, "RGBA") for card in (tip._card, tip._make(said))]
        assert same[0] == same[1]
    assert min(pieces) > 4


def test_a_card_that_is_not_there_in_time_fades_in_when_it_is(
    toolkit: Kit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tooltip, "PIECE", 0.0)
    tip, canvas, wall = ToolTip(toolkit), pygame.Surface((1280, 720)), 1.0
    tip.draw(canvas, "one", SAID, BOX, wall, whole=False)
    wall += REST_SECONDS  # a long frame: nothing of it is made yet
    while tip._card is None:
        tip.draw(canvas, "one", SAID, BOX, wall, whole=False)
        wall += 1 / 60
    assert 0 < (tip._card.get_alpha() or 0) < 64
    tip.draw(canvas, "one", SAID, BOX, wall + tooltip.COME_SECONDS, whole=False)
    assert tip._card.get_alpha() == 255
