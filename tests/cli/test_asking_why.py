"""``--why``: of run and of compare, with ``--json`` and with facts that go as they come about."""

from __future__ import annotations

import json
from fractions import Fraction
from math import fsum
from pathlib import Path

import pytest

from kitchen import run
from kitchen.cli.main import main


def out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_run_tells_why_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    told = json.loads(out(capsys, "run", "one-oven", "--why", "--json", "--facts", str(file)))
    why = told["why"]
    path = why["critical_path"]
    assert fsum(why["wall"].values()) == told["makespan"] == path[-1]["end"]
    assert fsum(why["chefs"].values()) == told["chefs"] * told["makespan"]
    pieces = [Fraction(link["end"]) - Fraction(link["start"]) for link in path]
    assert sum(pieces) == Fraction(told["makespan"])
    assert (path[0]["start"], path[0]["dish"]) == (0.0, "Green salad")
    best = why["changes"][0]
    assert (best["change"], best["what"], best["count"]) == ("station", "oven", 2)
    assert (best["seconds_saved"], best["verdict"]) == (629.0, "helps")
    assert file.read_bytes() == run("one-oven").lines, "the same facts as without"


def test_nothing_is_told_that_was_not_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "why" not in json.loads(out(capsys, "run", "noodle-bar", "--json"))
    assert "critical path" not in out(capsys, "run", "noodle-bar")


def test_run_tells_why_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    told = out(capsys, "run", "noodle-bar", "--why", "--mode", "hybrid", "--chefs", "2")
    assert "All 25:00 the chefs’ hands were busy." in told
    for part in ("Where the time went", "The critical path", "Critical path  ", "a third chef"):
        assert part in told


def test_compare_tells_why_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(out(capsys, "compare", "noodle-bar", "--why", "--json"))
    saved = {
        kitchen["mode"]: next(
            one["seconds_saved"] for one in kitchen["why"]["changes"] if one["change"] == "chef"
        )
        for kitchen in told["kitchens"]
    }
    assert saved == {"blocking": 1500.0, "concurrent": 1500.0, "parallel": 0.0, "hybrid": 0.0}
    words = out(capsys, "compare", "noodle-bar", "--why")
    assert words.count("each was really run") == 4


def test_what_recipes_print_is_printed_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    menu, shift = tmp_path / "loud.py", tmp_path / "loud.toml"
    menu.write_text(
        "from kitchen import recipe\nmade = []\n\n\n@recipe()\nasync def loud(cook):\n"
        "    made.append(1)\n    print('dish', len(made))\n    cook.hands('shout', 10)\n"
    )
    shift.write_text(
        'name = "Loud"\n[[orders]]\nat = 0\ndish = "loud"\n[[orders]]\nat = 0\ndish = "loud"\n'
    )
    assert main(["run", str(shift), "--menu", str(menu), "--why", "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == "dish 1\ndish 2\n"
    assert len(json.loads(said.out)["why"]["changes"]) > 5
