"""The card of questions and words: by keyboard, mouse and gamepad."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest
from msgspec import structs

from kitchen.game.cards.help import HelpCard
from kitchen.game.cards.questions import EntryRow, QuestionsCard
from kitchen.game.draw.kit import Kit
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.signs.codeprose import CodeProse, words_in
from kitchen.lessons.answers import glossary, questions
from kitchen.lessons.lesson import Lesson


class Bare(Screen):
    """Nothing but the card over it; keeps which lessons were opened."""

    def build(self, kit: Kit) -> None:
        self.opened: list[str] = getattr(self, "opened", [])

    def opens(self, lesson: Lesson) -> Screen:
        self.opened.append(lesson.name)
        return self


@pytest.fixture
def screen(window: Window) -> Iterator[Bare]:
    screen = Bare(Game(window))
    screen.rebuild()
    screen.open(QuestionsCard(screen, screen.opens))
    yield screen


@pytest.fixture
def card(screen: Bare) -> QuestionsCard:
    card = screen.overlays[-1]
    assert isinstance(card, QuestionsCard)
    return card


def key(code: int, letter: str = "") -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=letter)


def typed(screen: Screen, text: str) -> None:
    for letter in text:
        screen.take(key(pygame.key.key_code(letter) if letter.isalpha() else 0, letter))


def pad(button: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)


def draw(screen: Screen) -> None:
    canvas = screen.window.stage.canvas(screen.window.surface)
    screen.overlays[-1].draw(canvas, 9.0)


def test_down_and_enter_open_the_lesson_of_the_answer(screen: Bare, card: QuestionsCard) -> None:
    screen.take(key(pygame.K_DOWN))
    assert card.entry == questions()[1]
    card.choose(next(i for i, one in enumerate(questions()) if one.lesson == "egg-and-chicken"))
    screen.take(key(pygame.K_RETURN, "\r"))
    assert screen.opened == ["egg-and-chicken"] and card.closed and screen.over


def test_letters_search_wherever_the_focus_is(screen: Bare, card: QuestionsCard) -> None:
    screen.take(key(pygame.K_TAB))
    typed(screen, "after the other h")  # `h` is for help elsewhere
    assert card.typed == "after the other h" and not screen.overlays[1:]
    assert card.entry == questions()[2] and card.kind == "questions"
    for _ in card.typed:
        screen.take(key(pygame.K_BACKSPACE))
    assert list(card.entries) == list(questions())


def test_what_only_the_words_have_is_shown_among_them(screen: Bare, card: QuestionsCard) -> None:
    typed(screen, "amdahl")
    assert card.kind == "words" and [one.lesson for one in card.entries] == ["ten-chefs-one-oven"]
    typed(screen, "qq")
    assert card.entry is None
    draw(screen)
    screen.take(key(pygame.K_RETURN, "\r"))
    assert screen.opened == []


def test_a_click_shows_an_answer_and_the_button_opens_its_lesson(
    screen: Bare, card: QuestionsCard
) -> None:
    place = next(i for i, one in enumerate(questions()) if one.lesson == "egg-and-chicken")
    assert place < 10
    for words in (questions()[place].asks, "Play it"):
        control = next(c for c in card.page.controls if getattr(c, "words", "") == words)
        x, y, w, h = control.box
        pos = screen.window.stage.rect(x + w / 2, y + h / 2, 1, 1).topleft
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            screen.take(pygame.event.Event(kind, pos=pos, button=1))
        assert card.chosen == place
    assert screen.opened == ["egg-and-chicken"]


def test_a_gamepad_turns_to_the_words_and_back_and_leaves(
    screen: Bare, card: QuestionsCard
) -> None:
    screen.take(pad(pygame.CONTROLLER_BUTTON_RIGHTSHOULDER))
    assert list(card.entries) == list(glossary())
    screen.take(pad(pygame.CONTROLLER_BUTTON_DPAD_DOWN))
    assert card.chosen == 1 and isinstance(card.page.focused, EntryRow)
    screen.take(pad(pygame.CONTROLLER_BUTTON_LEFTSHOULDER))
    assert list(card.entries) == list(questions())
    screen.take(pad(pygame.CONTROLLER_BUTTON_B))
    assert card.closed


def test_the_list_can_be_gone_through_to_its_end(screen: Bare, card: QuestionsCard) -> None:
    for _ in range(40):
        screen.take(key(pygame.K_DOWN))
    assert card.entry == questions()[-1]
    screen.take(pygame.event.Event(pygame.MOUSEWHEEL, y=3))
    assert card.entry == questions()[-4]


@pytest.mark.parametrize("text", ["normal", "largest"])
def test_every_answer_has_room(screen: Bare, card: QuestionsCard, text: str) -> None:
    screen.game.change(screen.game.settings.but(text=text))
    screen.fit()
    _, _, w, _ = card.box
    for entry in (*questions(), *glossary()):
        asks = getattr(entry, "asks", "") or getattr(entry, "term", "")
        says = getattr(entry, "answer", "") or getattr(entry, "means", "")
        assert len(CodeProse(card.kit, asks, (27, 24), w - 538, 3, "bold").lines) <= 3
        assert CodeProse(card.kit, says, (16,), w - 538).height < 240
        assert len(CodeProse(card.kit, asks, (16.0, 15.0, 13.0), 418, 2, "semibold").lines) <= 2


def test_code_stands_between_backticks() -> None:
    assert words_in("Take `a b`, or `c`.") == [
        [("Take", False)],
        [("a", True)],
        [("b", True), (",", False)],
        [("or", False)],
        [("c", True), (".", False)],
    ]


def test_help_leads_to_them_where_lessons_can_be_opened(screen: Bare) -> None:
    screen.overlays.clear()
    screen.open(HelpCard(screen, ask=lambda: screen.open(QuestionsCard(screen, screen.opens))))
    for code in (pygame.K_TAB, pygame.K_RETURN):
        screen.take(key(code))
    assert isinstance(screen.overlays[-1], QuestionsCard)


@pytest.mark.parametrize("text", ["normal", "large", "largest"])
def test_rows_hold_their_lines_in_every_size_of_text(screen: Bare, text: str) -> None:
    screen.game.keep.set_settings(structs.replace(screen.game.keep.settings, text=text))
    screen.rebuild()
    card = screen.overlays[-1]
    assert isinstance(card, QuestionsCard)
    rows = [one for one in card.page.controls if isinstance(one, EntryRow)]
    assert len(rows) >= 7
    for row in rows:
        prose = CodeProse(row.kit, row.words, (16.0, 15.0, 13.0), row.box[2] - 34, 2, "semibold")
        assert prose.height <= row.box[3]
