"""Fitting: whether the texts and numbers of a lesson can be shown at all, whatever they are for."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from typing import Any

LONGEST = 2_000
"""Characters of any text, a token of several lines among them."""

MOST_OF = {"title": 40, "concept": 30, "name": 60, "says": 400, "done": 400, "question": 300,
           "hints": 300, "answers": 160, "link": 300, "program": 100, "shows": 100, "id": 40,
           "orders": 60, "extra": 160}  # fmt: skip
"""The same where it stands in one place on a screen, by key: none of these has several lines."""

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that have what follows read in another direction."""


def unfit(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Keys of a document, and what is wrong with what stands there."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from unfit(part, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from unfit(part, f"{key}[{index}]")
    elif isinstance(value, str):
        yield from _of_text(value, key)
    elif isinstance(value, float) and not math.isfinite(value):
        yield key, f"a number, not {value}"


def _of_text(text: str, key: str) -> Iterator[tuple[str, str]]:
    name = key.rpartition(".")[2].partition("[")[0]
    most = MOST_OF.get(name, LONGEST)
    if len(text) > most:
        yield key, f"too long: {len(text):,} characters, at most {most:,}"
    if odd := next(filter(_cannot_be_shown, text), ""):
        yield key, f"a sign that cannot be shown: U+{ord(odd):04X}"
    if name in ("title", "concept", "name") and "\n" in text.strip():
        yield key, "one line, not several"


def _cannot_be_shown(sign: str) -> bool:
    return (unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t\r") or sign in TURNS
