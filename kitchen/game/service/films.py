"""Films: those that the player asks for while a service goes on, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kitchen.errors import KitchenError
from kitchen.files import at_home
from kitchen.game.shell.toast import Toast
from kitchen.keep.keep import Keep
from kitchen.runs.service import Service

if TYPE_CHECKING:
    from kitchen.game.service.filming import Filming


class Films:
    """Has films made of ``service``, and says in ``toast`` what comes of each."""

    def __init__(self, service: Service, keep: Keep, toast: Toast) -> None:
        self._service, self._keep, self._toast = service, keep, toast
        self._making: Filming | None = None

    @property
    def busy(self) -> bool:
        """Whether one is being made."""
        return self._making is not None

    def make(self, at: float) -> None:
        """Have that moment (seconds of kitchen time) filmed, unless a film is being made
        already."""
        if self._making is not None:
            return
        from kitchen.game.service.filming import Filming  # takes what writes replays, too

        service = self._service
        try:
            film = self._keep.film(service.shift.name, at)
            if film is None:
                raise KitchenError("nothing can be kept here")
            self._making = Filming(service, service.mode, at, film)
            self._toast.say("Filming ...")
        except KitchenError as error:
            self._toast.say(f"Not filmed: {error}")

    def look(self) -> None:
        """See whether the film is there."""
        if self._making is None or (failed := self._making.over()) is None:
            return
        done = f"Film saved in {at_home(self._making.film)}"
        self._toast.say(f"Not filmed: {failed}" if failed else done)
        self._making = None

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._making is not None:
            self._making.leave()
