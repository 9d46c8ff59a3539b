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
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import PICTURES, Options
from kitchen.game.shell.pane import PanePoints
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window, opening_size
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.keep import Keep
from kitchen.loop.frames import Frame

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
    with pytest.raises(KitchenError, match="there is no display"):
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


# -- screens of high density -------------------------------------------------------------------


@pytest.mark.parametrize(("scale", "screen", "opened"), [
    (1.0, (1920, 1080), (1280, 720)),
    (1.25, (1920, 1080), (1600, 900)),
    (1.5, (1920, 1080), (1920, 1080)),
    (2.0, (3840, 2160), (2560, 1440)),
    (2.0, (1920, 1080), (1920, 1080)),
    (2.0, (1024, 768), (1280, 720)),
])  # fmt: skip
def test_a_window_is_as_large_to_the_eye_on_every_screen(
    scale: float, screen: tuple[int, int], opened: tuple[int, int]
) -> None:
    assert opening_size((1280, 720), screen, scale) == opened


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_its_size_is_kept_as_it_is_to_the_eye(
    monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    monkeypatch.setattr("kitchen.game.shell.window.scale_of_screen", lambda: scale)
    window = Window((320, 180))
    assert window.surface.get_size() == (round(320 * scale), round(180 * scale))
    assert window.kept_size == (320, 180)
    window.close()


class Retina(PanePoints):
    """Of which each point is two pixels wide; the dummy driver knows none such."""

    sizes: dict[tuple[int, int], pygame.Surface]

    @property
    def surface(self) -> pygame.Surface:
        across, down = self.size
        sizes = vars(self).setdefault("sizes", {})
        size = 2 * across, 2 * down
        return sizes.setdefault(size, pygame.Surface(size))  # type: ignore[no-any-return]


@pytest.fixture
def retina(monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr("kitchen.game.shell.pane.IN_POINTS", ("dummy",))
    monkeypatch.setattr("kitchen.game.shell.pane.PanePoints", Retina)
    window = Window((320, 180))
    pygame.event.clear()
    yield window
    window.close()


def test_a_window_measured_in_points_is_drawn_on_in_pixels(retina: Window) -> None:
    assert retina.surface.get_size() == retina.stage.size == (640, 360)
    assert retina.size == retina.kept_size == (320, 180)
    pygame.event.post(pygame.event.Event(pygame.MOUSEMOTION, pos=(30, 40), rel=(1, 2), buttons=()))
    (motion,) = [e for e in retina.events(0.0) if e.type == pygame.MOUSEMOTION]
    assert (motion.pos, motion.rel) == ((60, 80), (2, 4))
    retina.flip()


def test_its_clicks_are_where_they_look_to_be(retina: Window) -> None:
    """The whole title, pressed in the middle of its second entry, in points."""
    led_to: list[object] = []

    class Title(TitleScreen):
        def leave(self, to: Screen | None) -> None:
            led_to.append(to)
            super().leave(to)

        def paint(self, frame: Frame) -> None:
            super().paint(frame)
            x, y, w, h = self.page.controls[1].box
            stage = self.window.stage
            pos = (stage.px(x + w / 2) // 2, stage.px(y + h / 2) // 2)
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                pygame.event.post(pygame.event.Event(kind, button=1, pos=pos))

    Title(Game(retina)).show()
    assert isinstance(led_to[0], SandboxScreen)


def test_it_fills_the_screen_and_is_as_large_as_before_then(retina: Window) -> None:
    retina.fill_screen(True)
    list(retina.events(0.0))
    assert retina.resized() and retina.surface.get_width() > 640
    retina.fill_screen(False)
    list(retina.events(0.0))
    assert retina.resized() and retina.surface.get_size() == (640, 360)
    assert not retina.resized()
