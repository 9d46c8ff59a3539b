"""Looking back in a service: jumps, steps, bookmarks, the past that goes by, what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import (
    Choose,
    GoTo,
    LookInto,
    Mark,
    Pause,
    Step,
    ToMark,
    ToNextRing,
    ToPresent,
    ToStart,
)
from kitchen.game.service.session import Session
from kitchen.game.shell.options import Options
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Steps
from kitchen.runs.stops import stop_before

NOW = 600.0


class Clock:
    wall = 0.0


@pytest.fixture
def session() -> Iterator[Session]:
    """Ten minutes into a dinner that cooks itself."""
    shift = load_shift("dinner-rush")
    session = Session(shift, Options(autopilot=True), lambda: Clock.wall)
    session.begins_at = NOW
    with session.opened(KitchenLoop(Steps(1.0))):
        yield session


def test_a_jump_shows_all_four_kitchens_as_they_were_and_the_present_stands(
    session: Session,
) -> None:
    assert session.act(GoTo(123.4)) == ""
    sight = session.lookback.sight
    assert sight is not None and sight.stop.time == session.lookback.now == 123.4
    assert all(view.time <= 123.4 for view in sight.views.values())
    assert session.still and session.pacing.speed == 0.0
    assert session.looked_at == tuple(reversed(sight.stop))
    assert session.act(ToPresent()) == ""
    assert session.lookback.sight is None and session.paused


def test_a_step_back_is_undone_by_one_on(session: Session) -> None:
    session.act(GoTo(300.0))
    for what in ("turn", "task"):
        session.act(Step(what, -1))
        here = session.lookback.stop
        session.act(Step(what, -1))
        assert session.lookback.stop < here
        session.act(Step(what, 1))
        assert session.lookback.stop == here


def test_before_the_first_step_is_the_start_and_after_the_last_the_present(
    session: Session,
) -> None:
    session.act(ToStart())
    assert session.lookback.stop == (1, 0.0)
    session.act(Step("turn", -1))
    assert session.lookback.stop == (1, 0.0)
    facts = session.service.pasts[session.service.mode].facts
    last = stop_before(facts, session.lookback.stop._replace(facts=len(facts), time=NOW), "turn")
    assert last is not None
    session.act(GoTo(last.time))
    session.act(Step("turn", 1))
    assert session.lookback.sight is None


def test_steps_of_a_dish_need_one(session: Session) -> None:
    assert "dish first" in session.act(Step("dish", -1))
    session.act(Choose(3))
    assert session.act(Step("dish", -1)) == ""
    facts = session.service.pasts[session.service.mode].facts
    assert getattr(facts[session.lookback.stop.facts - 1], "order", None) == 3


def test_bookmarks_are_put_found_and_taken_away(session: Session) -> None:
    back = session.lookback
    there = len(back.bookmarks)
    session.act(GoTo(90.0))
    session.act(Mark())
    assert len(back.bookmarks) == there + 1
    session.act(ToStart())
    times = [mark.time for mark in back.bookmarks]
    assert times == sorted(times) and 90.0 in times
    for time in times:
        assert session.act(ToMark(1)) == ""
        assert back.now == time
    assert "no bookmark after" in session.act(ToMark(1))
    session.act(GoTo(90.0))
    session.act(Mark())
    assert len(back.bookmarks) == there


def test_the_past_goes_by_as_it_did_until_it_is_the_present(session: Session) -> None:
    session.act(GoTo(NOW - 30.0))
    session.act(Pause())
    assert session.lookback.plays and not session.still and session.pacing.speed == 0.0
    facts = session.service.pasts[session.service.mode].facts
    before = session.lookback.stop.facts
    Clock.wall += 1.0
    new = session.go_on()
    assert session.lookback.now == NOW - 30.0 + session.shift.tempo
    assert new == facts[before : session.lookback.stop.facts]
    Clock.wall += 9.0
    assert session.go_on() == []
    assert session.lookback.sight is None and session.paused


def test_another_kitchen_is_seen_at_the_same_moment(session: Session) -> None:
    session.act(GoTo(250.0))
    session.act(LookInto("blocking"))
    sight = session.lookback.sight
    assert sight is not None and sight.mode == "blocking" and sight.stop.time == 250.0


def test_the_next_ring_is_none_of_the_pasts(session: Session) -> None:
    session.act(GoTo(250.0))
    assert "past" in session.act(ToNextRing())


@pytest.mark.parametrize("what", ["task", "turn"])
def test_the_present_goes_on_by_one_step_and_stands_there(session: Session, what: str) -> None:
    session.act(Step(what, 1))  # type: ignore[arg-type]
    assert session.runs and not session.paused
    kitchen = session.service.kitchen
    coming = sorted(fact.t for fact in kitchen.facts.decided if fact.t > NOW)
    at = coming[0] if coming else NOW + 1.0
    if what == "turn" and coming:
        assert session.pacing.watch is not None and session.pacing.watch(NOW) <= at
