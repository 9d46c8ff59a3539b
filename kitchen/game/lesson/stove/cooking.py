"""A step at the stove: a service that is cooked by hand, with the card of its lesson over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kitchen.game.input.actions import Action, LookInto, ToggleAutopilot
from kitchen.game.lesson.stove.attempt import Attempt
from kitchen.game.lesson.stove.cookcard import CookCard
from kitchen.game.lesson.stove.cookend import CookEnding
from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.service.pause import MenuItem
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.keep.settings import Settings
from kitchen.lessons.cooking.cooked import Cooked, Picks, commands_of, shift_of
from kitchen.lessons.judging.judge import Verdict, solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import BreakStep
from kitchen.sim.shift.shift import Shift

ALONE = "In this step there is this kitchen alone."
BY_HAND = "Here nobody but you says who gets the hands."


def cook_screen(
    game: Game,
    lesson: Lesson,
    step: Cooked,
    back: Screen,
    told: Callable[[Verdict], object],
    shown: Callable[[], object] | None = None,
    skipped: Callable[[], object] | None = None,
) -> Screen:
    """The step at the stove. It leaves for ``back``; ``told`` gets what came of each try. Raises
    `LessonError` for a shift that cannot be cooked."""
    stove = Stove(lesson, step, back, told)
    stove.shown, stove.skipped = shown or stove.shown, skipped or stove.skipped
    return CookingScreen(game, stove)


class CookingScreen(ServiceScreen):
    """One try. ``shift``: of one that goes on elsewhere; ``given``: picks that make themselves, to
    show how it is done."""

    def __init__(
        self, game: Game, stove: Stove, shift: Shift | None = None, given: Picks = ()
    ) -> None:
        shift = shift or shift_of(stove.lesson, stove.step)
        options = replace(game.options, mode=None, seed=None, policy=None, autopilot=False)
        super().__init__(game, shift, stove.back, options)
        self.stove = stove
        self.shows_goals = False
        self.session.given = given
        self.attempt = Attempt(stove, self.session)
        self.card: CookCard | None = None
        self._ending = CookEnding(self, self.attempt, self.act)
        self._standstill.onward = self.attempt.stood

    def rebuild(self) -> None:
        super().rebuild()
        if self.card is None:
            self.card = CookCard(self, self.attempt, self.show_how, self.skip)
            self.open(self.card)

    @property
    def settings(self) -> Settings:
        """What is to go wrong does so however much help the player has."""
        settings = self.game.settings
        if isinstance(self.stove.step, BreakStep):
            return settings.but(calm_kitchen=False, food_keeps=1.0, guests_wait=1.0)
        return settings

    # -- what the player wants -----------------------------------------------------------------

    def act(self, action: Action) -> None:
        home = self.service.home
        if isinstance(action, ToggleAutopilot):
            self._toast.say(BY_HAND)
        elif isinstance(action, LookInto) and action.mode != home and not self.stove.step.modes:
            self._toast.say(ALONE)
        else:
            super().act(action)

    def more_to_do(self) -> Sequence[MenuItem]:
        card = self.card
        assert card is not None
        hint = MenuItem(card.hint_words, "To this step", card.hint)
        skip = MenuItem("Skip this step", "On to the next one", self.skip)
        return (*super().more_to_do(), hint, skip)

    def skip(self) -> None:
        self.stove.skipped()
        self.leave(self.back)

    def show_how(self) -> None:
        """The last hint: the picks of the solution make themselves."""
        stove = self.stove
        stove.shown()
        picks = commands_of(self.session.shift, solution(stove.lesson, stove.step))
        self.leave(CookingScreen(self.game, stove, given=picks))

    # -- tries ---------------------------------------------------------------------------------

    @property
    def at_stake(self) -> bool:
        """A try is soon made again."""
        return False

    def beside(self, shift: Shift) -> ServiceScreen:
        return CookingScreen(self.game, self.stove, shift)

    def afresh(self) -> ServiceScreen:
        return CookingScreen(self.game, self.stove)
