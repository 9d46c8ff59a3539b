"""What can be wrong with what a user gave us. Each says so in one line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kitchen.plain import told

LONGEST_NAME = 200
"""Characters of a name in which one looks for a slip: far more than any has."""


class KitchenError(Exception):
    """A user's mistake, told in one line. The command line prints it and exits with status 2."""

    def __init__(self, *told: object) -> None:
        super().__init__(*told)  # Python's own has no signature to look at


class ShiftError(KitchenError):
    """A shift cannot be played as it is written."""


class RecipeError(KitchenError):
    """A recipe did something that no recipe may do, or raised."""


class PolicyError(KitchenError):
    """A policy chose something that is not there to be chosen, or raised."""


def nearest(kind: str, name: object, known: Iterable[str]) -> str:
    """One line for an unknown name: the nearest known one, or else all of them."""
    names = list(known)
    if not isinstance(name, str):
        return f"the {kind} is a name, not {told(name)}; known: " + ", ".join(names)
    small = {known.casefold(): known for known in reversed(names)}
    close = difflib.get_close_matches(name[:LONGEST_NAME].casefold(), small, n=1, cutoff=0.5)
    others = "known: " + ", ".join(names) if names else "there is none"
    hint = f"did you mean {small[close[0]]!r}?" if close else others
    given = repr(name) if len(name) <= LONGEST_NAME else told(name)
    return f"unknown {kind} {given}: {hint}"
