"""What belongs to everybody stays as it was, and whoever changes it is told so in one line."""

from __future__ import annotations

import asyncio
import builtins
import time
from pathlib import Path

import pytest
from tools.commandline import kitchen

from kitchen import Cook, Order, Recipe, RecipeError, Shift, Stalled, run
from kitchen.usercode.tampering import no_tampering

ACTS = (
    "asyncio.Task = None", "del asyncio.Task", "asyncio.Future = None", "asyncio.sleep = None",
    "asyncio._set_running_loop = None", "builtins.len = None", "builtins.print = None",
    "builtins.isinstance = None", "builtins.Exception = None", "builtins.BaseException = None",
    "builtins.__import__ = None", "time.monotonic = None", "time.perf_counter = None",
    "heapq.heappush = None", "contextvars.Context = None", "threading.Event = None",
    "sys._getframe = None",
)  # fmt: skip
IMPORTS = "import asyncio, builtins, contextvars, heapq, sys, threading, time\n"


@pytest.mark.parametrize("where", ["in the recipe", "at import"])
@pytest.mark.parametrize("act", ACTS)
def test_it_is_told_in_one_line(act: str, where: str, tmp_path: Path) -> None:
    shift, menu = tmp_path / "x.toml", tmp_path / "menu.py"
    orders = "".join(f'[[orders]]\nat = {at}\ndish = "f"\n' for at in (0, 10, 20))
    shift.write_text('name = "x"\n' + orders)
    menu.write_text(
        f"{IMPORTS}from kitchen import recipe\n@recipe()\nasync def f(cook):\n"
        "    cook.hands('stir', 5)\n    await cook.timer('cook', 7)\n"
        f"    {act if where == 'in the recipe' else 'pass'}\n"
        f"{act if where == 'at import' else ''}\n"
    )
    done = kitchen("run", str(shift), "--menu", str(menu))
    name = act.removeprefix("del ").removesuffix(" = None")
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert f"a recipe or a policy has set {name}, which belongs to everybody" in done.stderr


def test_it_is_put_back() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("spoil", 1)
        builtins.len = None  # type: ignore[assignment]
        time.monotonic = None  # type: ignore[assignment]

    before = len, time.monotonic
    with pytest.raises(RecipeError, match=r"has set (builtins\.len|time\.monotonic), which"):
        run(Shift([Order(0.0, Recipe(dish))]))
    assert (len, time.monotonic) == before


def test_who_puts_it_back_himself_may_change_it() -> None:
    async def dish(cook: Cook) -> None:
        was, asyncio.sleep = asyncio.sleep, None  # type: ignore[assignment]
        cook.hands("play", 1)
        asyncio.sleep = was

    assert run(Shift([Order(0.0, Recipe(dish))])).served == 1


@pytest.mark.parametrize("error", [ValueError("x"), Stalled()])
def test_what_else_is_wrong_is_its_cause(error: Exception) -> None:
    before = time.monotonic
    with pytest.raises(RecipeError) as refused, no_tampering():
        time.monotonic = None  # type: ignore[assignment]
        raise error
    assert refused.value.__cause__ is error and time.monotonic is before


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt()])
def test_an_error_goes_through_where_nothing_has_changed(error: BaseException) -> None:
    with pytest.raises(type(error)), no_tampering():
        raise error


def test_ctrl_c_goes_through_all_the_same() -> None:
    before = time.monotonic
    with pytest.raises(KeyboardInterrupt), no_tampering():
        time.monotonic = None  # type: ignore[assignment]
        raise KeyboardInterrupt
    assert time.monotonic is before


def test_what_nobody_foresaw_is_one_line_too(tmp_path: Path) -> None:
    shift, menu = tmp_path / "x.toml", tmp_path / "menu.py"
    shift.write_text('name = "x"\n[[orders]]\nat = 0\ndish = "f"\n')
    menu.write_text(
        "import kitchen.runs.headless\nfrom kitchen import recipe\n"
        "@recipe()\nasync def f(cook): ...\n"
        "import sys\nsys.modules['kitchen.runs.headless'].result_of = None\n"
    )
    done = kitchen("run", str(shift), "--menu", str(menu))
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert done.stderr.startswith("kitchen: nobody foresaw this: TypeError: 'NoneType' object is ")
    done = kitchen("run", str(shift), "--menu", str(menu), PYTHONDEVMODE="1")
    assert "Traceback" in done.stderr
