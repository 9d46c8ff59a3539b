"""``kitchen replay`` opens the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from kitchen import run
from kitchen.cli.main import main
from kitchen.cookbook.load import load_shift
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay


@pytest.fixture
def replay() -> Replay:
    shift = load_shift("egg-and-chicken")
    return replay_of_result(shift, run(shift))


def test_a_picture_of_it(replay: Replay, tmp_path: Path) -> None:
    file, picture = tmp_path / "x.json", tmp_path / "x.png"
    replay.save(file)
    call = ["replay", str(file), "--screenshot", str(picture), "--at", "30", "--size", "640x360"]
    assert main(call) == 0
    assert picture.stat().st_size > 10_000


def test_a_window_begins_at_a_moment(replay: Replay, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    replay.save(file)
    assert main(["replay", str(file), "--at", "30", "--size", "640x360", "--frames", "2"]) == 0
