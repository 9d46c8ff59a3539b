"""Hindsight: a service as it was at a moment of its past, read as the service is read now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kitchen.runs.past import Past, Stop
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView


class Hindsight:
    """``stop`` is a place in the past of the kitchen that is looked into; the others are as they
    were at the end of that instant."""

    def __init__(self, service: Service, stop: Stop) -> None:
        self.stop, self.mode = stop, service.mode
        self.home = service.home_at(stop.time)
        self.autopilot = service.autopilot_at(stop.time)
        self.views: Mapping[str, KitchenView] = _Views(service.pasts, self.mode, stop)


class _Views(Mapping[str, KitchenView]):
    """Each is folded when somebody asks for it."""

    def __init__(self, pasts: Mapping[str, Past], mode: str, stop: Stop) -> None:
        self._pasts, self._mode, self._stop = pasts, mode, stop

    def __getitem__(self, mode: str) -> KitchenView:
        past = self._pasts[mode]
        return past.at(self._stop if mode == self._mode else past.stop_at(self._stop.time))

    def __iter__(self) -> Iterator[str]:
        return iter(self._pasts)

    def __len__(self) -> int:
        return len(self._pasts)
