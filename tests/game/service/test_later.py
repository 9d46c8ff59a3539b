"""What the first picture does not wait for: it is not loaded by then, and soon is."""

from __future__ import annotations

import subprocess
import sys

FEW = 2
"""Modules of ours that may be loaded within one frame: one, and the package it stands in."""

TOLD = """
import sys
from kitchen.game.service.later import later
import kitchen.game.app
def ours(): return {name for name in sys.modules if name.startswith("kitchen.")}
late = {"kitchen.game.service.closing", "kitchen.game.service.pause", "kitchen.game.cards.help"}
print(*sorted(ours() & late))
print(*sorted(name for name in ours() if name.startswith("kitchen.game.results")))
had = ours()
for _ in later():
    print(len(ours() - had), end=" ")
    had = ours()
print()
print(*sorted(late - had))
import kitchen.game.service.closing, kitchen.game.service.pause, kitchen.game.cards.help
print(*sorted(ours() - had))
"""


def test_what_comes_later_is_loaded_later_one_module_at_a_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD], capture_output=True, text=True, timeout=60, check=True
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
