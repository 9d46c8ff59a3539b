"""Seed codes: a shift and a seed in a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import ShiftError
from kitchen.cookbook.load import shift_names
from kitchen.cookbook.seedcode import code_of, read_code


@given(st.sampled_from(shift_names()), st.integers(-(10**18) + 1, 10**18 - 1))
def test_a_code_is_read_as_it_was_made(name: str, seed: int) -> None:
    assert read_code(code_of(name, seed)) == (name, seed)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lunch-rush@7", ("lunch-rush", 7)),
        (" lunch-rush@7\n", ("lunch-rush", 7)),
        ("lunch-rush@-7", ("lunch-rush", -7)),
        ("lunch-rush", ("lunch-rush", None)),
        ("mine.toml@7", ("mine.toml", 7)),
        ("me@home/mine.toml", ("me@home/mine.toml", None)),
        ("me@home/mine.toml@0", ("me@home/mine.toml", 0)),
    ],
)
def test_a_code_may_leave_out_the_seed_and_name_a_file(
    text: str, names: tuple[str, int | None]
) -> None:
    assert read_code(text) == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lunch-rush@", "'lunch-rush@': after the @ comes the seed, a whole number, not ''"),
        ("lunch-rush@x", "'lunch-rush@x': after the @ comes the seed, a whole number, not 'x'"),
        ("lunch-rush@1.5", "not '1.5'"),
        ("lunch-rush@" + "9" * 19, "a whole number"),
        ("@7", "'@7' names no shift: write SHIFT@SEED, like lunch-rush@7"),
    ],
)
def test_a_code_that_is_none_is_told(text: str, said: str) -> None:
    with pytest.raises(ShiftError) as caught:
        read_code(text)
    assert said in str(caught.value)
