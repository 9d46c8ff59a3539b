"""Streams: facts that go as they come about are those that a log keeps, and no figure is lost."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR, at, busy, pot
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, KitchenError, Order, RecipeError, Result, Shift, Stalled, run
from kitchen.cli.main import main
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.careful import play_out
from kitchen.runs.factfile import fact_file
from kitchen.runs.headless import compare_shift, run_shift
from kitchen.runs.result import facts_as_lines
from kitchen.runs.stream import nobody
from kitchen.sim.facts import Fact
from kitchen.sim.work.kitchen import Kitchen

OLD = b"the facts of yesterday\n"


@contextmanager
def often(entries: int) -> Iterator[None]:
    """Facts go after so many entries of the loop."""
    schedule, polling = "kitchen.loop.schedule.BATCH", "kitchen.loop.polling.BATCH"
    with mock.patch(schedule, entries), mock.patch(polling, entries):
        yield


def figures(result: Result) -> object:
    return (
        result, result.as_json(), result.stars, result.said, result.clean, result.served_at,
        result.log.count,
    )  # fmt: skip


def streamed(shift: Shift, mode: str = "concurrent") -> tuple[list[list[Fact]], Result]:
    told: list[list[Fact]] = []
    return told, run(shift, mode, facts=told.append)


# -- a run that goes well ------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(
    plain=shifts(together=True, holds=True, patience=True),
    mode=st.sampled_from(FOUR),
    entries=st.sampled_from([1, 7, 40, 1000]),
)
def test_what_went_is_what_would_have_been_kept(plain: PlainShift, mode: str, entries: int) -> None:
    shift = kitchen_shift(plain)
    kept = run(shift, mode)
    with often(entries):
        told, result = streamed(shift, mode)
    assert [fact for some in told for fact in some] == kept.facts
    assert figures(result) == figures(kept)


@pytest.mark.parametrize("mode", FOUR)
def test_little_waits_to_go(mode: str) -> None:
    with often(10):
        told, _ = streamed(Shift([Order(20.0 * i, pot(2, 50, 3)) for i in range(300)]), mode)
    assert len(told) > 50 and max(map(len, told)) < 100


@pytest.mark.parametrize("mode", FOUR)
def test_a_file_is_written_as_the_command_does(tmp_path: Path, mode: str) -> None:
    file, same = tmp_path / "facts.jsonl", tmp_path / "same.jsonl"
    result = run("dinner-rush", mode, seed=4, facts=file)
    assert main(["run", "dinner-rush@4", "--mode", mode, "--facts", str(same)]) == 0
    kept = run("dinner-rush", mode, seed=4)
    assert file.read_bytes() == same.read_bytes() == kept.lines
    assert figures(result) == figures(kept)
    assert sorted(tmp_path.iterdir()) == [file, same]


def test_four_kitchens_compare_as_if_they_had_kept_them() -> None:
    shift = Shift([at(3.0 * i, pot(2, 30, 3)) for i in range(9)])
    kept, gone = compare_shift(shift), compare_shift(shift, tell=nobody)
    assert gone.as_json() == kept.as_json()
    assert all(result.log.decided == [] for result in gone.kitchens)


def test_what_is_not_there_is_told_in_one_line() -> None:
    _, result = streamed(Shift([at(0, busy(5))]))
    for ask in (lambda: result.facts, lambda: result.lines, result.log.in_order):
        with pytest.raises(KitchenError, match=r"^the 8 facts of this run were not kept: they "):
            ask()


def test_the_result_goes_to_another_process_and_comes_back_equal() -> None:
    _, result = streamed(Shift([at(0, busy(5)), at(3, pot(1, 5, 1))]))
    back = pickle.loads(pickle.dumps(result))
    assert figures(back) == figures(result)
    with pytest.raises(KitchenError, match="were not kept"):
        _ = back.facts


def test_any_number_of_them_may_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["kitchen.runs.headless"], "MOST_FACTS", 100)
    shift = Shift([Order(10 * i, busy(1)) for i in range(100)])
    with often(10):
        with pytest.raises(KitchenError, match=r"^the log is full.*facts=FILE"):
            run(shift)
        assert streamed(shift)[1].log.count > 400


# -- a run that goes wrong -----------------------------------------------------------------------


async def burns_the_house_down(cook: Cook) -> None:
    cook.hands("stir", 3)
    raise ValueError("fire")


async def waits_for_ever(cook: Cook) -> None:
    async with cook.station("hob"), cook.station("hob"):
        pass


def kept_until_the_end(shift: Shift, mode: str) -> list[Fact]:
    """Facts that a kitchen has in its log when its shift has failed."""
    loop = KitchenLoop()
    kitchen = Kitchen(loop, shift, shift.mode(mode))
    with pytest.raises((KitchenError, Stalled)):
        play_out(loop, [kitchen])
    return kitchen.facts.in_order()


@settings(max_examples=15, deadline=None)
@given(
    plain=shifts(together=True, holds=True),
    mode=st.sampled_from(FOUR),
    entries=st.sampled_from([1, 10, 1000]),
    when=st.floats(0, 500),
    wrong=st.sampled_from([burns_the_house_down, waits_for_ever]),
)
def test_what_came_about_before_an_error_is_told(
    plain: PlainShift, mode: str, entries: int, when: float, wrong: object
) -> None:
    good = kitchen_shift(plain)
    shift = Shift([*good.orders, Order(when, wrong)], {"hob": 1, "oven": 1, "grill": 1})  # type: ignore[arg-type]
    told: list[list[Fact]] = []
    with often(entries), pytest.raises((KitchenError, Stalled)):
        run(shift, mode, facts=told.append)
    assert [fact for some in told for fact in some] == kept_until_the_end(shift, mode)


def test_the_file_is_as_it_was_if_the_shift_goes_wrong(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_bytes(OLD)
    orders = [Order(10.0 * i, busy(5)) for i in range(50)]
    with often(10), pytest.raises(RecipeError, match="fire"):
        run(Shift([*orders, Order(400, burns_the_house_down)]), facts=file)
    assert file.read_bytes() == OLD and list(tmp_path.iterdir()) == [file]


@contextmanager
def disk_with_room_for(path: Path, size: int) -> Iterator[IO[bytes]]:
    from kitchen.files import writing

    with writing(path) as file:
        write = file.write

        def full(lines: bytes) -> int:
            if file.tell() + len(lines) > size:
                raise OSError(28, "No space left on device")
            return write(lines)

        yield mock.Mock(write=full)


def test_a_disk_that_gets_full_is_told_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    file.write_bytes(OLD)
    shift = Shift([Order(10.0 * i, busy(5)) for i in range(50)])
    told = r"facts\.jsonl: cannot write there: No space left on device$"
    small = fact_file(file, lambda path: disk_with_room_for(path, 5000))
    with often(10), pytest.raises(KitchenError, match=told), small as write:
        run_shift(shift, tell=write)
    assert file.read_bytes() == OLD and list(tmp_path.iterdir()) == [file]


def test_a_file_that_cannot_be_begun_is_told(tmp_path: Path) -> None:
    with pytest.raises(KitchenError, match=r"nowhere.x: cannot write there: No such file"):
        run(Shift([at(0, busy(5))]), facts=tmp_path / "nowhere" / "x")
    with pytest.raises(KitchenError, match=r"^facts: a file or a function, not 7$"):
        run(Shift([at(0, busy(5))]), facts=7)  # type: ignore[arg-type]


def test_what_a_function_raises_ends_the_run_and_it_is_told_no_more() -> None:
    calls = []

    def enough(facts: list[Fact]) -> None:
        calls.append(len(facts))
        raise LookupError("enough")

    with often(10), pytest.raises(LookupError, match="enough"):
        run(Shift([Order(10.0 * i, busy(5)) for i in range(50)]), facts=enough)
    assert len(calls) == 1


def test_lines_and_facts_are_the_same() -> None:
    pairs: list[tuple[list[Fact], bytes]] = []
    run_shift(Shift([at(0, busy(5))]), tell=lambda *both: pairs.append(both))
    assert all(facts_as_lines(facts) == lines for facts, lines in pairs) and pairs
