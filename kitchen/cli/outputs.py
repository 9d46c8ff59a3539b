"""Outputs: the files that a user wants written, refused before any work or else written whole."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kitchen.errors import KitchenError
from kitchen.files import look, reason, set_aside, writing

if TYPE_CHECKING:
    from kitchen.runs.stream import Tell


def check_output(path: Path | None, inputs: Iterable[Path] = ()) -> None:
    """Complain before any work is done, not after. ``inputs`` are not to be written over."""
    if path is None:
        return
    try:
        why = _why_not(path, look(path), inputs)
    except OSError as error:
        why = reason(error)
    if why:
        raise KitchenError(f"{path}: cannot write there: {why}")


def _why_not(path: Path, there: os.stat_result | None, inputs: Iterable[Path]) -> str | None:
    """Why the path cannot be written; None: it can. Raises `OSError`."""
    if there is not None and stat.S_ISDIR(there.st_mode):
        return "it is a folder"
    targets = [] if there is None else [path]
    if there is None or stat.S_ISREG(there.st_mode):
        targets.append(folder := Path(os.path.realpath(path)).parent)
        known = look(folder)
        if known is None or not stat.S_ISDIR(known.st_mode):
            return f"there is no folder {folder if path.is_symlink() else path.parent}"
        if there is not None and any(_is(there, given) for given in inputs):
            return "it is one of the files to be read"
    return None if all(os.access(target, os.W_OK) for target in targets) else "no permission"


def _is(there: os.stat_result, path: Path) -> bool:
    try:
        return os.path.samestat(there, path.stat())
    except OSError:
        return False


def facts_output(path: Path | None) -> AbstractContextManager[Tell]:
    """Where the facts go, as by `fact_file`; None: nowhere."""
    from kitchen.runs.factfile import fact_file
    from kitchen.runs.stream import nobody

    return contextlib.nullcontext(nobody) if path is None else fact_file(path, _opened)


def output_bit_by_bit(path: Path) -> AbstractContextManager[Callable[[bytes], None]]:
    """A file that is written while something goes on, as by `file_bit_by_bit`."""
    from kitchen.runs.factfile import file_bit_by_bit

    return file_bit_by_bit(path, _opened)


def _opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    if _is_standard_output(path):  # putting another file in its place would lose what it has
        return _behind_the_rest()
    return _escaping(path) if _is_terminal(path) else writing(path)


@contextlib.contextmanager
def _behind_the_rest() -> Iterator[IO[bytes]]:
    """On standard output, after all that is printed in the block."""
    with set_aside() as file:
        yield file
        sys.stdout.flush()
        file.seek(0)
        for line in file:
            sys.stdout.buffer.write(_seen(line) if sys.stdout.isatty() else line)


@contextlib.contextmanager
def _escaping(path: Path) -> Iterator[IO[bytes]]:
    """On a terminal."""
    with set_aside() as file, writing(path) as terminal:
        yield file
        file.seek(0)
        terminal.writelines(map(_seen, file))


def _is_standard_output(path: Path) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # there is none, or none with a file behind it
        return False


def _is_terminal(path: Path) -> bool:
    there = look(path)
    if there is None or not stat.S_ISCHR(there.st_mode):
        return False
    with path.open("wb", buffering=0) as device:
        return device.isatty()


def _seen(data: bytes) -> bytes:
    """The same for a terminal, which would obey some of what JSON or a picture may hold as it
    is."""
    lines = data.decode(errors="backslashreplace").split("\n")
    return "\n".join("".join(map(_escaped, line)) for line in lines).encode()


def _escaped(letter: str) -> str:
    return letter if letter.isprintable() else json.dumps(letter)[1:-1]
