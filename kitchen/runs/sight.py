"""Sight: what screens read of a service, be that the one that goes on or one of its past."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from kitchen.sim.view.kitchenview import KitchenView


class Sight(Protocol):
    """What there is to see of a service, as it is now or as it was."""

    @property
    def mode(self) -> str:
        """The kitchen that is looked into."""

    @property
    def home(self) -> str:
        """The player's own."""

    @property
    def autopilot(self) -> bool:
        """The policy decides in that one, not the player."""

    @property
    def views(self) -> Mapping[str, KitchenView]:
        """What there is to see of each kitchen."""
