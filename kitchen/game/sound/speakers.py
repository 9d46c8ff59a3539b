"""The speakers: pygame's mixer, if this machine has one that can be opened."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pygame

from kitchen.game.sound.catalogue import LOOPS, SOUNDS
from kitchen.game.sound.quartet import Quartet
from kitchen.game.sound.stems import STEMS
from kitchen.game.sound.synth import RATE

VOICES = 20
"""One-shot sounds at a time, at most."""
OWN = len(LOOPS) + len(STEMS)
"""Channels, the first ones, that no one-shot sound may take."""
BUFFER = 512
"""Samples between the game and the ear: 23 ms."""
FADE_MS = 400


class Output(Protocol):
    """What `Sounds` plays on."""

    def play(self, name: str, left: float, right: float) -> None:
        """Start a sound once; gains are 0 to 1."""

    def level(self, name: str, gain: float) -> None:
        """How loud a loop is from now on, 0 to 1."""

    def stem(self, name: str, gain: float) -> None:
        """How loud a stem of the music is from now on, 0 to 1."""

    def hush(self) -> None:
        """Fade the loops out; the music goes on."""

    def close(self) -> None:
        """Silence, and the device back."""


def open_speakers(folder: Path) -> Output | None:
    """With the sounds in ``folder``; None where nothing can be heard, whatever the reason."""
    if os.environ.get("SDL_AUDIODRIVER") in ("dummy", "disk"):
        return None
    return Speakers.open(folder)


class Speakers:
    """The mixer, open. All sounds are loaded: starting one takes no time. The music comes later."""

    def __init__(self, folder: Path) -> None:
        pygame.mixer.set_num_channels(OWN + VOICES)
        pygame.mixer.set_reserved(OWN)
        self._sounds = {name: pygame.mixer.Sound(str(folder / f"{name}.wav")) for name in SOUNDS}
        self._loops = {name: pygame.mixer.Channel(i) for i, name in enumerate(LOOPS)}
        self._running: set[str] = set()
        self._quartet = Quartet(folder.with_name("music"), len(LOOPS), OWN + VOICES - 1)

    @classmethod
    def open(cls, folder: Path) -> Speakers | None:
        """None if there is no device, no driver for it, or no file to play."""
        try:
            with _quiet():
                pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
            return cls(folder)
        except (pygame.error, OSError, NotImplementedError):  # the last: built without a mixer
            with contextlib.suppress(pygame.error, NotImplementedError):
                pygame.mixer.quit()
            return None

    def play(self, name: str, left: float, right: float) -> None:
        loudest = max(left, right)
        if loudest <= 0.0:
            return
        sound = self._sounds[name]
        # A channel starts at full volume: what matters is set on the sound, before it starts.
        sound.set_volume(loudest)
        # Not find_channel: it would hand out the loops' channels too.
        channel: pygame.mixer.Channel | None = sound.play()
        if channel is not None:
            channel.set_volume(left / loudest, right / loudest)

    def level(self, name: str, gain: float) -> None:
        sound = self._sounds[name]
        sound.set_volume(gain)
        if name not in self._running and gain > 0.0:
            self._running.add(name)
            self._loops[name].play(sound, loops=-1)

    def stem(self, name: str, gain: float) -> None:
        self._quartet.level(name, gain)

    def hush(self) -> None:
        for name in self._running:
            self._loops[name].fadeout(FADE_MS)
        self._running.clear()

    def close(self) -> None:
        self._quartet.close()
        pygame.mixer.quit()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what a driver writes to the terminal, when it finds no device, from the player."""
    try:
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # no standard error: a game without a terminal
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
