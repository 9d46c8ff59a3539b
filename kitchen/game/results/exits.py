"""Exits: what a player can do after a service. Who opens the results says where each leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kitchen.game.controls.textfield import copy
from kitchen.terminal import printable

Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Return:
    """Back to where something can still be saved: ``at``, in seconds of kitchen time, with this
    order in the focus, and these words."""

    at: float
    order: int
    words: str


@dataclass(frozen=True)
class Exits:
    """A door that is None is not offered."""

    again: Deed
    """The same shift with the same seed, at once."""
    leave: Deed
    next: Deed | None = None
    next_words: str = "Next"
    seed_code: str = ""
    """What another player types to get the same orders."""
    save_replay: Callable[[], str] | None = None
    """Keeps the replay; returns one line that says where, or why not."""
    from_there: Callable[[Return], object] | None = None
    """Plays on from a moment of the shift."""
    look_back: Deed | None = None
    """Puts the results away for a look at the past of the shift."""
    race: Deed | None = None
    """Lets kitchens of this shift race."""


def copied(code: str) -> str:
    """Put a code on the clipboard; the line that says so, or the code to read off.

    It may be pasted into a terminal: nothing goes there that one obeys.
    """
    code = printable(code)
    return f"Copied  {code}" if copy(code) else f"No clipboard here. The seed code is  {code}"
