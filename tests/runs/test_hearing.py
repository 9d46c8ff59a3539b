"""Where a replay went another way is found, to the fact, and told in words."""

from __future__ import annotations

import hashlib
import json
import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import pot, shift_of

import kitchen
from kitchen import KitchenError, Shift, run
from kitchen.cookbook.load import load_shift
from kitchen.runs.hearing import Difference, Hearing, alike, in_words
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import LARGEST_FACTS, Replay
from kitchen.runs.since import changes
from kitchen.sim.facts import TimerSet


def recorded(shift: Shift) -> Replay:
    return replay_of_result(shift, run(shift))


def again(replay: Replay, dish: object = None) -> Difference | None:
    hearing = Hearing(replay)
    replay.again({"pot": dish} if dish else None, tell=hearing.hear)  # type: ignore[dict-item]
    return hearing.heard_all()


def test_what_comes_out_the_same_has_no_difference() -> None:
    assert again(recorded(load_shift("lunch-rush"))) is None


def test_the_first_fact_that_differs_is_told() -> None:
    dish = pot(10, 60, 5)
    replay = recorded(shift_of(dish, dish))
    assert again(replay, dish) is None
    found = again(replay, pot(10, 61, 5))
    assert found is not None and found.t == 10.0
    facts = run(shift_of(dish, dish)).facts
    assert found.number == 1 + next(n for n, f in enumerate(facts) if isinstance(f, TimerSet))
    assert "timer set: order 1, part 0, timer 1" in found.was and "seconds 60" in found.was
    assert "seconds 61" in found.became
    assert str(found).startswith(f"the first fact that differs is number {found.number}, at 10.0 s")
    assert found.as_json()["now"]["seconds"] == 61.0


@given(st.binary(max_size=20), st.binary(max_size=20), st.binary(max_size=20))
def test_what_two_begin_with_is_found(both: bytes, one: bytes, other: bytes) -> None:
    found = alike(both + one, both + other)
    assert (both + one)[:found] == (both + other)[:found] and found >= len(both)
    ends = found in (len(both + one), len(both + other))
    assert ends or (both + one)[found] != (both + other)[found]


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8),
       st.integers(1, 9))  # fmt: skip
def test_however_they_come_it_is_the_same(was: list[str], now: list[str], at_once: int) -> None:
    def lines(words: list[str]) -> list[bytes]:
        return [json.dumps({"fact": word, "t": n}).encode() + b"\n" for n, word in enumerate(words)]

    hearing = Hearing(replace_facts(b"".join(lines(was))))
    told = lines(now)
    for first in range(0, len(told), at_once):
        hearing.hear([], b"".join(told[first : first + at_once]))
    found = hearing.heard_all()
    pairs = zip([*was, None], [*now, None], strict=False)
    number = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), None)
    if not was or number is None:
        assert found is None
    else:
        assert found is not None and found.number == number
        assert (found.recorded is None, found.now is None) == (
            number > len(was), number > len(now)
        )  # fmt: skip


def replace_facts(lines: bytes, deflated: bytes | None = None) -> Replay:
    return Replay(
        shift_name="x", shift="", seed=0, mode="hybrid", digest=hashlib.sha256(lines).hexdigest(),
        facts=deflated if deflated is not None else zlib.compress(lines) if lines else b"",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("deflated", "said"),
    [
        (b"garbage", "facts: damaged: Error -3"),
        (zlib.compress(b"{}\n"), "facts: damaged: they are not those of its digest"),
        (zlib.compress(b"{}\n" * 99)[:-9], "facts: damaged: they are not those of its digest"),
        (zlib.compress(bytes(LARGEST_FACTS + 1)), "facts: more than 32,000,000 bytes"),
    ],
)
def test_facts_that_do_not_belong_are_told(deflated: bytes, said: str) -> None:
    with pytest.raises(KitchenError) as caught:
        Hearing(replace_facts(b"other", deflated))
    assert str(caught.value).startswith(said) and "\n" not in str(caught.value)


@given(
    st.binary(max_size=80) | st.text(max_size=40).map(lambda t: json.dumps({"fact": t}).encode())
)
def test_any_line_is_told_in_words(line: bytes) -> None:
    assert len(in_words(line)) < 400


def test_what_has_changed_since_is_told() -> None:
    replay = recorded(load_shift("lunch-rush"))
    assert changes(replay) == []
    made = replay.made
    assert made is not None
    older = msgspec.structs.replace(made, kitchen="0.6.9", recipes=made.recipes | {"steak": "0"})
    assert changes(msgspec.structs.replace(replay, made=older)) == [
        f"made with kitchen 0.6.9, this is {kitchen.__version__}",
        "the source of steak is another one",
    ]
    first = msgspec.structs.replace(replay, version=1, made=None)
    assert "older than 0.7.0" in changes(first)[0]


def test_a_replay_without_facts_tells_no_difference() -> None:
    shift = load_shift("lunch-rush")
    replay = replay_of_result(shift, run(shift, facts=lambda facts: None))
    hearing = Hearing(replay)
    msgspec.structs.replace(replay, seed=1).again(tell=hearing.hear)
    assert hearing.heard_all() is None
