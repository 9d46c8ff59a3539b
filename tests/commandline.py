"""The command line for tests: called here, or in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kitchen.cli import main

KITCHEN = [sys.executable, "-m", "kitchen"]


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
