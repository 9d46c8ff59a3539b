"""Exports: files beside the figures, refused before any work or written whole."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from tools.commandline import refused

from kitchen.cli.main import main
from kitchen.report.timeline import lanes
from kitchen.runs.replayfile import load_replay


@pytest.mark.parametrize("command", ["run", "compare"])
def test_pictures_beside_the_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    assert main([command, "egg-and-chicken", "--json", "--svg", str(svg), "--png", str(png)]) == 0
    assert json.loads(capsys.readouterr().out)["shift"] == "egg-and-chicken"
    assert ElementTree.parse(svg).getroot().tag.endswith("svg")
    with Image.open(png) as picture:
        assert picture.width == 1920
    for file in (svg, png):
        assert load_replay(file).shift_name == "egg-and-chicken"


@pytest.mark.parametrize("command", ["run", "compare"])
def test_a_terminal_shows_the_timeline(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "egg-and-chicken"]) == 0
    out = capsys.readouterr().out
    assert out.count("Chicken in the pot") == (1 if command == "run" else 4)
    assert "on the fire" in out


def test_one_line_for_what_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = str(tmp_path / "a")
    assert "no folder" in refused(capsys, "run", "egg-and-chicken", "--svg", f"{one}/b/c.svg")
    line = refused(capsys, "run", "egg-and-chicken", "--svg", one, "--png", one)
    assert "the same one" in line and not Path(one).exists()
    monkeypatch.setattr(lanes, "MOST_DRAWN", 1)
    line = refused(capsys, "run", "egg-and-chicken", "--png", one)
    assert f"{one}: a picture shows" in line and not Path(one).exists()
