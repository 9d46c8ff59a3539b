"""``run --lines``: the source of recipes with what each line cost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tools.commandline import refused

from kitchen import KitchenError, line_costs, run
from kitchen.cli.main import main


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["run", *words]) == 0
    return capsys.readouterr().out


def test_each_line_has_its_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "egg-and-chicken", "--lines", "egg").splitlines()
    row = next(line.split() for line in out if 'timer("boil"' in line)
    assert row[:2] == ["420.0", "1"]
    row = next(line.split() for line in out if 'hands("peel and plate"' in line)
    assert row[:2] == ["40.0", "1"]
    assert not any("put the pot on" in line for line in out), "of the egg alone"


def test_without_a_dish_all_that_were_ordered_are_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = printed(capsys, "egg-and-chicken", "--lines")
    assert "async def egg(" in out and "async def chicken(" in out
    assert out.isprintable() or "\x1b" not in out


def test_a_document_has_them_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(printed(capsys, "egg-and-chicken", "--json", "--lines", "egg"))
    (egg,) = document["lines"]
    lines = [line for function in egg["functions"] for line in function["lines"]]
    for kind in ("hands", "chef", "burning", "fire", "others"):
        assert sum(line[kind] for line in lines) == egg["total"][kind]
    assert (egg["dish"], egg["orders"], egg["total"]["fire"]) == ("egg", 1, 420)
    plain = json.loads(printed(capsys, "egg-and-chicken", "--json"))
    assert plain == {key: value for key, value in document.items() if key != "lines"}


def test_it_goes_with_facts_and_with_files_that_want_to_watch_as_well(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    facts, trace = f"{tmp_path}/a.jsonl", f"{tmp_path}/a.json"
    out = printed(capsys, "egg-and-chicken", "--lines", "egg", "--facts", facts, "--trace", trace)
    assert "async def egg(" in out


def test_who_is_not_on_the_menu_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    line = refused(capsys, "run", "egg-and-chicken", "--lines", "eg")
    assert line == "kitchen: unknown dish 'eg': did you mean 'egg'?\n"


def test_a_program_gets_the_same() -> None:
    (egg,) = line_costs("egg-and-chicken", "egg")
    assert (egg.orders, egg.total.hands, egg.total.fire) == (1, 60, 420)
    listing = egg.listings[0]
    number = next(i for i, line in enumerate(listing.lines, 1) if 'timer("boil"' in line)
    assert egg.at(listing, number).fire == 420
    assert len(line_costs("egg-and-chicken")) == 2
    with pytest.raises(KitchenError, match="unknown dish"):
        line_costs("egg-and-chicken", "soup")


def test_all_orders_count_and_none_is_kept() -> None:
    result = run("dinner-rush")
    assert sum(of.orders for of in line_costs("dinner-rush")) == result.orders
