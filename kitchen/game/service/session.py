"""The session: a service that is being played, apart from its picture."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kitchen.game.input.actions import (
    Action,
    Choose,
    First,
    GoTo,
    LookInto,
    Mark,
    Move,
    Pause,
    Speed,
    Step,
    TakeBack,
    ToggleAutopilot,
    TogglePick,
    ToMark,
    ToNextRing,
    ToPresent,
    ToStart,
)
from kitchen.game.service.helping import Helping
from kitchen.game.service.lookback import LookBack
from kitchen.game.service.rush import AHEAD, TOP, Rush
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import FILM_FPS, FILM_SECONDS, WARM_UP, Screen
from kitchen.game.signs.moment import Source
from kitchen.game.signs.ringing import Ringing
from kitchen.game.signs.yours import refusal
from kitchen.keep.settings import Settings
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.loop.pacing import Pacing, Steps, Wall
from kitchen.plain import INFINITY
from kitchen.runs.ahead import Ahead
from kitchen.runs.branch import STRETCH, Branch, Fork
from kitchen.runs.careful import careful
from kitchen.runs.nextring import NextRing, Reason, expected, needs_now
from kitchen.runs.nextstep import NextStep
from kitchen.runs.replay import Replay
from kitchen.runs.rerun import Rerun
from kitchen.runs.service import Service
from kitchen.runs.stops import StepKind
from kitchen.sim.commands import AnyCommand
from kitchen.sim.facts import Fact
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

GOES_ON = (TogglePick, First, Move, ToggleAutopilot, Pause)
"""What lets a clock go on that stands at the next ring."""

Back = GoTo | Step | ToStart | ToPresent | ToMark
"""What shows another moment."""

STANDS = "Nobody can go on: nothing comes after this."
RESTS = "The clock rests while you look in here: a setting."

PICKS = (TogglePick, First, Move, TakeBack)
DECIDES = (*PICKS, ToggleAutopilot)
"""What says who gets the hands next."""


@dataclass(frozen=True)
class Onward:
    """What comes after a service: words for the button, and the screen."""

    words: str
    screen: Callable[[], Screen]


class Session:
    """Plays ``shift`` on the loop on which it is opened: the four kitchens, which of them is looked
    into, and whether and how fast kitchen time goes by. ``wall`` tells the time on the wall of who
    shows it, in seconds; ``settings`` what the player has set by now.
    """

    def __init__(
        self, shift: Shift, options: Options, wall: Callable[[], float],
        settings: Callable[[], Settings] = Settings,
    ) -> None:  # fmt: skip
        self.shift = shift
        self.mode = options.mode
        """The kitchen that is looked into first; None: as the shift has it."""
        self.speed = options.speed
        self.paused = False
        self.held = False
        """Kitchen time stands still because there is something to read."""
        self.covered = False
        """So it does while a menu is open."""
        self.turn: Reason | None = None
        """So it does at the next ring, which the player asked for; this one it was."""
        self.stopped = 0.0
        """When it stopped, on the wall: what was under way then may still arrive."""
        self.onward: Onward | None = None
        """Where the results lead on to; set by who opens the service."""
        self.race: Callable[[Screen, Service], object] | None = None
        """Lets its kitchens race, over the screen that shows its results; set like that."""
        self.day: str | None = None
        """Of a daily kitchen: ``2026-11-22``."""
        self.replay: Replay | None = None
        """What is watched, where nobody plays."""
        self.fork: Fork | None = None
        """Where it takes over what was played before."""
        self.catching_up: Callable[[float], object] | None = None
        """Is told meanwhile how much of that has been cooked again, as a share."""
        self.recipes: Mapping[str, Recipe] | None = None
        """Those of the replay that are not of the house."""
        self.ended = False
        """Its results have opened: back from the past is back to them."""
        self.given: Sequence[tuple[float, AnyCommand]] = ()
        """What the player's kitchen is told by itself, each at its time, to show how it is done."""
        self.begins_at = 0.0
        """Kitchen time up to which all has been cooked when it is first seen; it stands there."""
        self.helping = Helping(shift, settings)
        self.service: Service
        self.pacing: Steps | Wall
        """Of the loop on which it is opened."""
        self._options, self._wall, self._settings = options, wall, settings
        self.lookback: LookBack
        """Which moment of its past is looked at, if not the present."""
        self._run: tuple[NextRing | NextStep | Ahead, Rush] | None = None

    # -- coming and going ----------------------------------------------------------------------

    @contextlib.contextmanager
    def opened(self, loop: KitchenLoop) -> Iterator[None]:
        """The four kitchens are open on that loop; afterwards nothing of them is left behind."""
        self.service = self._service(loop)
        self.lookback = LookBack(self.service, self.shift.tempo)
        assert isinstance(loop.pacing, Steps | Wall), "one with a speed"
        self.pacing = loop.pacing
        self.pacing.watch = self._watch
        try:
            with careful(list(self.service.kitchens.values())):
                self._begin(loop)
                yield
        finally:
            self.service.sweep()

    def _begin(self, loop: KitchenLoop) -> None:
        """Cook what lies before the beginning, at once."""
        if isinstance(self.service, Branch):
            at = self.service.fork.at
            for _ in self.service.catch_up():
                if self.catching_up is not None and at:
                    self.catching_up(loop.now / at)
        for at, command in self.given:
            self.service.kitchens[self.service.home].command(command, at)
        if self.begins_at:
            self._cook_to_the_beginning(loop)
        self._keep_time()
        self._assist(still=True)

    def _cook_to_the_beginning(self, loop: KitchenLoop) -> None:
        """Not past the end: nothing comes after it."""
        service = self.service
        while loop.now < self.begins_at and service.views[service.own()].makespan is None:
            with no_loop_running():
                loop.run_to(min(self.begins_at, loop.now + STRETCH))
            service.advance(loop.now)

    def _service(self, loop: KitchenLoop) -> Service:
        if self.fork is not None:
            return Branch(loop, self.fork)
        if self.replay is not None:
            return Rerun(loop, self.replay, self.recipes, self._options.policy)
        options = self._options
        return Service(loop, self.shift, options.seed, self.mode, options.policy, options.autopilot)

    @property
    def sources(self) -> dict[str, Source]:
        """By dish, as its kitchens cook it."""
        return self.helping.sources

    @property
    def begun(self) -> bool:
        """Whether its orders come in."""
        first = next(iter(self.service.view.orders.values()), None)
        return first is not None and self.service.loop.now > first.placed

    @property
    def is_yours(self) -> bool:
        """Whether what is looked at is the present of what the player plays."""
        return self.replay is None and self.lookback.sight is None

    @property
    def looked_at(self) -> tuple[float, int | None]:
        """The moment that is looked at, and how many facts of the kitchen there had been."""
        stop = self.lookback.stop
        return stop.time, None if self.lookback.sight is None else stop.facts

    # -- time ----------------------------------------------------------------------------------

    def new_pacing(self) -> Pacing:
        """Played on the wall clock; for a screenshot, frame by frame without waiting."""
        tempo = self.shift.tempo
        if not self._options.photographs:
            return Wall(tempo, self.speed)
        return Steps(tempo / FILM_FPS, start=self._warm_up_from(tempo / FILM_FPS * self.speed))

    def _warm_up_from(self, step: float) -> float:
        """The kitchen time from which ``step`` by step leads exactly to the screenshot's."""
        at = self.filmed_from
        return at - min(WARM_UP, math.floor(at / step)) * step

    @property
    def filmed_from(self) -> float:
        """The kitchen time of the screenshot, or of a film's first picture: what is to be seen
        stands in its middle."""
        at, half = self._options.at, FILM_SECONDS / 2 * self.shift.tempo * self.speed
        return at if self._options.gif is None else max(0.0, at - half)

    @property
    def still(self) -> bool:
        """Whether time stands still, of what is looked at."""
        return self._stands and not self.lookback.plays

    @property
    def _stands(self) -> bool:
        """Whether the present does."""
        standing = self.paused or self.held or self.covered or self.turn is not None
        over = self.service.stalled is not None
        return standing or over or self.resting or self.lookback.sight is not None

    @property
    def resting(self) -> bool:
        """Whether it does so because the player looks elsewhere."""
        home = (self.lookback.sight or self.service).home
        return self.service.mode != home and self._settings().rest_while_away

    def hold(self, held: bool) -> None:
        """Stop kitchen time, whatever the player does, until it is let go."""
        self.held = held
        if held:
            self._run = None
        self._keep_time()

    def cover(self, covered: bool) -> None:
        """Kitchen time stands still while a menu is open."""
        self.covered = covered
        if covered:
            self.lookback.plays = False
        self._keep_time()

    def _keep_time(self) -> None:
        if self._stands:
            if self.pacing.speed > 0.0:
                self.stopped = self._wall()
            self.pacing.speed = 0.0
        elif self._run is None or not self.pacing.speed:
            self._go_at(self.speed * self.slow)

    def _go_at(self, speed: float) -> None:
        if self.pacing.speed != speed:
            self.pacing.speed = speed

    # -- assists -------------------------------------------------------------------------------

    @property
    def slow(self) -> float:
        """The share of its usual speed at which the clock goes; a replay goes as ever."""
        return 1.0 if self.replay is not None else self.helping.slow

    def obey_settings(self) -> None:
        """See that the kitchens and their time are as the player has set them by now."""
        self._assist(self._stands)
        self.helping.look(self.service.view)
        self._keep_time()

    def _assist(self, still: bool) -> None:
        if self.replay is None:
            self.helping.tell(self.service, still)

    # -- to the next ring ----------------------------------------------------------------------

    @property
    def runs(self) -> bool:
        """Whether kitchen time runs on its way to the next ring."""
        return self._run is not None

    def _set_out(self) -> None:
        """To the next ring; under way, to have had enough of it. Not past what is to be read."""
        if self.held or self.service.stalled is not None:
            return
        under_way, self.paused, self.turn = self.runs, False, None
        ring = NextRing(self.service, self.service.loop.now)
        if under_way or ring.over:
            self._run = None
        else:
            self._rush_to(ring)

    def _rush_to(self, end: NextRing | NextStep | Ahead, top: float = TOP) -> None:
        calm = self._settings().reduced_motion
        self._run = end, Rush(self.speed * self.slow, self._wall(), calm, top)

    def _step_on(self, what: StepKind) -> str:
        """Let the present go on by one step, and stand there; why not, if it cannot."""
        if self.resting:
            return RESTS
        if self.service.stalled is not None:
            return STANDS
        step = NextStep(self.service, self.service.loop.now, what, self.lookback.chosen)
        if step.over:
            return "The kitchen has closed: nothing comes after this."
        if not self.held:
            self.paused, self.turn = False, None
            self._rush_to(step)
        return ""

    def _watch(self, now: float) -> float:
        """Up to when kitchen time may go on. Where the run ends it stands still, to the moment."""
        if self._run is None:
            return INFINITY
        ring, _ = self._run
        limit = ring.limit(now)
        if limit > now:
            return limit
        self._run, self.turn, self.stopped = None, ring.reason, self._wall()
        self.paused = self.turn is None  # it was a step
        self.pacing.stand(now)
        return INFINITY

    def run_on(self, now: float) -> None:
        """A frame at ``now``: the next ring is nearer, or nothing more will ring."""
        if self._run is None or self._stands:
            return
        ring, rush = self._run
        if ring.over:
            self._run = None
            self._keep_time()
            return
        left = ring.left(now) / self.shift.tempo if isinstance(ring, Ahead) else self._left(now)
        self.pacing.speed = rush.speed(self._wall(), left)

    def _left(self, now: float) -> float:
        """Seconds of wall time at 1x to where somebody will probably have to look."""
        return max(0.0, expected(self.service) - now) / self.shift.tempo

    def ringing(self, now: float, key: str) -> Ringing:
        """How it stands with the next ring; ``key`` is what its key is called."""
        left = 0.0 if needs_now(self.service) else self._left(now)
        return Ringing(key, self.runs, self.turn, left)

    # -- the past ------------------------------------------------------------------------------

    def _look_back(self, action: Back) -> str:
        """Look at another moment; why not, if there is none."""
        if isinstance(action, GoTo) and action.at >= self.service.loop.now:
            if self.ended:  # who drags the handle there still holds it
                self.lookback.to_end()
                return ""
            if self.replay is not None:
                return self._go_ahead(action.at)
            action = ToPresent()
        back, present = self.lookback, self.lookback.sight is None
        match action:
            case Step("dish") if back.chosen is None:
                return "Point at a dish first: its steps are meant."
            case Step(what, by) if present and by > 0:
                return self._step_on(what)
            case ToPresent() if present:
                return ""
        self._run = self.turn = None
        if present:
            self.paused = True
        return self._show(action)

    def _show(self, action: Back) -> str:
        """It can be looked at."""
        back = self.lookback
        match action:
            case GoTo(at):
                back.go_to(at)
            case Step(what, by):
                (back.on if by > 0 else back.back)(what)
            case ToStart():
                back.to_start()
            case ToPresent():
                back.look_at(None)
            case ToMark(by):
                return back.to_mark(by)
        return ""

    def _go_ahead(self, at: float) -> str:
        """Let a replay run on to that moment, and stand there."""
        if not self.held:
            self.lookback.look_at(None)
            self.paused, self.turn = False, None
            self._rush_to(Ahead(self.service, at), AHEAD)
        return ""

    def go_on(self) -> list[Fact]:
        """The past goes by, if it is played; what has happened in it since the last frame."""
        return self.lookback.go_on(self._wall(), self.speed * self.slow)

    # -- what the player wants -----------------------------------------------------------------

    def act(self, action: Action) -> str:
        """Do it, as far as it concerns the kitchens and their time. Why not, if it cannot be done;
        empty: it can."""
        refused = self._refused(action)
        if not refused and isinstance(action, Back):
            self.stopped = self._wall()
            refused = self._look_back(action)
        elif not refused:
            self._do(action)
        self._keep_time()
        return refused

    def _refused(self, action: Action) -> str:
        """Why it cannot be done here and now; empty: nothing speaks against it."""
        if self.replay is not None and isinstance(action, DECIDES):
            return "This is a replay: it commands itself."
        if self.given and isinstance(action, DECIDES):
            return "This shows how it is done: it picks by itself."
        if isinstance(action, PICKS) and not self.service.obeys:
            return refusal(self.service.home)
        if isinstance(action, ToNextRing) and self.lookback.sight is not None:
            return "That is the past: the next ring is known. Step on, or go back to now."
        return RESTS if isinstance(action, ToNextRing) and self.resting else ""

    def _do(self, action: Action) -> None:
        service, waited = self.service, self.turn is not None
        if isinstance(action, GOES_ON):
            self._run = self.turn = None
        match action:
            case LookInto(mode):
                service.look_into(mode)
                self.lookback.look_into()
            case TogglePick(order):
                service.pick(order)
            case First(int(order)):
                service.pick_at(order, 1)
            case Move(order, place):
                service.pick_at(order, place)
            case TakeBack(order):
                service.take_back(order)
            case Mark():
                self.lookback.mark()
            case Choose(order):
                self.lookback.chosen = order
            case Pause() if self.lookback.sight is not None:
                self.lookback.play(self._wall())
                self.stopped = self._wall()
            case Pause():
                self.paused = not self.paused and not waited
            case ToNextRing():
                self._set_out()
            case Speed(times):
                self.speed = times  # a clock that stands goes on standing
            case ToggleAutopilot():
                service.set_autopilot(not service.autopilot)
