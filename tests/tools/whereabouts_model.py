"""Where every part of every dish is, told from the facts a second time: by whoever took or wanted a
station, and nobody else. A plain model to compare the view and the scene with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from kitchen.sim import facts as f

Part = tuple[int, int]


class Model:
    """Who holds which place, and who stands in which line, after the facts so far."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, int], Part] = {}
        self.lines: dict[str, list[Part]] = {}
        self.gone: set[int] = set()
        self.ended: set[Part] = set()
        self.parts: set[Part] = set()

    def take(self, fact: f.Fact) -> None:
        part = getattr(fact, "order", 0), getattr(fact, "part", 0)
        if isinstance(fact, f.Ready | f.Resumed):
            self.parts.add(part)
        if isinstance(fact, f.StationTaken):
            self.held[fact.station, fact.place] = part
            self._leave(part)
        elif isinstance(fact, f.StationFreed):
            del self.held[fact.station, fact.place]
        elif isinstance(fact, f.StationWanted):
            self.lines.setdefault(fact.station, []).append(part)
        elif isinstance(fact, f.StationUnwanted | f.Ready):
            self._leave(part)
        elif isinstance(fact, f.PartEnded):
            self.ended.add(part)
        elif isinstance(fact, f.Served | f.Cleared):
            self.gone.add(fact.order)

    def _leave(self, part: Part) -> None:
        for line in self.lines.values():
            if part in line:
                line.remove(part)

    @property
    def waiting(self) -> dict[tuple[str, int], Part]:
        """By kind and place in line."""
        return {
            (kind, index): part
            for kind, line in self.lines.items()
            for index, part in enumerate(line)
        }

    @property
    def live(self) -> set[Part]:
        """Parts that have begun and have not ended, of dishes that are still there."""
        return {part for part in self.parts - self.ended if part[0] not in self.gone}


def instants(facts: Sequence[f.Fact]) -> Iterator[list[f.Fact]]:
    """The facts of each instant."""
    for _, group in groupby(facts, key=lambda fact: fact.t):
        yield list(group)


def compare(facts: Sequence[f.Fact], see: Callable[[list[f.Fact], Model], None]) -> int:
    """Show every instant, and the model after it; return how many there were."""
    model, count = Model(), 0
    for instant in instants(facts):
        for fact in instant:
            model.take(fact)
        see(instant, model)
        count += 1
    return count
