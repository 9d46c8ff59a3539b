"""The real window of the real command, under a virtual X server, with real keys and clicks.

Left out where Xvfb or xdotool is missing; `test_endtoend` plays the same ways everywhere.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

NEEDED = ("Xvfb", "xdotool")
pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in NEEDED), reason="needs Xvfb and xdotool"
)

PATIENCE = 60.0
"""Seconds of wall time after which something has gone wrong."""
GLANCE = 0.1
"""Seconds between two looks at what the game has written."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own, of 1600 x 1000 px; X picks its number."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=PATIENCE)


class Player:
    """Somebody at that screen."""

    def __init__(self, display: str, home: Path, *arguments: str) -> None:
        self.home = home
        self._environment = {
            **os.environ, "DISPLAY": display, "SDL_VIDEODRIVER": "x11",
            "SDL_AUDIODRIVER": "dummy", "KITCHEN_HOME": str(home),
        }  # fmt: skip
        self.game = subprocess.Popen(
            [sys.executable, "-m", "kitchen", *arguments], env=self._environment,
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        pid = str(self.game.pid)
        self.window = self._xdotool("search", "--sync", "--onlyvisible", "--pid", pid).split()[0]

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True,
            timeout=PATIENCE,
        )  # fmt: skip
        return done.stdout

    def keys(self, *names: str) -> None:
        self._xdotool("windowfocus", "--sync", self.window)
        self._xdotool("key", "--delay", "120", *names)

    def click(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--sync", "--window", self.window, str(x), str(y), "click", "1")

    def size(self, width: int, height: int) -> None:
        self._xdotool("windowsize", "--sync", self.window, str(width), str(height))

    def move(self, x: int, y: int) -> None:
        self._xdotool("windowmove", "--sync", self.window, str(x), str(y))

    def geometry(self) -> tuple[int, ...]:
        """Its place on the screen, and its size."""
        found = self._xdotool("getwindowgeometry", "--shell", self.window)
        values = dict(line.split("=") for line in found.split())
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def wait(self, until: Callable[[], bool]) -> None:
        """Look again and again; the game going away in between is an error."""
        for _ in range(int(PATIENCE / GLANCE)):
            if until():
                return
            with suppress(subprocess.TimeoutExpired):
                self.game.wait(GLANCE)
                break
        assert until()

    def leaves(self) -> tuple[int, str]:
        """Press Esc until the game is over; how it ended."""
        for _ in range(10):
            self.keys("Escape")
            with suppress(subprocess.TimeoutExpired):
                self.game.wait(10 * GLANCE)
                break
        return self.ends()

    def ends(self) -> tuple[int, str]:
        """Its exit status, and what it complained of."""
        _, complaints = self.game.communicate(timeout=PATIENCE)
        return self.game.returncode, complaints.decode()

    def watched(self) -> bool:
        """Whether the shift has come to its end on the autopilot: a ribbon, and no score."""
        path = self.home / "progress.json"
        return path.is_file() and '"egg-and-chicken"' in path.read_text(encoding="utf-8")


@pytest.fixture
def sit_down(display: str, tmp_path: Path) -> Iterator[Callable[..., Player]]:
    players: list[Player] = []

    def sit(*arguments: str) -> Player:
        players.append(Player(display, tmp_path / "home", *arguments))
        return players[-1]

    yield sit
    for player in players:
        player.game.kill()
        player.game.communicate(timeout=PATIENCE)


SHIFT = ("play", "egg-and-chicken", "--speed", "16", "--size", "1280x720")


def test_a_shift_with_real_keys(sit_down: Callable[..., Player]) -> None:
    player = sit_down(*SHIFT)
    player.keys("1", "a", "Tab", "shift+Tab")
    player.wait(player.watched)
    assert player.leaves() == (0, "")
    progress = json.loads((player.home / "progress.json").read_text(encoding="utf-8"))
    assert "egg-and-chicken" in progress["watched"]


def test_a_shift_with_real_clicks_in_a_window_of_another_size(
    sit_down: Callable[..., Player],
) -> None:
    player = sit_down(*SHIFT)
    player.size(960, 540)
    player.click(817, 18)  # the autopilot, at three quarters of the size
    player.wait(player.watched)
    assert player.leaves() == (0, "")


def test_closing_the_window_ends_the_game_and_keeps_its_size(
    sit_down: Callable[..., Player],
) -> None:
    player = sit_down()
    player.size(1000, 700)
    player.keys("Right")
    player.keys("alt+F4")
    assert player.leaves() == (0, "")
    kept = json.loads((player.home / "settings.json").read_text(encoding="utf-8"))
    assert "1000" in str(kept)


def test_full_screen_and_back_leaves_size_and_place(sit_down: Callable[..., Player]) -> None:
    player = sit_down()
    player.move(200, 150)
    player.size(900, 560)
    for _ in range(2):
        player.keys("F11")
        player.wait(lambda: player.geometry() == (0, 0, 1600, 1000))
        player.keys("F11")
        player.wait(lambda: player.geometry() == (200, 150, 900, 560))


def test_a_window_opened_full_screen_has_its_own_size_in_the_middle_then(
    sit_down: Callable[..., Player], tmp_path: Path
) -> None:
    kept = {"version": 1, "fullscreen": True, "size": [900, 560]}
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
    player = sit_down()
    player.wait(lambda: player.geometry() == (0, 0, 1600, 1000))
    player.keys("F11")
    player.wait(lambda: player.geometry() == (350, 220, 900, 560))
