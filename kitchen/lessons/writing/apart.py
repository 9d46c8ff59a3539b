"""Apart: a program of a player's own is run in another process, so that it can do nothing here."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import weakref
from dataclasses import replace
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.files import read_whole, reason
from kitchen.lessons.judging.judge import Programmed
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run, Trouble, run
from kitchen.lessons.writing import child
from kitchen.lessons.writing.wire import unpacked

LARGEST_RUN = 64_000_000
"""Bytes of a run that are read: one of the longest has a tenth."""

PATIENCE = child.SECONDS + 3.0
"""Seconds of wall time after which the process is ended from here."""


class Apart:
    """Begins to run a step's program, with ``text`` in the place of what it shows."""

    def __init__(self, lesson: Lesson, step: Programmed, text: str) -> None:
        self.text = text
        self._name = step.program
        self._begun = time.monotonic()
        folder = Path(tempfile.mkdtemp(prefix="kitchen-"))
        self._file = folder / "run"
        self._process: subprocess.Popen[bytes] | None = None
        self._why = ""
        given = folder / "text"
        try:
            given.write_bytes(text.encode("utf-8", "replace"))
            with given.open("rb") as source:
                self._process = subprocess.Popen(
                    [sys.executable, "-m", child.__name__, str(lesson.folder.absolute()),
                     id_of(step), str(self._file)],
                    stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )  # fmt: skip
        except OSError as error:
            self._why = reason(error)
        self.leave = weakref.finalize(self, _left, self._process, folder)
        """Leave nothing behind; done at the latest when nobody wants to know what comes of it."""

    def over(self) -> Run | None:
        """What came of it; None: it goes on. Never raises: a program that has ended its process
        has come to a bad end like others."""
        if self._process is None:
            self.leave()
            return self._came_to_nothing("unrun", f"it cannot be run: {self._why}")
        if self._process.poll() is None:
            if time.monotonic() - self._begun < PATIENCE:
                return None
            self.leave()
            return self._came_to_nothing("endless", "it never ends: it was stopped")
        found = self._read()
        self.leave()
        return found

    def _read(self) -> Run:
        assert self._process is not None
        try:
            return unpacked(read_whole(self._file, LARGEST_RUN))
        except FileNotFoundError:
            pass
        except (OSError, KitchenError):
            return self._came_to_nothing("unrun", "what came of it cannot be read")
        if time.monotonic() - self._begun >= child.SECONDS:
            return self._came_to_nothing("endless", "it never ends: it was stopped")
        return self._came_to_nothing("gone", "it ended all of Python before it was done")

    def _came_to_nothing(self, kind: str, words: str) -> Run:
        """A run in which nothing happened but this."""
        return replace(run(Program("", self._name)), trouble=Trouble(kind, words))


def _left(process: subprocess.Popen[bytes] | None, folder: Path) -> None:
    """The process ends, and what it has begun in turn, where the system keeps them together."""
    if process is not None:
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
    shutil.rmtree(folder, ignore_errors=True)
