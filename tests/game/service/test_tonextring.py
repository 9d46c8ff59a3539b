"""To the next ring: where kitchen time stops, and that nothing else is changed by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.game.input.actions import (
    Action,
    LookInto,
    Move,
    Pause,
    Speed,
    TakeBack,
    ToggleAutopilot,
    TogglePick,
    ToNextRing,
)
from kitchen.game.service.rush import EASE, TOP, Rush
from kitchen.game.service.session import Session
from kitchen.game.shell.options import Options
from kitchen.keep.settings import Settings
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Steps, Wall
from kitchen.menu.classics import egg
from kitchen.runs.headless import run_shift
from kitchen.runs.recording import replay_of
from kitchen.runs.replay import Replay
from kitchen.runs.result import result_of
from kitchen.sim.commands import Pick
from kitchen.sim.facts import Fact, Ready, Served, TimerRang
from kitchen.sim.shift.recipe import Cook, recipe
from kitchen.sim.shift.shift import Order, Shift

FPS = 60.0
TEMPO = 10.0
Deed = Action | Callable[[Session], object]


def eggs(*at: float, patience: float | None = None, tempo: float = TEMPO) -> Shift:
    """An egg takes hands for 20 s, then the hob for 420 s, then hands for 40 s."""
    orders = [Order(t, egg, patience) for t in at]
    return Shift(orders, {"hob": 2}, tempo=tempo, kitchen="concurrent")


@recipe(price=5.00)
async def fish(cook: Cook) -> None:
    """Fish."""
    cook.hands("salt", 10)
    await cook.timer("fry", 60, hold=25)
    cook.hands("plate", 10)


class Played:
    """A session without a picture. ``deeds`` are done after frames, by number; it ends after so
    many ``frames``, or when all kitchens have closed. A clock that stands is made ``going``."""

    def __init__(
        self, shift: Shift, deeds: Mapping[int, Deed], frames: int = 20_000, *,
        autopilot: bool = False, calm: bool = False, going: bool = False,
        replay: Replay | None = None,
    ) -> None:  # fmt: skip
        self.times: list[float] = []
        self._deeds, self._frames, self._going = deeds, frames, going
        options = Options(autopilot=autopilot)
        mine = Settings(reduced_motion=calm)
        self.session = Session(shift, options, lambda: len(self.times) / FPS, lambda: mine)
        self.session.replay = replay
        loop = KitchenLoop(Steps(shift.tempo / FPS))
        with self.session.opened(loop):
            loop.run_until_complete(self._live(loop))
        loop.close()

    async def _live(self, loop: KitchenLoop) -> None:
        service = self.session.service
        async for frame in loop.frames(FPS):
            service.advance(frame.time)
            self.session.run_on(frame.time)
            self.times.append(frame.time)
            deed = self._deeds.get(len(self.times) - 1)
            if callable(deed):
                deed(self.session)
            elif deed is not None:
                self.session.act(deed)
            if self._going and self.session.turn is not None:
                self.session.act(Pause())
            over = all(kitchen.done.done() for kitchen in service.kitchens.values())
            if over or len(self.times) >= self._frames:
                return

    @property
    def facts(self) -> list[Fact]:
        return self.session.service.kitchens["concurrent"].facts.in_order()

    def when(self, kind: type[Fact]) -> list[float]:
        return [fact.t for fact in self.facts if isinstance(fact, kind)]


def test_it_stops_exactly_where_a_hand_goes_up_for_free_hands() -> None:
    played = Played(eggs(33.37), {3: ToNextRing()}, 200)
    assert played.times[-1] == max(played.times) == 33.37
    assert played.session.turn == "turn" and played.session.still and not played.session.runs


def test_a_pick_lets_the_clock_go_on() -> None:
    played = Played(eggs(33.37), {3: ToNextRing(), 100: TogglePick(1)}, 160)
    assert played.times[99] == 33.37
    assert played.session.turn is None and not played.session.still
    assert played.times[-1] == pytest.approx(33.37 + 60 / FPS * TEMPO, abs=TEMPO / FPS)


@pytest.mark.parametrize("deed", [Pause(), ToggleAutopilot(), Move(1, 1)])
def test_so_does_every_other_way_of_deciding(deed: Action) -> None:
    played = Played(eggs(10.0), {3: ToNextRing(), 100: deed}, 110)
    assert played.times[-1] > 10.0 and not played.session.paused


@pytest.mark.parametrize("deed", [Speed(4.0), TakeBack(1), LookInto("hybrid")])
def test_whatever_decides_nothing_leaves_it_standing(deed: Action) -> None:
    assert Played(eggs(10.0), {3: ToNextRing(), 100: deed}, 110).times[-1] == 10.0


def test_hands_that_are_up_when_it_sets_out_do_not_stop_it() -> None:
    """The player leaves the first egg alone, to see what else comes."""
    played = Played(eggs(0.0, 100.0), {5: ToNextRing()}, 300)
    assert (played.times[-1], played.session.turn) == (100.0, "turn")


def test_hands_at_work_are_left_at_it_until_there_is_somebody_to_choose() -> None:
    """The second egg comes while the chef fills the first pan: the pan comes first."""
    deeds: dict[int, Deed] = {2: TogglePick(1), 4: ToNextRing()}
    played = Played(eggs(0.0, 5.0), deeds, 300)
    filled = 20.0 + played.when(Ready)[0] + played.times[2]
    assert played.times[-1] == pytest.approx(filled, abs=TEMPO / FPS)
    assert played.session.turn == "turn"


def test_a_pick_that_will_be_taken_needs_nobody() -> None:
    """Both eggs are picked in time; then the first ring is the next thing."""
    deeds: dict[int, Deed] = {2: TogglePick(1), 4: ToNextRing(), 6: TogglePick(2), 8: ToNextRing()}
    played = Played(eggs(0.0, 0.0), deeds, 600)
    assert played.times[-1] == played.when(TimerRang)[0]


def test_food_left_alone_stops_it_when_its_quality_begins_to_fall() -> None:
    shift = Shift([Order(0.0, fish, None)], {}, tempo=TEMPO, kitchen="concurrent")
    deeds: dict[int, Deed] = {
        2: TogglePick(1),
        4: ToNextRing(),
        200: ToNextRing(),
        400: ToNextRing(),
    }
    ring, falls, burns = (Played(shift, deeds, frames) for frames in (199, 399, 599))
    (rang,) = burns.when(TimerRang)
    (timer,) = burns.session.service.view.orders[1].timers
    assert (ring.times[-1], ring.session.turn) == (rang, "turn")
    assert (falls.times[-1], falls.session.turn) == (rang + 25.0, "spoils")
    assert (burns.times[-1], burns.session.turn) == (timer.burns_at, "burnt")


def test_where_all_waits_for_the_player_and_nothing_else_will_come_it_does_not_set_out() -> None:
    played = Played(eggs(0.0, 0.0), {5: ToNextRing()}, 60)
    assert (played.times[-1], played.session.turn) == (played.times[5], "turn")


def test_a_guest_who_leaves_stops_it() -> None:
    played = Played(eggs(0.0, 400.0, patience=77.7), {5: ToNextRing()}, 300)
    assert (played.times[-1], played.session.turn) == (77.7, "gone")


def test_a_pot_to_clear_that_is_left_alone_does_not_slow_it_down() -> None:
    """The guest leaves at 200 while the egg boils; the next one comes at 1000."""
    deeds: dict[int, Deed] = {2: TogglePick(1), 4: ToNextRing(), 200: ToNextRing()}
    played = Played(eggs(0.0, 1000.0, patience=200.0), deeds, 600)
    assert played.times[199] == 200.0 and played.times[-1] == 1000.0


def test_where_a_policy_decides_it_stops_at_whatever_is_to_be_seen() -> None:
    deeds: dict[int, Deed] = {frame: ToNextRing() for frame in range(2, 2000, 200)}
    played = Played(eggs(0.0, 50.0), deeds, 2000, autopilot=True)
    stood = {before for before, after in pairwise(played.times) if before == after}
    seen = {50.0, *played.when(TimerRang), *played.when(Served)}
    assert stood and stood <= seen


def test_looking_into_another_kitchen_it_stops_there_too_but_never_passes_by_ones_own() -> None:
    deeds: dict[int, Deed] = {2: TogglePick(1), 4: LookInto("hybrid"), 6: ToNextRing()}
    played = Played(eggs(0.0, 15.0), deeds, 300)
    assert (played.times[-1], played.session.turn) == (15.0, "order")
    deeds = {2: LookInto("hybrid"), 300: ToNextRing(), 600: ToNextRing()}
    played = Played(eggs(60.0), deeds, 500)
    assert (played.times[-1], played.session.turn) == (60.0, "turn")


def test_with_nothing_left_to_ring_it_runs_to_the_end() -> None:
    deeds: dict[int, Deed] = {2: TogglePick(1), 4: ToggleAutopilot()}
    played = Played(eggs(0.0), {**deeds, **dict.fromkeys(range(6, 900, 50), ToNextRing())})
    assert all(kitchen.done.done() for kitchen in played.session.service.kitchens.values())
    assert not played.session.runs and not played.session.still


def test_pressed_again_it_has_been_enough_and_space_stops_the_clock() -> None:
    again = Played(eggs(300.0), {2: ToNextRing(), 20: ToNextRing()}, 60)
    assert not again.session.runs and not again.session.still and again.times[-1] < 100.0
    stopped = Played(eggs(300.0), {2: ToNextRing(), 20: Pause()}, 60)
    assert stopped.session.paused and stopped.times[-1] == stopped.times[21]


def test_it_sets_out_from_a_clock_that_stands() -> None:
    played = Played(eggs(30.0), {2: Pause(), 4: ToNextRing()}, 100)
    assert played.times[-1] == 30.0 and not played.session.paused


def test_a_menu_holds_it_up_and_no_more() -> None:
    cover: dict[int, Deed] = {
        2: ToNextRing(), 8: lambda s: s.cover(True), 60: lambda s: s.cover(False),
    }  # fmt: skip
    played = Played(eggs(300.0), cover, 200)
    assert played.times[9] == played.times[59] < played.times[70]
    assert played.times[-1] == 300.0


def test_what_is_to_be_read_ends_it_and_it_does_not_begin_before() -> None:
    deeds: dict[int, Deed] = {
        2: ToNextRing(), 8: lambda s: s.hold(True), 10: ToNextRing(), 20: lambda s: s.hold(False),
    }  # fmt: skip
    played = Played(eggs(300.0), deeds, 40)
    assert played.times[9] == played.times[20] and not played.session.runs
    assert played.times[-1] - played.times[20] == pytest.approx(19 / FPS * TEMPO, abs=0.2)


def test_a_replay_has_it_too() -> None:
    shift = eggs(0.0, 50.0)
    recorded = Played(shift, {1: ToggleAutopilot(), 2: ToNextRing()}, going=True)
    replay = replay_of(recorded.session.service, "concurrent")
    watched = Played(shift, {3: ToNextRing()}, 200, replay=replay)
    assert (watched.times[-1], watched.session.turn) == (50.0, "order")


@settings(max_examples=10, deadline=None)
@given(
    at=st.lists(st.sampled_from([0.0, 5.0, 33.3, 400.0]), min_size=1, max_size=3),
    presses=st.sets(st.integers(0, 1000), max_size=12),
    calm=st.booleans(),
)
def test_the_log_is_the_same_to_the_byte_with_it_and_without(
    at: list[float], presses: set[int], calm: bool
) -> None:
    """The same commands at the same moments of kitchen time, whatever is pressed between."""
    shift = eggs(*sorted(at), patience=500.0, tempo=60.0)
    commands = [(t, Pick(order)) for t in (40.5, 300.25, 510.0) for order in (1, 2)]

    def command(session: Session) -> None:
        for t, pick in commands:
            session.service.kitchens["concurrent"].command(pick, t)

    deeds: dict[int, Deed] = {**dict.fromkeys(presses, ToNextRing()), 0: command}
    played = Played(shift, deeds, calm=calm, going=True).session.service.kitchens["concurrent"]
    alone = run_shift(shift, "concurrent", policy="player", commands=commands)
    assert result_of(played).digest == alone.digest


@given(
    base=st.sampled_from([0.25, 1.0, 4.0, 16.0]),
    left=st.lists(st.floats(0.0, 30.0), min_size=1, max_size=60),
)
def test_a_rush_is_smooth_and_never_slower_than_the_clock_was(
    base: float, left: list[float]
) -> None:
    """It gains no more in a frame than a top speed in `EASE`, and slows down before the end."""
    rush, last = Rush(base, 0.0, calm=False), base
    for number, rest in enumerate(left, 1):
        speed = rush.speed(number / FPS, rest)
        assert base <= speed <= max(TOP, base)
        assert speed - last <= (TOP - base) / EASE / FPS + 1e-9 or speed == last
        assert speed <= base + 1e-9 or rest > 0.0
        last = speed


def test_with_less_motion_a_rush_is_at_its_top_at_once() -> None:
    assert Rush(1.0, 0.0, calm=True).speed(1 / FPS, 0.1) == TOP


def test_on_the_wall_clock_it_stands_to_the_moment_as_well() -> None:
    """Frames are late, and the map of wall to kitchen time is far ahead: it is brought back."""
    clock = iter(x * 0.03 for x in range(10_000_000))
    wall = Wall(TEMPO, clock=lambda: next(clock), sleep=lambda seconds: None)
    session = Session(eggs(33.37), Options(), wall.wall)
    loop = KitchenLoop(wall)

    async def live() -> list[float]:
        times = []
        async for frame in loop.frames(FPS):
            session.service.advance(frame.time)
            session.run_on(frame.time)
            times.append(frame.time)
            if len(times) == 2:
                session.act(ToNextRing())
            if len(times) > 400:
                return times
        return times

    with session.opened(loop):
        times = loop.run_until_complete(live())
    loop.close()
    assert times[-1] == max(times) == 33.37
