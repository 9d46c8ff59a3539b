"""Files: read within bounds, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import select
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from kitchen.stopping import unfinished

TRIES = 20
"""On Windows, how often to try to put a file in the place of one that somebody is reading: another
copy of the game, or a virus scanner."""


NEW = re.compile(r"\..{1,40}\.[0-9a-f]{16}\.new", re.DOTALL)
"""The name of a file while it is being written, beside the one whose place it takes."""

LEFT_BEHIND = 24 * 3600.0
"""Seconds of wall time after the last byte from which on nobody is writing a file any more: the
next one comes within some milliseconds, or as long as a laptop sleeps."""

SHELLS = (Path("/dev/fd"), Path("/proc/self/fd"))
"""Where a shell puts what it gives in place of a file."""

ASIDE = 32_000_000
"""Bytes that are set aside in memory."""

PIPE_PATIENCE = 5.0
"""Seconds of wall time without a byte from such a pipe, after which it counts as one without
end; or without anybody who reads what is to be written into one."""


class NotAFile(OSError):
    """What is there is no ordinary file, or a larger one than anybody means."""


def given_by_a_shell(path: Path) -> bool:
    """In place of a file, as in ``--menu <(program)``."""
    return path.parent in SHELLS


def read_whole(path: Path, most: int) -> bytes:
    """The bytes of an ordinary file, of which there are ``most`` at most.

    A pipe, a socket or a device could have us wait for ever, or never end: they are refused before
    they are opened, but for a pipe that a shell gives. Raises `OSError`, in whose words `reason`.
    """
    there = path.stat()
    given = stat.S_ISFIFO(there.st_mode) and given_by_a_shell(path)
    if stat.S_ISDIR(there.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a directory")
    if not stat.S_ISREG(there.st_mode) and not given:
        raise NotAFile(errno.EINVAL, "it is no ordinary file")
    if there.st_size > most:
        raise NotAFile(errno.EFBIG, f"it is too large: {there.st_size:,} bytes, at most {most:,}")
    with open(path, "rb", buffering=0, opener=_at_once) as file:
        data = _from_pipe(file, most + 1) if given else file.read(most + 1) or b""
    if len(data) > most:
        raise NotAFile(errno.EFBIG, f"it is too large: more than {most:,} bytes")
    return data


def _at_once(name: str, flags: int) -> int:
    """Open it without waiting, should it be something else by now."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _from_pipe(file: io.FileIO, most: int) -> bytes:
    data = b""
    while len(data) < most:
        if not select.select([file], [], [], PIPE_PATIENCE)[0]:
            raise NotAFile(errno.ETIMEDOUT, f"nothing came of it for {PIPE_PATIENCE:g} s")
        if not (more := file.read(most - len(data))):
            break
        data += more
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that whoever reads it, even after a crash, finds the old or the new one.

    Follows links, and keeps the old file's permissions. What is there and no ordinary file, like
    a pipe or a device, is written into. Of several writers at once one wins; they must not all
    write: see `kitchen.keep.keptfile`. Raises `OSError`, and then the old file is as it was. What a
    writer that was killed has left of this file is removed, see `remove_leftovers`.
    """
    with writing(path) as file:
        file.write(data)


SOON = 8192
"""Bytes that are held back from a device at most: newer Pythons hold back more."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A file to be written bit by bit and, as by `write_whole`, as a whole: it takes the other's
    place, or goes into the pipe that is there, at the end of the block; never, if that ends with an
    exception. A device gets each bit as it comes."""
    import secrets  # with what they import in turn, they are half of what all here costs
    import shutil

    there = look(path)
    if there is not None and stat.S_ISCHR(there.st_mode):
        with path.open("wb", buffering=SOON) as file:
            yield file
        return
    if there is not None and not stat.S_ISREG(there.st_mode):
        with set_aside() as file:
            yield file
            file.seek(0)
            with _opened(path, there) as target:
                shutil.copyfileobj(file, target)
        return
    path = Path(os.path.realpath(path))
    beside = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.new")
    unfinished.add(str(beside))
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if there is not None:
            shutil.copymode(path, beside)
        _replace(beside, path)
        remove_leftovers(path.parent, path.name)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    finally:
        unfinished.discard(str(beside))


def set_aside() -> IO[bytes]:
    """What is not to be seen before it is whole: in memory, or on the disk if it is much."""
    import tempfile  # only for who writes into a pipe

    return tempfile.SpooledTemporaryFile(ASIDE)


def _opened(path: Path, there: os.stat_result) -> IO[bytes]:
    """What is there already and is no file, to be written into."""
    if stat.S_ISFIFO(there.st_mode) and not given_by_a_shell(path):
        return _pipe(path)
    return path.open("wb")


def _pipe(path: Path) -> IO[bytes]:
    """Into a pipe that nobody reads one would wait for ever to write. Raises `NotAFile` then."""
    end = time.monotonic() + PIPE_PATIENCE
    while True:
        try:
            pipe = _at_once(str(path), os.O_WRONLY)
            break
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
        if time.monotonic() > end:
            raise NotAFile(errno.ENXIO, f"nobody has read from this pipe for {PIPE_PATIENCE:g} s")
        time.sleep(0.01)
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, "wb")


def remove_leftovers(folder: Path, name: str | None = None) -> None:
    """Remove what writers that were killed have left in a folder, of files of that name or of all;
    not what is younger than `LEFT_BEHIND`: another copy of the game may be writing it. Never
    raises: it is no matter if one stays."""
    beginning = "." if name is None else f".{name[:40]}."
    before = time.time() - LEFT_BEHIND
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not (entry.name.startswith(beginning) and NEW.fullmatch(entry.name)):
                continue
            with contextlib.suppress(OSError):  # gone, or not ours
                there = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(there.st_mode) and there.st_mtime < before:
                    Path(entry.path).unlink()


def look(path: Path) -> os.stat_result | None:
    """What is there, links followed; None: nothing. Raises `OSError` where one may not look."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _replace(new: Path, old: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            new.replace(old)
            return
        except PermissionError:
            if os.name != "nt" or not left:
                raise
            time.sleep(0.01)


def reason(error: OSError) -> str:
    """What the system says is wrong, without the names of files."""
    return error.strerror or str(error) or type(error).__name__


def at_home(path: Path) -> str:
    """``~/...`` where that is shorter."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
