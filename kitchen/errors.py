"""What can be wrong with what a user gave us. Each says so in one line.

Everybody imports this, so it imports next to nothing before something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    from kitchen.plain import told

    names = list(known)
    if not isinstance(name, str):
        return f"the {kind} is a name, not {told(name)}; known: " + ", ".join(names)
    meant = meant_by(name, names, alike=0.5)
    others = "known: " + ", ".join(names) if names else "there is none"
    hint = f"did you mean {meant!r}?" if meant else others
    given = repr(name) if len(name) <= LONGEST_NAME else told(name)
    return f"unknown {kind} {given}: {hint}"


def meant_by(word: str, known: Iterable[str], alike: float) -> str | None:
    """The known name that ``word`` may be a slip of: how alike they have to be, from 0 to 1."""
    import difflib

    small = {name.casefold(): name for name in reversed(list(known))}
    close = difflib.get_close_matches(word[:LONGEST_NAME].casefold(), small, 1, alike)
    return small[close[0]] if close else None


def key_first(message: str) -> str:
    """What msgspec says is wrong with a file, ``Expected `int`, got `str` - at `$.seed` ``, with
    the key in front."""
    import re

    if match := re.fullmatch(r"(.*) - at `(key in )?\$\.?(.*)`", message):
        return f"{match[3]}: {match[1]}"
    return message
