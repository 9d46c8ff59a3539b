"""The terminal: the one door through which everything leaves that a command prints.

A title, the name of a file, the text of an exception may be a stranger's, and a terminal obeys what
it is sent: it sets the clipboard, or turns the line round. So what cannot be seen leaves as an
escape. This is done here, where text leaves, and nowhere on its way.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator

TYPE_CHECKING = False  # as `typing` has it: the command imports this before it knows what to do
if TYPE_CHECKING:
    from typing import Any, TextIO

LONGEST = 600
"""Characters that a complaint may have; of a longer one the middle is left out."""


def printable(text: str) -> str:
    """With escapes for the characters that cannot be seen, ends of lines among them."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def one_line(text: str) -> str:
    """Whatever a user's own code or file had to say, in one line."""
    line = printable(" ".join(text.split()))
    half = LONGEST // 2
    return line if len(line) <= LONGEST else f"{line[:half]} ... {line[-half:]}"


def complain(why: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    print(f"kitchen: {one_line(why)}", file=sys.stderr)


def draws_boxes(stream: TextIO) -> bool:
    """Whether a drawing may have more than plain letters there: it is a terminal that can show it,
    and no file or pipe."""
    try:
        "─│┌┐└┘├▼◄".encode(stream.encoding or "ascii")
        return stream.isatty()
    except (UnicodeError, LookupError, ValueError, OSError):
        return False


class Door:
    """A stream for text, which lets out only what can be seen, and ends of lines.

    ``stream`` None, or closed: what is written is lost. With ``lossy`` so is what cannot be
    written; without, `OSError` is raised as the stream raises it.
    """

    def __init__(self, stream: TextIO | None, lossy: bool = False) -> None:
        self.stream: TextIO = _nowhere() if stream is None or stream.closed else stream
        """What is behind it, for whoever makes its own text fit for a terminal."""
        self.lossy = lossy

    def write(self, text: str) -> int:
        lines = text.split("\n")
        with self._forgiven():
            self.stream.write("\n".join(map(_line, lines)))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        with self._forgiven():
            self.stream.flush()

    def close(self) -> None:
        """It is not for whoever writes to close it."""
        self.flush()

    def let_go(self) -> None:
        """Keep the interpreter from trying at its end to write what could not be written."""
        with contextlib.suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), self.stream.fileno())

    @contextlib.contextmanager
    def _forgiven(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError):  # the latter if somebody has closed what is behind it
            if not self.lossy:
                raise
            self.let_go()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class _Nowhere(io.TextIOBase):
    """Where text goes that nobody can read."""

    def write(self, text: str) -> int:
        return len(text)


def _nowhere() -> TextIO:
    return _Nowhere()  # type: ignore[return-value]


def _line(text: str) -> str:
    return "\t".join(map(printable, text.split("\t")))


@contextlib.contextmanager
def doors() -> Iterator[None]:
    """While this is entered, standard output and standard error are a `Door` each.

    What the terminal's encoding lacks is replaced by what comes near it. What standard error cannot
    take is lost: there is nowhere left to say so, and the exit status tells.
    """
    streams = sys.stdout, sys.stderr
    out, error = Door(streams[0]), Door(streams[1], lossy=True)
    sys.stdout, sys.stderr = out, error
    try:
        with _encodable(out, NEAREST), _encodable(error, "backslashreplace"):
            yield
    finally:
        sys.stdout, sys.stderr = streams


NEAREST = "kitchen.nearest"
"""What is done about a character that an encoding lacks, by the name that codecs know it by."""

_NEAR = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "×": "x"}


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Plain quotes for curly ones, letters without their accents, a question mark for the rest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from unicodedata import normalize

    lacking = error.object[error.start : error.end]
    near = (_NEAR.get(c) or normalize("NFD", c).encode("ascii", "ignore").decode() for c in lacking)
    return "".join(found or "?" for found in near), error.end


codecs.register_error(NEAREST, _nearest)


@contextlib.contextmanager
def _encodable(door: Door, errors: str) -> Iterator[None]:
    stream = door.stream
    if not isinstance(stream, io.TextIOWrapper):
        yield
        return
    before = stream.errors
    stream.reconfigure(errors=errors)
    try:
        yield
    finally:
        with contextlib.suppress(OSError, ValueError):  # it has been told
            stream.reconfigure(errors=before)


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """While a user's code runs: what it prints goes to standard error, and what it makes of the
    streams is undone. Our output stays our own."""
    with contextlib.redirect_stderr(sys.stderr), contextlib.redirect_stdout(sys.stderr):
        yield
