"""Source text made ready to be shown: coloured, as asyncio code or as the synchronous program."""

from __future__ import annotations

import io
import itertools
import keyword
import re
import tokenize
from collections.abc import Iterator, Sequence
from typing import Literal

TextKind = Literal["plain", "keyword", "name", "string", "number", "comment"]
Span = tuple[str, TextKind]
Line = tuple[int, str]
"""A line's number in its source, and its text."""

BLOCKS = "# blocks"  # stands after a timer in the synchronous program
DEF = re.compile(r"\s*(async\s+)?def\s")
CONSTANTS = frozenset({"True", "False", "None"})


def spans(lines: Sequence[str]) -> list[list[Span]]:
    """Every line cut into coloured pieces; the pieces of a line joined are the line."""
    kinds: list[list[TextKind]] = [["plain"] * len(line) for line in lines]
    tokens = list(_tokens(lines))
    for index, token in enumerate(tokens):
        following = tokens[index + 1].string if index + 1 < len(tokens) else ""
        before = tokens[index - 1].string if index else ""
        kind = _kind(token, before, following)
        if kind != "plain":
            _paint(kinds, token, kind)
    return [_cut(line, row) for line, row in zip(lines, kinds, strict=True)]


def synchronous(lines: Sequence[str]) -> list[str]:
    """The same program without ``async`` and ``await``; a comment marks the timers: they block."""
    text = list(lines)
    tokens = list(_tokens(lines))
    timers = set()
    commented = {token.start[0] for token in tokens if token.type == tokenize.COMMENT}
    for before, token in itertools.pairwise(tokens):
        if before.string == "." and token.string == "timer":
            timers.add(_logical_end(tokens, token))
    for token in reversed(tokens):
        if token.type in (tokenize.NAME, *_ASYNC) and token.string in ("async", "await"):
            row, first, last = token.start[0] - 1, token.start[1], token.end[1]
            text[row] = text[row][:first] + text[row][last:].lstrip(" ")
    for row in timers - commented:
        text[row - 1] = f"{text[row - 1].rstrip()} {BLOCKS}"
    return text


def body(lines: Sequence[str]) -> list[Line]:
    """The function from its ``def`` on, docstring left out, each line with its true number."""
    start = next((i for i, line in enumerate(lines) if DEF.match(line)), 0)
    hidden = _docstring_rows(lines, start)
    kept = [(i + 1, line) for i, line in enumerate(lines) if i >= start and i + 1 not in hidden]
    while kept and not kept[-1][1].strip():
        kept.pop()
    indent = len(kept[0][1]) - len(kept[0][1].lstrip()) if kept else 0
    return [(number, line[indent:] if line[:indent].isspace() else line) for number, line in kept]


_ASYNC = tuple(getattr(tokenize, name) for name in ("ASYNC", "AWAIT") if hasattr(tokenize, name))


def _tokens(lines: Sequence[str]) -> Iterator[tokenize.TokenInfo]:
    """As many tokens as the text has before anything in it is wrong."""
    source = io.StringIO("\n".join(lines) + "\n")
    try:
        yield from tokenize.generate_tokens(source.readline)
    except (tokenize.TokenError, SyntaxError):
        return


def _kind(token: tokenize.TokenInfo, before: str, following: str) -> TextKind:
    name = tokenize.tok_name[token.type]
    if token.type == tokenize.STRING or name.startswith(("FSTRING", "TSTRING")):
        return "string"
    if token.type == tokenize.COMMENT:
        return "comment"
    if token.type == tokenize.NUMBER or token.string in CONSTANTS:
        return "number"
    if name in ("NAME", "ASYNC", "AWAIT"):
        if keyword.iskeyword(token.string):
            return "keyword"
        if following == "(" or before in ("@", "def", "class"):
            return "name"
    return "plain"


def _paint(kinds: list[list[TextKind]], token: tokenize.TokenInfo, kind: TextKind) -> None:
    (first, start), (last, end) = token.start, token.end
    for row in range(first, min(last, len(kinds)) + 1):
        cells = kinds[row - 1]
        low = start if row == first else 0
        high = min(end, len(cells)) if row == last else len(cells)
        cells[low:high] = [kind] * max(0, high - low)


def _cut(line: str, kinds: Sequence[TextKind]) -> list[Span]:
    pieces: list[Span] = []
    for letter, kind in zip(line, kinds, strict=True):
        if pieces and pieces[-1][1] == kind:
            pieces[-1] = (pieces[-1][0] + letter, kind)
        else:
            pieces.append((letter, kind))
    return pieces


def _logical_end(tokens: Sequence[tokenize.TokenInfo], start: tokenize.TokenInfo) -> int:
    """The row on which the statement of this token ends."""
    for token in tokens:
        if token.start >= start.start and token.type == tokenize.NEWLINE:
            return token.start[0]
    return start.start[0]


def _docstring_rows(lines: Sequence[str], start: int) -> set[int]:
    """The rows (from 1) of the docstring of the function that begins on line ``start`` (from 0)."""
    after_header = False
    for token in _tokens(lines):
        if token.start[0] <= start:
            continue
        if token.type == tokenize.INDENT:
            after_header = True
        elif after_header and token.type == tokenize.STRING:
            return set(range(token.start[0], token.end[0] + 1))
        elif after_header and token.type not in (tokenize.NL, tokenize.COMMENT):
            return set()
    return set()
