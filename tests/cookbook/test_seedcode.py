"""Seed codes: a shift and a seed in a word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import ShiftError, compare, run
from kitchen.cookbook.load import shift_names
from kitchen.cookbook.seedcode import code_of, read_code
from kitchen.lab.daily import daily


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


# -- from Python -------------------------------------------------------------------------------


def test_python_takes_the_names_that_the_command_line_takes() -> None:
    code = run("lunch-rush@7")
    assert (code.seed, code.digest) == (7, run("lunch-rush", seed=7).digest)
    assert run("lunch-rush@7", seed=7).digest == code.digest
    assert compare("egg-and-chicken@3").seed == 3
    shift, seed = daily(date(2026, 11, 22))
    for name in ("daily:2026-11-22", "daily-2026-11-22"):
        named = run(name)
        assert (named.shift, named.seed) == ("daily-2026-11-22", seed)
        assert named.digest == run(shift).digest
    assert compare("daily:2026-11-22@5").seed == 5


def test_today_is_todays() -> None:
    before = date.today()
    assert run("daily").shift in {f"daily-{day.isoformat()}" for day in (before, date.today())}


def test_a_file_has_a_code_too(tmp_path: Path) -> None:
    file = tmp_path / "daily-special.toml"
    file.write_text('name = "x"\n[[orders]]\nat = 0\ndish = "egg"\n[stations]\nhob = 1\n')
    assert run(f"{file}@9").seed == 9
    assert run(file).digest == run(str(file)).digest


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("lunch-rush@x", "after the @ comes the seed, a whole number, not 'x'"),
        ("daily:2026-02-30", "'daily:2026-02-30': no such date: day "),
        ("daily:today", "'daily:today': no such date: it is written as in daily:2026-11-22"),
        ("dayly", "unknown shift 'dayly'"),
    ],
)
def test_a_name_that_is_none(name: str, says: str) -> None:
    with pytest.raises(ShiftError) as refused:
        run(name)
    assert says in str(refused.value)


def test_two_seeds_are_one_too_many() -> None:
    with pytest.raises(ShiftError, match="lunch-rush@7 says seed 7, not 8"):
        compare("lunch-rush@7", seed=8)
