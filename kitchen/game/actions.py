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
class Speed:
    """Let kitchen time run this many times as fast."""

    times: float


@dataclass(frozen=True, slots=True)
class Pick:
    """This order gets a chef next; a second time takes the wish back."""

    order: int


@dataclass(frozen=True, slots=True)
class ToggleAutopilot:
    """Hand the choice of the next step over, or take it back."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Stop, and open the pause menu."""


@dataclass(frozen=True, slots=True)
class Restart:
    """The same shift from its beginning."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Back to where the player came from."""


Action = LookInto | Pause | Speed | Pick | ToggleAutopilot | Menu | Restart | Leave
