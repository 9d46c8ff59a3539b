"""What a click asks for: small frozen values, which the app turns into commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class LookInto:
    """Show the kitchen of this mode."""

    mode: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop kitchen time, or let it run again."""


@dataclass(frozen=True, slots=True)
class ToNextRing:
    """Let kitchen time run until something needs the player."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Let kitchen time run this many times as fast."""

    times: float


@dataclass(frozen=True, slots=True)
class TogglePick:
    """This order gets a chef next; a second time takes the wish back."""

    order: int


@dataclass(frozen=True, slots=True)
class First:
    """This order gets a chef before all other picks. None: the one that has the focus."""

    order: int | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """The pick of this order becomes number ``place`` in the line, from 1."""

    order: int
    place: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take the pick of this order back. None: of what has the focus, else the last one made."""

    order: int | None = None


@dataclass(frozen=True, slots=True)
class MoveFocus:
    """Point at what is next in this direction: right and down are 1, left and up -1."""

    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """Do with what has the focus what a click on it would do."""


@dataclass(frozen=True, slots=True)
class ToggleAutopilot:
    """Hand the choice of the next step over, or take it back."""


@dataclass(frozen=True, slots=True)
class OpenMenu:
    """Stop, and open the pause menu."""


@dataclass(frozen=True, slots=True)
class Restart:
    """The same shift from its beginning."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Back to where the player came from."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Look at the moment ``at``, in seconds of kitchen time."""

    at: float


@dataclass(frozen=True, slots=True)
class Step:
    """Look at the moment one step from here: on, or back."""

    what: Literal["task", "turn", "dish"]
    """From one step of a task to the next, of whichever dish; from one instant at which anything
    happens to the next; to the next event of the dish that is chosen."""
    by: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class ToStart:
    """Look at the moment at which the kitchen opened."""


@dataclass(frozen=True, slots=True)
class ToPresent:
    """Back to how it is now."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Put a bookmark at this moment, or take the one away that is there."""


@dataclass(frozen=True, slots=True)
class ToMark:
    """Look at the next bookmark from here, or at the one before."""

    by: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Choose:
    """This order is the one that steps of a dish, and what is said of one dish, are about."""

    order: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Cook on from the moment ``at`` (None: the one that is looked at), as a branch of its own."""

    at: float | None = None
    order: int | None = None
    """Has the focus there."""
    pick: bool = False
    """And is picked."""
    words: str = ""
    """Are said there; empty: what is usually said."""


@dataclass(frozen=True, slots=True)
class ToggleLens:
    """Show the chosen dish line by line, and who waits for whom; or the loop again."""


Action = (
    LookInto | Pause | ToNextRing | Speed | TogglePick | First | Move | TakeBack | MoveFocus
    | Confirm | ToggleAutopilot | OpenMenu | Restart | Leave
    | GoTo | Step | ToStart | ToPresent | Mark | ToMark | Choose | TakeOver | ToggleLens
)  # fmt: skip
