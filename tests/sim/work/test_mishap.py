"""What goes wrong in a recipe, also where nobody awaits it, ends the shift in one line."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import sys
from collections.abc import Callable
from typing import Any

import pytest
from tools.scenario import EACH_MODE, FOUR, at, cook, shift_of

from kitchen import Cook, KitchenError, run
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.careful import play_out
from kitchen.sim.work.kitchen import Kitchen
from kitchen.sim.work.mishaps import Mishaps

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> Any:
    """asyncio has nothing to add."""
    yield
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


def broken(dish: Callable[[Cook], Any], mode: str = "concurrent") -> str:
    with pytest.raises(KitchenError) as error:
        cook(dish, mode=mode, hob=1)
    assert "\n" not in str(error.value)
    return str(error.value)


class Odd(BaseException):
    """No Exception."""


class Mute(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


async def fails(cook: Cook) -> None:
    await cook.timer("wait", 1)
    raise ZeroDivisionError("no eggs")


# -- whatever is raised ------------------------------------------------------------------------


@EACH_MODE
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SystemExit("bye"), "SystemExit: bye"),
        (SystemExit(0), "SystemExit: 0"),
        (Odd("odd"), "Odd: odd"),
        (Mute(), "Mute: what it is cannot be told"),
    ],
)
def test_whatever_a_recipe_raises_is_told(error: BaseException, words: str, mode: str) -> None:
    async def dish(cook: Cook) -> None:
        await cook.timer("wait", 5)
        raise error

    line = dish.__code__.co_firstlineno + 2
    assert broken(dish, mode) == f"order 1 (dish) raised {words} ({__file__}:{line})"


@EACH_MODE
@pytest.mark.parametrize("error", [SystemExit("bye"), Odd("odd")])
def test_whatever_a_task_of_its_raises_is_told(error: BaseException, mode: str) -> None:
    async def dish(cook: Cook) -> None:
        async def part() -> None:
            await cook.timer("wait", 5)
            raise error

        await asyncio.gather(part(), cook.timer("simmer", 50))

    said = broken(dish, mode)
    assert said.startswith(f"order 1 (dish) raised {type(error).__name__}: {error} ")


# -- where nobody awaits it --------------------------------------------------------------------


@EACH_MODE
def test_a_task_that_fails_and_that_nobody_awaits_is_told_at_the_end(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        task = asyncio.create_task(fails(cook))
        await asyncio.sleep(0)
        await cook.timer("simmer", 50)
        assert task.done()

    said = broken(dish, mode)
    assert said.startswith("order 1 (dish) raised ZeroDivisionError: no eggs (")
    assert said.endswith(f"{__file__}:{fails.__code__.co_firstlineno + 2})")


def test_a_task_that_fails_and_whose_error_is_asked_for_is_the_recipes_own_affair() -> None:
    async def dish(cook: Cook) -> None:
        task = asyncio.create_task(fails(cook))
        await asyncio.wait([task])
        assert isinstance(task.exception(), ZeroDivisionError)

    assert cook(dish).served == 1


def test_a_task_that_fails_is_told_rather_than_that_another_waits_for_it_for_ever() -> None:
    async def dish(cook: Cook) -> None:
        ready = asyncio.Event()

        async def part() -> None:
            await fails(cook)
            ready.set()

        task = asyncio.create_task(part())
        await ready.wait()
        await task

    assert broken(dish).startswith("order 1 (dish) raised ZeroDivisionError: no eggs (")


def test_a_clean_up_that_fails_is_told() -> None:
    async def dish(cook: Cook) -> None:
        async def stray() -> None:
            try:
                await cook.timer("stray", 1000)
            finally:
                raise OSError("dropped it")

        task = asyncio.create_task(stray())
        await cook.timer("main", 10)
        assert not task.done()

    assert broken(dish).startswith("order 1 (dish) raised OSError: dropped it (")


@EACH_MODE
@pytest.mark.parametrize("later", [False, True])
def test_a_callback_that_fails_is_told(later: bool, mode: str) -> None:
    async def dish(cook: Cook) -> None:
        def fail() -> None:
            raise ZeroDivisionError("no eggs")

        loop = asyncio.get_running_loop()
        _ = loop.call_later(1, fail) if later else loop.call_soon(fail)
        await cook.timer("wait", 50)

    said = broken(dish, mode)
    assert said.startswith("order 1 (dish) raised ZeroDivisionError: no eggs (")


def test_hands_in_a_callback_are_told() -> None:
    async def dish(cook: Cook) -> None:
        asyncio.get_running_loop().call_later(1, lambda: cook.hands("late", 1))
        await cook.timer("wait", 50)

    where = f"{__file__}:{dish.__code__.co_firstlineno + 1}"
    assert broken(dish) == f"order 1 (dish): hands() was called where no chef is at work ({where})"


def test_what_is_no_error_is_left_to_asyncio(caplog: pytest.LogCaptureFixture) -> None:
    Mishaps()(KitchenLoop(), {"message": "oh"})
    assert [record.getMessage() for record in caplog.records] == ["oh"]
    caplog.clear()


def test_a_handler_of_the_users_own_is_left_alone() -> None:
    loop, told = KitchenLoop(), []

    async def dish(cook: Cook) -> None:
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        await cook.timer("wait", 5)

    loop.set_exception_handler(lambda _, context: told.append(context["exception"]))
    kitchen = Kitchen(loop, shift_of(dish), shift_of(dish).mode("concurrent"))
    play_out(loop, [kitchen])
    assert isinstance(told[0], ZeroDivisionError) and kitchen.tally.by_outcome["served"] == 1


# -- forgotten awaits --------------------------------------------------------------------------


@EACH_MODE
def test_a_forgotten_await_of_a_gather(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        asyncio.gather(cook.timer("a", 50), cook.timer("b", 50))
        cook.hands("stir", 1)
        await cook.timer("c", 10)

    said = broken(dish, mode)
    assert said == (
        "order 1 (dish) forgot to await gather(timer('a', 50), ...): it never ended "
        f"({__file__}:{dish.__code__.co_firstlineno})"
    )


def test_a_forgotten_await_of_a_gather_of_helpers() -> None:
    async def helper(cook: Cook) -> None:
        await cook.timer("boil", 50)

    async def dish(cook: Cook) -> None:
        asyncio.gather(helper(cook), helper(cook))
        await cook.timer("c", 10)

    assert "(dish) forgot to await gather(helper(), ...): it never ended" in broken(dish)


def test_a_forgotten_await_of_a_shield() -> None:
    async def dish(cook: Cook) -> None:
        asyncio.shield(cook.timer("a", 50))
        await cook.timer("c", 10)

    assert "(dish) forgot to await shield(timer('a', 50), ...): it never ended" in broken(dish)


def test_a_gather_that_fails_and_that_nobody_awaits_is_told() -> None:
    async def dish(cook: Cook) -> None:
        asyncio.gather(fails(cook), fails(cook))
        await cook.timer("c", 100)

    assert broken(dish).startswith("a dish raised ZeroDivisionError: no eggs (")


def test_a_gather_that_failed_where_it_was_awaited_is_not_forgotten() -> None:
    async def dish(cook: Cook) -> None:
        with contextlib.suppress(ZeroDivisionError):
            await asyncio.gather(fails(cook), cook.timer("long", 1000))
        cook.hands("plate", 5)

    assert cook(dish).served == 1


def test_a_gather_that_a_task_left_behind_awaits_is_not_forgotten() -> None:
    async def dish(cook: Cook) -> None:
        async def stray() -> None:
            await asyncio.gather(cook.timer("a", 1000), cook.timer("b", 1000))

        task = asyncio.create_task(stray())
        await cook.timer("main", 10)
        assert not task.done()

    assert cook(dish).served == 1


def test_a_gather_that_is_cut_by_a_walk_out_is_not_forgotten() -> None:
    async def dish(cook: Cook) -> None:
        await asyncio.gather(cook.timer("a", 50), cook.timer("b", 50))

    assert cook(at(0, dish, patience=10)).walked_out == 1


# -- what beginners write ----------------------------------------------------------------------


def test_mistakes_of_beginners_are_told_with_what_to_do() -> None:
    async def awaits_hands(cook: Cook) -> None:
        await cook.hands("chop", 5)  # type: ignore[func-returns-value, misc]

    async def awaits_station(cook: Cook) -> None:
        await cook.station("hob")  # type: ignore[misc]

    async def forgets_async(cook: Cook) -> None:
        with cook.station("hob"):  # type: ignore[attr-defined]
            pass

    assert ": cook.hands() needs no await (" in broken(awaits_hands)
    assert "write async with cook.station(...) (" in broken(awaits_station)
    assert ": write async with (" in broken(forgets_async)


# -- what cannot be written --------------------------------------------------------------------


@pytest.mark.parametrize("what", [object(), ValueError, ValueError("x")])
def test_a_text_that_is_none_is_refused_at_once(what: Any) -> None:
    async def dish(cook: Cook) -> None:
        cook.hands(what, 1)

    assert f"order 1 (dish): hands(...) takes a text, not {what!r} ({__file__}:" in broken(dish)


def test_a_text_that_cannot_be_written_is_told_when_the_log_is() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("\udcff", 1)

    result = cook(dish)
    with pytest.raises(KitchenError) as error:
        _ = result.digest
    assert str(error.value) == (
        r"order 1, line 2 of its recipe: '\udcff' is not a text that can be written"
    )


# -- eager tasks -------------------------------------------------------------------------------


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks are new in Python 3.12")
@pytest.mark.parametrize("mode", FOUR)
def test_an_eager_task_of_a_dish_begins_when_a_chef_takes_it_up(mode: str) -> None:
    def shift(eager: bool) -> Any:
        async def dish(cook: Cook) -> None:
            async def part(seconds: float) -> None:
                cook.hands("begin", 5)
                await cook.timer("cook", seconds)
                cook.hands("end", 5)

            if eager:
                asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined]
            async with asyncio.TaskGroup() as group:
                group.create_task(part(60))
                group.create_task(part(40))
            cook.hands("plate", 10)

        return shift_of(dish)

    eager, plain = run(shift(True), mode), run(shift(False), mode)
    assert eager.digest == plain.digest
    assert json.loads(eager.lines.splitlines()[-1])["fact"] == "closed"
