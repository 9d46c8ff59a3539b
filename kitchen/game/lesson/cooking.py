"""A step at the stove: a service that is cooked by hand, with the card of its lesson over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from kitchen.game.input.actions import Action, LookInto, TakeOver, ToggleAutopilot
from kitchen.game.lesson.cookcard import CookCard
from kitchen.game.lesson.cookend import CookEnding
from kitchen.game.lesson.stove import Stove
from kitchen.game.service.pause import MenuItem
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.keep.settings import Settings
from kitchen.lessons.coaching import Watching
from kitchen.lessons.cooked import Cooked, Picks, broken, commands_of, evidence_in, shift_of
from kitchen.lessons.goal import Evidence
from kitchen.lessons.judge import Verdict, judged_evidence, solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import BreakStep
from kitchen.lessons.tries import last_choice, told
from kitchen.runs.past import Stop
from kitchen.sim.facts import Fact
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
        self.card: CookCard | None = None
        self._ending = CookEnding(self)
        self._standstill.onward = self._stood
        self._stands = False
        """The player has seen that nobody can go on."""
        self._found: tuple[tuple[int, bool], Evidence] | None = None
        self._asked = 0
        self._wrong: Evidence | None = None

    def rebuild(self) -> None:
        super().rebuild()
        if self.card is None:
            self.card = CookCard(self)
            self.open(self.card)

    @property
    def settings(self) -> Settings:
        """What is to go wrong does so however much help the player has."""
        settings = self.game.settings
        if isinstance(self.stove.step, BreakStep):
            return settings.but(calm_kitchen=False, food_keeps=1.0, guests_wait=1.0)
        return settings

    # -- how it stands -------------------------------------------------------------------------

    @property
    def shows(self) -> bool:
        """Whether it shows how it is done."""
        return bool(self.session.given)

    @property
    def watching(self) -> Watching:
        """What the coach goes by."""
        service = self.service
        return Watching(service.views[service.home], service.home, service.mode)

    @property
    def facts(self) -> Sequence[Fact]:
        """Those of the player's own kitchen so far."""
        return self.service.pasts[self.service.home].facts

    @property
    def closed(self) -> bool:
        """Whether nothing more comes: the kitchen has closed, or the player has seen that nobody
        can go on."""
        return self.watching.view.makespan is not None or self._stands

    @property
    def found(self) -> Evidence:
        """What there is to see of it so far."""
        stalled = self.service.stalled
        if self._found is None or self._found[0] != (len(self.facts), stalled is not None):
            now = self.facts[-1].t if self.facts else 0.0
            found = evidence_in(self.facts, now)
            if stalled is not None:
                found = replace(found, trouble="stalled", words="Nobody can go on")
            self._found = (len(self.facts), stalled is not None), found
        view = self.watching.view
        now = self.service.loop.now if view.makespan is None else view.makespan
        return replace(self._found[1], makespan=now)

    def comes_to(self) -> Verdict | None:
        """What the try has come to; None: it is not over."""
        step = self.stove.step
        if isinstance(step, BreakStep) and (found := self._broken()) is not None:
            return judged_evidence(step, found)
        return judged_evidence(step, self.found) if self.closed else None

    def _broken(self) -> Evidence | None:
        """What there was to see when it had gone wrong as it is to."""
        assert isinstance(self.stove.step, BreakStep)
        if self._asked != len(self.facts):
            self._asked = len(self.facts)
            self._wrong = self._wrong or broken(self.stove.step, self.facts)
        return self._wrong

    def _stood(self) -> None:
        self._stands = True

    def note_try(self) -> None:
        self.stove.tried(told(self.facts, self.found))

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
    def choice(self) -> Stop | None:
        """Where it could last have gone otherwise."""
        return last_choice(self.facts, self.watching.view.plans)

    def from_there(self, stop: Stop) -> None:
        """Cook on from there."""
        self.session.lookback.look_at(stop)
        self.act(TakeOver())

    @property
    def at_stake(self) -> bool:
        """A try is soon made again."""
        return False

    def beside(self, shift: Shift) -> ServiceScreen:
        return CookingScreen(self.game, self.stove, shift)

    def afresh(self) -> ServiceScreen:
        return CookingScreen(self.game, self.stove)
