# ruff: noqa: E501 - programs in a table
"""Nasty recipes: whatever they do, the command ends, with one line that names them and status 2.

Each runs in a process of its own, several at once, where a step may take 0.4 s instead of three.
"""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tools.commandline import HURRIED, PATIENCE, started

IMPORTS = "import asyncio, contextlib, gc, queue, re, signal, sys, threading, time\n"
DISH = IMPORTS + "from kitchen import recipe\n@recipe()\nasync def dish(cook):\n"
CLASS = IMPORTS + "from kitchen import recipe\nclass Odd:\n"
THEN = "@recipe()\nasync def dish(cook):\n"
SHIFT = 'name = "x"\nstations = {hob = 1}\n[[orders]]\nat = 0\ndish = "dish"\n'

NEVER = "never ends: it has run for 0.4 s without an await"
DEAF = "    while True:  #\n        try:  #\n            while True: pass  #\n        finally: continue  #\n"
SPINS = "    while True: pass  #\n"

STEPS = {
    "swallows what ends it": (DISH + DEAF, NEVER),
    "goes on after it": (
        DISH + "    for _ in range(999):\n        try:\n            while True: pass  #\n"
        "        except: pass\n        await cook.timer('x', 1)\n",
        NEVER,
    ),
    "in a finalizer": (
        CLASS + "    def __del__(self):\n        while True: pass  #\n" + THEN + "    Odd()\n",
        NEVER,
    ),
    "in every finalizer": (
        CLASS
        + "    def __del__(self):\n        while True: pass  #\n"
        + THEN
        + "    for _ in range(999):\n        Odd()\n        await cook.timer('x', 1)\n",
        NEVER,
    ),
    "in the words of an error": (
        CLASS.replace("Odd", "Odd(Exception)")
        + "    def __str__(self):\n        while True: pass  #\n"
        + THEN
        + "    raise Odd\n",
        NEVER,
    ),
    "as an awaitable": (
        CLASS
        + "    def __await__(self):\n        while True: pass  #\n        yield\n"
        + THEN
        + "    await Odd()\n",
        NEVER,
    ),
    "in an exit": (
        CLASS + "    async def __aenter__(self): pass\n    async def __aexit__(self, *_):\n"
        "        while True: pass  #\n" + THEN + "    async with Odd(): await cook.timer('x', 1)\n",
        NEVER,
    ),
    "in a property": (
        CLASS
        + "    @property\n    def x(self):\n        while True: pass  #\n"
        + THEN
        + "    Odd().x\n",
        NEVER,
    ),
    "in a generator": (
        DISH
        + "    def numbers():\n        while True: pass  #\n        yield\n    next(numbers())\n",
        NEVER,
    ),
    "in an asynchronous generator that was left": (
        IMPORTS
        + "from kitchen import recipe\nasync def odd():\n    try:\n        while True: yield 1\n"
        "    finally:\n        while True: pass  #\n"
        + THEN
        + "    async for _ in odd(): break\n    gc.collect()\n    await cook.timer('x', 5)\n",
        NEVER,
    ),
    "in a coroutine that is dropped": (
        DISH + "    async def odd():\n        try: await asyncio.sleep(9)\n        finally:\n"
        "            while True: pass  #\n    c = odd(); c.send(None); del c\n",
        NEVER,
    ),
    "waits for a lock": (DISH + "    a = threading.Lock(); a.acquire(); a.acquire()  #\n", NEVER),
    "waits for a queue": (DISH + "    queue.Queue().get()  #\n", NEVER),
    "waits for a keyboard": (DISH + "    input()  #\n", NEVER),
    "looks for a pattern": (DISH + "    re.match('(a+)+$', 'a' * 50 + 'b')  #\n", NEVER),
    "makes tasks": (
        DISH + "    async def odd(): await asyncio.Event().wait()\n"
        "    while True: asyncio.create_task(odd())  #\n",
        "never ends: it",
    ),
}
LATER = {
    "call_soon": (
        DISH
        + "    def odd():\n        while True: pass  #\n    asyncio.get_running_loop().call_soon(odd)\n"
        "    await cook.timer('x', 5)\n",
        NEVER,
    ),
    "call_later": (
        DISH + "    def odd():\n        while True: pass  #\n"
        "    asyncio.get_running_loop().call_later(1, odd)\n    await cook.timer('x', 5)\n",
        NEVER,
    ),
    "a callback that blocks": (
        IMPORTS + "from kitchen import recipe\n@recipe()  #\nasync def dish(cook):\n"
        "    a = threading.Lock(); a.acquire()\n    asyncio.get_running_loop().call_soon(a.acquire)\n"
        "    await cook.timer('x', 5)\n",
        NEVER,
    ),
    "when a task is done": (
        DISH
        + "    def odd(_):\n        while True: pass  #\n    task = asyncio.create_task(asyncio.sleep(1))\n"
        "    task.add_done_callback(odd)\n    await task\n",
        NEVER,
    ),
    "a finalizer that only the collector calls": (
        CLASS + "    def __init__(self): self.me = self\n    def __del__(self):\n"
        "        while True: pass  #\n" + THEN + "    Odd()\n    gc.collect()\n",
        NEVER,
    ),
}
LEFT = {
    "a stall, and a loop in finally": (
        DISH + "    try: await asyncio.Event().wait()  #\n    finally:\n        while True: pass\n",
        "has stalled: order 1 (dish) waits for an event",
    ),
    "a stall, and an end that is swallowed": (
        DISH
        + "    while True:\n        try: await asyncio.Event().wait()  #\n        except: pass\n",
        "has stalled: order 1 (dish) waits for an event",
    ),
    "a stall, and Ctrl-C of its own": (
        DISH + "    try: await asyncio.Event().wait()  #\n    finally: raise KeyboardInterrupt\n",
        "has stalled: order 1 (dish) waits for an event",
    ),
    "a stall, and a manager that hangs": (
        IMPORTS
        + "from kitchen import recipe\n@contextlib.contextmanager\ndef odd():\n    try: yield\n"
        "    finally:\n        while True: pass\n"
        + THEN
        + "    with odd(): await asyncio.Event().wait()  #\n",
        "has stalled: order 1 (dish) waits for an event",
    ),
    "an error, and tasks that cannot be closed": (
        DISH
        + "    async def odd():\n        while True:\n            try: await asyncio.sleep(9)\n"
        "            except BaseException: pass\n    for _ in range(999): asyncio.create_task(odd())\n"
        "    await asyncio.sleep(1)\n    raise ValueError('now')  #\n",
        "raised ValueError: now",
    ),
    "an error, and tasks that loop when closed": (
        DISH + "    async def odd():\n        try: await asyncio.sleep(9)\n        finally:\n"
        "            while True: pass\n    for _ in range(999): asyncio.create_task(odd())\n"
        "    await asyncio.sleep(1)\n    raise ValueError('now')  #\n",
        "raised ValueError: now",
    ),
    "an error, and coroutines forgotten": (
        DISH
        + "    async def odd(): pass\n    for _ in range(9999): odd()\n    raise ValueError('now')  #\n",
        "raised ValueError: now",
    ),
    "a timer in a loop that swallows": (
        IMPORTS
        + "from kitchen import recipe\n@recipe()  #\nasync def dish(cook):\n"
        + "    while True:\n        try: await cook.timer('simmer', 10)  #\n        except: pass  #\n",
        "order 1 (dish) never ends: ",
    ),
}
IMPORTED = "it never ends: it has run for"
FILES = {
    "loops": ("while True: pass  #\n", IMPORTED),
    "swallows": (DEAF.replace("    while True:  #", "while True:  #", 1), IMPORTED),
    "sleeps": ("import time\ntime.sleep(99)  #\n", IMPORTED),
    "asks": ("input()  #\n", IMPORTED),
    "decorates": (
        "from kitchen import recipe\ndef odd(f):\n    while True: pass  #\n@recipe()\n@odd\n"
        "async def dish(cook): pass\n",
        IMPORTED,
    ),
    "loops in the words of its error": (
        "class Odd(Exception):\n    def __str__(self):\n        while True: pass  #\nraise Odd\n",
        IMPORTED,
    ),
    "raises in the words of its error": (
        "class Odd(Exception):\n    def __str__(self): raise ValueError\nraise Odd  #\n",
        "Odd: what it is cannot be told",
    ),
}
FINE = {
    "leaves a thread": (DISH + "    threading.Thread(target=threading.Event().wait).start()\n", ""),
    "leaves a timer": (DISH + "    threading.Timer(99, print).start()\n", ""),
    "leaves an exit hook": (
        "import atexit\ndef odd():\n    while True: pass\natexit.register(odd)\n"
        + DISH
        + "    pass\n",
        "",
    ),
    "leaves a finalizer": (
        CLASS
        + "    def __del__(self):\n        while True: pass\nodd = Odd()\n"
        + THEN
        + "    pass\n",
        "",
    ),
    "forgets tasks": (
        DISH
        + "    import contextvars\n    async def odd(): await asyncio.get_running_loop().create_future()\n"
        "    for _ in range(999): asyncio.create_task(odd(), context=contextvars.Context())\n"
        "    await asyncio.sleep(1)\n    gc.collect()\n    await asyncio.sleep(1)\n",
        "kitchen: Task was destroyed but it is pending!\n",
    ),
    "raises in finalizers": (
        CLASS
        + "    def __del__(self): raise ValueError\n"
        + THEN
        + "    for _ in range(999): Odd()\n",
        "kitchen: ValueError in Odd.__del__, where nobody hears it ({menu}:4)\n",
    ),
    "raises in a thread": (
        DISH
        + "    thread = threading.Thread(target=lambda: 1 / 0); thread.start(); thread.join()\n",
        "kitchen: ZeroDivisionError in a thread of a recipe ({menu}:5)\n",
    ),
}


