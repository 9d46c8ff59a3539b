"""Each kitchen has fresh state: a user's files are executed for each, and a function is called."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kitchen import Cook, KitchenLoop, Order, Recipe, Shift, compare, run
from kitchen.cli.arguments import policy_named
from kitchen.cli.main import main
from kitchen.cookbook.load import parse_shift
from kitchen.menu import recipes_from
from kitchen.runs.recording import replay_of
from kitchen.runs.result import Result
from kitchen.runs.service import Service
from kitchen.sim.policy import Policy
from kitchen.sim.shift.modes import MODES

MENU = """
import asyncio
import itertools
import beside
from inner import deep
from kitchen import recipe

count = itertools.count(1)
pan = asyncio.Lock()

@recipe()
async def stew(cook):
    async with pan:
        cook.hands("stir", next(count))
        beside.made.append(cook.order)
        deep.COUNT += 1
        await cook.timer("simmer", sum(beside.made) + deep.COUNT)
"""

BESIDE = """
import asyncio

made = []
pot = asyncio.Semaphore(1)
"""

POLICY = """
import beside

turn = 0

def in_turn(raised, now):
    global turn
    turn += 1
    return raised[(turn + len(beside.made)) % len(raised)]
"""

SHIFT = """
name = "Stew"
[[orders]]
at = 0
dish = "stew"
[[orders]]
at = 0
dish = "stew"
[[orders]]
at = 1
dish = "stew"
[[orders]]
at = 40
dish = "stew"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A menu with what it imports from beside it, a policy and a shift."""
    before, paths = set(sys.modules), list(sys.path)
    (tmp_path / "inner").mkdir()
    files = {
        "mine.py": MENU, "beside.py": BESIDE, "inner/__init__.py": "", "inner/deep.py": "COUNT = 0",
        "turns.py": POLICY, "stew.toml": SHIFT,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    yield tmp_path
    sys.path[:] = paths
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def shift_in(folder: Path) -> Shift:
    return parse_shift(SHIFT, "stew", recipes_from(folder / "mine.py"))


def policy_in(folder: Path) -> str | Policy:
    policy = policy_named(f"{folder / 'turns.py'}:in_turn")
    assert policy is not None
    return policy


def alone(folder: Path, mode: str, own_policy: bool = False) -> Result:
    """A kitchen of that mode in what is as good as a process of its own."""
    for name in ("beside", "inner", "inner.deep"):
        sys.modules.pop(name, None)
    shift = shift_in(folder)
    return run(shift, mode, policy=policy_in(folder) if own_policy else None)


def played_out(service: Service) -> list[str]:
    loop = service.loop
    for kitchen in service.kitchens.values():
        loop.run_until_complete(kitchen.done)
    for name, view in service.views.items():
        view.fold(service.kitchens[name].facts.take(loop.time()))
    digests = [replay_of(service, mode).digest for mode in service.modes]
    service.sweep()
    loop.close()
    return digests


@pytest.mark.parametrize("own_policy", [False, True])
def test_each_kitchen_of_a_comparison_is_as_if_it_were_alone(
    folder: Path, own_policy: bool
) -> None:
    expected = [alone(folder, mode, own_policy).digest for mode in MODES]
    shift = shift_in(folder)
    policy = policy_in(folder) if own_policy else None
    assert len(set(expected)) > 1
    for _ in range(2):
        assert [k.digest for k in compare(shift, policy=policy).kitchens] == expected


def test_kitchens_that_are_run_one_after_another_have_fresh_state(folder: Path) -> None:
    expected = alone(folder, "concurrent").digest
    shift = shift_in(folder)
    assert [run(shift).digest for _ in range(3)] == [expected] * 3


@pytest.mark.parametrize("own_policy", [False, True])
def test_each_kitchen_of_the_game_is_as_if_it_were_alone(folder: Path, own_policy: bool) -> None:
    expected = [alone(folder, mode, own_policy).digest for mode in MODES]
    shift = shift_in(folder)
    policy = policy_in(folder) if own_policy else None
    for _ in range(2):  # the second time, it is begun again from the top
        service = Service(KitchenLoop(), shift, policy=policy, autopilot=True)
        assert played_out(service) == expected
        assert [result.digest for result in service.autopilots()] == expected


def test_a_replay_of_a_menu_with_state_comes_out_the_same(folder: Path) -> None:
    shift = shift_in(folder)
    service = Service(KitchenLoop(), shift, autopilot=True)
    loop = service.loop
    for kitchen in service.kitchens.values():
        loop.run_until_complete(kitchen.done)
    replays = [replay_of(service, mode) for mode in MODES]
    service.sweep()
    loop.close()
    extra = recipes_from(folder / "mine.py")
    assert all(replay.same(replay.again(extra)) for replay in replays)


def test_on_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(folder / "stew.toml"), "--menu", str(folder / "mine.py"), "--json"]
    policy = ["--policy", f"{folder / 'turns.py'}:in_turn"]
    for more in ([], policy):
        digests = []
        for mode in MODES:
            for name in ("beside", "inner", "inner.deep"):
                sys.modules.pop(name, None)
            assert main(["run", *files, *more, "--mode", mode]) == 0
            digests.append(json.loads(capsys.readouterr().out)["digest"])
        assert main(["compare", *files, *more]) == 0
        kitchens = json.loads(capsys.readouterr().out)["kitchens"]
        assert [kitchen["digest"] for kitchen in kitchens] == digests


def test_another_file_of_that_name_is_another_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "print('executed')\nfrom kitchen import recipe\n@recipe()\nasync def tea(cook): pass\n"
    for name in ("one", "two"):
        file = tmp_path / name / "own.py"
        file.parent.mkdir()
        file.write_text(text, "utf-8")
        assert run(Shift([Order(0, recipes_from(file)["tea"])])).served == 1
        assert capsys.readouterr().out == "executed\n"


def test_the_file_is_executed_once_for_each_kitchen(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine.py").write_text("print('executed')\n" + MENU, "utf-8")
    shift = shift_in(folder)
    run(shift)
    assert capsys.readouterr().out == "executed\n"
    compare(shift)
    assert capsys.readouterr().out == "executed\n" * 4


def test_what_was_installed_is_not_imported_anew(folder: Path) -> None:
    installed = folder / "venv" / "site-packages"
    installed.mkdir(parents=True)
    (installed / "library.py").write_text("made = []", "utf-8")
    sys.path.append(str(installed))
    (folder / "mine.py").write_text("import library, json\n" + MENU, "utf-8")
    shift = shift_in(folder)
    library, beside = sys.modules["library"], sys.modules["beside"]
    compare(shift)
    assert sys.modules["library"] is library
    assert sys.modules["beside"] is not beside


def test_plans_are_those_of_the_recipes_of_each_kitchen(folder: Path) -> None:
    text = """
