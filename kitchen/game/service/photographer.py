"""The photographer: takes the picture, or the film, that the command line asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitchen.errors import KitchenError
from kitchen.game.service.session import Session
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import FILM_FPS, FILM_SECONDS
from kitchen.game.shell.window import Window
from kitchen.loop.stall import Stalled

if TYPE_CHECKING:
    from kitchen.game.shell.film import Film
    from kitchen.runs.replay import Replay

CLOSE = 1e-9
"""Seconds of kitchen time: nearer to a moment is at it."""


class Photographer:
    """Of what ``session`` shows, as ``options`` have it."""

    def __init__(self, options: Options, session: Session) -> None:
        self._options, self._session = options, session
        self._film = self._new_film()

    def _new_film(self) -> Film | None:
        if self._options.gif is None:
            return None
        from kitchen.game.shell.film import Film  # nobody else needs what it draws with

        return Film(self._options.gif, FILM_FPS, FILM_SECONDS)

    def sees(self, window: Window, now: float, over: bool) -> bool:
        """A frame has been painted, at that kitchen time; ``over``: nothing changes any more.
        Whether everything has been taken."""
        taken, picture = False, self._options.screenshot
        if picture is not None and (over or now >= self._options.at - CLOSE):
            window.save(picture)
            taken = True
        film = self._film
        if film is not None and now >= self._session.filmed_from - CLOSE:
            film.take(window.surface)
            if film.full:
                film.save(self._filmed())
                taken = True
        return taken

    def _filmed(self) -> Replay | None:
        """Of what is filmed, played to its end; None: nobody can write it down, or end it."""
        from kitchen.runs.recording import replay_of_result  # see `later`

        service = self._session.service
        try:
            return replay_of_result(service.shift, service.again(service.mode))
        except (KitchenError, Stalled):
            return None
