"""Branching: how a screen begins that takes a shift over in its past, and what it left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kitchen.game.draw.format import clock
from kitchen.game.input.actions import TakeOver
from kitchen.game.service.session import Session
from kitchen.runs.branch import Fork, fork

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Trunk(Generic[S]):
    """The shift that a branch leaves."""

    left: Fork | None
    """Where it stood by then; None: it had come to its end, or nobody played it."""
    anew: S
    """The screen that plays it from the top."""


@dataclass(slots=True)
class Branching(Generic[S]):
    """Of ``wish`` it takes the dish that has the focus at first, and the words that are said."""

    where: Fork
    wish: TakeOver
    trunk: Trunk[S]
    fresh: bool = True
    """Nothing of it has been drawn."""

    def begin(self, session: Session, before: Session) -> None:
        """The session that takes over what the one before it played, or showed."""
        session.fork, session.mode, session.paused = self.where, self.where.mode, True
        session.speed, session.onward, session.day = before.speed, before.onward, before.day
        session.helping.slowed = before.helping.slowed

    @property
    def words(self) -> str:
        """What is said at first."""
        if self.wish.words:
            return self.wish.words
        at = clock(self.where.at)
        if self.where.practice:
            return f"Yours from {at} on: let the clock go when you are ready."
        return f"The shift as it was played: it goes on at {at}."

    @property
    def way_back(self) -> Fork | None:
        """To what it left; None: there is nothing to go back to."""
        return self.trunk.left if self.where.practice else None


def left_by(session: Session) -> Fork | None:
    """What goes on where the session stands now, if it is played and has not come to its end."""
    service = session.service
    over = service.views[service.own()].makespan is not None
    if over or session.replay is not None:
        return None
    return fork(service, service.loop.now, practice=False)
