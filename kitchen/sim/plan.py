"""A plan: how a recipe goes when nobody has to wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SCRAPING = "scrape the pan"
"""What hands do with burnt food."""

CLEARING = "clear away"
"""What hands do with a dish that nobody waits for any more."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a recipe as it goes when nobody has to wait (see ``kitchen.sim.rehearsal``)."""

    kind: Literal["hands", "timer"]
    what: str
    seconds: float
    part: int
    station: str | None
    line: int
