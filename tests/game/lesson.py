"""The tutorial without pictures: its service, the guide's place in the table, and a player."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import LookInto, Pause, Pick
from kitchen.game.tutorial.cards import Card, Offer, Read, card
from kitchen.game.tutorial.start import SHIFT
from kitchen.game.tutorial.states import Lead, State
from kitchen.game.tutorial.story import HOME, Story
from kitchen.loop import KitchenLoop
from kitchen.pacing import Steps
from kitchen.service import Service

STEP = 2.0
"""Seconds of kitchen time in a frame."""

Player = Callable[["Lesson"], object]


class Lesson:
    """Plays until ``player`` says ``done``, the guide has ended, or so many frames have gone by."""

    def __init__(self, player: Player, frames: int = 1000) -> None:
        self.pace = Steps(STEP)
        loop = KitchenLoop(self.pace)
        self.service = Service(loop, load_shift(SHIFT), mode=HOME)
        self.lead, self.stopped, self.done = Lead(), False, False
        self.left_alone = False
        """Kitchen time goes by although there is something to read."""
        self.player, self.left = player, frames
        self.seen: list[tuple[State, Card]] = []
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
                if self.done or self.lead.state is State.END or not self.left:
                    return
                self.player(self)
                self.follow()
                runs = self.left_alone or (
                    self.lead.state is State.END or (self.card.runs and not self.stopped)
                )
                self.pace.speed = float(runs)

    # -- what it shows -------------------------------------------------------------------------

    def story(self, read: bool = False) -> Story:
        return Story(self.service, read, self.stopped)

    @property
    def card(self) -> Card:
        return card(self.lead.state, self.story())

    @property
    def states(self) -> list[State]:
        """Those that it went through."""
        found = [state for state, _ in self.seen]
        return [s for i, s in enumerate(found) if not i or found[i - 1] is not s]

    def follow(self, read: bool = False) -> None:
        self.lead.follow(self.story(read))
        if self.lead.state is not State.END:
            shown = self.lead.state, self.card
            if not self.seen or self.seen[-1] != shown:
                self.seen.append(shown)

    # -- what a player does --------------------------------------------------------------------

    def do(self, offer: Offer) -> None:
        match offer:
            case Read():
                self.follow(read=True)
            case Pick(order):
                self.service.pick(order)
            case LookInto(mode):
                self.service.look_into(mode)
            case Pause():
                self.stopped = not self.stopped


def obey(lesson: Lesson) -> None:
    """Do what the card asks for."""
    lesson.do(lesson.card.offer)
