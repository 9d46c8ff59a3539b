"""Shifts as text: what is written is read as the same shift."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import Arrivals, Order, Shift, ShiftError, run
from kitchen.cookbook.load import load_shift, parse_shift, shift_names
from kitchen.cookbook.write import dump_shift
from kitchen.menu import menu

DISHES = [menu()[name] for name in ("egg", "roast_chicken", "green_salad")]


@pytest.mark.parametrize("name", shift_names())
def test_every_shift_of_the_cookbook_comes_back(name: str) -> None:
    shift = load_shift(name)
    assert parse_shift(dump_shift(shift), name) == shift


def test_only_what_is_not_as_usual_is_written() -> None:
    shift = Shift([Order(30.0, DISHES[0]), Order(30.5, DISHES[1], None)], {"hob": 1}, title="Two")
    assert dump_shift(shift) == (
        'name = "Two"\n\n[stations]\nhob = 1\n\n[[orders]]\nat = 30\ndish = "egg"\n\n'
        '[[orders]]\nat = 30.5\ndish = "roast_chicken"\nwaits = true\n'
    )


texts = st.text("aZ\"'\\\n\t\x00\x1f\x7f[]=#. é€😀", max_size=8)
seconds = st.floats(0, 1e12) | st.integers(0, 10**6)
above = st.floats(1e-6, 1e12) | st.integers(1, 10**6)
orders = st.builds(
    Order, seconds, st.sampled_from(DISHES), st.sampled_from(["recipe", None]) | above
)
arrivals = st.builds(
    lambda start, until, every, weights: Arrivals(
        start, until, every, list(zip(DISHES, weights, strict=False))
    ),
    seconds, seconds, above, st.lists(above, min_size=1, max_size=3),
)  # fmt: skip
targets = st.dictionaries(
    st.sampled_from(["served", "profit", "makespan"]), st.floats(-1e6, 1e6) | st.integers(0, 99)
)
shifts = st.builds(
    Shift,
    st.lists(orders, max_size=4), st.dictionaries(texts, st.integers(1, 9), max_size=3),
    name=st.just("mine"), title=texts, about=texts, arrivals=st.none() | arrivals,
    chefs=st.integers(1, 99), wage=seconds, tempo=above, closes=st.none() | above,
    targets=targets,
)  # fmt: skip


@given(shifts)
def test_any_shift_comes_back(shift: Shift) -> None:
    assert parse_shift(dump_shift(shift), "mine") == shift


def test_it_runs_to_the_same_facts() -> None:
    shift = load_shift("dinner-rush")
    again = parse_shift(dump_shift(shift), "dinner-rush")
    assert run(again, seed=3).lines == run(shift, seed=3).lines


def test_the_text_is_toml_of_one_line_a_value() -> None:
    text = dump_shift(Shift(title="a\nb", about='"""'))
    assert tomllib.loads(text) == {"name": "a\nb", "about": '"""'}
    assert len(text.splitlines()) == 2


def test_a_dish_twice_in_the_arrivals_is_refused() -> None:
    twice = Shift(arrivals=Arrivals(0, 10, 1, [(DISHES[0], 1.0), (DISHES[0], 2.0)]))
    with pytest.raises(ShiftError, match="a dish stands there twice"):
        dump_shift(twice)
