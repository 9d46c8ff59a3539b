"""Asking: what cannot be undone is done when the player has said so twice, or for long enough."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import pygame

from kitchen.game.service.question import LOST, Question
from kitchen.game.shell.screen import Screen


class Asking:
    """Asks over ``screen``, one question at a time."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._event = pygame.event.Event(pygame.NOEVENT)
        self._question: Question | None = None

    @contextlib.contextmanager
    def hearing(self, event: pygame.event.Event) -> Iterator[None]:
        """What is asked meanwhile is asked because of it; to what was asked before it is an
        answer."""
        self._event, asked = event, self._question
        if asked is not None:
            asked.fresh = False
        yield
        if asked is not None:
            asked.after(event)

    def ask(self, words: str, deed: Callable[[], None], after: str = LOST) -> None:
        """Do it once the player means it; ``after``: what then is."""
        asked = self._question
        if asked is not None and not asked.closed and asked.words == words:
            asked.yes()
            return
        if asked is not None:
            asked.close()
        self._question = Question(self._screen, words, deed, self._event, after)
        self._screen.open(self._question)
