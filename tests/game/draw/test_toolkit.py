"""Stage, type, art, paint, easing, format: what the widgets are drawn with."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import SOUP

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import Tween, linear, out_back, out_cubic, out_elastic
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.signs import highlight
from kitchen.game.signs.titles import short_title


def test_a_stage_centres_its_canvas_and_finds_the_pointer() -> None:
    stage = Stage((1600, 720))
    assert (stage.k, stage.canvas_size, stage.origin) == (1.0, (1280, 720), (160, 0))
    assert stage.to_logical((160, 0)) == (0.0, 0.0)
    assert stage.to_logical((1440, 720)) == (1280.0, 720.0)


def test_neighbouring_boxes_meet_at_every_scale() -> None:
    for width in range(640, 2600, 77):
        stage = Stage((width, width * 9 // 16))
        for x in range(0, 1280, 92):
            assert stage.rect(x, 0, 92, 10).right == stage.rect(x + 92, 0, 92, 10).left


@pytest.mark.parametrize("face", ["display", "ui", "code"])
def test_the_middle_of_a_capital_is_the_middle_of_the_surface(toolkit: Kit, face: str) -> None:
    type_ = toolkit.type
    text = getattr(type_, face)("H", 30, p.CREAM)
    ink = text.get_bounding_rect(min_alpha=128)
    assert abs((ink.top + ink.bottom) / 2 - text.get_height() / 2) <= 1


def test_text_is_rendered_once(toolkit: Kit) -> None:
    type_ = toolkit.type
    assert type_.ui("Soup", 15, p.CREAM) is type_.ui("Soup", 15, p.CREAM)


def test_elided_text_fits(toolkit: Kit) -> None:
    type_ = toolkit.type
    short = type_.elide("Roast chicken with lemon", 15, 80)
    assert short.endswith("…") and type_.width(short, 15) <= 80
    assert type_.elide("Soup", 15, 80) == "Soup"


def test_a_strangers_text_is_drawn_as_it_can_be_seen(toolkit: Kit) -> None:
    type_ = toolkit.type
    evil, seen = "a\0\n\ud800\x1b\u202e", r"a\x00\n\ud800\x1b\u202e"
    assert type_.width(evil, 15) == type_.width(seen, 15)
    for draw in (type_.ui, type_.code, type_.display):
        drawn, alike = draw(evil, 18, p.CREAM), draw(seen, 18, p.CREAM)
        assert pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(alike, "RGBA")


def test_an_outline_makes_text_larger(toolkit: Kit) -> None:
    type_ = toolkit.type
    plain = type_.display("+2s", 20, p.CREAM)
    assert type_.display("+2s", 20, p.CREAM, (p.INK, 2)).get_width() > plain.get_width()


def test_art_has_the_size_asked_for_and_the_ratio_of_its_box(toolkit: Kit) -> None:
    art = toolkit.art
    _, _, w, h = art.box("ticket")
    picture = art.get("ticket", 91)
    assert picture.get_size() == (91, round(91 * h / w))
    assert max(art.get("ticket", 40, 40).get_size()) == 40


def test_art_can_be_recoloured_and_flipped(toolkit: Kit) -> None:
    art = toolkit.art
    play = art.get("play", 48, recolour={"#fff3dc": "#FF0000"})
    assert play.get_at((22, 24))[:3] == (255, 0, 0)
    assert art.get("play", 48, flip=True).get_at((47 - 22, 24))[:3] == p.CREAM


def test_art_leaves_out_groups(toolkit: Kit) -> None:
    art = toolkit.art
    whole, bare = art.get("pot", 80), art.get("pot", 80, drop=("soup", "pasta", "egg"))
    assert pygame.image.tobytes(whole, "RGBA") != pygame.image.tobytes(bare, "RGBA")


def test_a_translucent_box_keeps_its_border_and_no_black_corners() -> None:
    box = paint.box((40, 20), 6, (*p.PLUM, 100), p.AMBER, 2)
    assert tuple(box.get_at((20, 0))) == (*p.AMBER, 255)
    assert box.get_at((20, 10))[3] == 100
    assert box.get_at((0, 0))[3] < 60


def test_tweens_are_held_at_both_ends() -> None:
    tween = Tween(10.0, 20.0, 2.0, linear)
    assert [tween.at(t) for t in (-1.0, 0.0, 1.0, 2.0, 9.0)] == [10.0, 10.0, 15.0, 20.0, 20.0]
    for ease in (linear, out_cubic, out_back, out_elastic):
        assert ease(0.0) == pytest.approx(0.0, abs=1e-9)
        assert ease(1.0) == pytest.approx(1.0)


def test_a_cache_forgets_what_was_used_longest_ago() -> None:
    cache: Lru[int] = Lru(2)
    made: list[str] = []

    def make(key: str) -> int:
        made.append(key)
        return len(made)

    for key in ("a", "b", "a", "c", "a", "b"):
        cache.get(key, lambda key=key: make(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"] and len(cache) == 2


def test_where_time_goes_by_slowly_tenths_are_told() -> None:
    assert [fmt.remaining(s, 0.1) for s in (0.0, 0.11, 0.2, 9.95, 12.3)] == [
        "0.0s", "0.2s", "0.2s", "10s", "13s",
    ]  # fmt: skip
    assert [fmt.elapsed(s, 0.1) for s in (0.0, 0.19, 0.3, 12.9)] == ["0.0s", "0.1s", "0.3s", "12s"]
    assert [fmt.clock(s, 0.1) for s in (0.0, 0.1, 0.3, 9.99, 75.5)] == [
        "0:00.0", "0:00.1", "0:00.3", "0:09.9", "1:15",
    ]  # fmt: skip
    assert [fmt.up(s, 0.1) for s in (0.0, 0.1, 0.11)] == [0.0, 0.1, 0.2]


def test_durations_and_money_as_text() -> None:
    assert [fmt.duration(s) for s in (0, 42, 99, 100, 425, 3725)] == [
        "0s",
        "42s",
        "99s",
        "1:40",
        "7:05",
        "1:02:05",
    ]
    assert [fmt.clock(s) for s in (0, 27.9, 3725)] == ["0:00", "0:27", "1:02:05"]
    assert fmt.remaining(0.2) == "1s" and fmt.remaining(0) == "0s"
    assert fmt.elapsed(9.9) == "9s"
    assert [fmt.money(c) for c in (10620, 5, -50)] == ["$106.20", "$0.05", "−$0.50"]
    whole = [fmt.money(c, whole=True) for c in (10620, 10899, -49, -51, -149)]
    assert whole == ["$106", "$109", "$0", "−$1", "−$1"]
    assert [fmt.rate(r) for r in (0.12, 0.005)] == [("$0.12", "second"), ("$0.30", "minute")]


def test_a_title_is_shortened_from_its_side_dishes_to_its_last_word() -> None:
    title = "Roast chicken with lemon and thyme."
    assert short_title(title, lambda text: len(text) < 20) == "Roast chicken"
    assert short_title(title, lambda text: len(text) < 10) == "Chicken"


@pytest.mark.parametrize(
    ("title", "menu", "room", "short"),
    [
        ("Pizza margherita.", "", 9, "Pizza"),
        ("Onion soup with a crust.", "Tomato soup.", 9, "Onion"),
        ("Onion soup with a crust.", "Tomato soup.", 10, "Onion soup"),
        ("Onion soup with a crust.", "Green salad.", 9, "Soup"),
        ("Warm goat's cheese salad.", "Green salad.", 9, "Cheese"),
        ("Tomato soup.", "Tomato soup.", 9, "Soup"),
        ("Chicken in the pot.", "Roast chicken.", 9, "Chicken"),
        ("Lasagne.", "", 3, "Lasagne"),
    ],
)
def test_a_short_title_tells_the_dish_from_the_others_of_the_menu(
    title: str, menu: str, room: int, short: str
) -> None:
    others = frozenset({title, menu} - {""})
    assert short_title(title, lambda text: len(text) <= room, others) == short


def test_the_highlighter_keeps_every_letter() -> None:
    for lines in (SOUP.lines, ("    x = 'no end", "def f(:"), ('s = """a', '  b"""', "t = f'{s}'")):
        pieces = highlight.spans(lines)
        assert ["".join(text for text, _ in row) for row in pieces] == list(lines)


def test_the_highlighter_knows_keywords_names_strings_and_numbers() -> None:
    row = highlight.spans(['    await cook.timer("roast", 900)  # nobody'])[0]
    kinds = {text: kind for text, kind in row if kind != "plain"}
    assert kinds == {
        "await": "keyword",
        "timer": "name",
        '"roast"': "string",
        "900": "number",
        "# nobody": "comment",
    }


def test_the_synchronous_program_has_no_async_and_says_what_blocks() -> None:
    lines = highlight.synchronous(SOUP.lines)
    assert lines[1] == "def soup(cook: Cook) -> None:"
    assert lines[4] == '    with cook.station("hob"):'
    assert lines[5] == '        cook.timer("simmer", 300, hold=60) # blocks'
    assert highlight.synchronous(['s = "await me"'])[0] == 's = "await me"'


def test_the_body_keeps_true_line_numbers() -> None:
    assert [number for number, _ in highlight.body(SOUP.lines)] == [2, 4, 5, 6, 7]


def test_the_toolkit_works_at_any_size() -> None:
    for size in ((640, 360), (1920, 1080), (2560, 1440)):
        stage = Stage(size)
        assert Type(stage).ui("Soup", 15, p.CREAM).get_height() >= 15 * stage.k
        assert Art(stage).get("star", 18).get_width() == round(18 * stage.k)


def test_words_are_told_shorter_before_they_are_cut(toolkit: Kit) -> None:
    type_ = toolkit.type
    ways = ("14 orders, 5 served", "5 served")
    full, short = (type_.width(words, 13) for words in ways)
    assert type_.told(ways, 13, full) == (ways[0], 13)
    words, size = type_.told(ways, 13, full * 0.95)
    assert words == ways[0] and size < 13
    assert type_.told(ways, 13, short) == (ways[1], 13)
    words, size = type_.told(ways, 13, short * 0.6)
    assert words.endswith("…") and type_.width(words, size) <= short * 0.6
    words, size = type_.told(ways, 13, short * 0.6, whole=True)
    assert words == ways[1] and type_.width(words, size) <= short * 0.6


@pytest.mark.parametrize("text", ["normal", "largest"])
def test_numbers_shrink_to_fit_and_no_further(text: str) -> None:
    type_ = Type(Stage((1280, 720)), text)
    for width in (12.0, 17.0, 40.0):
        size = type_.fitted("121", 14, width)
        assert type_.width("121", size) <= width or size <= 14 * 0.4
        assert size == 14 or type_.width("121", size + 0.5) > width
