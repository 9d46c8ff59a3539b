"""Fact files: every fact of a run, one JSON object a line, written while it runs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from kitchen.errors import KitchenError
from kitchen.files import reason, writing
from kitchen.runs.stream import Tell
from kitchen.sim.facts import Fact

Open = Callable[[Path], AbstractContextManager[IO[bytes]]]


@contextlib.contextmanager
def fact_file(path: Path, opened: Open = writing) -> Iterator[Tell]:
    """What writes facts into a file, as `file_bit_by_bit` does."""
    with file_bit_by_bit(path, opened) as write:

        def tell(facts: list[Fact], lines: bytes) -> None:
            write(lines)

        yield tell


@contextlib.contextmanager
def file_bit_by_bit(path: Path, opened: Open = writing) -> Iterator[Callable[[bytes], None]]:
    """What writes into a file. It has that name at the end of the block, and only if nothing went
    wrong within. ``opened`` opens it, and closes it then.

    Raises `KitchenError` if it cannot be written, or `BrokenPipeError` where a reader has had
    enough.
    """
    with contextlib.ExitStack() as stack:
        with _told(path):
            file = stack.enter_context(opened(path))

        def write(data: bytes) -> None:
            with _told(path):
                file.write(data)

        try:
            yield write
        except KitchenError as error:
            with contextlib.suppress(OSError):  # of a full disk, which has been told already
                stack.__exit__(type(error), error, error.__traceback__)
            raise
        with _told(path):
            stack.close()


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error
