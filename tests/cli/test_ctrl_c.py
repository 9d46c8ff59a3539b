"""Ctrl-C ends the command at once, wherever it comes: with one line, status 130 and no traceback.

It comes at a call of a function that is counted, not after a time. A child hears it even if whoever
runs the tests does not.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tools.commandline import PATIENCE, started

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to one child"
)

STOPPED = (130, "\nkitchen: stopped\n")

COUNTED = """
import os, signal, sys
from kitchen.__main__ import command
at, sys.argv = int(sys.argv[1]), ["kitchen", *sys.argv[2:]]
calls = 0
def count(frame, event, argument):
    global calls
    calls += 1
    if calls in (at, at + 3):
        os.kill(os.getpid(), signal.SIGINT)
def told(status, leave=os._exit):
    sys.setprofile(None)
    print(calls, file=sys.stderr, flush=True)
    leave(status)
if not at:
    os._exit = told
sys.setprofile(count)
try:
    command()
except SystemExit as end:
    os._exit(end.code)
"""
"""Ctrl-C at that call or return of a function, Python's or C's, and once more soon after; at 0, how
many there are."""

MENU = """
import asyncio
from kitchen import recipe
@recipe()
async def dish(cook):
    async def left():
        try:
            await asyncio.Event().wait()
        except BaseException:
            await asyncio.Event().wait()
    tasks = [asyncio.create_task(left()) for _ in range(9)]
    try:
        await cook.timer("boil", 9)
        raise ValueError("now")
    finally:
        sum(map(len, map(str, range(999))))
"""
SHIFT = 'name = "x"\n[[orders]]\nat = 0\ndish = "dish"\n'


def ended(home: Path, at: int, *command: str) -> tuple[int, str]:
    call = [sys.executable, "-c", COUNTED, str(at), *command]
    with started(
        *call, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", KITCHEN_HOME=str(home)
    ) as child:
        assert child.stderr is not None and child.stdout is not None
        with ThreadPoolExecutor(1) as pool:
            pool.submit(child.stdout.read)
            err = child.stderr.read()
        return child.wait(PATIENCE), err


@pytest.mark.parametrize("command", ["list", "run", "compare", "refused", "mistaken", "play"])
def test_wherever_it_comes(tmp_path: Path, command: str) -> None:
    menu, shift = tmp_path / "menu.py", tmp_path / "x.toml"
    menu.write_text(MENU)
    shift.write_text(SHIFT)
    call = {
        "list": ["list"],
        "run": ["run", "egg-and-chicken", "--json", "--facts", str(tmp_path / "facts.jsonl")],
        "compare": ["compare", "egg-and-chicken", "--policy", "shortest"],
        "refused": ["run", "egg-and-chicken", "--mode"],
        "mistaken": ["run", str(shift), "--menu", str(menu)],
        "play": ["play", "egg-and-chicken", "--frames", "3"],
    }[command]
    calls = int(ended(tmp_path, 0, *call)[1].split()[-1])
    points = [1 + calls * n // 12 for n in range(12)]  # the last well before the end
    with ThreadPoolExecutor(3) as pool:
        ends = list(pool.map(lambda at: ended(tmp_path, at, *call), points))
    assert dict(zip(points, ends, strict=True)) == dict.fromkeys(points, STOPPED)
    assert not list(tmp_path.glob(".*"))  # of a file half written nothing is left


LATE = """
import atexit, sys
atexit.register(print, "TOO LATE")
from kitchen.__main__ import command
sys.argv = ["kitchen", *sys.argv[1:]]
command()
"""


@pytest.mark.parametrize("command", ["list", "--help", "lost"])
def test_nothing_is_waited_for_at_the_end(command: str) -> None:
    with started(sys.executable, "-c", LATE, command) as child:
        out, err = child.communicate(timeout=PATIENCE)
        assert child.returncode == (2 if command == "lost" else 0)
        assert "kitchen" in out + err and "TOO LATE" not in out


IGNORED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
from kitchen.__main__ import command
os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["kitchen", "list"]
command()
"""


def test_a_job_in_the_background_goes_on() -> None:
    with started(sys.executable, "-c", IGNORED) as child:
        out, err = child.communicate(timeout=PATIENCE)
        assert (child.returncode, err) == (0, "") and "lunch-rush" in out


@pytest.mark.parametrize(
    ("at_first", "then"),
    [
        ("signal.signal(signal.SIGINT, signal.SIG_IGN)", "pass"),
        ("pass", "signal.signal(signal.SIGINT, lambda *_: None)"),
    ],
)
def test_a_menu_that_changes_what_ctrl_c_does(tmp_path: Path, at_first: str, then: str) -> None:
    menu, shift = tmp_path / "menu.py", tmp_path / "x.toml"
    menu.write_text(
        f"import os, signal, threading\n{at_first}\n"
        f"from kitchen import recipe\n@recipe()\nasync def dish(cook):\n    {then}\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n    threading.Event().wait()\n"
    )
    shift.write_text(SHIFT)
    call = [sys.executable, "-m", "kitchen", "run", str(shift), "--menu", str(menu)]
    with started(*call) as child:
        _, err = child.communicate(timeout=PATIENCE)
        assert (child.returncode, err) == STOPPED
