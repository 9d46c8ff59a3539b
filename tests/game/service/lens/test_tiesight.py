"""Who waits for whom is found in the spare moments of frames: now, and at any past moment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from tools.game_scenario import Look

from kitchen import KitchenLoop
from kitchen.cookbook.load import load_shift
from kitchen.game.service.lens.tiesight import AGAIN, RESTS, STALE, TieSight
from kitchen.game.signs.moment import Moment
from kitchen.loop.nested import no_loop_running
from kitchen.plain import INFINITY
from kitchen.runs.service import Service


@contextlib.contextmanager
def served(until: float, look: Look) -> Iterator[tuple[Moment, TieSight]]:
    service = Service(KitchenLoop(), load_shift("dinner-rush"), 0, "concurrent", "fifo", True)
    with no_loop_running():
        service.loop.call_command(service.loop.stop, until)
        service.loop.run_forever()
    service.advance(until)
    sight = TieSight(service)
    try:
        yield look(service.view, until, wall=10.0), sight
    finally:
        sight.leave()
        service.sweep()
        service.loop.close()


def past(moment: Moment, now: float, wall: float) -> Moment:
    return replace(moment, now=now, wall=wall, present=moment.now, still=True)


def test_the_present_is_looked_at_some_times_a_second(look: Look) -> None:
    with served(100.0, look) as (moment, sight):
        seen = sight.look(moment, 0.0)
        assert seen.orders and sight.look(replace(moment, wall=10.0 + AGAIN / 2), 0.0) is seen
        assert sight.look(replace(moment, wall=10.0 + 2 * AGAIN), 0.0) is seen  # nothing is new


def test_who_drags_the_handle_sees_what_was_seen_until_it_rests(look: Look) -> None:
    with served(600.0, look) as (moment, sight):
        known = sight.look(past(moment, 500.0, 20.0), INFINITY)
        assert known.graph.now == 500.0
        wall = 21.0
        for now in (400.0, 300.0, 200.0):  # backwards, frame by frame
            wall += RESTS / 2
            assert sight.look(past(moment, now, wall), 0.0) is known
        while (found := sight.look(past(moment, 200.0, wall), 0.0)) is known or found.lack:
            wall += RESTS
            assert wall < 30.0
        assert found.graph.now == 200.0


def test_what_takes_long_is_said_to_be_cooked_again(look: Look) -> None:
    with served(3000.0, look) as (moment, sight):
        sight.look(past(moment, 2900.0, 20.0), INFINITY)
        sight.look(past(moment, 2800.0, 21.0), 0.0)
        found = sight.look(past(moment, 2800.0, 21.0 + RESTS + STALE), 0.0)
        assert found.lack == "time" or found.graph.now == 2800.0


def test_stepping_on_needs_no_rest(look: Look) -> None:
    with served(600.0, look) as (moment, sight):
        sight.look(past(moment, 100.0, 20.0), INFINITY)
        for at in range(101, 110):
            found = sight.look(past(moment, float(at), 20.0 + at), 0.0)
            assert found.graph.now == at
