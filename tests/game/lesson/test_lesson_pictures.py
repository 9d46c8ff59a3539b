"""Pictures of what is arranged and what is changed, in all sizes and dresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tools.dinnerlesson import LATE, dinner_lesson
from tools.lessonplayer import LessonPlayer
from tools.picturebook import CALM, SIZES, check, half

from kitchen.game.draw import contrast
from kitchen.game.lesson.building.arrange import ArrangePanel
from kitchen.game.shell.window import Window

ARRANGE, CHANGE = 0, 1


@contextmanager
def player_at(
    size: tuple[int, int], folder: Path, here: int, **settings: object
) -> Iterator[LessonPlayer]:
    window = Window(size)
    try:
        yield LessonPlayer(window, dinner_lesson(folder), here, None, **settings)
    finally:
        window.close()
        contrast.use(False)


def runs_late(player: LessonPlayer) -> None:
    """The egg waits, as nobody has told it."""
    assert player.screen.panel is not None
    player.screen.panel.put(LATE)
    player.screen.judge()
    player.at(580.0)


def changes(player: LessonPlayer) -> None:
    assert player.screen.panel is not None
    player.screen.panel.show_solution()
    player.screen.judge()
    player.at(580.0)


@pytest.mark.parametrize(("name", "settings"), [*((size, {}) for size in SIZES), ("-calm", CALM)])
def test_arrange(
    name: str, settings: dict[str, object], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with player_at(SIZES.get(name, SIZES[""]), tmp_path, ARRANGE, **settings) as player:
        runs_late(player)
        player.rest()
        check(half(player.screen.window.surface), f"lesson-arrange{name}", request)


def test_the_kitchen_rests_before_anything_is_run(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with player_at(SIZES[""], tmp_path, ARRANGE) as player:
        player.rest()
        check(half(player.screen.window.surface), "lesson-rests", request)


@pytest.mark.parametrize(("name", "settings"), [*((size, {}) for size in SIZES), ("-calm", CALM)])
def test_change(
    name: str, settings: dict[str, object], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with player_at(SIZES.get(name, SIZES[""]), tmp_path, CHANGE, **settings) as player:
        changes(player)
        player.rest()
        check(half(player.screen.window.surface), f"lesson-change{name}", request)


def test_a_card_on_its_way_and_the_hole_that_it_leaves(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with player_at(SIZES[""], tmp_path, ARRANGE) as player:
        runs_late(player)
        panel = player.screen.panel
        assert isinstance(panel, ArrangePanel)
        x, y, _, h = panel.card(panel.model.pieces.index("await hen")).box
        player.carry((x + 10.0, y + h / 2), (x + 48.0, y + 2.2 * h))
        check(half(player.screen.window.surface), "lesson-arrange-drag", request)
