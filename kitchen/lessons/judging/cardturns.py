"""Cards of a prediction: when the run turns each, whether it lies right, where it belongs. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import PredictStep
from kitchen.sim import facts as f

Dealt = tuple[str, float]
"""A card and the moment at which the run shows what stands on it."""


@dataclass(frozen=True, slots=True)
class CardTurn:
    """What becomes of a card. ``at`` is seconds of kitchen time; ``place`` is where it belongs,
    from 1, 0: nowhere."""

    right: bool
    at: float
    place: int


def dealt(run: Run, step: PredictStep) -> list[Dealt]:
    """The cards that belong, in their order."""
    if step.cards == "plates":
        served = [fact for fact in run.facts if isinstance(fact, f.Served)]
        return [(run.titles[fact.order], fact.t) for fact in served]
    return [(line.text, line.t) for line in run.printed]


def told_at(placed: Sequence[str], right: Sequence[Dealt], end: float) -> float:
    """The moment by which the run has shown whether cards lie right: that at which it comes to the
    first place with another card, or to one without any; the ``end``, if all lie right."""
    for index, (text, at) in enumerate(right):
        if index >= len(placed) or placed[index] != text:
            return at
    return end


def turns(
    placed: Sequence[str], left: Sequence[str], right: Sequence[Dealt], end: float
) -> list[CardTurn]:
    """Of the cards that were put in order, then of those that were left out. Those that belong
    nowhere are turned at the ``end``."""
    texts = [text for text, _ in right]
    own = {i for i, text in enumerate(placed) if i < len(texts) and texts[i] == text}
    rest = [i for i in range(len(texts)) if i not in own]
    found: list[CardTurn] = []
    for i, text in enumerate([*placed, *left]):
        if i in own:
            found.append(CardTurn(True, right[i][1], i + 1))
            continue
        at = next((j for j in rest if texts[j] == text), None)
        if at is None:
            found.append(CardTurn(i >= len(placed), end, 0))
        else:
            rest.remove(at)
            found.append(CardTurn(False, right[at][1], at + 1))
    return found
