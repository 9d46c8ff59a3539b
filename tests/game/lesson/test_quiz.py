"""Predict, walk and why, by keys, mouse and pad; the hints, the debrief and the help."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.lessonplayer import LessonPlayer
from tools.quizlesson import PROGRAM, RIGHT, quiz_lesson

from kitchen.game.controls.button import Button
from kitchen.game.lesson.debrief import DebriefCard
from kitchen.game.lesson.doors import LessonDoors
from kitchen.game.lesson.hints import CLOSED, SURE, HintTiers
from kitchen.game.lesson.lessonhelp import LessonHelp
from kitchen.game.lesson.parts.programbox import first_of
from kitchen.game.lesson.quiz.asking import WhyPanel
from kitchen.game.lesson.quiz.cardhand import CardHand
from kitchen.game.lesson.quiz.predicting import PredictPanel
from kitchen.game.lesson.quiz.walking import WalkPanel
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.lessons.lesson import Lesson


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return quiz_lesson(tmp_path)


def predict(player: LessonPlayer) -> PredictPanel:
    panel = player.screen.panel
    assert isinstance(panel, PredictPanel)
    return panel


def card(player: LessonPlayer, text: str) -> int:
    return predict(player).hand.deck.index(text)


# -- predict ---------------------------------------------------------------------------------------


def test_cards_are_clicked_in_order_and_turned_as_the_run_comes_to_them(
    window: Window, lesson: Lesson
) -> None:
    player = LessonPlayer(window, lesson)
    for text in RIGHT:
        player.click(predict(player).cards[card(player, text)].box)
    assert predict(player).answer() == RIGHT
    player.on("Run")
    player.at(100.0)
    assert player.screen.sitting.secret and player.screen.sitting.course.done == set()
    faces = {c.text: c.face for c in predict(player).cards}
    assert {text for text, face in faces.items() if face is not None} == {"Begin", "Wait"}
    player.at(500.0)
    assert not player.screen.sitting.secret and player.screen.sitting.course.done == {"predict"}
    turned = {c.text: c.face.right for c in predict(player).cards if c.face is not None}
    assert turned == dict.fromkeys([*RIGHT, "Never!"], True)
    player.at(0.0)
    assert {c.text for c in predict(player).cards if c.face is not None} == {"Begin", "Wait"}


def test_a_wrong_order_says_where_each_belongs_and_may_be_tried_again(
    window: Window, lesson: Lesson
) -> None:
    player = LessonPlayer(window, lesson)
    for text in ("Wait", "Begin", "Egg!", "Dinner!"):
        player.click(predict(player).cards[card(player, text)].box)
    player.on("Run")
    player.at(500.0)
    face = predict(player).cards[card(player, "Wait")].face
    assert face is not None and not face.right and face.note == "0:00, place 2"
    wait, begin = (predict(player).cards[card(player, text)] for text in ("Wait", "Begin"))
    player.drag(begin.box, (begin.box[0] + begin.box[2] / 2, wait.box[1]))
    assert predict(player).answer() == RIGHT
    assert all(c.face is None for c in predict(player).cards), "they are turned back"
    player.on("Run")
    player.on("See the end")
    assert player.screen.sitting.course.done == {"predict"}
    assert player.screen.sitting.course.missed == {"predict"}, "but it was not known at once"


def test_a_guess_is_not_told_before_the_run_comes_to_what_tells_it(
    window: Window, lesson: Lesson
) -> None:
    player = LessonPlayer(window, lesson)
    predict(player).put([*RIGHT[:2], "Dinner!", "Egg!"])
    player.screen.judge()
    screen, sitting = player.screen, player.screen.sitting
    player.at(419.0)
    assert sitting.secret and sitting.course.missed == set() and screen.playing.seen == 419.0
    player.at(420.0)
    assert not sitting.secret and sitting.course.missed == {"predict"}
    predict(player).put(RIGHT)
    screen.judge()
    player.go()
    assert sitting.secret and screen.playing.seen < 1.0, "it is asked anew"
    player.on("Skip")
    assert sitting.course.done == {"predict"}, "who goes on has answered"


@pytest.mark.parametrize("way", ["keys", "pad"])
def test_cards_are_placed_lifted_and_moved_without_a_mouse(
    window: Window, lesson: Lesson, way: str
) -> None:
    player = LessonPlayer(window, lesson)
    press = player.press if way == "keys" else player.pad
    enter, up, down = ("return", "up", "down") if way == "keys" else ("a", "pad up", "pad down")
    press(enter, enter, enter, enter, enter)
    panel = predict(player)
    assert panel.hand.left == []
    for goal, text in enumerate(RIGHT):
        assert player.screen.page is not None
        moved = panel.cards[card(player, text)]
        player.screen.page.give_focus(player.screen.page.controls.index(moved))
        press(enter)
        while panel.hand.row_of(card(player, text)) > goal:
            press(up)
        press(enter)
    never = panel.cards[card(player, "Never!")]
    assert player.screen.page is not None
    player.screen.page.give_focus(player.screen.page.controls.index(never))
    press(enter, down, enter)
    assert panel.answer() == RIGHT


def test_the_program_is_scrolled_by_wheel_key_and_trigger(
    window: Window, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = LessonPlayer(window, lesson)
    predict(player).put(RIGHT[:1])
    player.screen.judge()
    program = predict(player)._program
    assert program.scrolls
    program.scroll(-100)
    player.press("e")
    by_key = program._top
    player.press("q")
    assert program._top == 0.0 < by_key
    player.pad("right trigger")
    assert program._top == by_key
    player.pad("left trigger")
    over = lambda *_: (program.box[0] + 50.0, program.box[1] + 5.0)  # noqa: E731
    monkeypatch.setattr(player.screen.window, "pointer", over)
    player.wheel(-1)
    assert 0.0 < program._top < by_key


def test_nothing_is_run_before_a_card_is_placed(window: Window, lesson: Lesson) -> None:
    player = LessonPlayer(window, lesson)
    assert player.screen.page is not None
    (run,) = [c for c in player.screen.page.controls if isinstance(c, Button) and c.words == "Run"]
    assert not run.enabled
    assert player.screen.playing.run is None, "nothing is given away"


def test_a_hand_of_cards() -> None:
    hand = CardHand(["a", "b", "a"])
    hand.put(["a", "a", "x"])
    assert hand.answer == ["a", "a"] and hand.left == [1]
    assert hand.shift(2, -1) and hand.placed == [2, 0]
    assert not hand.shift(2, -1), "it is at the top"
    assert hand.shift(0, 1) and hand.left == [0, 1]
    assert hand.shift(1, -1) and hand.answer == ["a", "b"]
    assert sorted(map(hand.row_of, range(3))) == [0, 1, 3], "a free row lies between"


# -- walk ------------------------------------------------------------------------------------------


def walk(player: LessonPlayer) -> WalkPanel:
    panel = player.screen.panel
    assert isinstance(panel, WalkPanel)
    return panel


@pytest.mark.parametrize("way", ["keys", "pad", "mouse"])
def test_a_walk_goes_from_stop_to_stop(window: Window, lesson: Lesson, way: str) -> None:
    player = LessonPlayer(window, lesson, 1)

    def next_stop() -> None:
        if way == "mouse":
            player.on("Next")
        else:
            (player.press if way == "keys" else player.pad)("return" if way == "keys" else "a")

    next_stop()
    assert walk(player).stop == 0 and player.screen.sitting.course.done == set()
    next_stop()
    names = [task.name for task in walk(player).walk.ready(walk(player)._place)]
    assert names == ["Egg"], "at the same moment, but the egg has not begun yet"
    amid, view = player.screen.playing.amid, player.screen.playing.shown[-1].view
    assert amid is not None and amid.printed == 2 and player.screen.playing.now == 0.0
    assert view is not None and view.hands_seconds == 0.0, "and so it is in the kitchen"
    next_stop()
    assert player.screen.playing.now == 20.0, "it boils: its hands are done"
    assert player.screen.sitting.course.done == {"step"}
    assert walk(player).at_stop


def test_one_may_walk_back_and_wander_off(window: Window, lesson: Lesson) -> None:
    player = LessonPlayer(window, lesson, 1)
    for _ in range(3):
        player.on("Next")
    player.on("One back")
    assert walk(player).stop == 1 and player.screen.playing.now == 0.0
    assert player.screen.sitting.course.done == {"step"}
    player.at(300.0)
    assert not walk(player).at_stop
    assert [task.name for task in walk(player).walk.timers(walk(player)._place)] == ["Egg"]
    player.on("Next")
    assert player.screen.playing.now == 20.0


# -- why -------------------------------------------------------------------------------------------


def why(player: LessonPlayer) -> WhyPanel:
    panel = player.screen.panel
    assert isinstance(panel, WhyPanel)
    return panel


def test_a_question_is_answered_with_a_digit_and_the_strips_prove_it(
    window: Window, lesson: Lesson
) -> None:
    player = LessonPlayer(window, lesson, 2)
    player.press("1")
    assert why(player).answers[0].state == "wrong"
    assert player.screen._right.strips[0].proof is None
    player.press("2")
    assert [answer.state for answer in why(player).answers] == ["open", "right", "open"]
    assert player.screen._right.strips[0].proof is not None
    assert player.screen.sitting.course.done == player.screen.sitting.course.missed == {"why"}


def test_a_question_is_answered_by_mouse_and_pad(window: Window, lesson: Lesson) -> None:
    player = LessonPlayer(window, lesson, 2)
    player.click(why(player).answers[2].box)
    assert why(player).answer() == 2
    player.pad("pad up", "a")
    assert player.screen.sitting.course.done == {"why"}


# -- hints -----------------------------------------------------------------------------------------


def test_hints_come_in_three_tiers() -> None:
    tiers = HintTiers(["one", "two"])
    assert tiers.says == CLOSED
    assert not tiers.turn_to(0) and tiers.says == "one"
    assert not tiers.turn_to(2) and tiers.says == SURE and not tiers.shown
    assert tiers.turn_to(2) and tiers.shown


@pytest.mark.parametrize("here", [0, 1, 2])
def test_the_last_hint_does_the_step(window: Window, lesson: Lesson, here: int) -> None:
    player = LessonPlayer(window, lesson, here)
    player.on("1")
    assert player.screen.sitting.course.missed == set(), "a hint costs nothing"
    player.on("Show it")
    player.on("Show it")
    if here == 0:
        player.on("Run")
        player.on("See the end")
    assert len(player.screen.sitting.course.done) == 1
    assert player.screen.sitting.course.missed == player.screen.sitting.course.done


# -- after it, and beside it -----------------------------------------------------------------------


def test_the_debrief_leads_to_what_is_missing(window: Window, lesson: Lesson) -> None:
    onward = Screen.__new__(Screen)
    doors = LessonDoors(onward="Ten chefs", go_on=lambda: onward)
    player = LessonPlayer(window, lesson, 2, doors)
    player.press("2")
    player.on("Finish")
    (card,) = player.screen.overlays
    assert isinstance(card, DebriefCard)
    assert card.course.missing == ([0, 1], [1], [0])
    player.on("To step 2, Walk")
    assert player.screen.sitting.here == 1 and not player.screen.overlays
    player.screen.finish()
    player.on("Ten chefs")
    assert player.screen.next is onward


def test_where_nothing_comes_next_enter_leads_back_to_the_book(
    window: Window, lesson: Lesson
) -> None:
    player = LessonPlayer(window, lesson)
    player.screen.finish()
    (card,) = player.screen.overlays
    assert isinstance(card, DebriefCard)
    first = card.controls(player.screen.kit)[0]
    assert isinstance(first, Button) and first.words == "Back to the book"


def test_the_address_is_copied_where_there_is_no_browser(
    window: Window, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webbrowser

    def nothing(*_: object) -> object:
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", nothing)
    copied: list[str] = []
    monkeypatch.setattr("pygame.scrap.put_text", copied.append)
    player = LessonPlayer(window, lesson)
    player.screen.finish()
    player.go()
    player.on("Read more")
    (card,) = player.screen.overlays
    assert isinstance(card, DebriefCard) and card.note.startswith("No browser")
    player.on("Copy")
    assert copied == ["https://docs.python.org/3/library/asyncio.html"]


def test_once_more_forgets_what_was_missed(window: Window, lesson: Lesson) -> None:
    player = LessonPlayer(window, lesson, 2)
    player.press("1", "2")
    player.on("Finish")
    player.on("Once more")
    assert player.screen.sitting.here == 0 and player.screen.sitting.course.missed == set()


def test_every_text_can_be_read_again(window: Window, lesson: Lesson) -> None:
    player = LessonPlayer(window, lesson, 1)
    player.on("Next")
    player.press("h")
    (card,) = player.screen.overlays
    assert isinstance(card, LessonHelp)
    assert any("Enter" in line.keys for line in card.lines())
    player.press("right")
    texts = [line.text for line in card.lines()]
    assert {"An egg boils.", "Order the cards.", "Look.", "It begins."} <= set(texts)
    assert "It waits." not in texts, "that was not said yet"
    player.press("h")
    assert not player.screen.overlays


def test_a_program_begins_after_its_imports() -> None:
    assert first_of(PROGRAM.splitlines()) == 6
    assert first_of(['"""Text."""', "import asyncio", "", "print(1)"]) == 4
    assert first_of(["no python here ("]) == 1
