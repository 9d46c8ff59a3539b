"""Moods that fit what happened: who cheers, and who is congratulated."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast, get_args

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.results.chef import pose
from kitchen.game.results.standings import ClosedKitchen, Standings, worth_a_word
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.runs.result import Result
from kitchen.runs.service import Watched
from kitchen.sim import facts as f
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star

SERVED: list[f.Fact] = [
    f.Resumed(400.0, 1, 1, 0), f.Left(400.0, 1, 1, 0), f.Served(400.0, 1, 1.0, 900, 90)
]  # fmt: skip


def act_after(look: Look, toolkit: Kit, before: list[f.Fact], *now: f.Fact) -> str:
    """What the chef does in the frame in which the soup of order 1 is served."""
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0), *before)
    scene = KitchenScene(toolkit)
    canvas = pygame.Surface((1280, 720))
    scene.draw(canvas, look(view, 399.0, wall=10.0))
    new = view.fold([*SERVED, *now])
    for wall, facts in ((20.0, new), (20.5, [])):
        scene.draw(canvas, look(view, 400.5, wall=wall, facts=facts))
    return scene.chefs.actors[1].act


def second(*facts: f.Fact) -> list[f.Fact]:
    return [*ordered(2), *chopping(2, 31.0), *simmering(2, 61.0, timer=2), *facts]


def test_who_has_served_a_dish_cheers(look: Look, toolkit: Kit) -> None:
    assert act_after(look, toolkit, []) == "cheer"
    assert act_after(look, toolkit, second()) == "cheer"


def test_nobody_cheers_beside_food_that_spoils_or_burns(look: Look, toolkit: Kit) -> None:
    """The second soup cooks for 300 s from 61 on, and keeps for 60."""
    early = [f.TimerRang(300.0, 2, 0, 2), f.Ready(300.0, 2, 0)]
    assert act_after(look, toolkit, second(*early)) == "idle"
    burnt = [*early, f.FoodBurnt(390.0, 2, 0, 2)]
    assert act_after(look, toolkit, second(*burnt)) != "cheer"


@pytest.mark.parametrize("leaves", [f.WalkedOut(400.0, 2), f.TurnedAway(400.0, 2)])
def test_nobody_cheers_as_a_guest_leaves(look: Look, toolkit: Kit, leaves: f.Fact) -> None:
    assert act_after(look, toolkit, second(), leaves) == "idle"


# -- results -----------------------------------------------------------------------------------

GOT, MISSED = Star("served", 8, 9), Star("served", 8, 2)


def result(stars: tuple[Star, ...], **fields: float) -> Result:
    values = {"profit": 5.0, "served": 1, "burnt": 0, "walked_out": 0, "open": 0}
    return cast(Result, SimpleNamespace(stars=stars, **(values | fields)))


def standings(told: Result, watched: Watched | None = None) -> Standings:
    own = ClosedKitchen(told, cast(KitchenView, None), True)
    return Standings(Shift(), 0, (own,), 0, watched)


def test_only_what_went_well_is_congratulated_on() -> None:
    assert worth_a_word(standings(result((GOT, MISSED))))
    assert worth_a_word(standings(result(())))
    assert not worth_a_word(standings(result((MISSED,))))
    assert not worth_a_word(standings(result((GOT,), profit=-3.0)))
    assert not worth_a_word(standings(result((), profit=0.0)))


@pytest.mark.parametrize("why", get_args(Watched))
def test_what_was_only_watched_is_not_congratulated_on(why: Watched) -> None:
    seen = standings(result((GOT, GOT)), why)
    assert not worth_a_word(seen)
    assert (seen.earned, pose(seen)) == (0, "chef_idle")


@pytest.mark.parametrize(
    ("told", "drawing"),
    [
        (result((GOT, GOT)), "chef_cheer"),
        (result((GOT, MISSED)), "chef_idle"),
        (result((MISSED,)), "chef_bored"),
        (result(()), "chef_cheer"),
        (result((), walked_out=1), "chef_idle"),
        (result((), served=0, walked_out=4), "chef_bored"),
    ],
)
def test_the_chef_of_the_results_fits_them(told: Result, drawing: str) -> None:
    assert pose(standings(told)) == drawing
