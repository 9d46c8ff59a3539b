"""Pictures of a step that is written, before the first save."""

from __future__ import annotations

import pytest
from tools.lessonplayer import LessonPlayer
from tools.picturebook import CALM, SIZES, check, half

from kitchen.game.draw import contrast
from kitchen.game.shell.window import Window
from kitchen.lessons.book import find_lesson
from kitchen.lessons.steps import WriteStep

LESSON = find_lesson("gather")
HERE = next(i for i, step in enumerate(LESSON.steps) if isinstance(step, WriteStep))


@pytest.mark.parametrize("size", [*SIZES, "-calm"])
def test_write(size: str, request: pytest.FixtureRequest) -> None:
    window = Window(SIZES.get(size, SIZES[""]))
    try:
        player = LessonPlayer(window, LESSON, HERE, None, **(CALM if size == "-calm" else {}))
        player.rest()
        check(half(window.surface), f"lesson-write{size}", request)
    finally:
        window.close()
        contrast.use(False)
