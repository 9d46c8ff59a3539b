"""The race screen: two to four kitchens side by side on one clock."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

import pygame

from kitchen.english import listed
from kitchen.game.cards.help import HelpCard
from kitchen.game.controls.page import Page
from kitchen.game.draw import palette
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.warmup import WarmUp, settle
from kitchen.game.input.intents import Intent
from kitchen.game.race.chooser import Chooser
from kitchen.game.race.closer import closer
from kitchen.game.race.finish import Doors, Finish
from kitchen.game.race.hearing import RaceHearing
from kitchen.game.race.lane import LaneView
from kitchen.game.race.layout import lane
from kitchen.game.race.lead import Placing, lead
from kitchen.game.race.racebar import RaceBar, Wishes, speeds
from kitchen.game.race.runner import Runner
from kitchen.game.race.timebar import TimeBar
from kitchen.game.sandbox.clock import Clock
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.toast import Toast
from kitchen.game.signs.moment import Moment
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing
from kitchen.runs.heat import Heat

KEPT_FREE = 0.003
"""Seconds before the next frame at which the warm-up stops."""
WARM_AT_ONCE = 0.3
LINGER = 1.0
"""Seconds of wall time for which the closed kitchens are still seen."""


class RaceScreen(Screen):
    """``back`` is the screen that Esc leads to; None: out of the game."""

    def __init__(self, game: Game, heat: Heat, back: Screen | None = None) -> None:
        super().__init__(game)
        self.heat, self.back = heat, back
        self.runners = [Runner(heat, index) for index in range(len(heat.entrants))]
        self.clock = Clock(0.0, self.options.speed, heat.shift.tempo)
        self.clock.end = heat.end
        self.seen = 0.0
        """The latest moment that anybody has watched."""
        self.page: Page | None = None
        self._toast = Toast()
        if heat.strays:
            self._toast.say(f"{listed(heat.strays)} went another way than was recorded")
        self._hearing = RaceHearing(game.sounds, self.runners)
        self._turn = 0
        self._told = False
        """The closing comparison has been shown."""
        self._closed: float | None = None
        """Since when by the wall all have closed."""
        self._anew = True
        """All of it is to be drawn, not only what has its turn."""

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.clock.pacing(self.options)

    def live(self, loop: KitchenLoop) -> Screen | None:
        self.over, self.next = False, None  # it may be shown again
        try:
            return super().live(loop)
        finally:
            self.game.sounds.hush()

    def cover(self, covered: bool) -> None:
        self.clock.hold(covered)

    def help(self) -> None:
        self.open(HelpCard(self))

    def at_rest(self) -> bool:
        moving = self._closed is not None or self._toast.showing(self.wall)
        return self.clock.still and not moving

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        shift = self.heat.shift
        wishes = Wishes(self._leave, self._again, self._pause, self._set_speed, self.to_end)
        self._bar = RaceBar(kit, shift.title or shift.name, self.clock.speed, wishes)
        count = len(self.runners)
        typeface = self.game.settings.typeface
        self._lanes = [
            LaneView(kit, runner, lane(index, count), typeface)
            for index, runner in enumerate(self.runners)
        ]
        self._time = TimeBar(kit, self.runners, self.go_to)
        old = self.page
        controls = [*self._bar.controls, self._time]
        self.page = Page(kit, controls, old.focus if old else len(controls) - 1)
        self.page.ring = old is not None and old.ring
        self._menu = Menu(self.game, self.page, self._leave)
        self.window.surface.fill(palette.NIGHT)
        self._canvas = kit.stage.canvas(self.window.surface)
        self._canvas.fill(palette.NIGHT)
        self._anew = True
        self._warm = WarmUp(*(lane.warm() for lane in self._lanes))
        if self.options.screenshot is None:
            self._warm.go(WARM_AT_ONCE)
        settle()

    # -- a frame -------------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        self._go_on(frame)
        now, canvas, page = self.clock.now, self._canvas, self.page
        assert page is not None
        self._bar.follow(self.clock.speed, self.clock.paused)
        self._bar.draw(canvas, now, self.seen - now)
        self._draw_lanes(canvas, frame.wall)
        self._time.value, self._time.seen = now, self.seen
        page.draw(canvas, frame.wall)
        self._toast.draw(canvas, self.kit, frame.wall)
        self._finish(frame.wall)

    def listen(self, frame: Frame) -> None:
        self._go_on(frame)

    def _go_on(self, frame: Frame) -> None:
        """Bring all kitchens to the moment; what is new in the one that leads is heard."""
        still = self.clock.still
        self.clock.tick(frame.time)
        now = self.clock.now
        self.seen = max(self.seen, now)
        fresh = [runner.look(now) for runner in self.runners]
        for shown, facts in zip(self._lanes, fresh, strict=True):
            shown.picture.follow(facts)
        front = lead(self._placings())
        heard = front.lanes[0] if front is not None else 0
        moment = self._moment(self.runners[heard], frame.wall)
        self._hearing.hear(replace(moment, facts=() if still else fresh[heard], still=still))

    def settle(self, frame: Frame) -> None:
        self._anew = True
        self.draw(frame)
        self._anew = True

    def spare(self, seconds: float) -> None:
        if self.options.screenshot is None:
            self._warm.go(seconds - KEPT_FREE)

    def _draw_lanes(self, canvas: pygame.Surface, wall: float) -> None:
        """One of the kitchens in each frame, by turns: so small, that is as good as always. What is
        not drawn now stands on the canvas as it was drawn last. Where the clock stands, and anew,
        all of them."""
        now, still = self.clock.now, self.clock.still
        every = still or self._anew or self.options.screenshot is not None
        placings = self._placings()
        front = lead(placings)
        for index, shown in enumerate(self._lanes):
            if not every and index != self._turn:
                continue
            moment = self._moment(shown.runner, wall)
            (shown.picture.settle if still else shown.picture.paint)(moment)
            leads = front if front is not None and index in front.lanes else None
            shown.draw(canvas, now, placings[index], leads)
        self._anew = False
        self._turn = (self._turn + 1) % len(self._lanes)

    def _placings(self) -> list[Placing]:
        return [runner.placing(self.clock.now) for runner in self.runners]

    def _finish(self, wall: float) -> None:
        """All have closed: a moment later it is told how it came out, once."""
        clock = self.clock
        if not clock.closed or clock.paused or self._told:
            self._closed = None
        elif self._closed is None:
            self._closed = wall
        if self._closed is not None and (
            wall - self._closed >= LINGER or self.options.screenshot is not None
        ):
            self._told = True
            doors = Doors(self._again, self._closer, self._leave, self._others)
            front = lead(self._placings())
            self.open(Finish(self, self.heat, self.runners, front, doors))

    def _moment(self, runner: Runner, wall: float) -> Moment:
        result = runner.result
        return Moment(
            view=runner.view, now=self.clock.now, wall=wall, facts=(), mode=result.mode,
            attention=result.attention, title="", seed=result.seed, speed=self.clock.speed,
            paused=self.clock.still, autopilot=True, tempo=self.heat.shift.tempo, sources={},
            stars=0.0, hover=None, calm=self.game.calm,
        )  # fmt: skip

    def paint(self, frame: Frame) -> None:
        if self.covered:
            self._anew = True  # something lies over it
        super().paint(frame)
        if self.options.screenshot is not None and self._shows(self.options.at):
            self.window.save(self.options.screenshot)
            self.leave(None)

    def _shows(self, at: float) -> bool:
        """Whether a picture of that time is to show this; of the end, with how it came out."""
        if self.clock.closed:
            return self.covered and self.resting()
        return self.clock.now >= at - 1e-9

    # -- what the player does ------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if not self._asked(event):
            self._menu.handle(event)

    def _asked(self, event: pygame.event.Event) -> bool:
        """The keys of the service, where they mean nothing else here."""
        assert self.page is not None
        intent = self.game.bindings.in_service(event)
        if intent is Intent.PAUSE and (not self.page.ring or self.page.focused is self._time):
            self._pause()
        elif intent in (Intent.FASTER, Intent.SLOWER):
            self._step_speed(1 if intent is Intent.FASTER else -1)
        elif intent is Intent.RESTART:
            self._again()
        elif intent is Intent.NEXT_RING:
            self.to_end()
        elif intent in (Intent.TO_START, Intent.TO_PRESENT):
            self.go_to(0.0 if intent is Intent.TO_START else self.seen)
        elif intent in (Intent.TURN_BACK, Intent.TURN_ON):
            self._step(False, 1 if intent is Intent.TURN_ON else -1)
        elif intent in (Intent.TASK_BACK, Intent.TASK_ON):
            self._step(True, 1 if intent is Intent.TASK_ON else -1)
        else:
            return False
        return True

    def go_to(self, at: float) -> None:
        """Look at that moment, of all kitchens; the clock stands there."""
        self.clock.set_now(min(max(0.0, at), self.heat.end))
        self.clock.stop()

    def _step(self, task: bool, way: int) -> None:
        """To the next instant at which anything happens in any kitchen, or to the one before; of
        tasks, at which one goes on."""
        now, found = self.clock.now, []
        for runner in self.runners:
            times = runner.resumed if task else runner.times
            index = bisect_right(times, now) if way > 0 else bisect_left(times, now) - 1
            if 0 <= index < len(times):
                found.append(times[index])
        if found:
            self.go_to(min(found) if way > 0 else max(found))

    def to_end(self) -> None:
        """To where all have closed, and how it came out."""
        self.clock.set_now(self.heat.end)
        self.clock.set_speed(self.clock.speed)
        self._told = False

    def _pause(self) -> None:
        if self.clock.closed:
            self._again()
        else:
            self.clock.pause()

    def _set_speed(self, speed: float) -> None:
        self.clock.set_speed(speed)

    def _step_speed(self, step: int) -> None:
        steps = speeds(self.clock.speed)
        index = steps.index(self.clock.speed) + step
        self._set_speed(steps[min(len(steps) - 1, max(0, index))])

    def _again(self) -> None:
        self.seen, self._told = 0.0, False
        self.clock.set_now(0.0)
        self.clock.set_speed(self.clock.speed)

    def _others(self) -> None:
        """Choose which kitchens race instead."""
        heat = self.heat
        self.open(Chooser(self, heat.shift, heat.seed, self._race, heat.entrants))

    def _race(self, heat: Heat) -> None:
        self.leave(RaceScreen(self.game, heat, self.back))

    def _closer(self, index: int) -> None:
        """Look into one of the kitchens, cooked once more; that leads back here."""
        self.leave(closer(self.game, self.heat, index, self))

    def _leave(self) -> None:
        self.leave(self.back)
