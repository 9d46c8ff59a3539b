"""Facts: what happened in a kitchen, one frozen class per kind.

Everything that anybody can see of a kitchen (the screen, a report, a replay, a test) is folded
from this one stream. Times are seconds of kitchen time; ``order`` counts from 1 in the order of
arrival; ``part`` is 0 for the dish's own task and counts up for the tasks that it starts; ``chef``
counts from 1; ``line`` counts from 1 within the source of the recipe, 0 where there is none.

A log is in order of ``t``; facts of one instant stand in the order in which they were decided.
"""

from __future__ import annotations

import re

import msgspec


def _tag(name: str) -> str:
    """``TimerSet`` is written as ``timer_set``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


class Fact(msgspec.Struct, frozen=True, gc=False, tag_field="fact", tag=_tag):
    """Something that happened at ``t``."""

    t: float


class Opened(Fact, frozen=True, gc=False):
    """The kitchen opened. Always the first fact."""

    shift: str
    seed: int
    mode: str
    chefs: int
    attention: str
    policy: str
    stations: dict[str, int]
    wage: float
    """Dollars for each chef and second."""


class Ordered(Fact, frozen=True, gc=False):
    """A customer ordered a dish: its task exists from now on."""

    order: int
    dish: str
    title: str
    price: int
    """Cents."""
    patience: float | None


class Ready(Fact, frozen=True, gc=False):
    """A task raised its hand: it joined the ready queue and waits for a chef."""

    order: int
    part: int


class Resumed(Fact, frozen=True, gc=False):
    """A chef took a step of a task, out of the ready queue or, having stayed, from its side."""

    chef: int
    order: int
    part: int


class Hands(Fact, frozen=True, gc=False):
    """A chef's hands are on a dish from ``t`` for ``seconds``; nothing interrupts that."""

    chef: int
    order: int
    part: int
    what: str
    seconds: float
    line: int


class Left(Fact, frozen=True, gc=False):
    """The task awaits (or ended), and its chef is free."""

    chef: int
    order: int
    part: int


class Stares(Fact, frozen=True, gc=False):
    """The task waits and its chef stays with it: a blocking call. Ends at ``Resumed``."""

    chef: int
    order: int
    part: int
    what: str


class TimerSet(Fact, frozen=True, gc=False):
    """A cooking timer runs from ``t`` for ``seconds``: nobody's hands."""

    order: int
    part: int
    timer: int
    """Counts from 1 within the kitchen."""
    what: str
    seconds: float
    hold: float | None
    """Seconds after the ring before the food loses quality; None: it never does."""
    burn: float | None
    """Seconds after the hold in which quality falls to nothing and the food burns."""
    line: int


class TimerRang(Fact, frozen=True, gc=False):
    """The time is up: the food is done and wants hands."""

    order: int
    part: int
    timer: int


class TimerCut(Fact, frozen=True, gc=False):
    """A timer was cancelled before it rang."""

    order: int
    part: int
    timer: int


class Overcooked(Fact, frozen=True, gc=False):
    """A chef came after the hold: the food lost this share (0 to 1) of its quality."""

    order: int
    part: int
    timer: int
    lost: float


class FoodBurnt(Fact, frozen=True, gc=False, tag="burnt"):
    """Nobody came in time: the food burns from now until a chef comes."""

    order: int
    part: int
    timer: int


class StartedAgain(Fact, frozen=True, gc=False):
    """The burnt food was scraped off and the recipe begins anew; ``attempt`` counts from 2."""

    order: int
    attempt: int


class PartEnded(Fact, frozen=True, gc=False):
    """A task that the recipe started has ended, and so has the work of its last step."""

    order: int
    part: int


class StationWanted(Fact, frozen=True, gc=False):
    """All stations of this kind are taken: the task waits for one."""

    order: int
    part: int
    station: str


class StationUnwanted(Fact, frozen=True, gc=False):
    """The task was cancelled while it waited for a station."""

    order: int
    part: int
    station: str


class StationTaken(Fact, frozen=True, gc=False):
    """The task holds place ``place`` (counts from 0) of a kind of station."""

    order: int
    part: int
    station: str
    place: int


class StationFreed(Fact, frozen=True, gc=False):
    """The task gave its place back."""

    order: int
    part: int
    station: str
    place: int


class Said(Fact, frozen=True, gc=False):
    """A recipe said something."""

    order: int
    part: int
    text: str


class Served(Fact, frozen=True, gc=False):
    """The dish reached its customer, who pays ``paid`` and tips ``tip``, both in cents."""

    order: int
    quality: float
    paid: int
    tip: int


class RailFull(Fact, frozen=True, gc=False):
    """The rail has no place for this order: its guest goes at once; see ``WalkedOut``."""

    order: int


class WalkedOut(Fact, frozen=True, gc=False):
    """The customer gave up. The dish's task is cancelled; see ``Cleared``."""

    order: int


class TurnedAway(Fact, frozen=True, gc=False):
    """The kitchen closed with this order open. The dish's task is cancelled; see ``Cleared``."""

    order: int


class Cleared(Fact, frozen=True, gc=False):
    """The task of a dish that nobody waits for any more has ended, its clean-up done."""

    order: int


class Picked(Fact, frozen=True, gc=False):
    """The player wants this order to get a chef next; picks queue up."""

    order: int


class PickedAt(Fact, frozen=True, gc=False):
    """The player wants this order as number ``place`` of all picks, from 1. If it was picked
    before, its first pick moved there."""

    order: int
    place: int


class Unpicked(Fact, frozen=True, gc=False):
    """A pick was used or taken back, or its order has ended."""

    order: int


class PolicyChanged(Fact, frozen=True, gc=False):
    """From now on this policy decides who gets a chef next."""

    policy: str


class Assisted(Fact, frozen=True, gc=False):
    """From now on what is done keeps, and who waits stays, so many times as long as usual: of the
    seconds of a hold, a burn or a patience fewer go by (see `kitchen.sim.slowtime`)."""

    hold: float
    patience: float | None
    """None: guests wait for ever."""


class Closed(Fact, frozen=True, gc=False):
    """Every order has ended and all hands are at rest. Always the last fact."""

    makespan: float
