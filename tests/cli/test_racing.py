"""``kitchen race``: who races, by the words of the command line; mistakes in one line, status 2."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from kitchen import run
from kitchen.cli.main import main
from kitchen.cli.parser import parse
from kitchen.cli.racing import heat_of
from kitchen.cookbook.load import load_shift
from kitchen.runs.heat import Heat
from kitchen.runs.recording import replay_of_result


def raced(*words: str) -> Heat:
    options: argparse.Namespace = parse(["race", *words])
    return heat_of(options)


def recorded(folder: Path, shift: str, mode: str = "concurrent") -> str:
    kitchen = load_shift(shift)
    file = folder / f"{shift}-{mode}.json"
    replay_of_result(kitchen, run(kitchen, mode=mode)).save(file)
    return str(file)


def test_a_shift_alone_races_in_its_four_kitchens() -> None:
    assert raced("egg-and-chicken", "--policy", "deadline").is_the_four


def test_each_kitchen_may_have_its_own_policy() -> None:
    heat = raced("egg-and-chicken@2", "--modes", "concurrent:fifo, concurrent:deadline,hybrid")
    assert heat.names == ("Fifo", "Deadline", "Hybrid") and heat.seed == 2


def test_two_replays_race(tmp_path: Path) -> None:
    files = [recorded(tmp_path, "egg-and-chicken", mode) for mode in ("blocking", "hybrid")]
    heat = raced(*files)
    assert [result.mode for result in heat.results] == ["blocking", "hybrid"]
    assert not heat.strays


def test_one_replay_races_its_autopilot_or_kitchens_of_its_shift(tmp_path: Path) -> None:
    file = recorded(tmp_path, "egg-and-chicken")
    assert [entrant.mode for entrant in raced(file).entrants] == ["concurrent"] * 2
    with_others = raced("egg-and-chicken", file, "--modes", "parallel,hybrid")
    assert [e.mode for e in with_others.entrants] == ["concurrent", "parallel", "hybrid"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere"], "unknown shift 'nowhere'"),
        (["lunch-rush", "--modes", "hybrids"], "did you mean 'hybrid'?"),
        (["lunch-rush", "--modes", "hybrid"], "two to four kitchens race, not 1"),
        (["lunch-rush", "--modes", ",".join(["hybrid"] * 5)], "two to four kitchens race, not 5"),
        (["lunch-rush", "--modes", "hybrid,"], "--modes names kitchens that race"),
        (["lunch-rush", "--modes", "hybrid:fastest,blocking"], "unknown policy 'fastest'"),
        (["lunch-rush", "--policy", "player"], "nobody plays in a race"),
        (["lunch-rush", "dinner-rush"], "one shift is raced, not 2"),
        (["lunch-rush", "--at", "5"], "--at is the time of a picture"),
        (["none.json", "none.json"], "none.json: No such file"),
    ],
)
def test_mistakes(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["race", *words]) == 2
    said = capsys.readouterr().err
    assert told in said and said.count("\n") == 1


def test_a_race_is_photographed_and_not_filmed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["race", "lunch-rush", "--gif", "race.gif"])
    said = capsys.readouterr().err
    assert "--gif" in said and said.count("\n") == 1


def test_replays_of_two_shifts_do_not_race(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [recorded(tmp_path, shift) for shift in ("egg-and-chicken", "deliveries")]
    assert main(["race", *files]) == 2
    assert "only kitchens of one shift race" in capsys.readouterr().err


OWN = """
from kitchen import recipe

@recipe()
async def pot(cook):
    cook.hands("stir", 5)

def latest(ready, now):
    return ready[-1]
"""


def test_recipes_and_policies_of_a_users_own_race_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.py"
    own.write_text(OWN)
    shift, file = tmp_path / "mine.toml", tmp_path / "mine.svg"
    shift.write_text('name = "mine"\norders = [{ at = 0, dish = "pot" }, { at = 0, dish = "pot" }]')
    given = ["--policy", f"{own}:latest", "--menu", str(own)]
    assert main(["run", str(shift), *given, "--svg", str(file)]) == 0
    heat = raced(str(file), *given)
    assert not heat.strays and [result.policy for result in heat.results] == ["latest"] * 2
    for words, told in (
        (given[:2], "give the recipes with --menu"),
        (given[2:], "--policy FILE.py"),
    ):
        assert main(["race", str(file), *words]) == 2
        said = capsys.readouterr().err
        assert str(file) in said and told in said and said.count("\n") == 1


def test_replays_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    files = [recorded(folder, "egg-and-chicken") for folder in (tmp_path, tmp_path / "old")]
    assert raced(*files).names == tuple(files)
