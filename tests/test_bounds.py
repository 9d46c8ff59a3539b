"""Bounds: a number that would fill the machine is told in one line, with its key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commandline import refused

from kitchen import ShiftError
from kitchen.cli import main
from kitchen.cookbook.load import parse_shift
from kitchen.sim.bounds import LARGEST, LARGEST_SEED, MOST, MOST_ORDERS

SHIFT = 'name = "x"\n{top}\n[[orders]]\nat = 0\ndish = "egg"\n[stations]\nhob = {hobs}\n{more}'


def text(top: str = "", hobs: object = 1, more: str = "") -> str:
    return SHIFT.format(top=top, hobs=hobs, more=more)


def rush(until: float, every: float) -> str:
    return text(more=f"[arrivals]\nuntil = {until!r}\nevery = {every!r}\ndishes = {{egg = 1}}\n")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (text(hobs=MOST + 1), "stations.hob: 10000 at most, not 10001"),
        (text(hobs=10**12), "stations.hob: 10000 at most"),
        (text(hobs=10**13), "stations.hob: the number is too large"),
        (text(top=f"chefs = {MOST + 1}"), "chefs: 10000 at most"),
        (text(top=f"extra_chefs = {MOST + 1}"), "extra_chefs: 10000 at most"),
        (text(more=f"[brigade]\nchefs = {MOST + 1}"), "brigade.chefs: 10000 at most"),
        (text(top="wage = 1e308"), "wage: the number is too large"),
        (text(top="tempo = 1.1e12"), "tempo: the number is too large"),
        (text(more="[targets]\nprofit = -1e13"), "targets.profit: the number is too large"),
        (text(top=f"seed = {LARGEST_SEED + 1}"), "seed: the number is too large"),
        (text(top=f"seed = {'1' * 5000}"), "not valid TOML: "),
        (text(top=f"about = {'[' * 3000}"), "not valid TOML: nested too deep"),
        (rush(1e9, 0.0001), "arrivals: 250000 orders at most"),
        (rush(10.0, 1e-320), "arrivals: 250000 orders at most"),
        (rush(MOST_ORDERS, 1.0), "are more, with 1 others"),
    ],
)
def test_what_is_beyond_is_refused_with_its_key(toml: str, says: str) -> None:
    with pytest.raises(ShiftError) as caught:
        parse_shift(toml)
    assert says in str(caught.value)


def test_what_is_just_within_is_taken() -> None:
    shift = parse_shift(text(top=f"chefs = {MOST}\nseed = {-LARGEST_SEED}\nwage = 1e12", hobs=MOST))
    assert (shift.chefs, shift.seed, shift.wage) == (MOST, -LARGEST_SEED, LARGEST)
    assert shift.stations == {"hob": MOST}
    assert parse_shift(rush(MOST_ORDERS - 1.0, 1.0)).arrivals is not None


def test_the_largest_numbers_are_still_numbers_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "large.toml"
    file.write_text(text(top="wage = 1e12", more="[pace]\nhands = 1e9\ntimers = 1e9\n"))
    assert main(["run", str(file), "--chefs", str(MOST), "--json"]) == 0

    def none(name: str) -> float:
        raise AssertionError(f"{name} is not JSON")

    assert json.loads(capsys.readouterr().out, parse_constant=none)["wages"] > 1e12


@pytest.mark.parametrize("chefs", [str(MOST + 1), str(10**12), "9" * 20, "9" * 5000])
def test_no_kitchen_has_so_many_chefs(capsys: pytest.CaptureFixture[str], chefs: str) -> None:
    assert "--chefs: " in refused(capsys, "run", "egg-and-chicken", "--chefs", chefs)


def test_a_seed_has_room_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "lunch-rush", "--seed", "9" * 18, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 10**18 - 1
    assert "at most 18 digits" in refused(capsys, "run", "lunch-rush", "--seed", "9" * 19)
