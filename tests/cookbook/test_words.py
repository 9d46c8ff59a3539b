"""The words of the career: a sentence, the fact with which the line first runs, what decided."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift
from kitchen.cookbook.words import BURNT, LOOP, QUEUE, TAUGHT, Word, word_of
from kitchen.runs.headless import run_shift
from kitchen.sim import facts as f
from kitchen.sim.plan import SCRAPING
from kitchen.sim.view.kitchenview import KitchenView

KITCHENS_OWN = (QUEUE, LOOP, BURNT)
"""Words that no recipe of their shift needs to carry: the kitchen's own code does."""


def test_every_shift_of_the_career_teaches_one_word_of_its_own() -> None:
    assert tuple(TAUGHT) == CAREER
    assert len({word.word for word in TAUGHT.values()}) == len(CAREER)
    assert word_of("lunch-rush") is None


@pytest.mark.parametrize("word", TAUGHT.values(), ids=lambda word: word.word)
def test_a_sentence_is_one_and_short_enough_for_the_margin(word: Word) -> None:
    assert word.sentence.endswith(".") and word.sentence.count(".") == 1
    assert len(word.sentence) <= 80


@pytest.mark.parametrize("shift", [s for s, w in TAUGHT.items() if w not in KITCHENS_OWN])
def test_some_recipe_of_its_shift_carries_it(shift: str) -> None:
    sources = {name: recipe.source for name, recipe in load_shift(shift).recipes().items()}
    found = {name: lines for name in sources if (lines := TAUGHT[shift].lines(sources[name]))}
    assert found
    for name, lines in found.items():
        assert all(1 <= line <= len(sources[name]) for line in lines)


# -- the fact with which it first runs ---------------------------------------------------------


@dataclass(frozen=True)
class First:
    """The first fact of a shift at which its word's line runs."""

    fact: f.Fact
    dish: str


def first(shift_name: str) -> First | None:
    shift = load_shift(shift_name)
    sources = {name: recipe.source for name, recipe in shift.recipes().items()}
    dishes: dict[int, str] = {}
    for fact in run_shift(shift, "concurrent", 1, "fifo").facts:
        if isinstance(fact, f.Ordered):
            dishes[fact.order] = fact.dish
        dish = dishes.get(getattr(fact, "order", 0), "")
        if TAUGHT[shift_name].first_runs(fact, sources.get(dish, ())):
            return First(fact, dish)
    return None


RUNS: dict[str, tuple[type[f.Fact], tuple[str, ...]]] = {
    "soup-and-eggs": (f.TimerSet, ("tomato_soup", "egg", "soft_eggs")),
    "early-birds": (f.Ready, ("full_breakfast",)),
    "pizza-corner": (f.StationTaken, ("pizza", "garlic_bread", "warm_salad")),
    "noodles-at-noon": (f.Hands, ("noodles", "green_salad")),
    "pasta-night": (f.Ready, ("spaghetti",)),
    "sweet-tooth": (f.StationWanted, ("garlic_bread",)),
    "sunday-roasts": (f.TimerSet, ("sunday_roast", "onion_soup", "tomato_soup")),
}


@pytest.mark.parametrize("shift", RUNS)
def test_it_first_runs_at_its_fact_of_a_dish_that_carries_it(shift: str) -> None:
    found, (kind, dishes) = first(shift), RUNS[shift]
    assert found is not None
    assert isinstance(found.fact, kind | f.StationTaken if shift == "sweet-tooth" else kind)
    assert found.dish in dishes


def test_burnt_is_caught_by_the_kitchen_or_by_the_recipe() -> None:
    rescue = load_shift("sweet-tooth").recipes()["creme_brulee"].source
    line = next(i for i, text in enumerate(rescue, 1) if "scrape, sugar again" in text)
    assert BURNT.first_runs(f.Hands(9.0, 1, 1, 0, "scrape, sugar again", 15.0, line), rescue)
    assert BURNT.first_runs(f.Hands(9.0, 1, 1, 0, SCRAPING, 20.0, 0), ())
    assert not BURNT.first_runs(f.Hands(9.0, 1, 1, 0, "plate", 8.0, line + 2), rescue)


def test_words_of_the_kitchens_own_code() -> None:
    assert QUEUE.first_runs(f.RailFull(5.0, 3), ()) and not QUEUE.first_runs(
        f.Left(5.0, 1, 1, 0), ()
    )
    assert LOOP.first_runs(f.Left(5.0, 1, 1, 0), ())


# -- what decided ------------------------------------------------------------------------------

OPENED = f.Opened(0.0, "test", 0, "concurrent", 1, "leave", "fifo", {"hob": 2, "oven": 1}, 0.01)


def ordered(number: int, at: float = 0.0, patience: float | None = 300.0) -> f.Ordered:
    return f.Ordered(at, number, "soup", "Soup", 950, patience)


def hands(order: int, at: float, seconds: float) -> list[f.Fact]:
    return [f.Resumed(at, 1, order, 0), f.Hands(at, 1, order, 0, "work", seconds, 1)]


def fire(order: int, at: float, seconds: float, part: int = 0) -> f.TimerSet:
    return f.TimerSet(at, order, part, order * 10 + part, "fire", seconds, None, None, 2)


def rings(order: int, at: float, part: int = 0) -> list[f.Fact]:
    return [f.TimerRang(at, order, part, order * 10 + part), f.Ready(at, order, part)]


def served(order: int, at: float) -> list[f.Fact]:
    return [f.Served(at, order, 1.0, 950, 0)]


