"""A film of a service is made by another process, up to the present and no further."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kitchen.cli.main import main
from kitchen.cli.parser import parse
from kitchen.cookbook.load import load_shift
from kitchen.game.service.films import Films
from kitchen.game.shell.toast import Toast
from kitchen.keep.keep import Keep
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.runs.recording import replay_so_far
from kitchen.runs.replayfile import load_replay
from kitchen.runs.service import Service


class Studio:
    """A service that has come to 300 s, and who makes films of it by ``program``."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
        self.asked: list[list[str]] = []
        loop = KitchenLoop()
        self.service = Service(loop, load_shift("lunch-rush"), mode="concurrent", autopilot=True)
        with no_loop_running():
            loop.call_command(loop.stop, 300.0)
            loop.run_forever()
        self.toast = Toast()
        self.films = Films(self.service, Keep(folder), self.toast)
        real = subprocess.Popen

        def popen(command: list[str], **options: Any) -> Any:
            self.asked.append(command)
            return real([sys.executable, "-c", program], **options)

        monkeypatch.setattr(subprocess, "Popen", popen)

    def wait(self) -> None:
        while self.films.busy:
            self.films.look()

    def leave(self) -> None:
        self.films.leave()
        self.service.sweep()
        self.service.loop.close()


def test_it_says_where_the_film_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = Studio(tmp_path, monkeypatch, "pass")
    studio.films.make(300.0)
    assert studio.toast.line == "Filming ..."
    studio.films.make(300.0)  # one at a time
    (command,) = studio.asked
    options = parse(command[3:])
    assert options.gif == tmp_path / "films" / "lunch-rush-5m00s.gif"
    assert options.at == pytest.approx(300.0 - 5.0 * studio.service.shift.tempo)
    studio.wait()
    assert "Film saved in" in studio.toast.line
    assert not options.replay.parent.exists(), "the replay for the other process has gone"
    studio.leave()


def test_the_past_is_filmed_where_one_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = Studio(tmp_path, monkeypatch, "pass")
    studio.films.make(120.0)
    (command,) = studio.asked
    assert parse(command[3:]).at == 120.0
    studio.leave()


def test_it_says_why_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = Studio(tmp_path, monkeypatch, "raise SystemExit('kitchen: no room')")
    studio.films.make(300.0)
    studio.wait()
    assert studio.toast.line == "Not filmed: kitchen: no room"
    studio.leave()


def test_who_leaves_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = Studio(tmp_path, monkeypatch, "input()")
    studio.films.make(300.0)
    (command,) = studio.asked
    studio.leave()
    assert not Path(command[4]).exists()


def test_what_has_been_cooked_so_far_comes_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = Studio(tmp_path, monkeypatch, "pass")
    replay = replay_so_far(studio.service)
    again = replay.again().facts
    now = [fact for fact in studio.service.kitchen.facts.in_order() if fact.t <= 300.0]
    assert again[: len(now)] == now
    studio.leave()


def test_a_film_opens_again(tmp_path: Path) -> None:
    film = tmp_path / "a.gif"
    options = ["--autopilot", "--size", "480x270", "--gif", str(film), "--at", "100"]
    assert main(["play", "egg-and-chicken", *options]) == 0
    with Image.open(film) as picture:
        assert picture.size == (480, 270)
    assert load_replay(film).shift_name == "egg-and-chicken"
