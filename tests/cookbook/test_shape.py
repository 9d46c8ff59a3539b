"""A shift has a shape: a quiet start, a crescendo, last orders, a reckoning; and nothing drags.

As a careful player plays it (`games/`). Whoever changes a shift of the career looks at it with
``python tests/tools/stretches.py NAME`` and ``--load``.
"""

from __future__ import annotations

from functools import cache

import pytest
from tools.games import by_hand
from tools.stretches import FIRST_FIVE, LONGEST, games, loads, stretches

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift
from kitchen.sim import facts as f

EACH = pytest.mark.parametrize("name", CAREER)
recorded = cache(by_hand)

QUIET = 1 / 6
"""The share of a shift in which there is time to read: two orders at most."""

PEAK = (0.45, 0.85)
"""Where in a shift most guests wait, as shares of it."""

RECKONING = 0.45
"""The share of a shift that is left at most when the last order has come in."""


def came(name: str) -> list[float]:
    """When the orders came in, as shares of the shift."""
    result = recorded(name)
    return [fact.t / result.makespan for fact in result.facts if isinstance(fact, f.Ordered)]


def fullest(name: str) -> float:
    """The middle of the longest time for which most guests wait, as a share of the shift."""
    waiting, times = 0, []
    for fact in recorded(name).facts:
        if isinstance(fact, f.Ordered):
            waiting += 1
        elif isinstance(fact, f.Served | f.WalkedOut):
            waiting -= 1
        else:
            continue
        times.append((fact.t, waiting))
    most = max(waiting for _, waiting in times)
    until = [t for t, _ in times[1:]] + [recorded(name).makespan]
    spans = [
        (end - t, (t + end) / 2) for (t, n), end in zip(times, until, strict=True) if n == most
    ]
    return max(spans)[1] / recorded(name).makespan


@EACH
def test_a_shift_begins_quietly(name: str) -> None:
    assert sum(share < QUIET for share in came(name)) <= 2


@EACH
def test_then_more_and_more_guests_wait_and_at_last_fewer(name: str) -> None:
    quarters = [one.orders for one in loads(recorded(name), 4)]
    assert quarters[0] < quarters[1] < quarters[2] > quarters[3]


@EACH
def test_most_wait_when_two_thirds_are_over(name: str) -> None:
    assert PEAK[0] <= fullest(name) <= PEAK[1]


@EACH
def test_the_reckoning_does_not_drag(name: str) -> None:
    assert 1.0 - came(name)[-1] <= RECKONING


@pytest.mark.parametrize("name", FIRST_FIVE)
def test_in_the_first_five_there_is_always_something_to_decide_or_to_see(name: str) -> None:
    shift = load_shift(name)
    longest = {who: stretches(result, shift)[0] for who, result in games(name)}
    assert all(stretch.seconds <= LONGEST for stretch in longest.values()), longest
