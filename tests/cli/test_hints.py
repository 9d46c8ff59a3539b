"""Hints: whoever writes something else than he means is told the command that does it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.commandline import refused

from kitchen.cli.hints import WITHOUT
from kitchen.cli.parser import COMMANDS, parse


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("lunch-rush", "'lunch-rush' is no command but a shift: kitchen play lunch-rush"),
        ("the-critics@7", "'the-critics@7' is no command but a shift: kitchen play the-critics@7"),
        ("daily", "'daily' is no command but a shift: kitchen play daily"),
        ("daily:2026-11-22", "is no command but a shift: kitchen play daily:2026-11-22"),
        ("lunch-rsh@7", "unknown command 'lunch-rsh@7': did you mean kitchen play lunch-rush@7?"),
        ("comapre", "unknown command 'comapre': did you mean kitchen compare?"),
        ("help", "unknown command 'help': did you mean kitchen --help?"),
        ("hybrid", "'hybrid' is no command but a mode: kitchen play --mode hybrid"),
        ("my own.toml", "is no command but a shift: kitchen play 'my own.toml'"),
        ("x.toml@7", "is no command but a shift: kitchen play x.toml@7"),
        ("x.json", "is no command but a replay: kitchen replay x.json"),
        ("x.html", "is no command but a file with a replay in it: kitchen replay x.html"),
        ("x.py", "is no command but a file of recipes or policies: kitchen run SHIFT --menu x.py"),
        ("RUN", "unknown command 'RUN': did you mean kitchen run?"),
        ("Lunch-Rush", "unknown command 'Lunch-Rush': did you mean kitchen play lunch-rush?"),
        ("xyzzy", "unknown command 'xyzzy': known: play, run, compare, race, replay, list"),
        ("lunch-rush@x", "'lunch-rush@x': after the @ comes the seed, a whole number, not 'x'"),
    ],
)
def test_what_is_no_command(capsys: pytest.CaptureFixture[str], word: str, says: str) -> None:
    told = refused(capsys, word)
    assert told.startswith("kitchen: ") and told.endswith(" (see kitchen --help)\n")
    assert says in told


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["compare", "--mode", "hybrid", "lunch-rush"],
            "kitchen compare: --mode belongs to kitchen play and kitchen run, not to kitchen "
            "compare: it always runs all four kitchens (see kitchen compare --help)\n",
        ),
        (
            ["compare", "--mode"],
            "kitchen compare: --mode belongs to kitchen play and kitchen run, not to kitchen "
            "compare: it always runs all four kitchens (see kitchen compare --help)\n",
        ),
        (
            ["run", "lunch-rush", "--speed=3"],
            "kitchen run: --speed belongs to kitchen play and kitchen race and kitchen replay "
            "and kitchen lesson, not to kitchen run (see kitchen run --help)\n",
        ),
        (
            ["list", "--json"],
            "kitchen list: --json belongs to kitchen run and kitchen compare and kitchen replay, "
            "not to kitchen list (see kitchen list --help)\n",
        ),
        (
            ["run", "--version"],
            "kitchen run: --version belongs to kitchen, not to kitchen run "
            "(see kitchen run --help)\n",
        ),
        (
            ["replay", "x.json", "--seed", "3"],
            "kitchen replay: --seed belongs to kitchen play and kitchen run and kitchen compare "
            "and kitchen race, not to kitchen replay: the replay has its own "
            "(see kitchen replay --help)\n",
        ),
    ],
)
def test_an_option_of_another_command(
    capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    assert refused(capsys, *words) == says


@pytest.mark.parametrize(("command", "option"), WITHOUT)
def test_who_does_without_an_option_has_not_got_it(
    capsys: pytest.CaptureFixture[str], command: str, option: str
) -> None:
    assert WITHOUT[command, option] in refused(capsys, command, "x", option, "1")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["replay", "x.toml"], "x.toml: it is a shift, not a replay: kitchen run x.toml"),
        (["replay", "lunch-rush"], "it is a shift, not a replay: kitchen run lunch-rush"),
        (["replay", "x.jsonl"], "it is the facts of a run, not a replay"),
        (["run", "x.json"], "x.json: it is a replay, not a shift: kitchen replay x.json"),
        (["play", "x.json"], "it is a replay, not a shift: kitchen replay x.json"),
        (["compare", "x.json@7"], "it is a replay, not a shift: kitchen replay x.json"),
        (["run", "x.py"], "a file of recipes or policies, not a shift: kitchen run SHIFT --menu"),
        (["run", "lunch-rush", "--menu", "x.toml"], "a shift, not a file of recipes or policies"),
    ],
)
def test_a_file_of_another_kind(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    says: str,
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert says in refused(capsys, *words)


def test_a_replay_may_have_the_name_of_a_shift(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lunch-rush").write_text("{}")
    assert "missing required field" in refused(capsys, "replay", "lunch-rush")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_says_what_it_does(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse([command, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    assert f"usage: kitchen {command} " in told and COMMANDS[command][1:] in told


@pytest.mark.parametrize("command", ["play", "run", "compare", "race"])
def test_a_name_without_letters_is_no_shift(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert "unknown shift ''" in refused(capsys, command, "")
