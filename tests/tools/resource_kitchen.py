"""The SimPy model of the kitchen with a `simpy.Resource` for the chefs and one for each kind of
station."""

from __future__ import annotations

from collections import deque
from typing import Any

from simpy import Environment, Event, Resource

from tools.simpy_kitchen import Kitchen, Places, PlainShift


class Line(deque[Any]):
    """A queue for a resource that can grow long: `list.pop(0)` would take time with its length."""

    def pop(self, index: int = -1) -> Any:
        return self.popleft() if index == 0 else super().pop()


class LongResource(Resource):
    PutQueue = Line


class ResourcePlaces(Places):
    """Chefs or stations as a `simpy.Resource`."""

    __slots__ = ("resource",)

    def __init__(self, env: Environment, count: int, then: Places | None = None) -> None:
        super().__init__(env, count)
        self.resource = LongResource(env, count)

    def claim(self) -> Event | None:
        request = self.resource.request()
        return None if request.triggered else request

    def give_back(self) -> None:
        self.resource.release(self.resource.users[0])


def resource_kitchen(plain: PlainShift, mode: str) -> Kitchen:
    return Kitchen(plain, mode, ResourcePlaces)
