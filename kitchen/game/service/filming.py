"""Filming: ten seconds around a moment of a service, as a GIF to show a friend.

Another process cooks the service again up to there and takes the pictures, so that this one never
misses a frame. What has not happened yet is not shown.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.game.shell.screen import FILM_SECONDS
from kitchen.runs.recording import replay_so_far
from kitchen.runs.service import Service

UNSEEN = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
"""The environment of who takes the pictures."""


class Filming:
    """Makes a film of the kitchen ``mode``, with ``at`` (seconds of kitchen time) in its middle if
    that is long enough ago. Raises `KitchenError` if that cannot be."""

    def __init__(self, service: Service, mode: str, at: float, film: Path) -> None:
        self.film = film
        half = FILM_SECONDS / 2 * service.shift.tempo
        at = max(0.0, min(at, service.loop.now - half))
        replay = replay_so_far(service, mode)
        replay.the_shift()  # nobody else can cook recipes of the user's own
        self._folder = tempfile.TemporaryDirectory(prefix="kitchen-")
        file = Path(self._folder.name) / "replay.json"
        try:
            film.parent.mkdir(parents=True, exist_ok=True)
            replay.save(file)
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kitchen", "replay", str(file), "--gif", str(film),
                 "--at", f"{at:.6f}", "--size", "1280x720"],
                env={**os.environ, **UNSEEN}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
        except (OSError, KitchenError) as error:
            self._folder.cleanup()
            raise KitchenError(f"no film: {error}") from error

    def over(self) -> str | None:
        """Empty, once the film is there; else why it cannot be made. None: it is being made."""
        status = self._process.poll()
        if status is None:
            return None
        _, said = self._process.communicate()
        self._folder.cleanup()
        return "" if status == 0 else said.strip() or f"it ended with status {status}"

    def leave(self) -> None:
        """Leave nothing behind; a film that is not whole is not there."""
        if self._process.poll() is None:
            self._process.terminate()
        self._process.communicate()
        self._folder.cleanup()
