"""What is heard of a kitchen: which sound when, from where, how loud, and how many."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from game.game_scenario import Look, chopping, kitchen, opened, ordered, simmering
from kitchen.cookbook.load import load_shift
from kitchen.game.actions import Leave, LookInto, Pause, Pick
from kitchen.game.art import find_assets
from kitchen.game.moment import Moment
from kitchen.game.sound.catalogue import LOOPS, SOUNDS
from kitchen.game.sound.cues import hands_sound
from kitchen.game.sound.load import levels
from kitchen.game.sound.render import FULL, read
from kitchen.game.sound.sounds import PAUSED, Sounds
from kitchen.game.sound.synth import RATE
from kitchen.keep.settings import VOLUMES
from kitchen.loop import KitchenLoop
from kitchen.pacing import Steps
from kitchen.service import Service
from kitchen.sim import facts as f
from kitchen.sim.views import KitchenView

FRAME = 1 / 60


@dataclass
class Heard:
    """An output that writes down what it is to play."""

    played: list[tuple[str, float, float]] = field(default_factory=list)
    levels: dict[str, float] = field(default_factory=dict)
    hushed: int = 0
    closed: bool = False

    def play(self, name: str, left: float, right: float) -> None:
        assert 0.0 <= left <= 1.0 and 0.0 <= right <= 1.0
        self.played.append((name, left, right))

    def level(self, name: str, gain: float) -> None:
        assert 0.0 <= gain <= 1.0
        self.levels[name] = gain

    def hush(self) -> None:
        self.hushed += 1
        self.levels.clear()

    def close(self) -> None:
        self.closed = True

    @property
    def names(self) -> list[str]:
        return [name for name, _, _ in self.played]


class Ear:
    """Hears one kitchen, frame by frame."""

    def __init__(self, look: Look, volumes: Mapping[str, float] | None = None) -> None:
        self.look = look
        self.heard = Heard()
        self.clock = 0.0
        self.sounds = Sounds(volumes, opener=lambda: self.heard, clock=lambda: self.clock)
        self.view = kitchen()
        self.wall = 0.0
        self.hear()

    def hear(self, *facts: f.Fact, frames: int = 1, **fields: object) -> list[str]:
        """These facts in one frame, then nothing new; the names of what starts meanwhile."""
        before = len(self.heard.played)
        self.view.fold(facts)
        for frame in range(frames):
            self.wall += FRAME
            new = facts if frame == 0 else ()
            now = self.view.time
            self.sounds.hear(self.look(self.view, now, wall=self.wall, facts=new, **fields))
        return self.heard.names[before:]


@pytest.fixture
def ear(look: Look) -> Ear:
    return Ear(look)


def hands(what: str, order: int = 1, seconds: float = 10.0) -> list[f.Fact]:
    return [f.Resumed(0.0, 1, order, 0), f.Hands(0.0, 1, order, 0, what, seconds, 4)]


# -- one event, one sound --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "sound"),
    [
        ("chop the vegetables", "chop"),
        ("slice and plate", "chop"),
        ("flip", "sizzle"),
        ("sear and peel", "sizzle"),
        ("take it out", "oven_door"),
        ("turn it out", "plate"),
        ("whisk the custard", "stir"),
        ("knead the dough", "knead"),
        ("season the bird", "shake"),
        ("drain", "pour"),
        ("eggs in", "plop"),
        ("plate", "plate"),
        ("some work that nobody has heard of", "plate"),
    ],
)
def test_hands_sound_like_what_they_do(what: str, sound: str) -> None:
    assert hands_sound(what) == sound


def test_chopping_goes_on_while_hands_are_on_and_no_chop_comes_twice_in_a_row(ear: Ear) -> None:
    ear.hear(*ordered(1))
    started = ear.hear(*chopping(1), frames=120)  # 30 s of kitchen time are 2 s of wall time
    assert len(started) == 6
    assert set(started) <= {"chop_1", "chop_2", "chop_3"}
    assert all(a != b for a, b in pairwise(started))


def test_at_ten_times_the_speed_the_same_work_is_one_chop(ear: Ear) -> None:
    ear.hear(*ordered(1))
    assert len(ear.hear(*chopping(1), frames=120, speed=10.0)) == 1


def test_a_new_order_is_a_ticket(ear: Ear) -> None:
    assert ear.hear(*ordered(1)) == ["order"]


def test_food_into_the_pot_plops_and_its_timer_rings_the_bell(ear: Ear) -> None:
    ear.hear(*ordered(1), *chopping(1), frames=90)
    assert ear.hear(*simmering(1, 30.0)) == ["plop"]
    assert ear.hear(f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)) == ["ding_1"]


def test_the_bell_is_higher_the_longer_the_line(ear: Ear) -> None:
    ear.hear(*(fact for n in (1, 2, 3, 4) for fact in ordered(n)))
    rings: list[str] = []
    for number in (1, 2, 4):
        rings += ear.hear(f.TimerRang(1.0, number, 0, number), frames=10)
    assert rings == ["ding_1", "ding_2", "ding_3"]


def test_burning_food_raises_the_alarm(ear: Ear) -> None:
    ear.hear(*ordered(1), *chopping(1), *simmering(1, 30.0), f.TimerRang(330.0, 1, 0, 1), frames=90)
    assert ear.hear(f.Burnt(450.0, 1, 0, 1)) == ["burn"]


def test_a_plate_is_served_and_the_coins_follow(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=10)
    plate = f.Served(9.0, 1, 1.0, 900, 90)
    assert ear.hear(plate) == ["serve"]
    assert ear.hear(frames=30) == ["coin"]


def test_a_plate_that_earns_nothing_brings_no_coins(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=10)
    assert ear.hear(f.Served(9.0, 1, 0.0, 0, 0), frames=40) == ["serve"]


def test_a_customer_who_leaves_shuts_the_door(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=10)
    assert ear.hear(f.WalkedOut(600.0, 1)) == ["walk_out"]


@pytest.mark.parametrize("stars", [0, 1, 2, 3])
def test_the_fanfare_is_that_of_the_stars(ear: Ear, stars: int) -> None:
    assert ear.hear(f.Closed(10.0, 10.0), stars=float(stars)) == [f"fanfare_{stars}"]


def test_a_pick_clicks(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=10)
    assert ear.hear(f.Picked(1.0, 1)) == ["press"]
    assert ear.hear(f.Unpicked(2.0, 1), frames=10) == []


def test_sounds_come_from_where_the_dish_stands(ear: Ear) -> None:
    ear.hear(*(fact for n in range(1, 6) for fact in ordered(n)), frames=60)
    for number in (1, 3, 5):
        ear.hear(*hands("plate", number), frames=30)
    (_, left, right), (_, near, far), (_, low, high) = ear.heard.played[-3:]
    assert left > 2 * right
    assert near == far
    assert high > 2 * low


# -- when it is too much ---------------------------------------------------------------------------


def test_ten_bells_at_once_are_one_bell(ear: Ear) -> None:
    ear.hear(*(fact for n in range(1, 11) for fact in ordered(n)), frames=10)
    rings = [f.TimerRang(1.0, n, 0, n) for n in range(1, 11)]
    assert len(ear.hear(*rings)) == 1


def test_one_kind_starts_at_most_once_in_60_ms_and_gets_softer(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=60)
    starts = [ear.wall for _ in range(60) if ear.hear(f.TimerRang(1.0, 1, 0, 1))]
    assert all(b - a >= 0.06 for a, b in pairwise(starts))
    assert 3 <= len(starts) <= 6
    rings = [left for name, left, _ in ear.heard.played if name.startswith("ding")]
    assert rings[-1] < 0.9 * rings[0]


def test_what_matters_most_starts_first(ear: Ear) -> None:
    ear.hear(*(fact for n in range(1, 8) for fact in ordered(n)), frames=60)
    works = [
        fact
        for n, what in enumerate(("chop", "whisk", "drain", "knead", "salt"), 1)
        for fact in hands(what, n)
    ]
    burnt = [f.TimerSet(1.0, 6, 0, 1, "simmer", 1.0, 1.0, 1.0, 6), f.TimerRang(2.0, 6, 0, 1)]
    started = ear.hear(*works, *burnt, f.WalkedOut(4.0, 7), f.Burnt(4.0, 6, 0, 1))
    assert started[:3] == ["burn", "walk_out", "ding_1"]
    assert len(started) == 4


# -- looking, pausing, leaving ---------------------------------------------------------------------


def test_a_kitchen_looked_into_tells_nothing_of_what_went_before(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=10)
    late = [*ordered(1), *chopping(1)]
    other = kitchen(*late)
    ear.sounds.hear(ear.look(other, 1.0, wall=ear.wall + FRAME, facts=late))
    assert ear.heard.names == ["order"]
    ear.sounds.hear(ear.look(other, 2.0, wall=ear.wall + 2 * FRAME, facts=[f.Picked(2.0, 1)]))
    assert ear.heard.names == ["order", "press"]


def test_the_first_orders_of_a_kitchen_that_opens_are_heard(look: Look) -> None:
    heard = Heard()
    facts = [opened(), *ordered(1)]
    Sounds(opener=lambda: heard).hear(look(kitchen(*ordered(1)), facts=facts))
    assert heard.names == ["order"]


def test_a_pause_stops_the_knife_and_lowers_the_kitchen(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=60)
    assert len(ear.hear(*chopping(1), frames=15)) == 2
    before = dict(ear.heard.levels)
    assert ear.hear(frames=180, paused=True) == []
    for name in ("hum", "murmur"):
        assert ear.heard.levels[name] == pytest.approx(PAUSED * before[name], rel=0.25), name


def test_something_over_the_kitchen_lowers_it_too(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=180)
    before = dict(ear.heard.levels)
    for frame in range(180):
        ear.sounds.wait(ear.wall + frame * FRAME)
    assert ear.heard.levels["hum"] == pytest.approx(PAUSED * before["hum"], rel=0.25)


def test_a_kitchen_that_is_left_falls_silent_and_can_be_heard_again(ear: Ear) -> None:
    ear.hear(*ordered(1), *chopping(1), frames=10)
    ear.sounds.hush()
    assert ear.heard.hushed == 1
    ear.wall = 0.0
    assert ear.hear(frames=60) == []
    assert ear.heard.levels["hum"] > 0


# -- the kitchen around ----------------------------------------------------------------------------


def busy(orders: int, working: int = 0, pots: int = 0) -> KitchenView:
    start = f.Opened(0.0, "test", 0, "hybrid", 10, "leave", "fifo", {"hob": 9}, 0.01)
    facts = [fact for n in range(1, orders + 1) for fact in ordered(n)]
    for n in range(1, working + 1):
        facts += chopping(n, chef=n)
    for n in range(working + 1, working + pots + 1):
        facts.append(f.TimerSet(0.0, n, 0, n, "simmer", 300.0, 60.0, 60.0, 6))
    return kitchen(*facts, start=start)


def test_the_ambience_thickens_with_the_load() -> None:
    quiet, few, many = (levels(busy(orders, orders // 3, orders // 3), 1.0) for orders in (0, 3, 9))
    for name in ("hum", "murmur", "bubbles", "clatter"):
        assert quiet[name] < few[name] < many[name] <= 1.0, name
    assert quiet["bubbles"] == quiet["clatter"] == quiet["frying"] == 0.0


def test_burning_food_fries() -> None:
    view = busy(1, pots=1)
    assert levels(view, 1.0)["frying"] == 0.0
    view.fold([f.TimerRang(300.0, 1, 0, 1), f.Burnt(420.0, 1, 0, 1)])
    assert levels(view, 420.0)["frying"] > 0.5


def test_every_loop_has_a_level() -> None:
    view = busy(2)
    assert levels(view, 1.0).keys() == set(LOOPS)
    view.fold([f.Closed(2.0, 2.0)])
    assert levels(view, 3.0).keys() == set(LOOPS)


def test_the_ambience_takes_about_a_second_to_follow(ear: Ear) -> None:
    ear.hear(frames=240)
    low = ear.heard.levels["murmur"]
    ear.hear(*(fact for n in range(1, 7) for fact in ordered(n)), frames=6)
    soon = ear.heard.levels["murmur"]
    ear.hear(frames=60)
    later = ear.heard.levels["murmur"]
    ear.hear(frames=240)
    high = ear.heard.levels["murmur"]
    assert (soon - low) / (high - low) < 0.3
    assert 0.85 < (later - low) / (high - low) < 1.0


# -- volumes ---------------------------------------------------------------------------------------


def test_each_channel_has_its_own_volume(ear: Ear) -> None:
    loud = {"cooking": 1.0, "interface": 1.0, "master": 1.0}
    ear.sounds.set_volumes(loud)
    ear.sounds.ui("plate")
    ear.sounds.ui("press")
    ear.sounds.set_volumes({"cooking": 0.5})
    ear.sounds.ui("plate")
    ear.sounds.ui("press")
    gains = [left for _, left, _ in ear.heard.played]
    assert gains[1] == gains[3] == gains[0]
    assert 0.3 * gains[0] < gains[2] < 0.5 * gains[0]


def test_a_channel_at_zero_is_silent(look: Look) -> None:
    ear = Ear(look, {"cooking": 0.0, "ambience": 0.0})
    assert ear.hear(*ordered(1), *chopping(1), frames=60) == ["order"]
    assert not any(ear.heard.levels.values())


def test_the_masters_volume_changes_loops_at_once(ear: Ear) -> None:
    ear.hear(*ordered(1), frames=120)
    assert ear.heard.levels["hum"] > 0
    ear.sounds.set_volumes({"master": 0.0})
    assert not any(ear.heard.levels.values())


def test_volumes_are_as_usual_until_the_player_says_otherwise(ear: Ear) -> None:
    ear.sounds.ui("press")
    other = Heard()
    Sounds(VOLUMES, opener=lambda: other).ui("press")
    assert ear.heard.played == other.played


def test_every_sound_obeys_a_volume_of_the_settings() -> None:
    assert {recipe.channel for recipe in SOUNDS.values()} == set(VOLUMES) - {"master"}


# -- the interface ---------------------------------------------------------------------------------


def test_actions_click(ear: Ear) -> None:
    for action in (LookInto("parallel"), Pause(), Leave(), Pick(1)):
        ear.sounds.act(action)
    assert ear.heard.names == ["flip", "press", "back"]


def test_a_pointer_that_sweeps_over_buttons_ticks_now_and_then(ear: Ear) -> None:
    for tick in range(20):
        ear.clock = 100 + tick * 0.01
        ear.sounds.ui("hover")
    assert 3 <= ear.heard.names.count("hover") <= 5


# -- the device ------------------------------------------------------------------------------------


def test_without_a_device_nothing_happens_and_it_is_looked_for_once(look: Look) -> None:
    tries: list[int] = []

    def nothing() -> None:
        tries.append(1)

    sounds = Sounds(opener=nothing)
    for frame in range(10):
        sounds.hear(look(kitchen(), wall=frame * FRAME, facts=[opened(), *ordered(1)]))
        sounds.ui("press")
        sounds.wait(frame * FRAME)
        sounds.hush()
    sounds.set_volumes({"master": 1.0})
    sounds.close()
    assert len(tries) == 1


def test_a_player_who_muted_the_game_opens_no_device(look: Look) -> None:
    def fails() -> None:
        raise AssertionError("a device was opened")

    sounds = Sounds({"master": 0.0}, opener=fails)
    sounds.hear(look(kitchen(), facts=[opened()]))
    sounds.ui("press")


def test_closed_sounds_give_the_device_back_and_stay_silent(ear: Ear) -> None:
    ear.sounds.close()
    assert ear.heard.closed
    ear.sounds.ui("press")
    assert ear.hear(*ordered(1), frames=10) == []


# -- a whole service -------------------------------------------------------------------------------


@dataclass
class Recording(Heard):
    """What a service of some seconds sounded like."""

    wall: float = 0.0
    starts: list[tuple[float, str, float]] = field(default_factory=list)
    changes: list[tuple[float, str, float]] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    def play(self, name: str, left: float, right: float) -> None:
        super().play(name, left, right)
        self.starts.append((self.wall, name, max(left, right)))

    def level(self, name: str, gain: float) -> None:
        super().level(name, gain)
        self.changes.append((self.wall, name, gain))


def record(mode: str, speed: float, seconds: float) -> Recording:
    """A dinner rush at full volume."""
    recording = Recording()
    sounds = Sounds(dict.fromkeys(VOLUMES, 1.0), opener=lambda: recording)
    shift = load_shift("dinner-rush")
    pace = Steps(shift.tempo / 60)
    pace.speed = speed
    loop = KitchenLoop(pace)
    service = Service(loop, shift, 3, mode, autopilot=True)

    async def listen() -> None:
        frames = loop.frames(60)
        async for frame in frames:
            recording.wall = frame.number / 60
            facts = service.advance(frame.time)[mode]
            moment = Moment(
                service.view, frame.time, recording.wall, facts, mode, "leave", "", 3, speed,
                False, True, shift.tempo, {}, 0.0, None,
            )  # fmt: skip
            begun = time.perf_counter()
            sounds.hear(moment)
            recording.spent.append(time.perf_counter() - begun)
            if recording.wall >= seconds:
                break
        await frames.aclose()

    try:
        loop.run_until_complete(listen())
    finally:
        service.sweep()
        loop.close()
    return recording


def mixed(recording: Recording) -> list[float]:
    """The louder side of it, at most."""
    out = [0.0] * round((recording.wall + 3.0) * RATE)
    files = {name: read(find_assets() / "sound" / f"{name}.wav") for name in SOUNDS}
    for wall, name, gain in recording.starts:
        first = round(wall * RATE)
        for i, x in enumerate(files[name], first):
            out[i] += gain * x / FULL
    for name in LOOPS:
        highest = max((g for _, loop, g in recording.changes if loop == name), default=0.0)
        file = files[name]
        for i in range(len(out)):
            out[i] += highest * file[i % len(file)] / FULL
    return out


@pytest.fixture(scope="module")
def rush() -> Recording:
    return record("hybrid", 16.0, 6.0)


def test_at_sixteen_times_the_speed_it_is_no_noise(rush: Recording) -> None:
    assert 20 < len(rush.starts) < 12 * rush.wall
    frames = Counter(wall for wall, _, _ in rush.starts)
    assert max(frames.values()) <= 4


def test_nothing_clips_at_full_volume_and_sixteen_times_the_speed(rush: Recording) -> None:
    assert 0.2 < max(map(abs, mixed(rush))) < 1.0


def test_hearing_costs_less_than_a_fifth_of_a_millisecond_a_frame(rush: Recording) -> None:
    assert sum(rush.spent) / len(rush.spent) < 0.0002
