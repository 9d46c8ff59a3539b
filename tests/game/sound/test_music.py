"""The music follows the load, softly, steps back for calls, and obeys its slider and the mute."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.ear import FRAME, Ear, Heard
from tools.game_scenario import Look, kitchen, ordered, simmering

from kitchen.game.sound.duck import DEPTHS, Duck
from kitchen.game.sound.music import LOWERED, Music
from kitchen.game.sound.sounds import MUSIC_HEADROOM, Sounds
from kitchen.game.sound.stems import CLOSED, STEMS, TITLE, fuses, levels_at, music_levels
from kitchen.keep.settings import VOLUMES
from kitchen.sim import facts as f

BUSY = levels_at(9.0, 9.0)

# -- which stem when -------------------------------------------------------------------------------

amounts = st.floats(0.0, 30.0)


@given(amounts, amounts, amounts, amounts)
def test_more_to_do_never_makes_a_stem_softer(
    orders: float, pressing: float, more: float, hotter: float
) -> None:
    few, many = levels_at(orders, pressing), levels_at(orders + more, pressing + hotter)
    assert all(0.0 <= few[name] <= many[name] <= 1.0 for name in STEMS)


def test_a_quiet_kitchen_has_the_bed_then_come_groove_tune_and_heat() -> None:
    def heard(orders: int, hands: int) -> list[str]:
        return [name for name, level in levels_at(orders, hands).items() if level > 0.3]

    assert heard(0, 0) == heard(1, 1) == ["bed"]
    assert heard(2, 1) == ["bed", "groove"]
    assert heard(4, 2) == ["bed", "groove", "lead"]
    assert heard(6, 4) == list(STEMS)


def test_hands_up_and_fuses_that_burn_down_make_it_hot() -> None:
    orders = [fact for n in range(1, 5) for fact in ordered(n)]
    view = kitchen(*orders)
    assert music_levels(view, 0.0) == levels_at(4, 4)
    view.fold([*simmering(1, 10.0), f.TimerRang(310.0, 1, 0, 1)])
    assert fuses(view, 310.0) == 0.0
    assert fuses(view, 340.0) == pytest.approx(0.5)
    view.fold([f.FoodBurnt(430.0, 1, 0, 1)])
    assert fuses(view, 430.0) == 2.0


def test_after_last_orders_the_same_guests_are_more_music_until_they_are_served() -> None:
    view = kitchen(*ordered(1), *ordered(2))
    before, after = music_levels(view, 1.0), music_levels(view, 1.0, last_orders=True)
    assert after["groove"] > before["groove"] and after["lead"] > before["lead"]
    view.fold([f.Served(9.0, n, 1.0, 900, 0) for n in (1, 2)])
    assert music_levels(view, 9.0, last_orders=True)["groove"] == 0.0


def test_a_closed_kitchen_is_calm() -> None:
    view = kitchen(*ordered(1), f.Closed(10.0, 10.0))
    assert music_levels(view, 11.0) == CLOSED
    assert CLOSED["lead"] == CLOSED["heat"] == 0.0
    assert [name for name in STEMS if TITLE[name]] == ["bed"]


# -- softly ----------------------------------------------------------------------------------------


def steps(music: Music, frames: int, **state: bool) -> list[dict[str, float]]:
    found = []
    for _ in range(frames):
        music.step(FRAME, covered=state.get("covered", False), hidden=state.get("hidden", False))
        found.append(music.gains)
    return found


@given(
    st.lists(st.tuples(amounts, amounts, st.booleans(), st.booleans(), st.booleans()), max_size=30)
)
def test_no_gain_ever_jumps(turns: list[tuple[float, float, bool, bool, bool]]) -> None:
    music, last = Music(), dict.fromkeys(STEMS, 0.0)
    for orders, pressing, paused, covered, hidden in turns:
        music.aim(levels_at(orders, pressing), paused)
        for gains in steps(music, 5, covered=covered, hidden=hidden):
            assert all(abs(gains[name] - last[name]) < 0.045 for name in STEMS)
            last = gains


def test_a_stem_takes_one_or_two_bars_to_come_and_to_go() -> None:
    music = Music()
    steps(music, 60)
    music.aim(BUSY, paused=False)
    bar = round(4 * 60 / 105 / FRAME)
    come = steps(music, 2 * bar + 2)
    assert come[bar // 2]["lead"] < 0.3 and come[-1]["lead"] == 1.0
    music.rest()
    go = steps(music, 2 * bar + 2)
    assert go[bar // 2]["lead"] > 0.7 and go[-1]["lead"] == 0.0
    assert go[-1]["bed"] == TITLE["bed"]


def test_a_hitch_of_a_minute_is_no_jump() -> None:
    music = Music()
    steps(music, 60)
    music.aim(BUSY, paused=False)
    music.step(60.0, covered=False, hidden=False)
    assert music.gains["lead"] < 0.05


def test_a_pause_and_what_lies_over_the_kitchen_lower_it_and_a_hidden_window_is_silent() -> None:
    music = Music()
    music.aim(BUSY, paused=False)
    loud = steps(music, 400)[-1]["bed"]
    assert steps(music, 60, covered=True)[-1]["bed"] == pytest.approx(LOWERED * loud)
    assert steps(music, 60)[-1]["bed"] == loud
    music.aim(BUSY, paused=True)
    assert steps(music, 60)[-1]["bed"] == pytest.approx(LOWERED * loud)
    assert steps(music, 60, hidden=True)[-1]["bed"] == 0.0


# -- ducking ---------------------------------------------------------------------------------------


def envelope(duck: Duck, seconds: float) -> list[float]:
    return [20.0 * math.log10(duck.step(FRAME)) for _ in range(round(seconds / FRAME))]


@pytest.mark.parametrize(
    "name", ["ding_2", "burn", "walk_out", "needs_you", "last_orders", "fanfare_3"]
)
def test_music_steps_back_for_a_call_at_once_and_comes_back_slowly(name: str) -> None:
    duck = Duck()
    duck.hear(name)
    depth, length = DEPTHS[name.rstrip("_0123456789")]
    curve = envelope(duck, length + 3.0)
    assert min(curve) == pytest.approx(depth)
    assert curve[4] == pytest.approx(depth), "within a tenth of a second"
    later = curve[round(length / FRAME) + 1 :]
    assert all(a <= b < a + 0.2 for a, b in pairwise(later))
    assert curve[-1] == 0.0


def test_the_deepest_of_several_calls_counts_and_knives_do_not() -> None:
    duck = Duck()
    for name in ("ding_1", "burn", "chop_2", "hover"):
        duck.hear(name)
    assert min(envelope(duck, 0.5)) == DEPTHS["burn"][0]
    quiet = Duck()
    quiet.hear("chop_1")
    assert min(envelope(quiet, 0.5)) == 0.0


# -- as it is played -------------------------------------------------------------------------------


def played(ear: Ear, frames: int, covered: bool = False) -> dict[str, float]:
    for _ in range(frames):
        ear.clock += FRAME
        ear.sounds.go_on(covered=covered, hidden=False)
    return dict(ear.heard.stems)


def full(volumes: dict[str, float]) -> float:
    return float(MUSIC_HEADROOM * (volumes["master"] * volumes["music"]) ** 1.5)


def test_the_title_plays_the_bed_alone_from_the_first_second() -> None:
    heard, now = Heard(), [0.0]
    sounds = Sounds(opener=lambda: heard, clock=lambda: now[0])
    for _ in range(60):
        now[0] += FRAME
        sounds.go_on(covered=False, hidden=False)
    assert heard.stems == {"bed": pytest.approx(full(VOLUMES) * TITLE["bed"], abs=0.01)}


def test_a_full_kitchen_is_heard_in_the_music_and_a_kitchen_left_is_not(ear: Ear) -> None:
    ear.hear(*(fact for n in range(1, 8) for fact in ordered(n)), frames=10)
    assert min(played(ear, 400).values()) > 0.5 * full(VOLUMES)
    ear.sounds.hush()
    assert [name for name, gain in played(ear, 400).items() if gain] == ["bed"]


def test_a_burn_is_heard_over_the_music(ear: Ear) -> None:
    ear.hear(*ordered(1), *simmering(1, 1.0), f.TimerRang(301.0, 1, 0, 1), frames=90)
    before = played(ear, 120)["bed"]
    assert ear.hear(f.FoodBurnt(421.0, 1, 0, 1)) == ["burn"]
    assert played(ear, 10)["bed"] < 0.5 * before
    assert played(ear, 240)["bed"] == pytest.approx(before, abs=0.01)


def test_its_slider_and_the_mute_count_at_once(ear: Ear) -> None:
    loud = played(ear, 60)["bed"]
    ear.sounds.set_volumes({"music": 0.3})
    assert 0.0 < ear.heard.stems["bed"] < 0.3 * loud
    ear.sounds.set_volumes({"music": 0.0})
    assert ear.heard.stems["bed"] == 0.0
    ear.sounds.set_volumes({"music": VOLUMES["music"]})
    assert ear.heard.stems["bed"] == loud
    ear.sounds.set_volumes({"master": 0.0})
    assert ear.heard.stems["bed"] == 0.0


def test_who_wants_no_music_opens_no_device_for_it() -> None:
    def fails() -> None:
        raise AssertionError("a device was opened")

    for volumes in ({"music": 0.0}, {"master": 0.0}):
        Sounds(volumes, opener=fails).go_on(covered=False, hidden=False)


def test_without_a_device_it_goes_on_in_silence(look: Look) -> None:
    sounds = Sounds(opener=lambda: None)
    sounds.go_on(covered=False, hidden=False)
    sounds.hear(look(kitchen(*ordered(1))))
    sounds.go_on(covered=True, hidden=True)
    sounds.close()
