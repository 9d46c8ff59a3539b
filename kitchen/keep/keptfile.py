"""A kept file, read and changed so that nothing in it ever gets lost.

Several copies of the game may have the same file open. A change is a function, applied under a lock
to what is in the file at that moment; so no copy undoes what another has written.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Generic

from kitchen.files import NotAFile, read_whole, reason, write_whole
from kitchen.keep.fileformat import Damaged, FileFormat, Newer, T

LOCK_PATIENCE = 2.0
"""Seconds of wall time to wait for another copy that is writing: far more than it needs."""

LARGEST_FILE = 16_000_000
"""Bytes that a kept file may have: a thousand times what is in it."""

LOCK = "keep.lock"
"""The file beside a kept file that is locked while it is written."""

Say = Callable[[str], None]


class _Shut(Exception):
    """The file has to be left as it is; says why."""


class KeptFile(Generic[T]):
    """``path`` None: nothing is written. ``say`` is told, in a line, what the player should know.

    Reading and changing never raise because of the file: at worst the value lives only as long as
    the game. A damaged file is renamed, never written over. A file that is newer than ``format``,
    or cannot be read or renamed, is left alone for good.
    """

    def __init__(self, path: Path | None, format: FileFormat[T], usual: T, say: Say) -> None:
        self.path = None if path is None else Path(os.path.realpath(path))
        self._name = "" if path is None else path.name  # and not that of what a link leads to
        self.format = format
        self._say = say
        self._usual = self._last = self._value = usual
        self._unknown: dict[str, Any] = {}
        self._unwritten: list[Callable[[T], T]] = []
        self._waited = False
        if self.path is not None:
            self._open(self.path)

    @property
    def value(self) -> T:
        """As this copy of the game knows it."""
        return self._value

    def change(self, change: Callable[[T], T]) -> T:
        """Apply ``change`` to what is in the file now, write that and return it.

        ``change`` may be called more than once, each time with another value, and must not look at
        anything else. Raises only what it raises, and `ValueError` for a value that cannot be kept
        (not a number, say); then nothing has changed.
        """
        value = change(self._value)
        self.format.check(value)
        self._value = value
        if self.path is not None:
            self._unwritten.append(change)
            with self._told(self.path):
                self._write(self.path)
        return self._value

    def _open(self, path: Path) -> None:
        try:
            self._last = self._value = self._read(path)
        except (Damaged, OSError):  # or another copy is just putting a new one in its place
            self._open_with_care(path)
        except _Shut as shut:
            self._shut(str(shut))

    def _open_with_care(self, path: Path) -> None:
        try:
            with self._locked(path):
                self._last = self._value = self._read_or_set_aside(path)
        except _Shut as shut:
            self._shut(str(shut))
        except TimeoutError:
            pass  # a change will read it
        except OSError as error:
            where = path if os.path.isfile(path) else path.parent  # noqa: PTH113 - never raises
            self._shut(f"nothing can be kept in {where}: {reason(error)}")

    def _write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._locked(path):
            value = self._read_or_set_aside(path)
            for change in self._unwritten:
                value = change(value)
            write_whole(path, self.format.write(value, self._unknown))
        self._last = self._value = value
        self._unwritten.clear()

    def _read(self, path: Path) -> T:
        try:
            value, self._unknown = self.format.read(read_whole(path, LARGEST_FILE))
        except FileNotFoundError:
            return self._usual
        except NotAFile as wrong:
            raise _Shut(
                f"{self._name} cannot be read ({reason(wrong)}): it stays as it is, and what "
                "changes now is not kept"
            ) from None
        except Newer:
            raise _Shut(
                f"{path.name} was written by a newer version of the game: it stays as it is, and "
                "what changes now is not kept"
            ) from None
        return value

    def _read_or_set_aside(self, path: Path) -> T:
        """Only under the lock."""
        try:
            return self._read(path)
        except Damaged as damage:
            aside = _unused(path)
            try:
                path.rename(aside)
            except OSError as error:
                raise _Shut(
                    f"{path.name} is damaged ({damage}) and cannot be renamed "
                    f"({reason(error)}): it stays as it is, and what changes now is not kept"
                ) from error
            self._say(
                f"{path.name} was damaged ({damage}): it is called {aside.name} now, and a new "
                "one is begun"
            )
            return self._last

    @contextlib.contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        from filelock import FileLock, Timeout  # a game that only reads does without

        lock = FileLock(path.with_name(LOCK))
        try:
            lock.acquire(timeout=0.0 if self._waited else LOCK_PATIENCE, poll_interval=0.005)
        except Timeout:
            self._waited = True
            raise
        except NotImplementedError as error:  # a file system without locks
            raise OSError(str(error)) from error
        self._waited = False
        try:
            yield
        finally:
            lock.release()

    @contextlib.contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        """Whatever goes wrong while a file is written is told, and play goes on."""
        try:
            yield
        except _Shut as shut:
            self._shut(str(shut))
        except TimeoutError:
            self._say(
                "another copy of the game is busy: what changes now is kept as soon as it lets go"
            )
        except OSError as error:
            self._say(f"nothing can be kept in {path.parent}: {reason(error)}")

    def _shut(self, why: str) -> None:
        self._say(why)
        self.path = None
        self._unwritten.clear()


def _unused(path: Path) -> Path:
    """The first name like ``settings.damaged-1.json`` that no file has."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")):
        number += 1
    return aside
