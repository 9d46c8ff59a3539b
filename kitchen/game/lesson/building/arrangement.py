"""The arrangement: lines of a program, which of them stand in it, in what order and how far in.

It draws nothing and knows no pointer. As text it is the answer to an arrange step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

SPACES = 4
"""Of one level of indentation."""
DEEPEST = 5


class PlacedLine(NamedTuple):
    """``piece`` is the number of the line's text; ``depth`` levels of indentation stand before
    it."""

    piece: int
    depth: int


class Arrangement:
    """``pieces`` are the texts; the first ``given`` stay where they stand, at their ``depths``."""

    def __init__(self, pieces: Sequence[str], given: int, depths: Sequence[int] = ()) -> None:
        self.pieces = tuple(pieces)
        self.given = given
        self._first = [PlacedLine(i, depths[i] if i < len(depths) else 0) for i in range(given)]
        self.lines = list(self._first)

    # -- as text -------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        return "".join(
            " " * (SPACES * line.depth) + self.pieces[line.piece] + "\n" for line in self.lines
        )

    def put(self, text: str | None) -> None:
        """Put the lines as that text has them; None: as the step begins. What is no piece is left
        out, and the given lines stay."""
        self.lines = list(self._first)
        left = self.left
        for line in (text or "").splitlines():
            words = line.strip()
            if words and (found := next((i for i in left if self.pieces[i] == words), None)):
                left.remove(found)
                self.lines.append(PlacedLine(found, _depth(line)))

    @property
    def left(self) -> list[int]:
        """The pieces that do not stand in the program, in their first order."""
        placed = {line.piece for line in self.lines}
        return [i for i in range(len(self.pieces)) if i not in placed]

    # -- moving --------------------------------------------------------------------------------

    def row_of(self, piece: int) -> int | None:
        """The line at which it stands, from 0; None: it is left over."""
        return next((i for i, line in enumerate(self.lines) if line.piece == piece), None)

    def depth_of(self, piece: int) -> int:
        row = self.row_of(piece)
        return self.lines[row].depth if row is not None else 0

    def move(self, piece: int, row: int, depth: int) -> None:
        """Have it stand at that line, counted without itself, and that far in."""
        self.take_out(piece)
        row = min(len(self.lines), max(self.given, row))
        self.lines.insert(row, PlacedLine(piece, min(DEEPEST, max(0, depth))))

    def take_out(self, piece: int) -> None:
        self.lines = [line for line in self.lines if line.piece != piece or self.fixed(piece)]

    def fixed(self, piece: int) -> bool:
        return piece < self.given

    def usual_depth(self, row: int, piece: int | None = None) -> int:
        """How far in a line usually stands there: as far as the one before it, or one further, if
        that opens a block."""
        lines = [line for line in self.lines if line.piece != piece]
        if not 0 < row <= len(lines):
            return 0
        before = lines[row - 1]
        return min(DEEPEST, before.depth + self.pieces[before.piece].endswith(":"))


def _depth(line: str) -> int:
    spaces = len(line.expandtabs(SPACES)) - len(line.expandtabs(SPACES).lstrip(" "))
    return min(DEEPEST, round(spaces / SPACES))
