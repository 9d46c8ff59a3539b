"""Recorded games: for each shift with targets one that a careful player could play for its stars.

A game is what a player does, and nothing else: the shift may change under it, and then the tests
tell whether it still earns what it did. `tools.seekgame` finds new ones.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from kitchen.cookbook.load import load_shift
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.commands import AnyCommand
from kitchen.sim.shift.shift import Shift

GAMES = Path(__file__).parents[1] / "cookbook" / "games"

APART = 0.3
"""Seconds of wall time, at speed 1, that a human takes from one command to the next."""

OWN = "concurrent"
"""The kitchen that is played where a shift names none."""


class Game(msgspec.Struct, frozen=True):
    """``kitchen`` is the one played, by mode; commands come with their seconds of kitchen time, as
    in a replay."""

    kitchen: str
    commands: list[tuple[float, AnyCommand]]

    def on(self, shift: Shift) -> Result:
        """What comes of it."""
        return run_shift(shift, self.kitchen, policy="player", commands=self.commands)


def kitchen_of(shift: Shift) -> str:
    return shift.kitchen or OWN


def load_game(name: str) -> Game:
    return msgspec.json.decode((GAMES / f"{name}.json").read_bytes(), type=Game)


def save_game(name: str, game: Game) -> None:
    """A line for each command, so that what changes in it can be read."""
    lines = [msgspec.json.encode(pair).decode() for pair in game.commands]
    text = ",\n  ".join(lines)
    whole = f'{{\n "kitchen": "{game.kitchen}",\n "commands": [\n  {text}\n ]\n}}\n'
    (GAMES / f"{name}.json").write_text(whole, "utf-8", newline="\n")


def by_hand(name: str) -> Result:
    """The recorded game of a shift of the house, cooked again."""
    return load_game(name).on(load_shift(name))


def stars_of(result: Result) -> int:
    return sum(star.earned for star in result.stars)
