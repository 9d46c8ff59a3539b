"""Drafts: what a player writes in a step of a lesson, in a file of their own, and every version of
it that was ever saved."""

from __future__ import annotations

import contextlib
import re
import zlib
from pathlib import Path
from typing import Any

import msgspec

from kitchen.errors import KitchenError
from kitchen.files import at_home, read_whole, reason, write_whole
from kitchen.keep.keep import NOT_IN_NAMES
from kitchen.lessons.book import SHELF
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.running.program import LARGEST
from kitchen.lessons.steps import AnyStep

LESSONS = "lessons"
"""The folder of drafts within that of the keep."""

VERSIONS = "versions"
"""The folder of the versions beside a draft."""

MOST_VERSIONS = 500
"""Of one draft. An editor that saves by itself makes many a day; with one more the oldest goes, of
those that did not work if there is one."""


class DraftError(KitchenError):
    """A draft cannot be read or written: the file, and why."""


class Figures(msgspec.Struct, frozen=True):
    """What came of a version. Times are seconds of kitchen time."""

    works: bool
    par: bool
    makespan: float
    hands: float
    lines: int


class Version(msgspec.Struct, frozen=True):
    """One that was saved. Without ``figures`` it has not been run to its end yet."""

    number: int
    text: str
    figures: Figures | None = None


class Draft:
    """One player's file, in a folder of its own. ``begin`` is what stands in it at first."""

    def __init__(self, folder: Path, file: str, begin: str) -> None:
        self.path = folder / file
        self._begin = begin
        self._folder = folder / VERSIONS
        self._versions: dict[int, Version] = {}

    # -- the file --------------------------------------------------------------------------------

    def make(self) -> None:
        """See to it that it is there. Raises `DraftError`."""
        if not self.path.exists():
            self._write(self.path, self._begin)

    def text(self) -> str:
        """What is in the file, with the ends of its lines as Python has them. Raises `DraftError`
        if that is no text, or the file is not there."""
        return _text(self.path)

    def put(self, text: str) -> None:
        """Have this in the file; what was in it is a version already, or becomes one. Raises
        `DraftError`, and then the file is as it was."""
        if self.path.exists():
            with contextlib.suppress(_NoText):  # no program either
                self.keep(self.text())
        self._write(self.path, text)

    def start_over(self) -> None:
        """Have in it what stood in it at first. Raises as `put` does."""
        self.put(self._begin)

    def bring_back(self, number: int) -> None:
        """Have a version in it. Raises as `put` does."""
        self.put(self._versions[number].text)

    # -- versions --------------------------------------------------------------------------------

    def versions(self) -> list[Version]:
        """The latest first. What another copy of the game keeps comes in by itself."""
        for number in self._numbers():
            known = self._versions.get(number)
            if known is None or known.figures is None:
                with contextlib.suppress(DraftError):  # it has gone, or is no version
                    text = _text(self._file(number)) if known is None else known.text
                    self._versions[number] = Version(number, text, self._figures(number))
        return sorted(self._versions.values(), key=lambda version: -version.number)

    def keep(self, text: str) -> int:
        """Keep it as a version, by the number that is returned; one that is there already has its
        own. No version is ever written over. Raises `DraftError`."""
        for version in self.versions():
            if version.text == text:
                return version.number
        number = self._add(text, max(self._versions, default=0) + 1)
        self._versions[number] = Version(number, text)
        self._let_go()
        return number

    def note(self, number: int, figures: Figures) -> None:
        """That came of a version. Raises `DraftError`."""
        self._versions[number] = msgspec.structs.replace(self._versions[number], figures=figures)
        self._write(self._file(number, ".json"), msgspec.json.encode(figures).decode())

    def _add(self, text: str, number: int) -> int:
        """Under the first number from this one on that is free: two games may keep at once."""
        while True:
            path = self._file(number)
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    file.write(text.encode("utf-8"))
                return number
            except FileExistsError:
                if not path.exists():  # the folder's name is taken by something else
                    raise DraftError(f"{at_home(self._folder)}: it is no folder") from None
                number += 1
            except OSError as error:
                raise DraftError(f"{at_home(path)}: {reason(error)}") from error

    def _let_go(self) -> None:
        while len(self._versions) > MOST_VERSIONS:
            *others, _ = sorted(self._versions.values(), key=lambda version: version.number)
            oldest = min(others, key=lambda v: (bool(v.figures and v.figures.works), v.number))
            for ending in (".json", ".py"):
                with contextlib.suppress(OSError):
                    self._file(oldest.number, ending).unlink(missing_ok=True)
            del self._versions[oldest.number]

    def _numbers(self) -> list[int]:
        try:
            names = [path.stem for path in self._folder.glob("*.py")]
        except OSError:
            return []
        return sorted(int(name) for name in names if re.fullmatch(r"[0-9]{1,9}", name))

    def _file(self, number: int, ending: str = ".py") -> Path:
        return self._folder / f"{number:04}{ending}"

    def _figures(self, number: int) -> Figures | None:
        try:
            data = read_whole(self._file(number, ".json"), LARGEST)
            return msgspec.json.decode(data, type=Figures)
        except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
            return None

    def _write(self, path: Path, text: str) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, text.encode("utf-8"))
        except OSError as error:
            raise DraftError(f"{at_home(path)}: {reason(error)}") from error


class _NoText(DraftError):
    """There is a file, but what is in it is no text."""


def draft_of(home: Path, lesson: Lesson, step: AnyStep, begin: str) -> Draft:
    """The player's file for a step, in the keep's folder ``home``."""
    name = re.sub(NOT_IN_NAMES, "_", lesson.name)[:60]
    if lesson.folder.parent != SHELF:  # two teachers may call theirs the same
        name += f"-{zlib.crc32(str(lesson.folder.absolute()).encode()):08x}"
    file: Any = getattr(step, "program", "program.py")
    return Draft(home / LESSONS / name / id_of(step), file, begin)


def _text(path: Path) -> str:
    try:
        data = read_whole(path, LARGEST)
    except OSError as error:
        raise DraftError(f"{at_home(path)}: {reason(error)}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _NoText(f"{path.name}:{line}: no text in UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
