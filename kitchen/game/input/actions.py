"""What a click asks for: small frozen values, which the app turns into commands."""

from __future__ import annotations

from dataclasses import dataclass


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


Action = (
    LookInto | Pause | ToNextRing | Speed | TogglePick | First | Move | TakeBack | MoveFocus
    | Confirm | ToggleAutopilot | OpenMenu | Restart | Leave
)  # fmt: skip
