"""The coach: whatever a player does, its words hold, nobody is stranded, and it never says twice
what was done."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.coached import (
    Coached,
    Player,
    at,
    cook_step,
    look,
    obey,
    pick,
    stop,
    take_back,
    wait,
)  # fmt: skip

from kitchen.lessons.book import every_lesson, find_lesson
from kitchen.lessons.cooking.coaching import AWAY, Watching
from kitchen.lessons.cooking.cooked import evidence_in
from kitchen.lessons.judging.judge import judged_evidence
from kitchen.lessons.steps import BreakStep, Coach, CookStep
from kitchen.runs.service import Service

WALK = "walk-away"
CARDS = cook_step(find_lesson(WALK)).coach
COACHED = sorted(
    {
        lesson.name
        for lesson in every_lesson()
        for step in lesson.steps
        if isinstance(step, CookStep) and step.coach
    }
)


def verdict_of(coached: Coached) -> tuple[bool, bool]:
    service: Service = coached.service
    facts = service.pasts[service.home].facts
    found = judged_evidence(coached.step, evidence_in(facts, facts[-1].t))
    return found.works, found.par


# -- who does what it says ---------------------------------------------------------------------


@pytest.mark.parametrize("name", COACHED)
def test_who_does_what_it_says_has_done_the_step(name: str) -> None:
    coached = Coached(name, obey)
    assert coached.over and verdict_of(coached) == (True, True)
    assert coached.cards, "it says something"


def test_its_cards_come_in_order_until_the_first_dish_is_served() -> None:
    coached = Coached(WALK, obey)
    cards = coached.cards
    looked = next(i for i, card in enumerate(CARDS) if card.until == "looked")
    begun = [n for n in cards if CARDS[n].until not in ("served", "looked") and n < looked]
    assert begun == sorted(set(begun))
    assert cards[-3:] == [looked, looked + 1, looked + 2]
    assert coached.service.views[coached.service.home].served == 2


def test_a_look_elsewhere_says_so_and_leads_back_to_the_same_card() -> None:
    coached = Coached(WALK, at(0, look("parallel"), wait))
    first, away, again = coached.seen[:3]
    assert (first, away.index, away.ask, away.stops) == (again, AWAY, "back", True)


def test_what_was_taken_back_is_asked_for_again() -> None:
    said: list[int | None] = []

    def note(coached: Coached) -> None:
        said.append(None if coached.advice is None else coached.advice.index)

    Coached("egg-and-chicken", at(1, note, pick(2), note, take_back, note))
    assert said == [1, None, 1]


def test_the_egg_that_was_picked_as_the_soup_is_asked_for_again() -> None:
    """The soup is picked once more while the egg is asked for: the words are of that."""
    egg = next(i for i, c in enumerate(CARDS) if c.until == "picked" and "cooks 1" in c.during)
    coached = Coached(WALK, at(egg, pick(1), wait))
    said = [advice.says for advice in coached.seen if CARDS[advice.index].dish == 2]
    assert any("You picked the soup" in words for words in said)
    assert coached.over and verdict_of(coached) == (True, True)


@pytest.mark.parametrize("name", ["watch-it-boil", "you-are-the-loop"])
def test_where_there_is_a_choice_it_does_not_tell(name: str) -> None:
    first = Coached(name, obey).seen[0]
    assert (first.ask, first.order, first.stops) == ("choose", 0, True)


# -- any player --------------------------------------------------------------------------------

DEEDS: tuple[Player, ...] = (
    obey, obey, obey, wait, wait, pick(1), pick(2), pick(9), stop, take_back,
    *(look(mode) for mode in ("blocking", "concurrent", "parallel", "hybrid")),
)  # fmt: skip


def leads_on(coached: Coached) -> None:
    """Whether what the coach asks for can be done, and is not done already."""
    advice = coached.advice
    if advice is None:
        return
    now: Watching = coached.watching
    if advice.ask == "pick":
        assert advice.order in now.waits
    if advice.ask == "choose":
        assert now.waits and not advice.order
    if advice.ask in ("look", "back"):
        assert coached.service.mode != advice.mode
    if not advice.ask:
        assert not advice.stops, "time has to lead on"
    assert not (advice.stops and now.view.makespan is not None)


@pytest.mark.parametrize("name", [WALK, "egg-and-chicken"])
@settings(max_examples=12, deadline=None)
@given(numbers=st.lists(st.integers(0, len(DEEDS) - 1), max_size=60))
def test_no_player_is_stranded(name: str, numbers: list[int]) -> None:
    left = [DEEDS[number] for number in numbers]

    def player(coached: Coached) -> None:
        leads_on(coached)
        (left.pop(0) if left else obey)(coached)

    coached = Coached(name, player, frames=len(numbers) + 700)
    assert coached.over, coached.advice


@settings(max_examples=12, deadline=None)
@given(
    index=st.sampled_from(range(len(CARDS))),
    deeds=st.lists(st.sampled_from(DEEDS), min_size=1, max_size=3),
)
def test_a_detour_at_any_card_comes_to_the_end(index: int, deeds: list[Player]) -> None:
    coached = Coached(WALK, at(index, *deeds))
    assert coached.over, coached.advice


# -- as data -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields, word",
    [
        ({"until": "", "during": ["sleeps"]}, "during"),
        ({"until": "", "during": ["cooks one"]}, "during"),
        ({"until": "looked"}, "mode"),
        ({"until": "", "says": "{nobody}"}, "says"),
        ({"until": "", "says": "{"}, "says"),
    ],
)
def test_what_no_coach_could_say_is_named(fields: dict[str, str], word: str) -> None:
    with pytest.raises(ValueError, match=f"^{word}"):
        Coach(**({"says": "Well."} | fields))  # type: ignore[arg-type]


def test_only_one_who_cooks_is_coached() -> None:
    """Who is to break a thing finds out how."""
    for lesson in every_lesson():
        for step in lesson.steps:
            if isinstance(step, BreakStep):
                assert not any(card.until == "picked" for card in step.coach), lesson.name
