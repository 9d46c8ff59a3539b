"""Files: the old one or the new one, and nothing between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kitchen.files import reason, write_whole

CRASH = """
import os, sys
from pathlib import Path
from kitchen import files

def crash(new, old):
    assert new.read_bytes() == b"new"
    os._exit(7)

files._replace = crash
files.write_whole(Path(sys.argv[1]), b"new")
"""


def test_a_file_is_replaced_by_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "jar.json"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_crash_before_the_end_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "jar.json"
    path.write_bytes(b"old")
    crashed = subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    assert crashed.returncode == 7
    assert path.read_bytes() == b"old"
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer" and list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jar.json"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kitchen.files.os.fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert reason(caught.value) == "No space left on device"
    assert path.read_bytes() == b"old"
