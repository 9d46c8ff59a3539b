"""A stand-in for the speakers, and an ear that hears one kitchen frame by frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kitchen.game.sound.sounds import Sounds
from kitchen.sim import facts as f
from tools.game_scenario import Look, kitchen

FRAME = 1 / 60

MUSIC_PEAK = 0.32
"""Of the full range, what the music has at most, at full volume, with all stems at once."""


@dataclass
class Heard:
    """An output that writes down what it is to play."""

    played: list[tuple[str, float, float]] = field(default_factory=list)
    levels: dict[str, float] = field(default_factory=dict)
    stems: dict[str, float] = field(default_factory=dict)
    hushed: int = 0
    closed: bool = False

    def play(self, name: str, left: float, right: float) -> None:
        assert 0.0 <= left <= 1.0 and 0.0 <= right <= 1.0
        self.played.append((name, left, right))

    def level(self, name: str, gain: float) -> None:
        assert 0.0 <= gain <= 1.0
        self.levels[name] = gain

    def stem(self, name: str, gain: float) -> None:
        assert 0.0 <= gain <= 1.0
        self.stems[name] = gain

    def hush(self) -> None:
        self.hushed += 1
        self.levels.clear()

    def close(self) -> None:
        self.closed = True

    @property
    def names(self) -> list[str]:
        return [name for name, _, _ in self.played]


class Ear:
    """Hears one kitchen, frame by frame."""

    def __init__(self, look: Look, volumes: Mapping[str, float] | None = None) -> None:
        self.look = look
        self.heard = Heard()
        self.clock = 0.0
        self.sounds = Sounds(volumes, opener=lambda: self.heard, clock=lambda: self.clock)
        self.view = kitchen()
        self.wall = 0.0
        self.hear()

    def hear(self, *facts: f.Fact, frames: int = 1, **fields: object) -> list[str]:
        """These facts in one frame, then nothing new; the names of what starts meanwhile."""
        before = len(self.heard.played)
        self.view.fold(facts)
        for frame in range(frames):
            self.wall += FRAME
            new = facts if frame == 0 else ()
            now = self.view.time
            self.sounds.hear(self.look(self.view, now, wall=self.wall, facts=new, **fields))
        return self.heard.names[before:]


def hands(what: str, order: int = 1, seconds: float = 10.0) -> list[f.Fact]:
    return [f.Resumed(0.0, 1, order, 0), f.Hands(0.0, 1, order, 0, what, seconds, 4)]
