"""Screens for the audit of text: each laid out once, at rest, with words as long as they get."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

import pygame
import pytest

from kitchen import Cook
from kitchen.game.draw.art import Art
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.lesson.stove.cooking import CookingScreen
from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell import screen as screens
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.lessons.cooking.cooked import Cooked
from kitchen.lessons.lesson import Lesson
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.shift.recipe import Recipe, recipe
from kitchen.sim.shift.shift import Order, Shift
from tools.textaudit import Word, audited

WALLS = (0.0, 0.7, 1.4, 2.2, 3.0)
"""Seconds of wall time of the frames that are drawn: whatever moves has time to arrive."""


@dataclass(frozen=True)
class Look:
    """What a player has set, and the size of the window."""

    text: str = "normal"
    typeface: str = "standard"
    size: tuple[int, int] = (1280, 720)

    def __str__(self) -> str:
        return f"{self.text}-{self.typeface}-{self.size[0]}x{self.size[1]}"


Opens = Callable[[Screen], object]
"""What is done with a screen before its last frames: open something over it."""


@cache
def art(size: tuple[int, int]) -> Art:
    """Drawings do not depend on the text: one set for each size of the window."""
    return Art(Stage(size))


@contextmanager
def playing(monkeypatch: pytest.MonkeyPatch, look: Look, options: Options) -> Iterator[Game]:
    """A game on a window that notes its words."""
    with audited(monkeypatch), monkeypatch.context() as patch:
        patch.setattr(screens, "Art", lambda stage: art(stage.size))
        window = Window(look.size)
        window.surface = pygame.Surface(look.size)  # the display's own cannot take notes
        patch.setattr(window, "resized", lambda: False)
        patch.setattr(window, "flip", lambda: None)
        patch.setattr(window, "pointer", lambda stage=None: None)
        pygame.event.clear()
        game = Game(window, options)
        game.change(game.settings.but(text=look.text, typeface=look.typeface))
        try:
            yield game
        finally:
            window.close()


def seen(game: Game) -> list[Word]:
    return game.window.surface.seen()  # type: ignore[attr-defined, no-any-return]


class Bare(Screen):
    """Nothing but what lies over it."""

    def build(self, kit: Kit) -> None:
        pass

    def draw(self, frame: Frame) -> None:
        self.window.surface.fill((0, 0, 0))


def lay_out(screen: Screen, opens: Opens | None = None) -> None:
    """Draw a screen that needs no kitchen, till nothing moves."""
    screen.rebuild()
    for number, wall in enumerate(WALLS):
        if number == 1 and opens is not None:
            opens(screen)
        screen.wall = wall
        screen.paint(Frame(number, wall, wall))


class Busy(ServiceScreen):
    """A service that is looked at around one moment of kitchen time."""

    at = 0.0
    opens: Opens | None = None
    number = 0

    def pacing(self) -> Pacing:
        step = self.shift.tempo / 20
        return Steps(step, start=max(0.0, self.at - step * (len(WALLS) - 1)))

    def draw(self, frame: Frame) -> None:
        self._redrawing.anew()  # nothing of a frame ago stands
        super().draw(frame)

    def paint(self, frame: Frame) -> None:
        if self.number == 2 and self.opens is not None:
            self.opens(self)
        if self.number == len(WALLS) - 2:
            self.session.hold(True)  # nothing new comes: what is on its way arrives
        self.wall = WALLS[self.number]
        super().paint(replace(frame, wall=self.wall))
        self.number += 1
        if self.number == len(WALLS):
            self.leave(None)


class AtStove(Busy, CookingScreen):
    """A step of a lesson that is cooked by hand."""

    def __init__(self, game: Game, lesson: Lesson, step: Cooked) -> None:
        CookingScreen.__init__(self, game, Stove(lesson, step, Screen(game), lambda verdict: None))


# -- words as long as a user may reasonably write ----------------------------------------------


@recipe(price=1899.95, patience=5400)
async def slow_roasted_shoulder_of_lamb(cook: Cook) -> None:
    """Slow-roasted shoulder of lamb with rosemary potatoes, glazed carrots and mint sauce."""
    await cook.timer("bring back to room temperature", 240, hold=600)
    async with cook.station("oven"):
        cook.hands("rub with garlic, rosemary and anchovies", 45)
        await cook.timer("roast at two hundred and twenty degrees", 1800, hold=120)
    cook.hands("carve, and pour the gravy over it", 60)


@recipe(price=1249.50, patience=5400)
async def wholegrain_mushroom_risotto(cook: Cook) -> None:
    """Wholegrain mushroom risotto with Parmigiano Reggiano and hazelnut butter."""
    cook.hands("chop the shallots as finely as you can", 90)
    async with cook.station("hob"):
        await cook.timer("simmer on the smallest of flames", 1500, hold=30)
    cook.hands("stir in the butter", 40)


@recipe(price=999.99, patience=5400)
async def bouillabaisse(cook: Cook) -> None:
    """Bouillabaisse marseillaise."""
    cook.hands("clean the fish", 20)
    async with cook.station("hob"):
        await cook.timer("boil hard", 25, hold=20)
        cook.hands("skim", 8)
        await cook.timer("simmer", 150, hold=20)


@recipe(price=55.0, patience=3)
async def amuse_bouche(cook: Cook) -> None:
    """Amuse-bouche."""
    cook.hands("fill", 0.5)


LONG_DISHES = (slow_roasted_shoulder_of_lamb, wholegrain_mushroom_risotto, bouillabaisse)
EARLY, LATE = 120, 3590.0  # orders that came and went, and when the long ones begin


def long_shift(tempo: float = 20.0) -> Shift:
    """Numbers above 100, an hour on the clock, thousands of dollars, and long words for all."""
    early = [Order(10.0 * n, amuse_bouche) for n in range(EARLY)]
    late = [Order(LATE + 14.0 * n, LONG_DISHES[n % 3]) for n in range(14)]
    return Shift(
        orders=[*early, *late],
        stations={"hob": 4, "oven": 2},
        name="the-wedding-of-the-century",
        title="The wedding of the century, with two hundred guests",
        about="Two hundred guests, four burners, two ovens, and an uncle who has opinions about "
        "how long a risotto should be stirred: whom do you let wait, and for how long?",
        chefs=10,
        wage=1.25,
        tempo=tempo,
        targets={"served": 128, "profit": 12500.50, "makespan": 7325},
        seed=987654321,
    )


LONG_AT = LATE + 14 * 14 + 60
"""A moment with all of that in it."""


def long_recipes() -> Mapping[str, Recipe]:
    return {dish.name: dish for dish in (*LONG_DISHES, amuse_bouche)}


LONG_KEYS = {
    "menu": ["left ctrl", "print screen"],
    "help": ["keypad enter", "scroll lock"],
    "next_kitchen": ["right parenthesis", "page down"],
    "dish_1": ["right bracket", "caps lock"],
    "dish_2": ["left bracket", "backspace"],
}
"""Keys with the longest names."""
