"""Exports: files beside the figures, refused before any work or written whole."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from tools.commandline import KITCHEN, refused

from kitchen.cli import outputs
from kitchen.cli.main import main
from kitchen.report.page import chronicle
from kitchen.report.timeline import lanes
from kitchen.runs.replayfile import load_replay

FILES = ("a.html", "a.json", "a.svg", "a.png")
ALL = ("--html", "--trace", "--svg", "--png")
LOCKED = """import asyncio
from kitchen import recipe
tongs = asyncio.Lock()
@recipe()
async def steak(cook):
    async with tongs:
        await cook.timer('sear', 100)
"""


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


def test_what_was_exported_is_opened_again_and_exported_once_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, trace = tmp_path / "a.html", tmp_path / "a.json"
    command = ["run", "first-steps", "--json", "--html", str(page), "--trace", str(trace)]
    assert main(command) == 0
    ran = json.loads(capsys.readouterr().out)
    for file in (page, trace):
        others = [str(tmp_path / f"b-{name}") for name in FILES]
        given = [word for pair in zip(ALL, others, strict=True) for word in pair]
        assert main(["replay", str(file), "--json", *given]) == 0
        again = json.loads(capsys.readouterr().out)
        assert (again["same"], again["digest"]) == (True, ran["digest"])
        assert all(load_replay(Path(other)).digest == ran["digest"] for other in others)


def test_a_trace_and_the_facts_go_together(tmp_path: Path) -> None:
    trace, facts, alone = (tmp_path / name for name in ("a.json", "a.jsonl", "b.json"))
    both = ["--trace", str(trace), "--facts", str(facts)]
    assert main(["run", "first-steps", "--json", *both]) == 0
    assert main(["run", "first-steps", "--json", "--trace", str(alone)]) == 0
    assert trace.read_bytes() == alone.read_bytes()
    served = sum(b'"fact":"served"' in line for line in facts.read_bytes().splitlines())
    assert trace.read_bytes().count(b'"name":"served"') == served > 0


def test_waits_for_what_asyncio_has_are_named(tmp_path: Path) -> None:
    menu, shift, trace, page = (tmp_path / n for n in ("m.py", "x.toml", "a.json", "a.html"))
    menu.write_text(LOCKED)
    shift.write_text('name = "x"\n' + '[[orders]]\nat = 0\ndish = "steak"\n' * 2)
    files = ["--trace", str(trace), "--html", str(page)]
    assert main(["run", str(shift), "--menu", str(menu), "--json", *files]) == 0
    begun = [event for event in json.loads(trace.read_bytes())["traceEvents"] if event["ph"] == "b"]
    waits = [event["args"] for event in begun if "tongs" in event["name"]]
    assert [(wait["reason"], wait["order"], wait["at"]) for wait in waits] == [
        ("waiting for the lock 'tongs'", 2, "m.py:6")
    ]
    assert b"waiting for the lock 'tongs'" in page.read_bytes()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no /dev/full")
@pytest.mark.parametrize("option", ["--html", "--trace"])
def test_a_full_disk_is_told_in_one_line(capsys: pytest.CaptureFixture[str], option: str) -> None:
    line = refused(capsys, "run", "lunch-rush", option, "/dev/full")
    assert line == "kitchen: /dev/full: cannot write there: No space left on device\n"


@pytest.mark.parametrize("option", ["--html", "--trace"])
def test_a_run_that_fails_leaves_the_old_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    menu, shift, old = (tmp_path / name for name in ("m.py", "x.toml", "old"))
    menu.write_text("from kitchen import recipe\n@recipe()\nasync def bad(cook):\n    1 / 0\n")
    shift.write_text('name = "x"\n[[orders]]\nat = 0\ndish = "bad"\n')
    old.write_text("old")
    run = ["run", str(shift), "--menu", str(menu)]
    assert "ZeroDivisionError" in refused(capsys, *run, option, str(old))
    assert old.read_text() == "old"
    assert "files to be read" in refused(capsys, *run, option, str(menu))
    assert "no folder" in refused(capsys, *run, option, str(tmp_path / "no" / "x"))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["m.py", "old", "x.toml"]


def test_a_page_that_would_be_too_large_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chronicle, "MOST_PASSAGES", 5)
    file = tmp_path / "a.html"
    line = refused(capsys, "run", "first-steps", "--html", str(file))
    assert "a page holds 5 steps and waits at most" in line and not file.exists()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="has no /dev/stdout")
@pytest.mark.parametrize("option", ["--html", "--svg", "--png", "--trace"])
def test_on_standard_output_nothing_is_lost_of_what_is_there_already(
    tmp_path: Path, option: str
) -> None:
    """Another file in its place would take along what it had, and what is printed next."""
    out = tmp_path / "out"
    out.write_text("precious\n")
    with out.open("ab") as file:
        command = [*KITCHEN, "run", "egg-and-chicken", option, "/dev/stdout"]
        assert subprocess.run(command, stdout=file, timeout=60, check=False).returncode == 0
    data = out.read_bytes()
    assert data.startswith(b"precious\n") and b"makespan" in data
    assert load_replay(out).shift_name == "egg-and-chicken"


def test_a_picture_on_a_terminal_is_escaped() -> None:
    assert outputs._seen(b"\x89PNG\r\n\x1b[2J") == b"\\x89PNG\\r\n\\u001b[2J"
