"""The parser: which words make a command, and where each option may stand."""

from __future__ import annotations

import pytest
from tools.commandline import refused

from kitchen.cli.parser import parse
from kitchen.terminal import LONGEST, one_line


@pytest.mark.parametrize("words", [[], ["--mode", "hybrid"], ["--seed", "7", "lunch-rush"]])
def test_without_a_command_it_plays(words: list[str]) -> None:
    assert parse(words) == parse(["play", *words])


@pytest.mark.parametrize(
    "words",
    [
        ["--mode", "blocking", "run", "egg-and-chicken"],
        ["--seed", "7", "run", "lunch-rush", "--json"],
        ["--policy", "nosuch", "run", "lunch-rush"],
        ["--chefs", "3", "run", "lunch-rush"],
        ["--json", "run", "lunch-rush"],
        ["--autopilot", "run", "lunch-rush"],
    ],
)
def test_options_before_the_command_are_refused(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    line = refused(capsys, *words)
    assert "the command comes first, its options behind it: kitchen run ..." in line


def test_an_option_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, "--mdoe", "hybrid")
    assert told == (
        "kitchen play: unrecognized arguments: --mdoe: did you mean --mode? "
        "(see kitchen play --help)\n"
    )
    assert "unrecognized arguments: --chef-s" in refused(capsys, "run", "lunch-rush", "--chef-s")
    assert refused(capsys, "run", "a", "b", "c").startswith(
        "kitchen run: unrecognized arguments: b c"
    )


def test_each_command_has_its_own_options() -> None:
    options = parse(["run", "lunch-rush", "--chefs", "2", "--json"])
    assert (options.command, options.shift, options.chefs, options.json) == (
        "run", "lunch-rush", 2, True,
    )  # fmt: skip
    assert parse(["list"]).command == "list"


def test_a_long_line_loses_its_middle() -> None:
    assert one_line("two\n  lines") == "two lines"
    line = one_line("a" * LONGEST + "z" * LONGEST)
    assert line.startswith("aaa") and line.endswith("zzz") and len(line) < LONGEST + 10
