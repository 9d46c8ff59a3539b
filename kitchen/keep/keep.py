"""The keep: the folder in which the game keeps what a player would miss."""

from __future__ import annotations

from pathlib import Path

from kitchen.keep.settings import Settings


class Keep:
    """What is kept of one player. ``folder`` None: where the system keeps such things.

    Nothing here raises because a file cannot be read or written: play goes on, and ``messages``
    says so, once.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.settings = Settings()
        self.messages: list[str] = []

    @classmethod
    def nowhere(cls) -> Keep:
        """One that forgets everything at the end: for tests, pictures and benchmarks."""
        return cls()

    def set_settings(self, settings: Settings) -> None:
        """Keep these settings. The files are written at once: call it when a slider is let go."""
        self.settings = settings

    def take_messages(self) -> list[str]:
        """What the player should be told, each message once."""
        taken, self.messages = self.messages, []
        return taken
