"""Parts: what the time of a kitchen was made up of. All of them together are the whole, exactly:
they are kept as fractions, and floats that are added up would not be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from kitchen.lab.why.path import HANDS, Link
from kitchen.lab.why.turns import History, Turn

WallPart = Literal[
    "hands", "line_for_hands", "line_for_station", "staring", "cooking", "blocked", "unpicked",
    "guest", "closing", "arrival",
]  # fmt: skip
"""What the kitchen did at an instant of its time, by the link of the critical path at it:

- ``hands``: hands were at work, and nobody on the path was in line for them;
- ``line_for_hands``: hands were at work while the dish that comes next on the path had its hand up;
- ``line_for_station``: no hands were at work, and the next dish on the path was in line for a
  station that this one held;
- ``staring``: a chef stood at a pot;
- ``cooking``: nobody's hands were needed;
- ``blocked``: a wait for another task, a lock or a sleep;
- ``unpicked``: a hand was up, a chef was free, and nobody picked it;
- ``guest``: nothing could end before a guest had lost patience;
- ``closing``: nothing could end before the doors closed;
- ``arrival``: nothing to do yet: the order that the path begins with had not come in.
"""

ChefPart = Literal["hands", "staring", "unpicked", "cooking", "nothing"]
"""What a chef did at an instant: hands at work; stood at a pot; or was idle, while a hand was up
that nobody picked, while all that was ordered cooked by itself or waited, or with no order there.
"""


@dataclass(frozen=True, slots=True)
class Parts:
    """``wall`` adds up to the makespan, ``chefs`` to chefs times makespan: seconds, exactly."""

    wall: Mapping[WallPart, Fraction]
    chefs: Mapping[ChefPart, Fraction]
    lines: Mapping[str, Fraction]
    """By kind of station: what of ``line_for_station`` was a line for that."""


def parts_of(history: History, path: Sequence[Link]) -> Parts:
    wall: dict[WallPart, Fraction] = dict.fromkeys(get_args(WallPart), Fraction())
    lines: dict[str, Fraction] = defaultdict(Fraction)
    for link in path:
        seconds = Fraction(link.end) - Fraction(link.start)
        wall[wall_part(link)] += seconds
        if link.line not in (None, HANDS):
            lines[str(link.line)] += seconds
    return Parts(wall, _chefs(history), dict(lines))


def wall_part(link: Link) -> WallPart:
    """What a link of the path counts as."""
    if link.doing == "hands" and link.line == HANDS:
        return "line_for_hands"
    if link.line not in (None, HANDS):
        return "line_for_station"
    return link.doing


def _chefs(history: History) -> dict[ChefPart, Fraction]:
    """By turns: what lies between two of a chef is idle, or staring; and a chef without any."""
    found: dict[ChefPart, Fraction] = dict.fromkeys(get_args(ChefPart), Fraction())
    idle: list[tuple[float, float]] = []
    last: dict[int, Turn | None] = dict.fromkeys(range(1, history.chefs + 1))
    for turn in history.turns:
        found["hands"] += Fraction(turn.ended) - Fraction(turn.began)
        _between(turn.before, turn.began, found, idle)
        last[turn.chef] = turn
    for final in last.values():
        _between(final, history.makespan, found, idle)
    for part, start, end, chefs in _idle(history, idle):
        found[part] += chefs * (Fraction(end) - Fraction(start))
    return found


def _between(
    before: Turn | None, until: float, found: dict[ChefPart, Fraction],
    idle: list[tuple[float, float]],
) -> None:  # fmt: skip
    since = 0.0 if before is None else before.ended
    if before is not None and before.stays:
        found["staring"] += Fraction(until) - Fraction(since)
    elif since < until:
        idle.append((since, until))


def _idle(
    history: History, idle: Sequence[tuple[float, float]]
) -> Iterator[tuple[ChefPart, float, float, int]]:
    """What idle chefs had to do, from when until when, and how many they were."""
    up = [*history.idle_hands, *((turn.raised, turn.began) for turn in history.turns)]
    if history.stay:  # a dish that has its chef asks for no other one
        first = {turn.order: turn for turn in reversed(history.turns)}
        up = [*history.idle_hands, *((turn.raised, turn.began) for turn in first.values())]
    spans = ((history.placed[order], end) for order, end in history.over.items())
    changes = [
        change
        for which, stretches in enumerate((idle, up, spans))
        for start, end in stretches
        for change in ((start, which, 1), (end, which, -1))
    ]
    counts, before = [0, 0, 0], 0.0
    for t, which, by in sorted(changes):
        if counts[0] and t > before:
            part: ChefPart = "unpicked" if counts[1] else "cooking" if counts[2] else "nothing"
            yield part, before, t, counts[0]
        counts[which] += by
        before = t