from kitchen import recipe

@recipe()
async def stew(cook):
    cook.hands("stir", 5)
"""
    (folder / "mine.py").write_text(text, "utf-8")
    shift = shift_in(folder)
    known: list[float] = []

    def watching(raised: Any, now: float) -> Any:
        known.extend(hand.hands_left for hand in raised)
        return raised[0]

    run(shift, policy=watching)
    first = list(known)
    run(shift, policy=watching)
    assert known == first * 2 and set(known) == {5.0}


# -- from Python -------------------------------------------------------------------------------


def counting() -> Shift:
    """A shift whose recipes share a list, which is made with it."""
    made: list[int] = []
    line = asyncio.Queue[int]()

    async def pie(cook: Cook) -> None:
        made.append(cook.order)
        line.put_nowait(cook.order)
        cook.hands("fill", sum(made) + await line.get())
        await cook.timer("bake", 10 * len(made))

    dish = Recipe(pie)
    return Shift([Order(0, dish), Order(0, dish), Order(5, dish)])


@pytest.mark.parametrize("policy", ["fifo", "shortest"])
def test_a_function_that_makes_the_shift_is_called_for_each_kitchen(policy: str) -> None:
    expected = [run(counting(), mode, policy=policy).digest for mode in MODES]
    assert [k.digest for k in compare(counting, policy=policy).kitchens] == expected
    assert [run(counting, mode, policy=policy).digest for mode in MODES] == expected
    shared = counting()
    assert [k.digest for k in compare(shared).kitchens] != expected


def test_a_function_may_name_a_shift() -> None:
    make: Callable[[], Any] = lambda: "lunch-rush"  # noqa: E731
    assert run(make).digest == run("lunch-rush").digest
