"""What is heard of a kitchen: which sound when, from where, how loud, and how many."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tools.ear import FRAME, Ear, Heard, hands
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering

from kitchen.game.input.actions import Leave, LookInto, Pause, TogglePick
from kitchen.game.signs.yours import Yours
from kitchen.game.sound.cues import hands_sound
from kitchen.game.sound.sounds import PAUSED, Sounds
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

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
    assert ear.hear(f.FoodBurnt(450.0, 1, 0, 1)) == ["burn"]


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
    assert ear.hear(f.Picked(1.0, 1), frames=10) == ["press"]
    assert ear.hear(f.PickedAt(1.5, 1, 1), frames=10) == ["press"]
    assert ear.hear(f.Unpicked(2.0, 1), frames=10) == []


def test_sounds_come_from_where_the_dish_stands(ear: Ear) -> None:
    ear.hear(*(fact for n in range(1, 9) for fact in ordered(n)), frames=60)
    for number in (1, 4, 8):
        ear.hear(*hands("plate", number), frames=30)
    (_, left, right), (_, near, far), (_, low, high) = ear.heard.played[-3:]
    assert left > 2 * right
    assert 0.8 < near / far < 1.25
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
    started = ear.hear(*works, *burnt, f.WalkedOut(4.0, 7), f.FoodBurnt(4.0, 6, 0, 1))
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


# -- the interface ---------------------------------------------------------------------------------


def test_the_players_own_kitchen_is_heard_once_when_it_begins_to_need_them(ear: Ear) -> None:
    waits = kitchen(*ordered(1), start=opened(policy="player"))
    busy = kitchen(*ordered(1), *chopping(1), start=opened(policy="player"))

    def heard(mode: str, view: KitchenView) -> list[str]:
        yours = Yours("blocking", view, False, "looked")
        return ear.hear(frames=30, mode=mode, yours=yours)

    assert heard("blocking", waits) == []  # there the player sees it
    assert heard("concurrent", waits) == ["needs_you"]
    assert heard("concurrent", waits) == heard("concurrent", busy) == []
    assert heard("concurrent", waits) == ["needs_you"]


def test_actions_click(ear: Ear) -> None:
    for action in (LookInto("parallel"), Pause(), Leave(), TogglePick(1)):
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
