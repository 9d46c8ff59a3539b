"""Pictures of what lies over a service, at three sizes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame
import pytest
from tools.picturebook import SIZES, check, half

from kitchen.cookbook.improvements import improved
from kitchen.cookbook.load import load_shift
from kitchen.game.cards.help import TABS, HelpCard
from kitchen.game.cards.recipebook import RecipeBook
from kitchen.game.cards.settings import PAGES, SettingsCard
from kitchen.game.results.improvement import ImprovementChoice
from kitchen.game.service.hud.goals import GoalsCard
from kitchen.game.service.pause import MenuItem, PauseMenu
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Overlay
from kitchen.game.shell.window import Window
from kitchen.game.signs.bet import Bet
from kitchen.game.signs.truesource import sources_of
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.runs.courses import rehearse

OPENED, TAKEN = 6, 36
"""Frames at which the overlay is opened, and its picture taken."""

Lay = Callable[[ServiceScreen], Overlay]


def recipes(screen: ServiceScreen) -> Overlay:
    shift, plans = screen.shift, screen.service.view.plans
    return RecipeBook(screen, shift.recipes(), screen.session.sources, "spaghetti", plans)


def recipe_with_gather(screen: ServiceScreen) -> Overlay:
    shift = load_shift("early-birds")
    plans = rehearse(shift)
    return RecipeBook(screen, shift.recipes(), sources_of(shift), "full_breakfast", plans)


def improvements(screen: ServiceScreen) -> Overlay:
    return ImprovementChoice(screen, print, ["burner", "oven", "knives"], ["burner"])


def more_improvements(screen: ServiceScreen) -> Overlay:
    return ImprovementChoice(screen, print, ["pots", "bench", "boards"], ["pots", "pots"])


def instead_of_a_chef(screen: ServiceScreen) -> Overlay:
    return ImprovementChoice(screen, print, ["rail", "bench"], ["chef"])


def goals(screen: ServiceScreen) -> Overlay:
    return GoalsCard(screen, screen.shift, lambda: None)


def goals_with_a_word(screen: ServiceScreen) -> Overlay:
    return GoalsCard(screen, load_shift("pizza-corner"), lambda: None)


def goals_in_a_better_kitchen(screen: ServiceScreen) -> Overlay:
    better = improved(load_shift("full-house"), ["knives", "pots", "bench", "boards"])
    return GoalsCard(screen, better, lambda: None)


def goals_with_a_bet(screen: ServiceScreen) -> Overlay:
    return GoalsCard(screen, screen.shift, lambda: None, Bet("concurrent", "hybrid"))


def pause(screen: ServiceScreen) -> Overlay:
    return PauseMenu(screen, screen.session, screen.act, print)


def pause_at_the_stove(screen: ServiceScreen) -> Overlay:
    more = [
        MenuItem("Hint 1", "To this step", lambda: None),
        MenuItem("Skip this step", "On to the next one", lambda: None),
    ]
    return PauseMenu(screen, screen.session, screen.act, print, more)


OVERLAYS: dict[str, Lay] = {
    "goals": goals,
    "goals-bet": goals_with_a_bet,
    "goals-improved": goals_in_a_better_kitchen,
    "goals-word": goals_with_a_word,
    "pause": pause,
    "pause-stove": pause_at_the_stove,
    "recipes": recipes,
    "recipes-gather": recipe_with_gather,
    "improvements": improvements,
    "improvements-more": more_improvements,
    "improvements-chef": instead_of_a_chef,
    **{f"settings-{tab}": partial(SettingsCard, tab=tab) for tab, _ in PAGES},
    **{f"help-{tab}": partial(HelpCard, tab=tab) for tab, _ in TABS},
}


class Covered(ServiceScreen):
    """A service on which something is laid after some frames, and photographed after some more."""

    shows_goals = False

    def __init__(self, game: Game, lay: Lay, file: Path) -> None:
        super().__init__(game, load_shift("lunch-rush"))
        self._lay, self._file, self._frames = lay, file, 0

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=650.0)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self._frames += 1
        if self._frames == OPENED:
            self.open(self._lay(self))
        elif self._frames == TAKEN:
            self.window.save(self._file)
            self.leave(None)

    def resting(self) -> bool:
        return False


def draw(lay: Lay, size: tuple[int, int], file: Path) -> pygame.Surface:
    window = Window(size)
    pygame.event.clear()
    try:
        Covered(Game(window, Options(seed=3, autopilot=True)), lay, file).show()
    finally:
        window.close()
    return half(pygame.image.load(file))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", OVERLAYS)
def test_picture(name: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    picture = draw(OVERLAYS[name], SIZES[size], tmp_path / "picture.bmp")
    check(picture, f"{name}{size}", request)
