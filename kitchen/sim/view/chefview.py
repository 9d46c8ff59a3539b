"""What there is to see of one chef. Only `KitchenView.fold` changes it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from kitchen.sim.view.segment import Segment

ChefState = Literal["free", "hands", "staring"]


@dataclass(slots=True)
class ChefView:
    """One chef. ``order`` keeps the last order served by these hands while the chef is free."""

    number: int
    state: ChefState = "free"
    since: float = 0.0
    order: int | None = None
    part: int = 0
    what: str = ""
    until: float = 0.0
    """When the hands-on work ends, while state is ``hands``."""
    at: tuple[str, int] | None = None
    """Kind and place of the station where these hands are, or were last; of the worktop the kind is
    empty, and the place -1 until the instant is over. None: nowhere."""
    segments: list[Segment] = field(default_factory=list)

    def copy(self) -> ChefView:
        return replace(self, segments=list(self.segments))
