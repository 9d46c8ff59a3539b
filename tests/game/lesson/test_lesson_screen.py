"""The screen of a lesson: cards that are carried, the handle of time, one step after the other."""

from __future__ import annotations

from typing import Any

import pygame
import pytest
from tools.lessonhands import Keys, Mouse, play_step
from tools.lessonplayer import LessonPlayer

from kitchen.game.input.intents import Intent
from kitchen.game.lesson.building.arrange import ArrangePanel
from kitchen.game.lesson.building.change import ChangePanel
from kitchen.game.lesson.parts.layout import STRIPS
from kitchen.game.shell.window import Window
from kitchen.lessons.book import find_lesson

LESSON = find_lesson("egg-and-chicken")
ARRANGE, CHANGE = LESSON.kinds.index("arrange"), LESSON.kinds.index("change")


@pytest.fixture
def player(window: Window) -> LessonPlayer:
    return LessonPlayer(window, LESSON, ARRANGE)


def panel_of(player: LessonPlayer) -> ArrangePanel:
    panel = player.screen.panel
    assert isinstance(panel, ArrangePanel)
    return panel


def test_a_card_is_dragged_to_a_line_and_back_to_the_tray(player: LessonPlayer) -> None:
    panel = panel_of(player)
    piece = panel.model.pieces.index("await hen")
    x, y, w, h = panel.card(piece).box
    left, top = panel.place_of(1, 2)
    player.drag((x, y, w, h), (left + w / 2, top + h / 2))
    assert panel.model.text == "async def dinner():\n        await hen\n"
    x, y, w, h = panel.card(piece).box
    player.drag((x, y, w, h), (x + w / 2, 500.0))
    assert panel.model.text == "async def dinner():\n"


def test_a_program_without_a_line_is_not_run(player: LessonPlayer) -> None:
    assert not panel_of(player).ready
    panel_of(player).put("async def dinner():\n    await hen\n")
    assert panel_of(player).ready


def test_a_card_that_keys_hold_is_put_back_by_escape(player: LessonPlayer) -> None:
    panel, hand = panel_of(player), Keys(player)
    hand.press(panel.controls[0])
    assert len(panel.model.lines) == 2
    hand.send(Intent.RIGHT)
    assert panel.model.lines[1].depth == 2
    hand.send(Intent.NEXT)
    assert panel.model.lines[1].depth == 3
    hand.send(Intent.BACK)
    assert len(panel.model.lines) == 1
    assert not player.screen.over, "the lesson is not left"


def test_the_handle_follows_pointer_wheel_and_keys(player: LessonPlayer) -> None:
    panel_of(player).show_solution()
    player.screen.judge()
    playing = player.screen.playing
    player.go()
    assert playing.playing
    player.press("space")
    assert playing.paused
    player.press("end")
    assert playing.now == playing.end
    player.press(",")
    before = playing.now
    assert before < playing.end
    player.press("shift+,", ".", "home")
    assert playing.now == 0.0
    x, y, w, h = STRIPS
    player.click((x + w * 0.6, y + h * 0.5, 2.0, 2.0))
    assert 0.0 < playing.now < playing.end
    assert playing.paused


def test_what_was_done_is_there_again_after_another_step_and_another_size(
    player: LessonPlayer,
) -> None:
    panel = panel_of(player)
    panel.put("async def dinner():\n    await hen\n")
    player.screen.step_to(0)
    player.screen.step_to(ARRANGE)
    assert panel_of(player).model.text == "async def dinner():\n    await hen\n"
    player.screen.rebuild()
    assert panel_of(player).model.text == "async def dinner():\n    await hen\n"


def test_another_answer_takes_the_verdict_back(player: LessonPlayer) -> None:
    player.screen.judge()
    assert player.screen.sitting.verdict is not None
    panel_of(player).show_solution()
    player.screen._changed()
    assert player.screen.sitting.verdict is None
    player.go()


def test_before_and_after_run_side_by_side(window: Window) -> None:
    player = LessonPlayer(window, LESSON, CHANGE)
    assert isinstance(player.screen.panel, ChangePanel)
    assert len(player.screen.playing.shown) == 1, "first it runs as it is"
    play_step(player, Mouse(player))
    before, after = player.screen.playing.shown
    assert before.run.makespan > after.run.makespan
    assert len(player.screen._right.strips) == 2


@pytest.mark.parametrize("settings", [{"text": "largest"}, {"reduced_motion": True}])
def test_time_that_stands_still_is_a_picture_that_does(
    window: Window, settings: dict[str, Any]
) -> None:
    player = LessonPlayer(window, LESSON, ARRANGE, None, **settings)
    panel_of(player).show_solution()
    player.screen.judge()
    player.at(600.0)
    first = player.picture()
    player.at(60.0)
    player.at(600.0)
    assert player.picture() == first
    assert player.screen.at_rest()
    assert pygame.display.get_init()
