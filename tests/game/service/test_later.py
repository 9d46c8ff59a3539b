"""What the first picture does not wait for: it is not loaded by then, and soon is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import kitchen.game

FEW = 2
"""Modules of ours that may be loaded within one frame: one, and the package it stands in."""

TOLD = """
import sys
from kitchen.game.service.later import later
import kitchen.game.app
def ours(): return {name for name in sys.modules if name.startswith("kitchen.")}
late = {"kitchen." + name for name in sys.argv[1:]}
print(*sorted(ours() & late))
print(*sorted(name for name in ours() if name.startswith("kitchen.game.results")))
had = ours()
for _ in later():
    print(len(ours() - had), end=" ")
    had = ours()
print()
print(*sorted(late - had))
for name in sorted(late):
    __import__(name)
print(*sorted(ours() - had))
"""


WHERE_WANTED = re.compile(r" from kitchen\.(\S+) import .*# see `later`")


def late() -> list[str]:
    """The modules that are imported where they are wanted because they come later."""
    files = Path(kitchen.game.__path__[0]).rglob("*.py")
    found = {name for file in files for name in WHERE_WANTED.findall(file.read_text("utf-8"))}
    return sorted(found)


def test_what_comes_later_is_loaded_later_one_module_at_a_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD, *late()],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    at_first, results, steps, missing, left = done.stdout.split("\n")[:5]
    assert (at_first, results) == ("", "")
    assert all(0 < int(step) <= FEW for step in steps.split())
    assert (missing, left) == ("", "")


def test_no_numpy_is_loaded_for_a_shift_that_is_played() -> None:
    play = "kitchen.game.app.play(Options(load_shift('egg-and-chicken'), frames=1))"
    code = (
        "import sys, kitchen.game.app\n"
        "from kitchen.game.shell.options import Options\n"
        "from kitchen.cookbook.load import load_shift\n"
        f"{play}\nprint('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "False"
