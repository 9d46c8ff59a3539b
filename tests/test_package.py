"""The package: its names are there when they are asked for, and not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kitchen

ROOT = Path(kitchen.__file__).parents[1]


def told(code: str) -> str:
    """What a fresh interpreter prints that knows this package and no other."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r})\n{code}"],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_next_to_nothing_is_imported_before_ctrl_c_is_known() -> None:
    code = "import os\nknown = set(sys.modules)\nimport kitchen.__main__\n"
    loaded = set(told(code + "print(*set(sys.modules) - known)").split())
    assert loaded - {"_signal"} == {
        "__future__", "kitchen", "kitchen.__main__", "kitchen.stopping",
    }  # fmt: skip


HEAVY = {
    "asyncio", "ctypes", "dataclasses", "inspect", "json", "msgspec", "pathlib", "pygame", "random",
    "secrets", "shutil", "sysconfig", "threading", "tomllib", "typing",
}  # fmt: skip
"""What takes its time to import."""

FOR_A_RUN = {
    "asyncio", "dataclasses", "inspect", "json", "msgspec", "pathlib", "threading", "tomllib",
    "typing",
}  # fmt: skip
"""What a run of the house's does not go without."""

LAB = {"kitchen.lab", "kitchen.lab.named"}
"""Which knows the shifts of a date by name."""

LOADED = """
import os, sys
known, leave = set(sys.modules), os._exit
def tell(status):
    print("\\n", *(set(sys.modules) - known), flush=True)
    leave(status)
os._exit, sys.argv = tell, ["kitchen", *sys.argv[1:]]
from kitchen.__main__ import command
command()
"""


def loaded_by(*command: str) -> set[str]:
    """The modules that a command has loaded by its end."""
    call = [sys.executable, "-c", LOADED, *command]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.splitlines()[-1].split())


def loaded_by_argparse() -> set[str]:
    """What the library takes to print a help, which is more from Python 3.14 on."""
    program = "import argparse, sys; argparse.ArgumentParser().format_help(); print(*sys.modules)"
    call = [sys.executable, "-c", program]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())


def test_help_needs_next_to_nothing() -> None:
    loaded = loaded_by("--help")
    assert not (loaded - loaded_by_argparse()) & HEAVY
    assert {name for name in loaded if name.startswith("kitchen")} == {
        "kitchen", "kitchen.__main__", "kitchen.cli", "kitchen.cli.main", "kitchen.cli.parser",
        "kitchen.stopping", "kitchen.terminal",
    }  # fmt: skip


def test_a_run_needs_no_game_no_laboratory_and_nothing_for_a_rainy_day() -> None:
    loaded = loaded_by("run", "egg-and-chicken", "--json")
    assert loaded & HEAVY <= FOR_A_RUN
    rooms = {name.split(".")[1] for name in loaded - LAB if name.startswith("kitchen.")}
    assert not rooms & {"game", "keep", "lab", "report"}


def test_every_name_is_there() -> None:
    assert set(kitchen.__all__) <= set(dir(kitchen))
    assert all(getattr(kitchen, name) is not None for name in kitchen.__all__)


def test_no_name_hides_a_module_of_its_name() -> None:
    folder = Path(kitchen.__file__).parent
    modules = {path.name.removesuffix(".py") for path in folder.iterdir()}
    assert not modules & set(kitchen.__all__)


def test_a_module_is_found_as_well() -> None:
    import kitchen.runs

    assert kitchen.runs is sys.modules["kitchen.runs"]
    assert kitchen.loop is sys.modules["kitchen.loop"]


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'kitchen' has no attribute 'oven'"):
        getattr(kitchen, "oven")  # noqa: B009
    assert not hasattr(kitchen, "__path_hooks__")
