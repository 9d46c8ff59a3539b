"""Commands: what a player wants. Frozen and serialisable, so that a game can be replayed."""

from __future__ import annotations

from typing import Annotated

import msgspec


class Command(msgspec.Struct, frozen=True, tag_field="command", tag=str.lower):
    """Something that a player told one kitchen to do."""


class Pick(Command, frozen=True):
    """Give this order a chef next. Picks queue up, and wait for the order's hand to go up."""

    order: int


class Unpick(Command, frozen=True):
    """Take the first pick of this order back."""

    order: int


class PickAt(Command, frozen=True):
    """Pick this order as number ``place`` in the line of picks, from 1; one that is picked already
    moves there. A place behind the last one is the last."""

    order: int
    place: int


class SetPolicy(Command, frozen=True):
    """From now on this policy, by name, decides between the hands that nobody has picked."""

    policy: str


Factor = Annotated[float, msgspec.Meta(ge=1, le=100)]
"""How many times as long."""


class Assist(Command, frozen=True):
    """From now on food keeps, and guests wait, so many times as long as the kitchen has it;
    ``patience`` None: nobody leaves before closing time. It holds for what is on the fire and for
    who waits already: what is left to each is stretched (see `kitchen.sim.slowtime`), and as usual
    again with the next one. A guest who waits for ever finds room on any rail."""

    hold: Factor = 1.0
    patience: Factor | None = 1.0


AnyCommand = Pick | Unpick | PickAt | SetPolicy | Assist
