"""What would have helped a kitchen of the game: found a little at a time, as headless."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from tools.scenario import at, busy, pot, shift_of

from kitchen import KitchenLoop, Shift, why
from kitchen.cookbook.load import load_shift
from kitchen.lab.why.seeking import Seeking
from kitchen.runs.service import Service
from kitchen.sim.commands import Pick


@contextlib.contextmanager
def closed(
    shift: Shift, mode: str, *picks: tuple[float, int], autopilot: bool = False
) -> Iterator[Service]:
    """A service that was played so, to its end."""
    loop = KitchenLoop()
    service = Service(loop, shift, 0, mode, "fifo", autopilot)
    for t, order in picks:
        service.kitchens[mode].command(Pick(order), t)
    try:
        while not service.closed:
            loop.call_command(loop.stop, loop.now + 600.0)
            loop.run_forever()
            service.advance(loop.now)
        yield service
    finally:
        service.sweep()
        loop.close()


@pytest.mark.parametrize(("name", "mode"), [("one-oven", "concurrent"), ("lunch-rush", "hybrid")])
def test_what_is_found_is_what_headless_finds(name: str, mode: str) -> None:
    with closed(load_shift(name), mode, autopilot=True) as service:
        seeking = Seeking(service, mode)
        seeking.finish()
    headless, found = why(name, mode), seeking.diagnosis
    assert (found.path, found.parts) == (headless.path, headless.parts)
    assert [(e.change, e.result and e.result.digest) for e in found.effects] == [
        (e.change, e.result and e.result.digest) for e in headless.effects
    ]


def test_picks_are_kept_and_the_autopilot_does_what_nobody_picked() -> None:
    """With a second chef the pot is begun at once, and its hand is up at 40 instead of 50."""
    shift = shift_of(busy(10), pot(10, 30, 10))
    with closed(shift, "concurrent", (0, 1), (0, 2), (60, 2)) as service:
        seeking = Seeking(service, "concurrent")
        seeking.finish()
        assert service.kitchen.commands == [(0.0, Pick(1)), (0.0, Pick(2)), (60.0, Pick(2))]
    assert seeking.diagnosis.result.makespan == 70.0
    by_kind = {e.change.what or e.change.kind: e for e in seeking.diagnosis.effects}
    assert by_kind["chef"].seconds == 0.0, "it waits for the pick at 60"
    assert by_kind["fifo"].seconds == 10.0, "nobody would have let it wait"
    assert {"fifo", "deadline", "shortest", "burning-first"} <= by_kind.keys()


def test_it_is_found_a_little_at_a_time() -> None:
    with closed(load_shift("lunch-rush"), "concurrent", autopilot=True) as service:
        seeking, turns = Seeking(service, "concurrent"), 0
        assert seeking.diagnosis.effects == () and seeking.diagnosis.path
        while not seeking.done:
            seeking.work(0.0)
            turns += 1
    assert turns > 2 * len(seeking.diagnosis.effects)


def test_it_can_be_left_at_any_time() -> None:
    with closed(shift_of(at(0, pot(5, 50, 5)), busy(5)), "concurrent", autopilot=True) as service:
        seeking = Seeking(service, "concurrent")
        seeking.work(0.0)
        seeking.leave()
        assert not seeking.done
