"""The audit of text itself: what it sees, and what it has no reason to speak of."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from tools.textaudit import Sheet, audited, covered, cut, overlapping, straddling, texts

from kitchen.game.draw import paint
from kitchen.game.draw.art import Art
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type

WHITE = (255, 255, 255)
GROUND = (20, 20, 30)


@pytest.fixture
def type_(monkeypatch: pytest.MonkeyPatch) -> Iterator[Type]:
    pygame.display.init()
    with audited(monkeypatch):
        yield Type(Stage((1280, 720)))
    pygame.display.quit()


def sheet(size: tuple[int, int] = (400, 300), see_through: bool = False) -> Sheet:
    made = pygame.Surface(size, pygame.SRCALPHA if see_through else 0)
    assert isinstance(made, Sheet)
    return made


def told(on: Sheet) -> list[str]:
    return [word.text for word in texts(on.seen())]


def test_words_that_stand_apart_are_no_problem(type_: Type) -> None:
    picture = sheet()
    for row, text in enumerate(("Tomato soup", "ready", "READY")):
        picture.blit(type_.ui(text, 15, WHITE), (20, 20 + 24 * row))
    assert told(picture) == ["Tomato soup", "ready", "READY"]
    assert not cut(picture.seen()) and not overlapping(picture.seen())


def test_a_word_over_the_edge_is_cut(type_: Type) -> None:
    picture = sheet()
    picture.blit(type_.ui("Tomato soup", 15, WHITE), (360, 20))
    assert len(cut(picture.seen())) == 1 and "Tomato soup" in cut(picture.seen())[0]


def test_a_word_in_a_clip_that_is_too_small_is_cut(type_: Type) -> None:
    picture = sheet()
    picture.set_clip((0, 0, 40, 300))
    picture.blit(type_.ui("Tomato soup", 15, WHITE), (10, 20))
    assert len(cut(picture.seen())) == 1


def test_a_part_of_a_word_is_a_cut_word(type_: Type) -> None:
    picture, text = sheet(), type_.ui("Tomato soup", 15, WHITE)
    picture.blit(text, (10, 10), (0, 0, text.get_width() // 2, text.get_height()))
    assert len(cut(picture.seen())) == 1


def test_what_is_cut_on_a_layer_stays_cut_on_the_window(type_: Type) -> None:
    layer, picture = sheet((50, 40), see_through=True), sheet()
    layer.blit(type_.ui("Tomato soup", 15, WHITE), (5, 5))
    picture.blit(layer, (100, 100))
    assert len(cut(picture.seen())) == 1


def test_a_word_out_of_sight_is_none(type_: Type) -> None:
    picture = sheet()
    picture.blit(type_.ui("Tomato soup", 15, WHITE), (500, 20))
    assert told(picture) == []


def test_two_words_on_one_another_overlap(type_: Type) -> None:
    picture = sheet()
    picture.blit(type_.ui("Tomato soup", 15, WHITE), (20, 20))
    picture.blit(type_.code("6:30", 15, WHITE), (50, 24))
    assert len(overlapping(picture.seen())) == 1
    assert not cut(picture.seen())


def test_a_text_on_its_own_shadow_does_not_overlap(type_: Type) -> None:
    picture = sheet()
    for colour, shift in ((GROUND, 1), (WHITE, 0)):
        picture.blit(type_.ui("Tomato soup", 15, colour), (20 + shift, 20 + shift))
    assert not overlapping(picture.seen())


def test_a_word_wider_than_its_plate_stands_half_on_it(type_: Type) -> None:
    picture, text = sheet(), type_.ui("121", 13, WHITE, "bold")
    for width, found in ((24, 0), (10, 1)):
        picture.fill(GROUND)
        plate = paint.pill((width, 20), GROUND)
        picture.blit(plate, plate.get_rect(center=(100, 100)))
        picture.blit(text, text.get_rect(center=(100, 100)))
        assert len(straddling(picture.seen())) == found


def test_a_word_on_a_drawing_is_found_on_any_layer(type_: Type) -> None:
    picture, layer = sheet(), sheet((200, 100), see_through=True)
    coin = Art(Stage((1280, 720))).get("coin", 28)
    layer.blit(coin, (20, 20))
    layer.blit(type_.ui("$12.00", 15, WHITE), (60, 24))
    picture.blit(layer, (0, 0))
    assert not straddling(picture.seen())
    layer.blit(type_.ui("Wages", 15, WHITE), (40, 24))
    picture.blit(layer, (0, 0))
    assert len(straddling(picture.seen())) == 1


def test_what_is_painted_over_is_forgotten(type_: Type) -> None:
    picture, box = sheet(), sheet((200, 60))
    picture.blit(type_.ui("Below", 15, WHITE), (30, 30))
    picture.blit(box, (10, 10))
    picture.blit(type_.ui("Above", 15, WHITE), (30, 30))
    assert told(picture) == ["Above"]
    picture.fill(GROUND)
    assert told(picture) == []


def test_a_veil_does_not_hide_a_word(type_: Type) -> None:
    picture, veil = sheet(), sheet()
    picture.blit(type_.ui("Below", 15, WHITE), (30, 30))
    veil.set_alpha(120)
    picture.blit(veil, (0, 0))
    hollow = sheet(see_through=True)
    picture.blit(hollow, (0, 0))
    assert told(picture) == ["Below"]


def test_half_a_word_under_a_box_is_covered(type_: Type) -> None:
    picture, box = sheet(), sheet((200, 60))
    text = type_.ui("Half hidden", 15, WHITE)
    picture.blit(text, (30, 30))
    picture.blit(box, (30 + text.get_width() // 2, 10))
    assert len(covered(picture.seen())) == 1
    assert not cut(picture.seen())


def test_what_touches_a_word_with_its_see_through_part_does_not_cover_it(type_: Type) -> None:
    picture, ring = sheet(), sheet((200, 60), see_through=True)
    pygame.draw.rect(ring, WHITE, ring.get_rect(), 3)
    picture.blit(type_.ui("Framed", 15, WHITE), (30, 30))
    picture.blit(ring, (10, 10))
    assert told(picture) == ["Framed"] and not covered(picture.seen())


def test_a_word_is_followed_through_every_kind_of_layer(type_: Type) -> None:
    layer = sheet((200, 100), see_through=True)
    text = type_.ui("Soup", 15, WHITE)
    layer.blit(text, (10, 10))
    ink = text.get_bounding_rect().move(10, 10)
    part = layer.subsurface((5, 5, 100, 60))
    for again, moved in (
        (layer.copy(), ink),
        (layer.premul_alpha(), ink),
        (part, ink.move(-5, -5)),
        (part.copy(), ink.move(-5, -5)),
        (part.subsurface((2, 3, 90, 50)), ink.move(-7, -8)),
    ):
        picture = sheet()
        picture.blit(again, (40, 50))
        assert [(w.text, w.ink) for w in picture.seen()] == [("Soup", moved.move(40, 50))]


def test_a_word_drawn_on_a_part_is_on_the_whole(type_: Type) -> None:
    picture = sheet()
    canvas = picture.subsurface((100, 50, 200, 200))
    canvas.subsurface((10, 10, 100, 100)).blit(type_.ui("Soup", 15, WHITE), (5, 5))
    (word,) = picture.seen()
    assert picture.get_rect().contains(word.ink) and word.ink.x >= 115
    canvas.fill(GROUND)
    assert told(picture) == []


def test_a_layer_that_is_drawn_again_replaces_what_it_covers(type_: Type) -> None:
    picture, bed = sheet(), sheet()
    bed.blit(type_.ui("Title", 15, WHITE), (10, 10))
    for seconds in range(3):
        picture.blit(bed, (0, 0))
        picture.blit(type_.code(str(seconds), 15, WHITE), (200, 10))
    assert told(picture) == ["Title", "2"]
    assert not overlapping(picture.seen())


def test_without_the_audit_surfaces_are_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = pygame.Surface
    with audited(monkeypatch):
        assert pygame.Surface is Sheet
    assert pygame.Surface is plain


def test_a_copy_of_a_drawing_is_still_a_drawing(type_: Type) -> None:
    picture, pin = sheet(), Art(Stage((1280, 720))).get("coin", 28).copy()
    picture.blit(pin, (20, 20))
    picture.blit(type_.ui("Wages", 15, WHITE), (40, 24))
    assert len(straddling(picture.seen())) == 1
