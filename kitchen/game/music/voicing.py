"""How chords lie: each voice goes to the nearest note of the next chord."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from kitchen.game.music.tune import Chord


def voiced(
    chords: Sequence[Chord], lowest: int, highest: int, voices: Sequence[int] = (0, 1, 2, 3)
) -> list[tuple[int, ...]]:
    """Pitches from low to high for each chord; ``voices``: which of its upper ones."""
    middle = (lowest + highest) / 2
    last: tuple[int, ...] | None = None
    found = []
    for chord in chords:
        classes = [chord.upper[voice] for voice in voices]
        ways = [
            [pitch for pitch in range(lowest, highest + 1) if pitch % 12 == of] for of in classes
        ]
        open_ones = (tuple(sorted(way)) for way in product(*ways))
        good = [way for way in open_ones if _lies_well(way)]
        last = min(good, key=lambda way: _effort(last, way, middle))
        found.append(last)
    return found


def _lies_well(pitches: tuple[int, ...]) -> bool:
    """No cluster, no hole, and no rub at the top."""
    steps = [high - low for low, high in pairwise(pitches)]
    return all(1 <= step <= 9 for step in steps) and steps[-1] >= 2 and sum(steps) <= 17


def _effort(last: tuple[int, ...] | None, way: tuple[int, ...], middle: float) -> tuple[float, ...]:
    """How far the voices move, and how far off the middle or murky it lies."""
    moved = sum(abs(a - b) for a, b in zip(last, way, strict=True)) if last else 0
    off = abs(sum(way) / len(way) - middle)
    murky = 5.0 if way[1] - way[0] == 1 else 0.0
    return (moved + 0.4 * off + murky, *way)