def served(folder: Path, name: str, text: str, *command: str) -> tuple[Path, int, str]:
    """The menu, and how the command ended that cooks it: its status and what it complained of."""
    menu = folder / f"{name.replace(' ', '_')}.py"
    shift = menu.with_suffix(".toml")  # its own: another may be read at this moment
    menu.write_text(text)
    shift.write_text(SHIFT)
    first, *more = command or ("run",)
    call = [*HURRIED, first, str(shift), "--menu", str(menu), *more]
    with started(
        *call, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", KITCHEN_HOME=str(folder)
    ) as child:
        assert child.stderr is not None
        err = child.stderr.read()
        return menu, child.wait(PATIENCE), err


def all_served(
    folder: Path, cases: dict[str, tuple[str, str]], *command: str
) -> dict[str, tuple[Path, int, str]]:
    """Several at once; all of them have their standard input open."""
    with ThreadPoolExecutor(4) as pool:
        ends = pool.map(lambda name: served(folder, name, cases[name][0], *command), cases)
        return dict(zip(cases, ends, strict=True))


def marked(menu: Path) -> list[str]:
    """``file:line`` of the lines with a mark: in a loop, more than one will do."""
    lines = menu.read_text().splitlines()
    return [f"{menu.name}:{n}" for n, line in enumerate(lines, 1) if line.endswith("#")]


