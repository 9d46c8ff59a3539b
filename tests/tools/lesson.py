"""The tutorial without pictures: its service, the guide's place in the table, and a player."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import LookInto, Pause, TogglePick
from kitchen.game.service.tutorial.cards import GuideCard, Read, WayOn, card
from kitchen.game.service.tutorial.chapters import Cards, Lead
from kitchen.game.service.tutorial.screen import SHIFT
from kitchen.game.service.tutorial.story import HOME, Story
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Steps
from kitchen.runs.service import Service
from kitchen.sim import facts as f
from tools.game_scenario import chopping, kitchen, ordered, simmering

STEP = 2.0
"""Seconds of kitchen time in a frame."""

Player = Callable[["Lesson"], object]


class Lesson:
    """Plays until the guide has ended, or so many frames have gone by."""

    def __init__(self, player: Player, frames: int = 1000) -> None:
        self.pace = Steps(STEP)
        loop = KitchenLoop(self.pace)
        self.service = Service(loop, load_shift(SHIFT), mode=HOME)
        self.lead, self.stopped = Lead(), False
        self.left_alone = False
        """Kitchen time goes by although there is something to read."""
        self.player, self.left = player, frames
        self.seen: list[tuple[Cards, GuideCard]] = []
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
                if self.over:
                    return
                runs = self.left_alone or (self.card.runs and not self.stopped)
                self.pace.speed = float(runs)

    # -- what it shows -------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        return self.lead.state is Cards.END

    def story(self, read: bool = False) -> Story:
        return Story(self.service, read, self.stopped)

    @property
    def card(self) -> GuideCard:
        return card(self.lead.state, self.story())

    @property
    def states(self) -> list[Cards]:
        """Those that it went through."""
        found = [state for state, _ in self.seen]
        return [s for i, s in enumerate(found) if not i or found[i - 1] is not s]

    def follow(self, read: bool = False) -> None:
        self.lead.follow(self.story(read))
        if not self.over:
            shown = self.lead.state, self.card
            if not self.seen or self.seen[-1] != shown:
                self.seen.append(shown)

    # -- what a player does --------------------------------------------------------------------

    def do(self, offer: WayOn) -> None:
        match offer:
            case Read():
                self.follow(read=True)
            case TogglePick(order):
                self.service.pick(order)
            case LookInto(mode):
                self.service.look_into(mode)
            case Pause():
                self.stopped = not self.stopped


def obey(lesson: Lesson) -> None:
    """Do what the card asks for."""
    lesson.do(lesson.card.offer)


# -- players -----------------------------------------------------------------------------------


def at(state: Cards, *deeds: Player) -> Player:
    """A player who obeys, and who does these once, a frame each, on the card of that state."""
    left = list(deeds)

    def play(lesson: Lesson) -> None:
        if left and (lesson.lead.state is state or len(left) < len(deeds)):
            left.pop(0)(lesson)
        else:
            obey(lesson)

    return play


def pick(order: int) -> Player:
    return lambda lesson: lesson.service.pick(order)


def look(mode: str) -> Player:
    return lambda lesson: lesson.service.look_into(mode)


def autopilot(lesson: Lesson) -> None:
    lesson.service.set_autopilot(not lesson.service.autopilot)


def stop(lesson: Lesson) -> None:
    lesson.stopped = not lesson.stopped


def take_back(lesson: Lesson) -> None:
    lesson.service.take_back()


def wait(lesson: Lesson) -> None:
    """Let a frame go by."""


# -- cards -------------------------------------------------------------------------------------

RANG = f.TimerRang(330.0, 1, 0, 1)
BURNT, LEFT = f.FoodBurnt(450.0, 1, 0, 1), f.WalkedOut(600.0, 1)


def rings(*facts: f.Fact) -> GuideCard:
    """The card when the soup's hand is up again, after these facts."""
    hand = f.Ready(700.0, 1, 0)
    view = kitchen(*ordered(1), *chopping(1), *simmering(1, 30.0), *facts, hand)
    service = cast(Service, SimpleNamespace(views={HOME: view}, mode=HOME, view=view))
    return card(Cards.RINGS, Story(service))


def every_card() -> list[tuple[Cards, GuideCard]]:
    """What the guide says to players of all kinds."""
    players = [
        obey,
        at(
            Cards.GIVE_SOUP,
            look("parallel"),
            wait,
            look("blocking"),
            wait,
            look("hybrid"),
            wait,
        ),
        at(Cards.GIVE_EGG, pick(1), wait),
        at(Cards.SOUP_WORKS, stop, wait),
        at(Cards.TIMERS, autopilot),
        at(Cards.GIVE_SOUP, autopilot),
    ]
    seen = [shown for player in players for shown in Lesson(player).seen]
    seen += [(Cards.RINGS, rings(*facts)) for facts in ((RANG,), (RANG, BURNT), (LEFT,))]
    return list(dict.fromkeys(seen))
