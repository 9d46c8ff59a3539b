"""``kitchen replay``: where it went another way, and the window on it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from tools.commandline import refused
from tools.scenario import pot, shift_of

from kitchen import run
from kitchen.cli.main import main
from kitchen.cookbook.load import load_shift
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay
from kitchen.sim.commands import Pick

MENU = """
from kitchen import Cook, recipe

@recipe()
async def pot(cook: Cook) -> None:
    cook.hands("fill", 10)
    await cook.timer("boil", {seconds})
    cook.hands("serve", 5)
"""


@pytest.fixture
def replay() -> Replay:
    shift = load_shift("egg-and-chicken")
    return replay_of_result(shift, run(shift))


def other(replay: Replay) -> Replay:
    """Recorded by an older kitchen, in which a ring came sooner."""
    assert replay.made is not None
    made = msgspec.structs.replace(replay.made, kitchen="0.6.5")
    text = replay.shift.replace("[[orders]]", "[pace]\ntimers = 0.5\n[[orders]]", 1)
    if text == replay.shift:
        text = f"{replay.shift}\n[pace]\ntimers = 0.5\n"
    return msgspec.structs.replace(replay, shift=text, made=made)


def test_the_first_difference_is_told_in_lines(
    replay: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other(replay).save(tmp_path / "x.json")
    assert main(["replay", "--headless", str(tmp_path / "x.json")]) == 1
    captured = capsys.readouterr()
    *_, where, was, now = captured.out.splitlines()
    assert where.startswith("The first fact that differs is number ") and where.endswith(
        " s of kitchen time."
    )
    assert was.startswith("  recorded  timer set: order 1") and now.startswith(
        "  now       timer set"
    )
    assert captured.err.count("\n") == 1
    assert (
        "made with kitchen 0.6.5, this is" in captured.err and "fact that differs" in captured.err
    )


def test_it_is_in_the_json(
    replay: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other(replay).save(tmp_path / "x.json")
    assert main(["replay", "--json", str(tmp_path / "x.json")]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["same"] is False and told["made_with"]["kitchen"] == "0.6.5"
    first = told["first_difference"]
    assert first["recorded"]["seconds"] == 2 * first["now"]["seconds"]
    assert first["t"] == first["recorded"]["t"]
    replay.save(tmp_path / "y.json")
    assert main(["replay", "--json", str(tmp_path / "y.json")]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["first_difference"] is None and told["changes"] == []


def test_what_stalls_names_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dish, menu, file = pot(10, 60, 5), tmp_path / "menu.py", tmp_path / "x.json"
    shift = shift_of(dish, dish)
    result = run(shift, policy="player", commands=[(0.0, Pick(1)), (5.0, Pick(1)), (6.0, Pick(2)),
                                                  (7.0, Pick(2))])  # fmt: skip
    replay = replay_of_result(shift, result)
    msgspec.structs.replace(replay, commands=replay.commands[:1]).save(file)
    menu.write_text(MENU.format(seconds=60))
    assert main(["replay", "--headless", str(file), "--menu", str(menu)]) == 1
    err = capsys.readouterr().err
    assert "waits for what the player never said" in err and err.count("\n") == 1
    assert "recorded was " in err and "; now it is " in err


def test_what_cannot_be_watched_is_told(
    replay: Replay, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "x.json"
    for change, said in (
        ({"policy": "mine"}, "not of the house"),
        ({"shift": "name = 'x'\n[[orders]]\nat = 0\ndish = 'stake'"}, "unknown dish 'stake'"),
        ({"facts": b"garbage"}, "facts: damaged"),
    ):
        msgspec.structs.replace(replay, **change).save(file)
        for how in ([], ["--headless"]):
            assert main(["replay", str(file), *how]) == 2
            err = capsys.readouterr().err
            assert err.startswith(f"kitchen: {file}: ") and said in err and err.count("\n") == 1


@pytest.mark.parametrize("headless", [["--headless"], ["--json"], ["--svg", "a.svg"]])
@pytest.mark.parametrize(
    "asked",
    [["--screenshot", "a.png"], ["--gif", "a.gif"], ["--at", "0"], ["--frames", "3"],
     ["--size", "640x360"], ["--speed", "2"]],
)  # fmt: skip
def test_what_a_window_shows_is_not_left_out_in_silence_where_there_is_none(
    replay: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], headless: list[str], asked: list[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    replay.save(tmp_path / "x.json")
    line = refused(capsys, "replay", "x.json", *headless, *asked)
    assert line.startswith(f"kitchen: {asked[0]} is for the window")
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


@pytest.mark.parametrize("option", ["--screenshot", "--gif"])
def test_what_ends_by_itself_is_not_ended_before(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str
) -> None:
    file = str(tmp_path / "a.png")
    line = refused(capsys, "play", "first-steps", option, file, "--frames", "2")
    assert f"{option} ends by itself" in line


def test_a_race_is_not_filmed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--gif belongs to kitchen play and kitchen replay" in refused(
        capsys, "race", "first-steps", "--gif", "a.gif"
    )
