"""The whole game, from the title through a shift to its results, with one device at a time."""

from __future__ import annotations

import pytest
from tools.robot import Robot, Script, frames

from kitchen.cookbook.load import load_shift
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.screen import LessonScreen
from kitchen.game.lesson.stove.cooking import CookingScreen
from kitchen.game.results.results import Results
from kitchen.game.service.hud.goals import GoalsCard
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.options import Options
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.keep import Keep
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.lessons.book import chapters


@pytest.fixture
def robot(monkeypatch: pytest.MonkeyPatch) -> Robot:
    return Robot(monkeypatch)


def taught() -> None:
    """Somebody who has been through the lessons before the first service."""
    marks = {lesson.name: LessonMarks(passed=True) for lesson in chapters()[0].lessons}
    Keep().change_progress(lambda progress: progress.but(lessons=marks))


def service(robot: Robot) -> ServiceScreen:
    assert isinstance(robot.screen, ServiceScreen)
    return robot.screen


# -- from the title to the results and back ----------------------------------------------------


def with_keys(robot: Robot) -> Script:
    yield robot.on(TitleScreen)
    robot.key("return")
    yield robot.on(GoalsCard)
    yield from frames(5)
    robot.key("1")  # it closes the card, and picks
    yield lambda: bool(service(robot).service.kitchen.commands)
    robot.key("a")
    for _ in range(4):
        robot.key("=")
        yield from frames(2)
    robot.key("tab")
    yield lambda: service(robot).service.mode == "parallel"
    robot.key("shift+tab")
    yield robot.on(Results)
    yield from frames(30)
    robot.key("escape")
    yield robot.on(TitleScreen)
    robot.key("escape")
    yield from frames(50)
    raise AssertionError("Esc on the title leaves the game")


def with_the_mouse(robot: Robot) -> Script:
    yield robot.on(TitleScreen)
    robot.press("Carry on")
    yield robot.on(GoalsCard)
    yield from frames(40)
    robot.click(60.0, 455.0)  # the first dish holds up its hand on the worktop
    yield lambda: bool(service(robot).service.kitchen.commands)
    robot.click(1090.0, 24.0)  # the autopilot
    yield lambda: service(robot).service.autopilot
    robot.click(1226.0, 24.0)  # 4x
    yield lambda: service(robot).session.speed == 4.0
    robot.click(755.0, 24.0)
    yield lambda: service(robot).service.mode == "hybrid"
    robot.click(540.0, 24.0)
    yield robot.on(Results)
    yield from frames(30)
    robot.press("Leave")
    yield robot.on(TitleScreen)


def with_a_gamepad(robot: Robot) -> Script:
    yield robot.on(TitleScreen)
    robot.button("a")
    yield robot.on(GoalsCard)
    yield from frames(20)
    robot.button("a")
    yield robot.on(ServiceScreen)
    yield from frames(20)
    robot.button("dpad_right")
    yield from frames(2)
    robot.button("a")
    yield lambda: bool(service(robot).service.kitchen.commands)
    robot.button("y")
    yield lambda: service(robot).service.autopilot
    for _ in range(4):
        robot.trigger(1.0)
        yield from frames(2)
        robot.trigger(0.0)
        yield from frames(2)
    yield lambda: service(robot).session.speed == 16.0
    robot.button("rightshoulder")
    yield lambda: service(robot).service.mode == "parallel"
    robot.button("leftshoulder")
    yield robot.on(Results)
    yield from frames(30)
    robot.button("b")
    yield robot.on(TitleScreen)


@pytest.mark.parametrize(
    "script", [with_keys, with_the_mouse, with_a_gamepad], ids=["keys", "mouse", "gamepad"]
)
def test_from_the_title_through_a_shift_to_its_results(robot: Robot, script: object) -> None:
    taught()
    assert callable(script)
    assert robot.play(script(robot)) == 0
    keep = Keep()
    assert len(keep.progress.watched) == 1, "the autopilot was on: a ribbon"
    assert (keep.scores.shifts, keep.progress.stars) == ({}, {})


def test_the_first_start_leads_to_the_first_lesson(robot: Robot) -> None:
    def first(robot: Robot) -> Script:
        yield robot.on(TitleScreen)
        robot.key("return")
        yield lambda: isinstance(robot.screen, LessonScreen | CookingScreen)

    assert robot.play(first(robot)) == 0


# -- settings ----------------------------------------------------------------------------------


def test_every_setting_is_still_there_after_a_restart(robot: Robot) -> None:
    def change(robot: Robot) -> Script:
        yield robot.on(ServiceScreen)
        yield from frames(3)
        robot.key("escape")
        yield robot.on(PauseMenu)
        robot.press("Settings")
        yield robot.on(SettingsCard)
        for _ in range(7):  # every volume
            robot.key("down")
            robot.key("left")
        for _ in range(7):
            robot.key("up")
        robot.key("right")
        yield from frames(2)
        for _ in range(5):  # every row of Picture
            robot.key("down")
            robot.key("right")
            yield from frames(3)
        for _ in range(5):
            robot.key("up")
        robot.key("right")
        yield from frames(2)
        for _ in range(6):  # of Play: whether the game pauses in the background
            robot.key("down")
        robot.key("left")
        for _ in range(6):
            robot.key("up")
        robot.key("right")
        yield from frames(2)
        robot.key("down")  # the first key's row: Up
        robot.key("return")
        yield from frames(2)
        robot.key("y")
        yield from frames(2)
        robot.key("up")
        robot.key("right")
        yield from frames(2)
        assert isinstance(robot.overlay, SettingsCard)
        robot.overlay._ask(Intent.NEXT)  # asked for in menus, as the stick is not
        yield from frames(2)
        robot.button("rightstick")
        yield from frames(2)
        robot.key("escape")
        yield robot.on(PauseMenu)

    egg = "egg-and-chicken"
    assert robot.play(change(robot), Options(load_shift(egg), autopilot=True)) == 0
    kept = Keep().settings
    assert kept.volumes == pytest.approx(
        {"master": 0.75, "music": 0.85, "cooking": 0.95, "calls": 0.95, "money": 0.95,
         "ambience": 0.55, "interface": 0.95}
    )  # fmt: skip
    assert (kept.text, kept.typeface) == ("large", "hyperlegible")
    assert kept.reduced_motion and kept.high_contrast and kept.fullscreen
    assert not kept.pause_in_background
    assert list(kept.keys.values()) == [["y"]]
    assert list(kept.buttons.values()) == [["right stick"]]

    def look(robot: Robot) -> Script:
        yield robot.on(ServiceScreen)
        yield from frames(3)
        game = service(robot).game
        assert game.settings == kept and game.calm
        assert game.window.fullscreen
        assert service(robot).kit.type.grown(13.0) == 15.0
        assert ("y",) in game.bindings.keys.values()

    assert robot.play(look(robot), Options(load_shift(egg), autopilot=True)) == 0
