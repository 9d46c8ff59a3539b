"""A step at the stove without pictures: its service, the coach that follows it, and a player."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from kitchen.lessons.book import find_lesson
from kitchen.lessons.cooking.coaching import AWAY, Advice, Coaching, Watching
from kitchen.lessons.cooking.cooked import Cooked, shift_of
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import BreakStep, CookStep
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Steps
from kitchen.runs.service import Service

STEP = 4.0
"""Seconds of kitchen time in a frame."""

Player = Callable[["Coached"], object]


def cook_step(lesson: Lesson) -> Cooked:
    """Its first step at the stove."""
    return next(step for step in lesson.steps if isinstance(step, CookStep | BreakStep))


class Coached:
    """Plays the first step at the stove of that lesson until it closes, or so many frames have gone
    by."""

    def __init__(self, name: str, player: Player, frames: int = 1000) -> None:
        self.lesson = find_lesson(name)
        self.step = cook_step(self.lesson)
        self.pace = Steps(STEP)
        loop = KitchenLoop(self.pace)
        self.service = Service(loop, shift_of(self.lesson, self.step))
        self.coaching, self.stopped = Coaching(self.step.coach), False
        self.player, self.left = player, frames
        self.seen: list[Advice] = []
        try:
            loop.run_until_complete(self._play(loop))
        finally:
            self.service.sweep()
            loop.close()

    async def _play(self, loop: KitchenLoop) -> None:
        async with contextlib.aclosing(loop.frames()) as frames:
            async for frame in frames:
                self.service.advance(frame.time)
                self.follow()
                self.left -= 1
                if self.over or not self.left:
                    return
                self.player(self)
                self.follow()
                stops = self.advice is not None and self.advice.stops
                self.pace.speed = float(not stops and not self.stopped)

    # -- what there is to see ------------------------------------------------------------------

    @property
    def watching(self) -> Watching:
        service = self.service
        return Watching(service.views[service.home], service.home, service.mode)

    @property
    def over(self) -> bool:
        return self.watching.view.makespan is not None

    @property
    def advice(self) -> Advice | None:
        return self.coaching.advice(self.watching)

    @property
    def cards(self) -> list[int]:
        """Those that were said at home, by their numbers, each as often as it came up."""
        found = [advice.index for advice in self.seen if advice.index != AWAY]
        return [n for i, n in enumerate(found) if not i or found[i - 1] != n]

    def follow(self) -> None:
        advice = self.advice
        if advice is not None and (not self.seen or self.seen[-1] != advice):
            self.seen.append(advice)

    # -- what a player does --------------------------------------------------------------------

    def obey(self) -> None:
        """Do what the coach asks for; without a word, give hands to whoever waits."""
        advice, service = self.advice, self.service
        if self.stopped:
            self.stopped = False
        elif advice is None:
            for number in self.watching.waits[:1]:
                service.look_into(service.home)
                service.pick(number)
        elif advice.ask == "read":
            self.coaching.read(advice)
        elif advice.ask == "pick":
            service.pick(advice.order)
        elif advice.ask == "choose":
            service.pick(self.watching.waits[0])
        elif advice.ask in ("look", "back"):
            service.look_into(advice.mode)


def obey(coached: Coached) -> None:
    coached.obey()


def at(index: int, *deeds: Player) -> Player:
    """A player who obeys, and who does these once, a frame each, on the card of that number."""
    left = list(deeds)

    def play(coached: Coached) -> None:
        advice = coached.advice
        on_it = advice is not None and advice.index == index
        if left and (on_it or len(left) < len(deeds)):
            left.pop(0)(coached)
        else:
            coached.obey()

    return play


def pick(order: int) -> Player:
    return lambda coached: coached.service.pick(order)


def look(mode: str) -> Player:
    return lambda coached: coached.service.look_into(mode)


def stop(coached: Coached) -> None:
    coached.stopped = not coached.stopped


def take_back(coached: Coached) -> None:
    coached.service.take_back()


def wait(coached: Coached) -> None:
    """Let a frame go by."""
