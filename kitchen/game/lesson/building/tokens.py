"""The tokens of a change step: where each stands in the text, as it is and as it is changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from kitchen.lessons.steps import Token

Row = list["CodePiece"]


class CodePiece(NamedTuple):
    """Letters of one row; ``token`` is the number of the token that they are, -1: of none."""

    text: str
    token: int = -1


def rows_of(text: str, tokens: Sequence[Token], changed: Collection[int]) -> list[Row]:
    """The rows of a text with these tokens changed, cut into pieces."""
    marks = sorted((text.index(token.old), index) for index, token in enumerate(tokens))
    rows: list[Row] = [[]]
    end = 0
    for start, index in marks:
        _add(rows, text[end:start], -1)
        token = tokens[index]
        _add(rows, token.new if index in changed else token.old, index)
        end = start + len(token.old)
    _add(rows, text[end:].rstrip("\n"), -1)
    return rows


def _add(rows: list[Row], text: str, token: int) -> None:
    first, *more = text.split("\n")
    _put(rows[-1], first, token)
    for line in more:
        rows.append([])
        _put(rows[-1], line, token)


def _put(row: Row, text: str, token: int) -> None:
    """Spaces before a token's later rows are none of it."""
    inner = text.lstrip(" ") if not row else text
    if token >= 0 and len(inner) < len(text):
        row.append(CodePiece(text[: len(text) - len(inner)]))
    if inner if token >= 0 else text:
        row.append(CodePiece(inner if token >= 0 else text, token))
