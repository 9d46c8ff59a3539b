"""The record: what a service that is over leaves in the player's keep."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.game.results.standings import ClosedKitchen, Standings
from kitchen.game.shell.game import Game
from kitchen.keep.scores import Score
from kitchen.runs.replay import replay_of
from kitchen.runs.service import Service


def record(game: Game, standings: Standings, day: str | None = None) -> int | None:
    """Keep stars and score of what the player cooked; the autopilot's own work counts for nobody.

    ``day`` is that of a daily kitchen (``2026-11-22``). Return the place of the score among those
    of the shift or of the day, from 1; None: among none.
    """
    own = standings.own
    if not own.yours:
        return None
    earned = sum(star.earned for star in own.result.stars)
    name = standings.shift.name
    game.keep.change_progress(lambda progress: progress.with_stars(name, earned))
    return game.keep.add_score(_score(own, earned), shift=name, day=day)


def _score(entry: ClosedKitchen, stars: int) -> Score:
    result = entry.result
    return Score(
        profit=result.profit, served=result.served, orders=result.orders, stars=stars,
        mode=result.mode, seed=result.seed, when=datetime.now().isoformat(timespec="seconds"),
    )  # fmt: skip


def save_replay(game: Game, service: Service) -> str:
    """Keep the replay of the kitchen looked into; one line that says where, or why not."""
    try:
        path = game.keep.save_replay(replay_of(service))
    except KitchenError as error:
        return f"Not saved: {error}"
    if path is None:
        return "Not saved: nothing can be kept here"
    return f"Saved in {_at_home(path)}"


def _at_home(path: Path) -> str:
    """``~/...`` where that is shorter."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
