"""The margin: each word once for a player, at its fact, for as long as it takes to read."""

from __future__ import annotations

from tools.game_scenario import chopping, kitchen, ordered, simmering

from kitchen.cookbook.load import load_shift
from kitchen.cookbook.words import AWAIT
from kitchen.game.service.margin import JUMP, Margin
from kitchen.game.signs.marginnote import reading_time
from kitchen.keep.keep import Keep
from kitchen.sim import facts as f

SHIFT = load_shift("soup-and-eggs")
LINE = next(iter(AWAIT.lines(SHIFT.recipes()["tomato_soup"].source)))


def cooking() -> list[f.Fact]:
    """A tomato soup is begun, and let go."""
    soup = f.Ordered(0.0, 1, "tomato_soup", "Tomato soup", 900, None)
    timer = f.TimerSet(30.0, 1, 0, 1, "simmer", 300.0, 60.0, 60.0, LINE)
    return [soup, *ordered(1)[1:], *chopping(1), timer, f.Left(30.0, 1, 1, 0)]


def test_a_word_is_noted_when_its_line_runs_and_not_before() -> None:
    margin, facts = Margin(AWAIT, SHIFT, Keep.nowhere()), cooking()
    view = kitchen(*facts)
    margin.hear(facts[:4], view, 1.0)
    assert margin.note is None
    margin.hear(facts[4:], view, 2.0)
    assert margin.note is not None and margin.note.word is AWAIT
    assert margin.note.dish == "tomato_soup"


def test_it_goes_when_it_could_be_read_and_comes_once() -> None:
    keep, facts = Keep.nowhere(), cooking()
    margin, view, seen = Margin(AWAIT, SHIFT, keep), kitchen(*facts), 0
    for frame in range(2000):
        margin.hear(facts, view, frame / 60)
        seen += margin.note is not None
    assert abs(seen / 60 - reading_time(AWAIT)) < 0.1
    again = Margin(AWAIT, SHIFT, keep)
    again.hear(facts, view, 1.0)
    assert again.note is None


def test_nobody_has_read_it_while_no_frame_was_drawn() -> None:
    margin, facts = Margin(AWAIT, SHIFT, Keep.nowhere()), cooking()
    margin.hear(facts, kitchen(*facts), 1.0)
    margin.hear((), kitchen(*facts), 600.0)
    assert margin.note is not None and margin.note.age <= JUMP


def test_a_shift_without_a_word_has_no_notes() -> None:
    margin, facts = Margin(None, SHIFT, Keep.nowhere()), cooking()
    margin.hear(facts, kitchen(*facts), 1.0)
    assert margin.note is None


def test_a_dish_whose_recipe_is_unknown_runs_no_line() -> None:
    margin, facts = Margin(AWAIT, SHIFT, Keep.nowhere()), [*ordered(1), *chopping(1)]
    facts += simmering(1, 30.0)  # no dish of this shift
    margin.hear(facts, kitchen(*facts), 1.0)
    assert margin.note is None
