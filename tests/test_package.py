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
