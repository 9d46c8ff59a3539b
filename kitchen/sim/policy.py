"""Policies: which raised hand gets a chef next.

All ties go to the hand that was raised first. A brigade's ready queue and the line on the screen
go by the same table of keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol, TypeVar


class Hand(Protocol):
    """A raised hand, as far as a named policy looks at it. Times are seconds of kitchen time."""

    @property
    def deadline(self) -> float:
        """When the customer walks out; infinity: never."""

    @property
    def burns_at(self) -> float:
        """When the food burns, or burnt; infinity: it does not."""

    @property
    def hands_left(self) -> float:
        """Hands-on seconds that the recipe still takes when nothing goes wrong; infinity: nobody
        knows, for to find out would change what recipes share."""


H = TypeVar("H", bound=Hand)

Key = Callable[[Hand], float]

PLAYER = "player"
"""The policy that decides nothing: hands wait until somebody picks."""

POLICIES: Mapping[str, str] = {
    "fifo": "first come, first served: asyncio's own ready queue",
    "deadline": "the customer whose patience ends first",
    "shortest": "the dish with the least hands-on work left",
    "burning-first": "what burns, or will burn soonest; else first come, first served",
    PLAYER: "nobody moves until you say so",
}
"""The policies that have a name, and what each does."""

KEYS: Mapping[str, Key] = {
    "deadline": attrgetter("deadline"),
    "shortest": attrgetter("hands_left"),
    "burning-first": attrgetter("burns_at"),
}
"""What these look at: the least goes first. The others go by the order in which hands went up."""


def line_up(hands: Iterable[H], policy: str) -> list[H]:
    """Hands, longest up first, in the order in which they get chefs. A user's own policy cannot be
    foreseen, nor can the player: theirs stay as they went up."""
    key = KEYS.get(policy)
    return list(hands) if key is None else sorted(hands, key=key)


@dataclass(frozen=True, slots=True)
class Raised:
    """A raised hand, as a user's policy sees it. Times are seconds of kitchen time."""

    order: int
    part: int
    dish: str
    since: float
    """When the hand went up."""
    deadline: float
    """When the customer walks out; infinity: never."""
    burns_at: float
    """When the food burns, or burnt; infinity: it does not."""
    hands_left: float
    """Hands-on seconds that the recipe still takes when nothing goes wrong; infinity: nobody knows,
    for to find out would change what recipes share."""


Policy = Callable[[Sequence[Raised], float], object]
"""A user's policy: gets the raised hands, longest up first, and the time; returns one of them."""


def policy_name(policy: str | Policy) -> str:
    return policy if isinstance(policy, str) else str(getattr(policy, "__name__", "custom"))
