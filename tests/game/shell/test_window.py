"""The window: opened where it can be seen, its pictures, and whose size is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from kitchen import KitchenError
from kitchen.game.app import play
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import PICTURES, Options
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep

BEGINS = {
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
    ".bmp": b"BM",
    ".tga": b"\0",
}


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window((320, 180))
    yield window
    window.close()


def test_a_window_that_nobody_would_see_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame.display.get_driver", lambda: "offscreen")
    with pytest.raises(KitchenError, match="kitchen run SHIFT"):
        Window((320, 180))
    assert not pygame.display.get_init()
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy,OFFSCREEN")
    Window((320, 180)).close()


def test_what_a_display_complains_of_by_itself_is_not_heard(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    real = pygame.display.init

    def loud() -> None:
        os.write(2, b"error: XDG_RUNTIME_DIR is invalid\n")
        real()

    monkeypatch.setattr("pygame.display.init", loud)
    Window((320, 180)).close()
    os.write(2, b"heard again\n")
    assert capfd.readouterr().err == "heard again\n"


@pytest.mark.parametrize("ending", [*PICTURES, ".PNG"])
def test_a_picture_has_the_format_of_its_name(window: Window, tmp_path: Path, ending: str) -> None:
    window.surface.fill((200, 40, 40))
    file = tmp_path / f"shot{ending}"
    window.save(file)
    picture = pygame.image.load(file)
    assert picture.get_size() == (320, 180)
    assert picture.get_at((9, 9))[:3] == pytest.approx((200, 40, 40), abs=4)
    assert file.read_bytes().startswith(BEGINS[ending.lower()])


def test_a_picture_that_cannot_be_written_leaves_the_old_one(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "shot.png"
    file.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kitchen.files.os.fsync", full)
    with pytest.raises(KitchenError, match=r"shot\.png: cannot write there: No space left"):
        window.save(file)
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({}, True),
        ({"size": (320, 180)}, False),
        ({"frames": 3}, False),
        ({"screenshot": Path("shot.png")}, False),
    ],
)
def test_a_size_that_was_asked_for_is_for_this_once(
    window: Window, fields: dict[str, Any], kept: bool
) -> None:
    Game(window, Options(**fields), keep := Keep()).save_settings()
    assert keep.settings.size == ((320, 180) if kept else (1280, 720))


def test_a_game_of_a_few_frames_keeps_no_size(home: Path) -> None:
    assert play(Options(size=(640, 360), frames=3)) == 0
    assert Keep().settings.size == (1280, 720)
