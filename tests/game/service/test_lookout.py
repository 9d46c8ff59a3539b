"""The lookout: what it has found holds until something that matters changes."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterator

from tools.scenario import at, busy, pot, shift_of

from kitchen import KitchenLoop, Shift
from kitchen.game.service.lookout import RENEW, Lookout
from kitchen.runs.service import Service

UNTIL = 500.0


@contextlib.contextmanager
def watching(shift: Shift) -> Iterator[tuple[Service, Lookout]]:
    loop = KitchenLoop()
    service = Service(loop, shift)
    lookout = Lookout(service, 15.0)
    try:
        yield service, lookout
    finally:
        lookout.leave()
        service.sweep()
        loop.close()


def go(service: Service, until: float) -> None:
    service.loop.call_command(service.loop.stop, until)
    service.loop.run_forever()
    service.advance(until)


def three() -> Shift:
    return shift_of(pot(10, 60, 5, hold=20, burn=30), busy(30), at(50.0, busy(5)))


def test_it_looks_in_spare_time_and_remembers() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        assert lookout.point(1, 10.0, UNTIL, 0.0) is None
        lookout.work(1.0)
        found = lookout.point(1, 10.0, UNTIL, 0.1)
        assert found is not None and (found.order, found.since) == (1, 10.0)
        lookout.work(1.0)
        assert lookout.point(1, 10.0, UNTIL, 9.0) is found, "no time has gone by in the kitchen"


def test_another_dish_is_another_look_and_nothing_is_shown_of_the_last() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        lookout.point(1, 10.0, UNTIL, 0.0)
        lookout.find()
        assert lookout.point(2, 10.0, UNTIL, 0.1) is None
        found = lookout.find()
        assert found is not None and found.order == 2
        assert lookout.point(None, 10.0, UNTIL, 0.2) is None


def test_a_command_and_an_order_that_comes_in_make_it_look_again() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        lookout.point(2, 10.0, UNTIL, 0.0)
        first = lookout.find()
        service.pick(1)
        go(service, 10.0)
        lookout.point(2, 10.0, UNTIL, 0.0)
        second = lookout.find()
        assert first is not None and second is not None and second is not first
        go(service, 50.0)
        lookout.point(2, 50.0, UNTIL, 0.01)
        third = lookout.find()
        assert third is not None and list(third.view.orders) == [1, 2, 3]


def test_it_is_renewed_as_time_goes_by_but_not_in_every_frame() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        lookout.point(2, 10.0, UNTIL, 0.0)
        first = lookout.find()
        go(service, 11.0)
        lookout.point(2, 11.0, UNTIL, RENEW / 2)
        assert lookout.find() is first
        lookout.point(2, 11.0, UNTIL, RENEW)
        renewed = lookout.find()
        assert renewed is not None and renewed.since == 11.0


def test_another_kitchen_is_another_look() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        lookout.point(2, 10.0, UNTIL, 0.0)
        assert lookout.find() is not None
        service.look_into("hybrid")
        assert lookout.point(2, 10.0, UNTIL, 0.0) is None
        found = lookout.find()
        assert found is not None and len(found.view.chefs) == 10


def test_a_dish_that_is_gone_is_not_looked_at() -> None:
    with watching(shift_of(busy(5), busy(500))) as (service, lookout):
        service.pick(1)
        go(service, 20.0)
        lookout.point(1, 20.0, UNTIL, 0.0)
        assert lookout.find() is None


def test_a_look_that_takes_many_frames_is_given_up_when_another_dish_is_pointed_at() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        lookout._ahead._clock = itertools.count().__next__  # each stride takes a second
        found, frames = None, 0
        lookout.point(1, 10.0, UNTIL, 0.0)
        while found is None:
            lookout.work(0.5)
            if frames == 4:
                assert lookout._look is not None
                lookout.point(2, 10.0, UNTIL, 0.1)
            found, frames = lookout.point(2 if frames >= 4 else 1, 10.0, UNTIL, 0.1), frames + 1
        assert found.order == 2 and frames > 8


def test_while_time_stands_and_all_is_known_it_does_nothing() -> None:
    with watching(three()) as (service, lookout):
        go(service, 10.0)
        asked: list[float] = []
        prepare = lookout._ahead.prepare
        lookout._ahead.prepare = (  # type: ignore[method-assign]
            lambda now, *given, **also: asked.append(now) or prepare(now, *given, **also)  # type: ignore[func-returns-value]
        )
        lookout.point(1, 10.0, UNTIL, 0.0)
        for _ in range(6):
            lookout.work(1.0)
        known = len(asked)
        for _ in range(6):
            lookout.work(1.0)
        assert len(asked) == known and lookout.found is not None
        lookout.point(2, 10.0, UNTIL, 0.0)
        lookout.work(1.0)
        lookout.work(1.0)
        assert lookout.found is not None and lookout.found.order == 2
