"""What may be compared between two kitchens: speed only where both served the same dishes."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import compare
from kitchen.runs.fair import dishes_per_dollar, in_same_time, same_dishes, speedup


@dataclass(frozen=True)
class Made:
    """What a kitchen served by when."""

    makespan: float = 100.0
    wages: float = 10.0
    served_at: dict[int, float] = field(default_factory=dict)


def test_speed_is_compared_where_the_same_orders_were_served() -> None:
    quick, slow = Made(50.0, served_at={1: 20.0, 2: 50.0}), Made(served_at={2: 60.0, 1: 100.0})
    assert speedup(quick, slow) == 2.0 and speedup(slow, quick) == 0.5
    as_many = Made(50.0, served_at={1: 20.0, 3: 50.0})
    assert not same_dishes(as_many, slow) and speedup(as_many, slow) is None
    assert speedup(Made(1.0), Made(9.0)) is None  # nobody was served


def test_the_same_time_ends_when_the_first_of_two_closes() -> None:
    quick, slow = Made(50.0, served_at={1: 20.0, 3: 50.0}), Made(served_at={2: 50.0, 1: 100.0})
    same = in_same_time(quick, slow)
    assert (same.seconds, same.one, same.other) == (50.0, 2, 1)


def test_dishes_for_a_dollar() -> None:
    assert dishes_per_dollar(Made(wages=8.0, served_at={1: 1.0, 2: 2.0})) == 0.25
    assert dishes_per_dollar(Made(wages=0.0)) is None


served = st.dictionaries(st.integers(1, 4), st.floats(1.0, 100.0), max_size=4)
made = st.builds(Made, st.floats(100.0, 200.0), st.floats(0.0, 9.0), served)


@given(made, made)
def test_one_way_is_the_other_way_around(one: Made, other: Made) -> None:
    there, back = speedup(one, other), speedup(other, one)
    assert (there is None) == (back is None) == (not same_dishes(other, one))
    if there is not None and back is not None:
        assert there * back == pytest.approx(1.0)
    same, turned = in_same_time(one, other), in_same_time(other, one)
    assert (same.one, same.other) == (turned.other, turned.one)
    assert same.one <= len(one.served_at) and same.other <= len(other.served_at)


def test_a_comparison_tells_what_is_fair() -> None:
    lunch = compare("lunch-rush").as_json()["kitchens"]
    assert lunch[0]["speedup"] == 1.0 and lunch[1]["speedup"] is None
    same = lunch[1]["in_same_time"]
    assert same["served"] > same["blocking_served"]
    assert lunch[1]["dishes_per_dollar"] > lunch[2]["dishes_per_dollar"]
