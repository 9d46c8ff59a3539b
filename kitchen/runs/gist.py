"""Gists: what a result still tells of facts that were not kept, folded as they went."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable
from typing import Any

from kitchen.sim.facts import Fact, Said, Served
from kitchen.sim.view.score import CleanPlates


class Gist:
    """What is told of the facts of one kitchen: a digest, words, plates. It grows by 16 bytes an
    order that was served, and by what recipes say."""

    def __init__(self) -> None:
        self.digest = ""
        """SHA-256 of all lines, in hexadecimal, once it is `sealed`."""
        self.clean = 0
        """The longest run of clean plates, once it is `sealed`."""
        self.said: list[Said] = []
        self._orders, self._times = array("q"), array("d")
        """Those that were served, and when."""
        self._plates = CleanPlates()
        self._lines = hashlib.sha256()
        self._folds: dict[type[Fact], list[Callable[[Any], object]]] = {
            Said: [self.said.append],
            Served: [self._served],
        }
        for kind, fold in self._plates.folds.items():
            self._folds.setdefault(kind, []).append(fold)

    def fold(self, facts: Iterable[Fact], lines: bytes) -> None:
        """These come next, in order of time; ``lines`` are the same as ``--facts`` writes them."""
        self._lines.update(lines)
        folds = self._folds
        for fact in facts:
            for fold in folds.get(type(fact), ()):
                fold(fact)

    def _served(self, fact: Served) -> None:
        self._orders.append(fact.order)
        self._times.append(fact.t)

    def sealed(self) -> Gist:
        """There are no more. It can be pickled from now on."""
        self.digest, self.clean = self._lines.hexdigest(), self._plates.run.longest
        del self._lines, self._plates, self._folds
        return self

    @property
    def served_at(self) -> dict[int, float]:
        """When each order that was served was, by its number."""
        return dict(zip(self._orders, self._times, strict=True))
