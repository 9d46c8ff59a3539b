"""The quartet: the music's stems on channels of their own, started in one moment, so that they stay
together. Loading takes half a second, and is done beside the game."""

from __future__ import annotations

import threading
import time
from array import array
from pathlib import Path

import pygame

from kitchen.game.sound.stems import LENGTH, PAD, STEMS

PATIENCE = 0.3
"""Seconds to wait for the device to ask for more."""


class Quartet:
    """Silent until it is to be heard; then it loads, and begins at the start of the tune.

    ``first`` is the mixer's first channel that is its own, ``spare`` one that may be used.
    """

    def __init__(self, folder: Path, first: int, spare: int) -> None:
        self._folder, self._first, self._spare = folder, first, spare
        self._gains = dict.fromkeys(STEMS, 0.0)
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._loader: threading.Thread | None = None
        self.closing = threading.Event()
        """Nobody will hear it any more."""
        self._lock = threading.Lock()

    def level(self, name: str, gain: float) -> None:
        """How loud a stem is from now on, 0 to 1."""
        with self._lock:
            self._gains[name] = gain
            if name in self._sounds:
                self._sounds[name].set_volume(gain)
        if self._loader is None and gain > 0.0:
            self._loader = threading.Thread(target=self._begin, name="quartet", daemon=True)
            self._loader.start()

    def close(self) -> None:
        """Nothing of it goes on; before the device is given back. Who quits at once does not wait
        for more than the stem that is being loaded."""
        self.closing.set()
        if self._loader is not None:
            self._loader.join()

    def _begin(self) -> None:
        try:
            loaded = {}
            for name in STEMS:
                loaded[name] = stem(self._folder / f"{name}.ogg")
                if self.closing.is_set():
                    return
            self._await_the_device()
            with self._lock:
                for name, sound in loaded.items():
                    sound.set_volume(self._gains[name])
                for channel, sound in enumerate(loaded.values(), self._first):
                    pygame.mixer.Channel(channel).play(sound, loops=-1)
                self._sounds = loaded
        except (pygame.error, OSError, MemoryError, ValueError):  # a game without music
            return

    def _await_the_device(self) -> None:
        """It takes samples of all channels at once, 43 times a second. Just after that, there is
        time to start them all before the next."""
        silence = pygame.mixer.Sound(buffer=bytes(4))
        channel, end = pygame.mixer.Channel(self._spare), time.perf_counter() + PATIENCE
        channel.play(silence)
        while channel.get_busy() and time.perf_counter() < end:
            time.sleep(0.0002)


def stem(path: Path) -> pygame.mixer.Sound:
    """A stem without what its file has around it. Its last samples run into those before its start:
    they are the same music, but a coder errs in other ways at either end. Raises `ValueError` for
    a file that is cut off."""
    samples = array("h", pygame.mixer.Sound(str(path)).get_raw())
    end, over = 2 * (PAD + LENGTH), PAD
    if len(samples) < end:
        raise ValueError(f"{path}: {len(samples)} samples, not {end}")
    for i in range(over):
        last, before = end - over + i, 2 * PAD - over + i
        samples[last] += round((samples[before] - samples[last]) * (i + 1) / over)
    return pygame.mixer.Sound(buffer=memoryview(samples)[2 * PAD : end])
