"""The session: a service that is being played, apart from its picture."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kitchen.game.input.actions import (
    Action,
    First,
    LookInto,
    Move,
    Pause,
    Speed,
    TakeBack,
    ToggleAutopilot,
    TogglePick,
)
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import FILM_FPS, WARM_UP, Screen
from kitchen.game.signs.truesource import sources_of
from kitchen.game.signs.yours import refusal
from kitchen.keep.settings import Settings
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing, Steps, Wall
from kitchen.runs.careful import careful
from kitchen.runs.replay import Replay
from kitchen.runs.rerun import Rerun
from kitchen.runs.service import Service
from kitchen.sim.commands import Assist
from kitchen.sim.shift.shift import Shift

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
        self.stopped = 0.0
        """When it stopped, on the wall: what was under way then may still arrive."""
        self.onward: Onward | None = None
        """Where the results lead on to; set by who opens the service."""
        self.day: str | None = None
        """Of a daily kitchen: ``2026-11-22``."""
        self.replay: Replay | None = None
        """What is watched, where nobody plays."""
        self.sources = sources_of(shift)
        self._keeps = 1.0
        """Times as long as usual that food keeps in them."""
        self.service: Service
        self.pacing: Steps | Wall
        """Of the loop on which it is opened."""
        self.slowed = False
        """Kitchen time has gone by slower than usual, to help the player."""
        self._options, self._wall, self._settings = options, wall, settings

    # -- coming and going ----------------------------------------------------------------------

    @contextlib.contextmanager
    def opened(self, loop: KitchenLoop) -> Iterator[None]:
        """The four kitchens are open on that loop; afterwards nothing of them is left behind."""
        self.service = self._service(loop)
        assert isinstance(loop.pacing, Steps | Wall), "one with a speed"
        self.pacing = loop.pacing
        self._keep_time()
        self.help()
        try:
            with careful(list(self.service.kitchens.values())):
                yield
        finally:
            self.service.sweep()

    def _service(self, loop: KitchenLoop) -> Service:
        if self.replay is not None:
            return Rerun(loop, self.replay)
        options = self._options
        return Service(loop, self.shift, options.seed, self.mode, options.policy, options.autopilot)

    @property
    def begun(self) -> bool:
        """Whether its orders come in."""
        first = next(iter(self.service.view.orders.values()), None)
        return first is not None and self.service.loop.now > first.placed

    # -- time ----------------------------------------------------------------------------------

    def new_pacing(self) -> Pacing:
        """Played on the wall clock; for a screenshot, frame by frame without waiting."""
        tempo = self.shift.tempo
        if self._options.screenshot is None:
            return Wall(tempo, self.speed)
        return Steps(tempo / FILM_FPS, start=self._warm_up_from(tempo / FILM_FPS * self.speed))

    def _warm_up_from(self, step: float) -> float:
        """The kitchen time from which ``step`` by step leads exactly to the screenshot's."""
        at = self._options.at
        return at - min(WARM_UP, math.floor(at / step)) * step

    @property
    def still(self) -> bool:
        """Whether kitchen time stands still."""
        return self.paused or self.held or self.covered or self.resting

    @property
    def resting(self) -> bool:
        """Whether it does so because the player looks elsewhere."""
        return self.service.mode != self.service.home and self._settings().rest_while_away

    def hold(self, held: bool) -> None:
        """Stop kitchen time, whatever the player does, until it is let go."""
        self.held = held
        self._keep_time()

    def cover(self, covered: bool) -> None:
        """Kitchen time stands still while a menu is open."""
        self.covered = covered
        self._keep_time()

    def _keep_time(self) -> None:
        if self.still and self.pacing.speed > 0.0:
            self.stopped = self._wall()
        self.pacing.speed = 0.0 if self.still else self.speed * self.slow

    # -- assists -------------------------------------------------------------------------------

    @property
    def slow(self) -> float:
        """The share of its usual speed at which the clock goes."""
        return 1.0 if self.replay is not None else self._settings().clock

    def help(self) -> None:
        """See that the kitchens and their time are as the player has set them by now."""
        settings, view = self._settings(), self.service.view
        waits = None if settings.calm_kitchen else settings.guests_wait
        self.service.assist(Assist(settings.food_keeps, waits))
        if view.food.times != self._keeps:
            self._keeps = view.food.times
            self.sources = sources_of(self.shift, self._keeps)
        if self.pacing.speed and self.pacing.speed != self.speed * self.slow:
            self._keep_time()
        own = self.service.views[self.service.own()]
        if self.slow < 1.0 and not self.still and own.makespan is None:
            self.slowed = True

    # -- what the player wants -----------------------------------------------------------------

    def act(self, action: Action) -> str:
        """Do it, as far as it concerns the kitchens and their time. Why not, if it cannot be done;
        empty: it can."""
        service = self.service
        if self.replay is not None and isinstance(action, DECIDES):
            return "This is a replay: it commands itself."
        if isinstance(action, PICKS) and not service.obeys:
            return refusal(service.home)
        match action:
            case LookInto(mode):
                service.look_into(mode)
            case TogglePick(order):
                service.pick(order)
            case First(int(order)):
                service.pick_at(order, 1)
            case Move(order, place):
                service.pick_at(order, place)
            case TakeBack(order):
                service.take_back(order)
            case Pause():
                self.paused = not self.paused
            case Speed(times):
                self.speed = times  # a clock that stands goes on standing
            case ToggleAutopilot():
                service.set_autopilot(not service.autopilot)
        self._keep_time()
        return ""
