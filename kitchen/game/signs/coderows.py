"""Lines of code that are too long, on as many rows as they need."""

from __future__ import annotations

from kitchen.game.signs.highlight import Span, TextKind

HANG = 4  # columns that a continuation is indented by, beyond its line


def code_rows(pieces: list[Span], columns: int) -> list[list[Span]]:
    """The rows of a line that has room for so many columns: it breaks where a space is, if it can
    outside a string."""
    text = "".join(piece for piece, _ in pieces)
    kinds = [kind for piece, kind in pieces for _ in piece]
    indent = len(text) - len(text.lstrip(" "))
    rows: list[list[Span]] = []
    start, hang = 0, 0
    while len(text) - start > columns - hang:
        end = _break(text, kinds, start + (0 if rows else indent), start + columns - hang)
        rows.append(_row(text, kinds, start, end, hang))
        start = end + (len(text) - end - len(text[end:].lstrip(" ")))
        hang = min(indent + HANG, columns // 2)
    rows.append(_row(text, kinds, start, len(text), hang))
    return rows


def _break(text: str, kinds: list[TextKind], start: int, end: int) -> int:
    """Where the row from ``start`` ends; at ``end`` if it has no space."""
    spaces = [i for i in range(start + 1, end + 1) if text[i] == " "]
    outside = [i for i in spaces if kinds[i] != "string"]
    return (outside or spaces or [end])[-1]


def _row(text: str, kinds: list[TextKind], start: int, end: int, hang: int) -> list[Span]:
    row: list[Span] = [(" " * hang, "plain")] if hang else []
    for letter, kind in zip(text[start:end], kinds[start:end], strict=True):
        if row and row[-1][1] == kind:
            row[-1] = (row[-1][0] + letter, kind)
        else:
            row.append((letter, kind))
    return row
