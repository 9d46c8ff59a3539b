"""The fields of a shift file, in the order in which they are written; reading takes any order."""

from __future__ import annotations

import msgspec

from kitchen.sim.shift.modes import Attention
from kitchen.sim.shift.shift import CHEFS, TEMPO, WAGE


class _Fields(msgspec.Struct, forbid_unknown_fields=True):
    """What has a default may be left out."""


class OrderFields(_Fields):
    at: float
    dish: str
    patience: float | None = None
    waits: bool = False


class ArrivalsFields(_Fields, kw_only=True):
    start: float = 0.0
    until: float
    every: float
    patience: float | None = None
    waits: bool = False
    dishes: dict[str, float]


class PaceFields(_Fields):
    hands: float = 1.0
    timers: float = 1.0
    hold: float = 1.0
    patience: float = 1.0


class BrigadeFields(_Fields):
    chefs: int | None = None
    attention: Attention | None = None
    policy: str = "fifo"


class ShiftFields(_Fields):
    name: str
    id: str | None = None
    """What the log calls it; by default the name of the file."""
    about: str = ""
    kitchen: str | None = None
    """The one of the four that is played; None: any of them."""
    tempo: float = TEMPO
    wage: float = WAGE
    chefs: int = CHEFS
    extra_chefs: int = 0
    closes: float | None = None
    seed: int = 0
    stations: dict[str, int] = {}
    pace: PaceFields = msgspec.field(default_factory=PaceFields)
    brigade: BrigadeFields = msgspec.field(default_factory=BrigadeFields)
    targets: dict[str, float] = {}
    prepped: list[str] = []
    """Dishes whose first work is done before the doors open."""
    rail: int | None = None
    """Orders that there is room for; None: for all."""
    menu: list[str] = []
    """Dishes that there have to be."""
    orders: list[OrderFields] = []
    arrivals: ArrivalsFields | None = None


ALIKE = (
    "about", "kitchen", "tempo", "wage", "chefs", "extra_chefs", "closes", "seed", "stations",
    "targets", "prepped", "rail",
)  # fmt: skip
"""Fields that are the same in a `kitchen.Shift`."""
