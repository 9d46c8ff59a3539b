"""What can be wrong with what a user gave us. Each says so in one line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from kitchen.sim.plain import told


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
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"did you mean {close[0]!r}?" if close else "known: " + ", ".join(names)
    return f"unknown {kind} {name!r}: {hint}"
