"""The command line for tests: called here, or in a process of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kitchen.cli.main import main

KITCHEN = [sys.executable, "-m", "kitchen"]

HURRIED = [
    sys.executable,
    "-c",
    "import sys, kitchen.usercode.watching as watching; watching.LIMIT = 0.4\n"
    "sys.argv[0] = 'kitchen'\n"
    "from kitchen.__main__ import command; command()",
]
"""The command, where a step may take no more than 0.4 s."""

HEARS_CTRL_C = [
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL)\n"
    "signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])\n"
    "os.execv(sys.argv[1], sys.argv[1:])",
]
"""Before a command: as in a terminal, even if whoever runs the tests ignores SIGINT, which children
inherit."""

PATIENCE = 60.0
"""Seconds after which a child is killed."""


@contextlib.contextmanager
def started(*command: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A child that hears Ctrl-C, and outlives neither the test nor our `PATIENCE`."""
    child = subprocess.Popen(
        [*HEARS_CTRL_C, *command],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, **environment},
    )  # fmt: skip
    end = threading.Timer(PATIENCE, child.kill)
    end.daemon = True
    end.start()
    try:
        yield child
    finally:
        child.kill()
        child.communicate(timeout=PATIENCE)
        end.cancel()


def kitchen(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own. A variable that is None is not there."""
    variables = {**os.environ, **environment}
    return subprocess.run(
        [*KITCHEN, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={name: value for name, value in variables.items() if value is not None},
        check=False,
    )


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line with which the command refuses."""
    try:
        status = main(arguments)
    except SystemExit as exit_:
        status = int(exit_.code or 0)
    captured = capsys.readouterr()
    assert status == 2, captured
    assert captured.out == ""
    assert captured.err.startswith("kitchen")
    assert captured.err.count("\n") == 1, captured.err
    return captured.err


def forbid(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Nobody may look into that folder, root neither."""
    real = os.stat

    def stat(path: str | Path, **options: bool) -> os.stat_result:
        if isinstance(path, str | Path) and folder in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **options)

    monkeypatch.setattr("os.stat", stat)
    monkeypatch.setattr("pathlib.Path.stat", stat)
