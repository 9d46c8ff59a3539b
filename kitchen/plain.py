"""Plain values: numbers and texts as the log writes them, out of whatever a user's Python gives.

A number is an int, a float or another `numbers.Real`, such as numpy's and `fractions.Fraction`; it
becomes an int or a float of Python's own. A bool is none, though Python thinks so, and a `Decimal`
is none, as Python thinks as well.
"""

from __future__ import annotations

import math
import re
import sys
from numbers import Integral, Real
from reprlib import Repr

INFINITY = math.inf
"""As a time: never."""

NUMBERS = (float, int)
"""What needs no making plain."""

LONE = re.compile("[\ud800-\udfff]")
"""Half of a character, which no file in UTF-8 can hold."""

HUGE = sys.float_info.max

WRITABLE = 10_000
"""Bits of a whole number that Python still writes out, on every version."""


class Shortly(Repr):
    """Writes anything in a few words, also a number that Python refuses to write."""

    def repr_int(self, x: int, level: int) -> str:
        if x.bit_length() > WRITABLE:
            return "<int too large to write>"
        return super().repr_int(x, level)


_SHORT = Shortly()
_SHORT.maxstring = _SHORT.maxother = _SHORT.maxlong = 60


def number(value: object) -> float | None:
    """A finite number, whole ones as int; None: it is none."""
    if type(value) not in NUMBERS:
        value = _made_plain(value)
    return value if isinstance(value, int | float) and -HUGE <= value <= HUGE else None


def whole(value: object) -> int | None:
    """A whole number; None: it is none."""
    made = value if type(value) is int else _made_plain(value)
    return made if isinstance(made, int) else None


def text(value: object) -> str | None:
    """A text that can be written; None: it is none."""
    if not isinstance(value, str):
        return None
    plain = str.__str__(value)
    return None if LONE.search(plain) else plain


def told(value: object) -> str:
    """What was given instead, shortly: it may be of any length, and not even have a repr."""
    try:
        return _SHORT.repr(value)
    except Exception:  # of a number in a class of somebody's own, say
        return f"<{type(value).__name__} too large to write>"


def _made_plain(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, Real):
        return None
    try:
        return int(value) if isinstance(value, Integral) else float(value)
    except Exception:  # too large for a float, or whatever a class of somebody's own raises
        return None