def told(word: str, *facts: f.Fact | list[f.Fact]) -> str:
    flat: list[f.Fact] = [OPENED]
    for fact in facts:
        flat += fact if isinstance(fact, list) else [fact]
    flat.sort(key=lambda fact: fact.t)
    view = KitchenView()
    view.fold(flat)
    return next(w for w in TAUGHT.values() if w.word == word).told(flat, view)


def test_await_decides_where_most_work_was_done_while_something_cooked() -> None:
    both: list[f.Fact | list[f.Fact]] = [
        ordered(1), ordered(2), hands(1, 0.0, 10.0), fire(1, 10.0, 100.0), hands(2, 20.0, 50.0),
        rings(1, 110.0), hands(1, 110.0, 5.0),
    ]  # fmt: skip
    assert (
        told("await", *both)
        == "while food cooked by itself, the hands did 50 seconds of other work."
    )
    assert told("await", ordered(1), hands(1, 0.0, 60.0), fire(1, 60.0, 100.0)) == ""
    assert told("await") == ""


@pytest.mark.parametrize(("until", "says"), [(290.0, True), (150.0, False)])
def test_gather_decides_where_a_guest_would_not_have_waited_for_one_after_the_other(
    until: float, says: bool
) -> None:
    parts: list[f.Fact] = [f.Ready(0.0, 1, 1), f.Ready(0.0, 1, 2)]
    fires: list[f.Fact] = [fire(1, 10.0, 100.0, 1), fire(1, 10.0, 100.0, 2)]
    ends = [*rings(1, 110.0, 1), *rings(1, 110.0, 2)]
    gone: list[f.Fact] = [f.PartEnded(110.0, 1, 1), f.PartEnded(110.0, 1, 2)]
    sentence = told("gather", ordered(1), parts, fires, ends, gone, served(1, until))
    assert sentence == told("TaskGroup", ordered(1), parts, fires, ends, gone, served(1, until))
    assert bool(sentence) is says
    assert not says or sentence.startswith("one guest would have left if the parts of its dish")


def test_a_semaphore_decides_where_somebody_left_the_line() -> None:
    line: list[f.Fact] = [
        f.StationWanted(20.0, 1, 0, "oven"),
        f.StationUnwanted(320.0, 1, 0, "oven"),
    ]
    left: list[f.Fact] = [f.WalkedOut(320.0, 1)]
    sentence = "dishes waited 5:00 in all for a free place; one of their guests left."
    assert told("Semaphore", ordered(1), hands(1, 0.0, 20.0), line, left) == sentence
    assert told("Semaphore", ordered(1), hands(1, 0.0, 20.0), line, served(1, 330.0)) == ""
    assert told("Semaphore", ordered(1), left) == ""


def test_burnt_decides_where_a_dish_began_again() -> None:
    again: list[f.Fact] = [f.StartedAgain(200.0, 1, 2)]
    sentence = "one dish burnt and began again, and 30 seconds of work was lost with it."
    worked: list[list[f.Fact]] = [hands(1, 0.0, 30.0), hands(1, 210.0, 30.0), hands(2, 40.0, 9.0)]
    assert told("except Burnt", ordered(1), ordered(2), *worked, again) == sentence
    assert told("except Burnt", ordered(1), ordered(2), *worked) == ""


def test_no_await_decides_where_food_burnt_meanwhile() -> None:
    start: list[f.Fact | list[f.Fact]] = [
        ordered(1),
        ordered(2),
        fire(1, 0.0, 50.0),
        hands(2, 20.0, 160.0),
    ]
    burns: list[f.Fact] = [*rings(1, 50.0), f.FoodBurnt(120.0, 1, 0, 10)]
    sentence = "while the hands could not let go for 2:40, one pan burnt."
    assert told("no await", *start, burns) == sentence
    assert told("no await", *start, f.WalkedOut(170.0, 1)).endswith("one guest left.")
    assert told("no await", *start, f.WalkedOut(185.0, 1)) == ""
    assert told("no await", *start) == ""


def test_a_timeout_decides_where_a_dish_that_gave_up_was_served() -> None:
    gave_up: list[f.Fact] = [
        f.StationWanted(5.0, 1, 0, "oven"),
        f.StationUnwanted(95.0, 1, 0, "oven"),
    ]
    sentence = "one dish gave up the line for an oven, and came to the table after all."
    assert told("timeout", ordered(1), gave_up, served(1, 250.0)) == sentence
    assert told("timeout", ordered(1), gave_up, f.WalkedOut(300.0, 1)) == ""


def test_a_deadline_decides_where_somebody_left_or_a_plate_was_nearly_late() -> None:
    assert told("deadline", ordered(1), served(1, 290.0)) == "one plate came at the last moment."
    assert told("deadline", ordered(1), f.WalkedOut(300.0, 1)) == "one guest left."
    assert told("deadline", ordered(1), served(1, 100.0)) == ""


def test_a_queue_decides_where_somebody_found_it_full() -> None:
    full: list[f.Fact] = [f.RailFull(9.0, 1), f.WalkedOut(9.0, 1)]
    sentence = "one guest found the rail full: $9.50 went elsewhere."
    assert told("Queue(maxsize)", ordered(1), full) == sentence
    assert told("Queue(maxsize)", ordered(1), f.WalkedOut(9.0, 1)) == ""


@pytest.mark.parametrize(("times", "says"), [(9, False), (10, True)])
def test_the_loop_decides_where_there_often_was_a_choice(times: int, says: bool) -> None:
    facts: list[f.Fact] = [ordered(1), ordered(2), f.Ready(0.0, 2, 0)]
    for t in range(times):
        facts += [f.Ready(float(t), 1, 0), f.Resumed(t + 0.5, 1, 1, 0)]
    sentence = f"{times} times more than one dish was ready, and one had to be next."
    assert told("event loop", *facts) == (sentence if says else "")
