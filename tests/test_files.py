"""Files: the old one or the new one, and nothing between."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kitchen.files import look, reason, write_whole

POSIX = pytest.mark.skipif(
    os.name == "nt", reason="of links, pipes and permissions as POSIX has them"
)

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
    crashed = subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False, timeout=60)
    assert crashed.returncode == 7
    assert path.read_bytes() == b"old"
    write_whole(path, b"newer")
    assert path.read_bytes() == b"newer" and list(tmp_path.glob("[!.]*")) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "jar.json"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kitchen.files.os.fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert reason(caught.value) == "No space left on device"
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_a_file_of_the_users_beside_it_stays(tmp_path: Path) -> None:
    path, own = tmp_path / "jar.json", tmp_path / "jar.json.new"
    own.write_bytes(b"mine")
    write_whole(path, b"new")
    assert own.read_bytes() == b"mine"


def test_a_name_of_the_greatest_length_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


@POSIX
def test_a_link_is_followed(tmp_path: Path) -> None:
    there, link = tmp_path / "there.json", tmp_path / "link.json"
    link.symlink_to(there)
    for data in (b"new", b"newer"):
        write_whole(link, data)
        assert link.is_symlink() and not there.is_symlink() and there.read_bytes() == data


@POSIX
def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "jar.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(path, b"new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert path.is_fifo() and list(tmp_path.iterdir()) == [path]


def test_there_is_nothing_behind_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert look(tmp_path / "file" / "x") is None and look(tmp_path / "no" / "x") is None
    assert look(tmp_path / "file") is not None


@POSIX
def test_where_one_cannot_look_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        look(tmp_path / ("x" * 300))