@pytest.mark.parametrize(
    "cases", [STEPS, LATER, LEFT, FILES], ids=["steps", "later", "left", "files"]
)
def test_it_ends_with_one_line(tmp_path: Path, cases: dict[str, tuple[str, str]]) -> None:
    for name, (menu, status, err) in all_served(tmp_path, cases).items():
        assert status == 2 and err.count("\n") == 1, (name, status, err)
        assert err.startswith("kitchen: ") and cases[name][1] in err, (name, err)
        assert any(place in err for place in marked(menu)), (name, err)


OTHER = {name: (STEPS | LATER | FILES)[name] for name in ("in a finalizer", "call_later", "loops")}
OTHER["swallows what ends it"] = STEPS["swallows what ends it"]


@pytest.mark.parametrize(
    "command", [("compare",), ("run", "--policy", "shortest"), ("play", "--autopilot")]
)
def test_so_do_other_commands(tmp_path: Path, command: tuple[str, ...]) -> None:
    for name, (menu, status, err) in all_served(tmp_path, OTHER, *command).items():
        assert status == 2 and err.count("\n") == 1, (name, status, err)
        assert any(place in err for place in marked(menu)), (name, err)


def test_what_is_left_behind_holds_nobody_and_floods_nothing(tmp_path: Path) -> None:
    for name, (menu, status, err) in all_served(tmp_path, FINE).items():
        assert (status, err) == (0, FINE[name][1].format(menu=menu)), name


def test_a_policy_that_cannot_be_stopped(tmp_path: Path) -> None:
    policy = tmp_path / "policy.py"
    policy.write_text("def odd(hands, now):\n" + DEAF)
    call = [*HURRIED, "run", "egg-and-chicken", "--policy", f"{policy}:odd"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert done.stderr.startswith(
        "kitchen: policy odd never ends: it has run for 0.4 s without an answer"
    )
    assert any(place in done.stderr for place in marked(policy))
