"""Opening: from a seed code, a saved sandbox or a replay to the screen that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kitchen.cookbook.load import load_shift, names_a_file
from kitchen.errors import KitchenError
from kitchen.game.race.entry import offer_race
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.service.replaying import ReplayScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.savedwords import REPLAY, short_of
from kitchen.game.title.serving import Home
from kitchen.lab.named import shift_named
from kitchen.lab.sandbox import Sandbox
from kitchen.runs.hearing import Hearing
from kitchen.runs.replay import Replay
from kitchen.runs.replayfile import EXPORTED, load_replay
from kitchen.sim.shift.shift import Shift

SHIFT = ".toml"
"""How the name of a file with a shift ends."""


def open_code(game: Game, text: str, home: Home) -> Screen:
    """What a player typed: a seed code, the name of a shift, or a file. Raises `KitchenError`."""
    text = text.strip().strip('"')
    if not text:
        raise KitchenError("type a seed code first, like lunch-rush@7")
    if Path(text).suffix.lower() in (SHIFT, REPLAY, *EXPORTED):
        return open_file(game, Path(text).expanduser(), home)
    shift, seed = shift_named(text)
    if names_a_file(str(text.rpartition("@")[0])) and (own := Sandbox.of(shift)) is not None:
        return SandboxScreen(game, home(), own if seed is None else replace(own, seed=seed))
    return _service(game, shift if seed is None else replace(shift, seed=seed), home)


def open_file(game: Game, path: Path, home: Home) -> Screen:
    """A replay, or what one was exported in, to be watched; the rules of a sandbox, to go on with;
    or another shift, to be played. Raises `KitchenError` for anything else, in one line."""
    if path.suffix.lower() in (REPLAY, *EXPORTED):
        return ReplayScreen(game, checked_replay(path), home())
    if path.suffix != SHIFT:
        raise KitchenError(
            f"{path}: a shift ends in {SHIFT}, a replay in {REPLAY} or, exported, in "
            f"{', '.join(EXPORTED)}; this does not"
        )
    shift = load_shift(path)
    own = Sandbox.of(shift)
    return SandboxScreen(game, home(), own) if own is not None else _service(game, shift, home)


def checked_replay(path: Path) -> Replay:
    """One that can be cooked here. Raises `KitchenError`, which names the file."""
    replay = load_replay(path)
    try:
        replay.the_policy()
        Hearing(replay)
        replay.the_shift().orders_for(replay.seed)
    except KitchenError as error:
        raise KitchenError(f"{path}: {error}") from error
    return replay


def open_race(game: Game, files: Sequence[Path], home: Home) -> Screen:
    """The race of two replays of one shift. Raises `KitchenError`."""
    from kitchen.game.race.screen import RaceScreen  # the title begins without it
    from kitchen.runs.heat import Heat, of_replay

    replays = [checked_replay(path) for path in files]
    entrants = [
        of_replay(replay, short_of(path)) for replay, path in zip(replays, files, strict=True)
    ]
    heat = Heat(replays[0].the_shift(), entrants, replays[0].seed)
    return RaceScreen(game, heat, home())


def _service(game: Game, shift: Shift, home: Home) -> Screen:
    shift.orders_for(shift.seed)  # with some there are too many, which is to be told here
    return offer_race(ServiceScreen(game, shift, home()))
