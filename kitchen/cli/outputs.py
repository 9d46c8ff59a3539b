"""Outputs: the files that a user wants written, refused before any work or else written whole."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.files import look, reason, write_whole


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


def write_output(path: Path, data: bytes) -> None:
    """Raises `KitchenError`, or `BrokenPipeError` where a reader has had enough."""
    try:
        if _is_standard_output(path):  # putting another file in its place would lose what it has
            sys.stdout.flush()
            sys.stdout.buffer.write(_seen(data) if sys.stdout.isatty() else data)
        else:
            write_whole(path, _seen(data) if _is_terminal(path) else data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error


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
    """The same JSON for a terminal, which would obey some of what JSON may hold as it is."""
    lines = data.decode().split("\n")
    return "\n".join("".join(map(_escaped, line)) for line in lines).encode()


def _escaped(letter: str) -> str:
    return letter if letter.isprintable() else json.dumps(letter)[1:-1]
