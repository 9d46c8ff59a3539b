"""The guide's table: whatever a player does, its words hold and something leads on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.lesson import (
    BURNT,
    LEFT,
    RANG,
    Lesson,
    Player,
    at,
    autopilot,
    look,
    obey,
    pick,
    rings,
    stop,
    take_back,
    wait,
)  # fmt: skip

from kitchen.game.input.actions import LookInto, Pause, TogglePick
from kitchen.game.service.keys import action_for
from kitchen.game.service.tutorial.cards import CARDS, Wait
from kitchen.game.service.tutorial.chapters import ORDER, TABLE, Cards
from kitchen.game.service.tutorial.story import EGG, HOME, SOUP

MODES = ("blocking", "concurrent", "parallel", "hybrid")


# -- the table ---------------------------------------------------------------------------------


def test_every_state_has_a_card_and_a_way_on() -> None:
    assert set(CARDS) == set(Cards) - {Cards.END}
    assert set(TABLE) == set(ORDER)
    reached = {to for moves in TABLE.values() for _, to in moves}
    assert reached == set(ORDER) | {Cards.END}


def test_who_does_what_it_says_sees_every_card_once_and_in_order() -> None:
    lesson = Lesson(obey)
    assert lesson.states == [
        Cards.GIVE_SOUP, Cards.HANDS_ON_SOUP, Cards.SOUP_WORKS,
        Cards.AWAIT, Cards.GIVE_EGG, Cards.EGG_WORKS, Cards.BOTH, Cards.TIMERS,
        Cards.RINGS, Cards.HANDS, Cards.LOOK, Cards.STARES,
        Cards.BACK, Cards.DONE,
    ]  # fmt: skip
    assert lesson.lead.state is Cards.END
    assert lesson.service.views[HOME].served == 1


# -- what strands nobody -----------------------------------------------------------------------


@pytest.mark.parametrize("deeds", [
    (pick(SOUP),),
    (pick(SOUP), pick(EGG)),
    (pick(EGG), pick(EGG), pick(SOUP)),
    (pick(9),),
    (look("parallel"),),
    (look("blocking"), wait, look("hybrid")),
    (look("blocking"), look(HOME)),
    (autopilot,),
    (autopilot, wait, autopilot),
    (stop,),
    (take_back,),
    (pick(SOUP), take_back, take_back),
], ids=lambda deeds: str(len(deeds)))  # fmt: skip
@pytest.mark.parametrize("state", [s for s in ORDER if s is not Cards.EGG_COMES])
def test_a_detour_at_any_card_comes_to_the_end(state: Cards, deeds: tuple[Player, ...]) -> None:
    lesson = Lesson(at(state, *deeds))
    assert lesson.lead.state is Cards.END, (lesson.lead.state, lesson.card)


def test_the_egg_that_was_picked_as_the_soup_is_asked_for_again() -> None:
    """1 stands large on the egg's hand: it is its place in the queue, and the soup's key."""
    cards: list[str] = []

    def player(lesson: Lesson) -> None:
        if lesson.lead.state is Cards.GIVE_EGG and not cards:
            pick(SOUP)(lesson)
            cards.append("")
        elif lesson.lead.state is Cards.GIVE_EGG:
            cards.append(lesson.card.words)
            obey(lesson)
        else:
            obey(lesson)

    lesson = Lesson(player)
    assert cards[1].startswith("A guest wants an egg. You picked the soup")
    assert Cards.EGG_WORKS in lesson.states and lesson.lead.state is Cards.END


def test_a_look_elsewhere_says_so_and_leads_back_to_the_same_card() -> None:
    lesson = Lesson(at(Cards.GIVE_SOUP, look("parallel"), wait))
    assert lesson.states[:3] == [Cards.GIVE_SOUP, Cards.AWAY, Cards.GIVE_SOUP]
    away = next(card for state, card in lesson.seen if state is Cards.AWAY)
    assert away.offer == LookInto(HOME) and "parallel kitchen" in away.words


def test_a_stopped_clock_is_what_it_tells_of() -> None:
    lesson = Lesson(at(Cards.SOUP_WORKS, stop))
    asked = [card.ask for _, card in lesson.seen if isinstance(card.offer, Pause)]
    assert asked == ["The clock is stopped"]
    assert lesson.lead.state is Cards.END


def test_the_words_of_a_raised_hand_are_true() -> None:
    assert rings(RANG).words.startswith("Ding! The soup is ready for hands again")
    assert rings(RANG, BURNT).words.startswith("The soup burns: it waited too long for hands")
    assert rings(LEFT).words.startswith("The soup's guest has left. Hands must clear it away")


def test_a_kitchen_that_closes_ends_it() -> None:
    """The player lets the autopilot cook, and never says that a card is read but the first ones."""

    def cooks(lesson: Lesson) -> None:
        if lesson.lead.state is Cards.TIMERS:
            lesson.service.set_autopilot(True)
        if lesson.lead.state is Cards.LOOK:
            lesson.pace.speed = 1.0
            lesson.left_alone = True
        else:
            obey(lesson)

    lesson = Lesson(cooks)
    assert lesson.lead.state is Cards.END
    assert Cards.STARES not in lesson.states and lesson.service.views[HOME].makespan is not None


# -- any player --------------------------------------------------------------------------------

DEEDS: tuple[Player, ...] = (
    obey, obey, obey, wait, wait, pick(SOUP), pick(EGG), autopilot, stop, take_back,
    *(look(mode) for mode in MODES),
)  # fmt: skip


def leads_on(lesson: Lesson) -> None:
    """Whether the card's words and keys do what they say."""
    card, service = lesson.card, lesson.service
    if isinstance(card.offer, TogglePick):
        order = service.views[HOME].orders[card.offer.order]
        assert not order.cleared and order.number not in service.views[HOME].picks
        key = lesson.story().key(order.number)
        if service.mode == HOME:
            assert key is not None and action_for(key, service, 1.0) == card.offer
    if isinstance(card.offer, LookInto):
        assert service.mode != card.offer.mode
    assert not (isinstance(card.offer, Wait) and lesson.stopped)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, len(DEEDS) - 1), max_size=80))
def test_no_player_is_stranded(numbers: list[int]) -> None:
    left = [DEEDS[number] for number in numbers]

    def player(lesson: Lesson) -> None:
        leads_on(lesson)
        (left.pop(0) if left else obey)(lesson)

    lesson = Lesson(player, frames=len(numbers) + 500)
    assert lesson.lead.state is Cards.END, (lesson.lead.state, lesson.card)
