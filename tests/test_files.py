"""Files: the old one or the new one, and nothing between."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.commandline import refused

from kitchen.files import look, read_whole, reason, remove_leftovers, write_whole
from kitchen.keep.keep import Keep
from kitchen.keep.settings import Settings

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


# -- what writers that were killed have left ---------------------------------------------------


def left(folder: Path, name: str, hours: float = 25.0) -> Path:
    """What a writer leaves that was killed so long ago."""
    path = folder / f".{name}.{'0123456789abcdef'}.new"
    path.write_bytes(b"half of i")
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_what_was_left_of_a_file_is_removed_when_it_is_written(tmp_path: Path) -> None:
    old, others = left(tmp_path, "jar.json"), left(tmp_path, "pot.json")
    write_whole(tmp_path / "jar.json", b"new")
    assert not old.exists() and others.exists()


def test_what_somebody_may_be_writing_stays(tmp_path: Path) -> None:
    young = left(tmp_path, "jar.json", hours=23.0)
    write_whole(tmp_path / "jar.json", b"new")
    remove_leftovers(tmp_path)
    assert young.exists()


@pytest.mark.parametrize(
    "name", ["jar.json.new", ".jar.json.new", ".jar.json.0123.new", ".0123456789abcdef.new",
             ".jar.json.0123456789abcdeX.new", ".jar.json.0123456789abcdef.new.txt"],
)  # fmt: skip
def test_what_only_looks_alike_stays(tmp_path: Path, name: str) -> None:
    own = tmp_path / name
    own.write_bytes(b"mine")
    os.utime(own, (0, 0))
    write_whole(tmp_path / "jar.json", b"new")
    remove_leftovers(tmp_path)
    assert own.read_bytes() == b"mine"


@POSIX
def test_no_link_and_no_folder_is_removed(tmp_path: Path) -> None:
    link, folder = left(tmp_path, "a"), left(tmp_path, "b")
    for path in (link, folder):
        path.unlink()
    link.symlink_to(tmp_path / "x")
    folder.mkdir()
    os.utime(folder, (0, 0))
    os.utime(link, (0, 0), follow_symlinks=False)
    remove_leftovers(tmp_path)
    assert link.is_symlink() and folder.is_dir()


def test_where_one_may_not_look_nothing_is_removed_and_nothing_raised(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    remove_leftovers(tmp_path / "file")


def test_a_long_name_leaves_what_can_be_found_again(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120)
    old = left(tmp_path, path.name[:40])
    write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path] and not old.exists()


@POSIX
def test_a_writer_that_is_killed_leaves_nothing_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "jar.json"
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom kitchen.files import write_whole\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_whole(Path(sys.argv[1]), b'new')\n"
    )
    for _ in range(2):
        subprocess.run([sys.executable, "-c", script, str(path)], check=False, timeout=60)
    found = list(tmp_path.iterdir())
    assert len(found) == 2 and not path.exists()
    write_whole(path, b"new")
    assert sorted(tmp_path.iterdir()) == sorted([*found, path])
    for file in found:
        os.utime(file, (0, 0))
    write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


# -- reading -----------------------------------------------------------------------------------


def test_a_file_is_read_up_to_a_size(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_whole(path, 5) == b"12345"
    with pytest.raises(OSError, match="5 bytes, at most 4"):
        read_whole(path, 4)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(10**11)
    with pytest.raises(OSError, match="it is too large: 100,000,000,000 bytes, at most 1,000"):
        read_whole(path, 1000)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="it is a directory"):
        read_whole(tmp_path, 9)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def server(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def device(name: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(f"/dev/{name}")


ODD = {"pipe": pipe, "socket": server} | {
    name: device(name) for name in ("zero", "full", "null", "random") if Path("/dev", name).exists()
}


@POSIX
@pytest.mark.parametrize("kind", ODD)
def test_what_could_be_read_for_ever_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    ODD[kind](tmp_path / "odd")
    monkeypatch.setattr("os.open", None)
    with pytest.raises(OSError, match="it is no ordinary file") as caught:
        read_whole(tmp_path / "odd", 1000)
    assert reason(caught.value) == "it is no ordinary file"


@POSIX
@pytest.mark.parametrize("kind", ODD)
def test_wherever_the_command_reads_it_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("x.toml", "x.py", "x.json"):
        ODD[kind](tmp_path / name)
    for call in (
        ("run", "x.toml"),
        ("compare", "x.toml"),
        ("run", "egg-and-chicken", "--menu", "x.py"),
        ("run", "egg-and-chicken", "--policy", "x.py:f"),
        ("replay", "x.json"),
    ):
        name = next(word for word in call if word.startswith("x.")).removesuffix(":f")
        assert refused(capsys, *call) == f"kitchen: {name}: it is no ordinary file\n"


@POSIX
@pytest.mark.parametrize("kind", ODD)
def test_the_keep_leaves_it_alone_and_play_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("settings.json", "progress.json", "scores.json"):
        ODD[kind](tmp_path / name)
    keep = Keep(tmp_path)
    assert keep.set_settings(Settings(text="large")).text == "large"
    told = [message for message in keep.take_messages() if "it is no ordinary file" in message]
    assert len(told) == 3 and sorted(path.name for path in tmp_path.iterdir()) == [
        "progress.json", "scores.json", "settings.json",
    ]  # fmt: skip
    target = Path(os.path.realpath(tmp_path / "settings.json"))
    assert not list(target.parent.glob("*damaged*")) and not list(target.parent.glob("keep.lock"))


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="has no /dev/fd")
def test_a_pipe_of_a_shell_that_nothing_comes_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kitchen.files.PIPE_PATIENCE", 0.01)
    reading, writing = os.pipe()
    try:
        os.write(writing, b"begun")
        with pytest.raises(OSError, match=r"nothing came of it for 0\.01 s"):
            read_whole(Path(f"/dev/fd/{reading}"), 1000)
        os.write(writing, b"0123456789")
        with pytest.raises(OSError, match="it is too large: more than 9 bytes"):
            read_whole(Path(f"/dev/fd/{reading}"), 9)
    finally:
        os.close(reading)
        os.close(writing)
