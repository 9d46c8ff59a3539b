"""The kitchen around: it thickens with the load, follows slowly, and obeys its volumes."""

from __future__ import annotations

from tools.ear import Ear, Heard
from tools.game_scenario import Look, chopping, kitchen, ordered

from kitchen.game.sound.catalogue import LOOPS, SOUNDS
from kitchen.game.sound.loudness import levels
from kitchen.game.sound.sounds import Sounds
from kitchen.keep.settings import VOLUMES
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

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
    view.fold([f.TimerRang(300.0, 1, 0, 1), f.FoodBurnt(420.0, 1, 0, 1)])
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
    assert {recipe.channel for recipe in SOUNDS.values()} == set(VOLUMES) - {"master", "music"}
