"""A program that wants to end all is a program that failed: the kitchen goes on."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run, run


def ran(body: str) -> Run:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    source = f"import asyncio, os, sys\n\n\nasync def main():\n{lines}\n\nasyncio.run(main())\n"
    return run(Program(source))


IN_A_TASK = "async def f():\n    {}\nawait asyncio.gather(f())"


@pytest.mark.parametrize("way", ["sys.exit(3)", "os._exit(3)", "raise SystemExit(3)"])
def test_who_leaves_has_left_with_that_number(way: str) -> None:
    for body in (way, IN_A_TASK.format(way)):
        trouble = ran(body).trouble
        assert trouble is not None and trouble.words.endswith("SystemExit: 3") and trouble.line


def test_a_thread_that_leaves_ends_nothing_else() -> None:
    trouble = ran("await asyncio.to_thread(os._exit, 4)").trouble
    assert trouble is not None and trouble.kind == "SystemExit"


def test_os_exit_is_as_ever_afterwards() -> None:
    before = os._exit
    ran("os._exit(1)")
    assert os._exit is before


def test_ctrl_c_of_a_program_is_its_own() -> None:
    body = "raise KeyboardInterrupt"
    with pytest.raises(KeyboardInterrupt):
        ran(body)  # nobody knows whose it is
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        troubles = [ran(each).trouble for each in (body, IN_A_TASK.format(body))]
    finally:
        signal.signal(signal.SIGINT, before)
    assert [one and one.kind for one in troubles] == ["KeyboardInterrupt"] * 2


def test_nobody_types() -> None:
    before = sys.stdin
    trouble = ran("input()").trouble
    assert trouble is not None and trouble.kind == "EOFError"
    assert ran("print(repr(sys.stdin.read()))").prints == ["''"]
    assert sys.stdin is before
