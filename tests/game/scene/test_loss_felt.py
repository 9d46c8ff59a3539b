"""Loss that is felt: signs at its place, faces of chefs, what shakes, what falls off the till."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.game_scenario import Look, chopping, kitchen, opened, ordered, simmering
from tools.scenario import busy, pot

from kitchen import Order, Shift
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.acting import WINCE, WORRY, burns
from kitchen.game.scene.chefs import WINCE_SECONDS, Chefs
from kitchen.game.scene.dishes import Dishes
from kitchen.game.scene.effects import Effects
from kitchen.game.scene.lostsigns import SECONDS, LostSigns
from kitchen.game.scene.nameplate import NamePlates
from kitchen.game.scene.shaking import BURST_SECONDS, EVERY_SECONDS, shake
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floors
from kitchen.runs.headless import run_shift
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick, SetPolicy
from kitchen.sim.view.kitchenview import KitchenView

COOKED: list[f.Fact] = [*ordered(1), *chopping(1), *simmering(1, 30.0)]
"""Until 330 s; it keeps until 390 s and burns at 450 s."""
RANG: list[f.Fact] = [f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)]
BURNT = f.FoodBurnt(450.0, 1, 0, 1)
LATE: list[f.Fact] = [f.Resumed(420.0, 1, 1, 0), f.Overcooked(420.0, 1, 0, 1, 0.5)]
DONE: list[f.Fact] = [f.Served(430.0, 1, 1.0, 900, 100), f.Left(430.0, 1, 1, 0)]


class Stage:
    """All of a scene that follows the facts, without a picture."""

    def __init__(self, toolkit: Kit, look: Look, view: KitchenView) -> None:
        sprites = Sprites(toolkit)
        self.look, self.view, self.wall = look, view, 0.0
        self.dishes = Dishes(sprites, NamePlates(sprites))
        self.effects, self.signs, self.chefs = Effects(sprites), LostSigns(sprites), Chefs(sprites)
        self.floors = Floors(sprites.places)
        self.frame()

    def frame(self, *facts: f.Fact, seconds: float = 0.1, **fields: object) -> None:
        self.wall += seconds
        self.view.fold(facts)
        self.moment = self.look(self.view, self.view.time, facts=facts, wall=self.wall, **fields)
        floor = self.floors.of(self.moment)
        self.effects.follow(self.moment, floor, self.dishes)
        self.signs.follow(self.moment, floor, self.dishes)
        self.dishes.follow(self.moment, floor)
        self.chefs.follow(self.moment, floor, self.effects)

    @property
    def act(self) -> str:
        return self.chefs.actors[1].act

    @property
    def mien(self) -> str:
        return self.chefs.actors[1].mien


@pytest.fixture
def stage(toolkit: Kit, look: Look) -> Stage:
    return Stage(toolkit, look, kitchen(*COOKED))


# -- signs -------------------------------------------------------------------------------------


def test_a_sign_stands_where_food_burns_for_so_long_by_the_wall_clock(stage: Stage) -> None:
    stage.frame(*RANG)
    assert stage.signs.signs == []
    stage.frame(BURNT, speed=4.0)
    (sign,) = stage.signs.signs
    assert sign.kind == "burnt" and [lost.work for lost in sign.lost] == [30.0]
    stage.frame(seconds=SECONDS - 0.1, speed=4.0)
    assert stage.signs.signs == [sign]
    stage.frame(seconds=0.2)
    assert stage.signs.signs == []


def test_what_spoils_says_both_prices(stage: Stage) -> None:
    stage.frame(*RANG)
    stage.frame(*LATE)
    ((lost,),) = [sign.lost for sign in stage.signs.signs]
    assert (lost.worth, lost.left) == (900, 450)


def test_signs_that_would_lie_over_one_another_are_gathered(stage: Stage) -> None:
    stage.frame(*RANG)
    stage.frame(BURNT)
    stage.frame(f.FoodBurnt(451.0, 1, 0, 1))
    assert [len(sign.lost) for sign in stage.signs.signs] == [2]


def test_signs_stand_still_with_reduced_motion(stage: Stage, canvas: pygame.Surface) -> None:
    stage.frame(*RANG)
    stage.frame(BURNT, calm=True)
    pictures = set()
    for _ in range(4):
        canvas.fill((0, 0, 0))
        stage.signs.draw(canvas, stage.moment)
        pictures.add(pygame.image.tobytes(canvas, "RGB"))
        stage.frame(calm=True)
    assert len(pictures) == 1 and any(pictures.pop())


def test_what_was_lost_before_the_first_frame_is_nothing_new(toolkit: Kit, look: Look) -> None:
    late = Stage(toolkit, look, kitchen())
    late.signs.reset()
    late.frame(*COOKED, *RANG, BURNT)
    assert late.signs.signs == []


@given(st.floats(0.0, 60.0))
def test_it_shakes_a_little_in_bursts_with_rests_between(age: float) -> None:
    assert abs(shake(age, age)) <= 4.0
    if age % EVERY_SECONDS > BURST_SECONDS:
        assert shake(age, age) == 0.0


# -- faces -------------------------------------------------------------------------------------


def test_a_clean_plate_is_cheered_and_no_other(toolkit: Kit, look: Look) -> None:
    taken = f.Resumed(340.0, 1, 1, 0)
    for facts, cheers in (([taken], True), (LATE, False)):
        stage = Stage(toolkit, look, kitchen(*COOKED))
        stage.frame(*RANG)
        stage.frame(*facts)
        stage.frame(*DONE)
        stage.frame(seconds=0.5)  # there
        assert (stage.act == "cheer") is cheers


def test_chefs_wince_at_a_loss_and_worry_while_it_burns(stage: Stage) -> None:
    stage.frame(*ordered(2, 440.0), *chopping(2, 440.0))
    stage.frame(seconds=2.0)
    assert (stage.act, stage.mien) == ("work", "")
    stage.frame(*(f.TimerRang(440.0, 1, 0, 1), f.Ready(440.0, 1, 0)))
    stage.frame(BURNT)
    assert stage.act == "panic"
    stage.frame(seconds=1.2)
    assert (stage.act, stage.mien) == ("work", WINCE)
    stage.frame(seconds=WINCE_SECONDS)
    assert (stage.act, stage.mien) == ("work", WORRY)
    stage.frame(f.Resumed(470.0, 1, 1, 0), f.Hands(470.0, 1, 1, 0, "scrape the pan", 20.0, 0))
    stage.frame(seconds=2.0)
    assert stage.mien == ""


PICKS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=30)
"""So many tens of seconds after the opening, and an order."""


@given(st.lists(st.integers(10, 120), min_size=3, max_size=3), PICKS, st.sampled_from([1, 3]))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # nothing of them is kept
)
def test_no_chef_cheers_beside_a_fire(
    toolkit: Kit, look: Look, timers: list[int], picks: list[tuple[int, int]], chefs: int
) -> None:
    """Whatever burns anywhere in that kitchen, at every fact and a little after it. Hands are idle
    beside a fire only where a player is slow."""
    dishes = [dish for s in timers for dish in (pot(5, s, 5, hold=10), busy(5))]
    shift = Shift([Order(float(at), dish, patience=500) for at, dish in enumerate(dishes)])
    commands = [(10.0 * at, Pick(order)) for at, order in sorted(picks)]
    end = [(310.0, SetPolicy("fifo"))]
    result = run_shift(shift, policy="player", chefs=chefs, commands=[*commands, *end])
    stage = Stage(toolkit, look, KitchenView())
    for fact in result.facts:
        stage.frame(fact, seconds=0.07)
        if burns(stage.view):
            assert "cheer" not in {actor.act for actor in stage.chefs.actors.values()}


@given(st.integers(100, 800).map(float))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_plate_is_cheered_unless_something_burns_or_spoils(
    toolkit: Kit, look: Look, served: float
) -> None:
    """The other dish spoils from 390 s on, and burns from 450 s until it is fetched at 600 s."""
    stage = Stage(toolkit, look, kitchen(*COOKED, start=opened(chefs=2)))
    other: list[f.Fact] = [*ordered(2, 90.0), *chopping(2, 90.0, chef=2),
                           f.Served(served, 2, 1.0, 900, 100), f.Left(served, 2, 2, 0)]  # fmt: skip
    fetched = f.Resumed(600.0, 1, 1, 0)
    acts = set()
    for fact in sorted([*other, *RANG, BURNT, fetched], key=lambda fact: fact.t):
        stage.frame(fact, seconds=1.0 if fact is fetched else 0.2)
        acts.add(stage.chefs.actors[2].act)
    assert ("cheer" in acts) is not (390.0 < served <= 600.0)


# -- money -------------------------------------------------------------------------------------


def test_coins_fall_off_the_till_for_a_guest_who_leaves(stage: Stage) -> None:
    stage.frame(*RANG)
    stage.frame(f.WalkedOut(400.0, 1))
    coins = [speck for speck in stage.effects._specks if speck.art == "coin"]
    assert len(coins) == 3  # nine dollars
    assert all(speck.dy > 0.0 for speck in coins)


def test_nothing_falls_with_reduced_motion(stage: Stage) -> None:
    stage.frame(*RANG, calm=True)
    stage.frame(f.WalkedOut(400.0, 1), calm=True)
    assert stage.effects._specks == []
