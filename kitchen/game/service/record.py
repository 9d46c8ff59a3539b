"""The record: what a service that is over leaves in the player's keep."""

from __future__ import annotations

import contextlib
from datetime import datetime

from kitchen.errors import KitchenError
from kitchen.files import at_home
from kitchen.game.results.standings import Standings
from kitchen.game.shell.game import Game
from kitchen.keep.scores import Score
from kitchen.runs.recording import replay_of
from kitchen.runs.service import Service


def record(game: Game, standings: Standings, day: str | None = None) -> int | None:
    """Keep stars and score of what the player decided; of what was only watched, or
    played in the calm kitchen, that it was.

    ``day`` is that of a daily kitchen (``2026-11-22``), which keeps the policy's score as well,
    marked. Return the place of the player's score among those of the shift or of the day, from 1;
    None: it is better than none that was decided by hand before.
    """
    name, earned = standings.shift.name, standings.earned
    if standings.watched is None:
        helped = bool(standings.helped)
        game.keep.change_progress(lambda progress: progress.with_stars(name, earned, helped))
        place = game.keep.add_score(_score(standings), shift=name, day=day)
        return place if place is not None and _beats_somebody(game, place, name, day) else None
    if standings.watched == "calm":
        game.keep.change_progress(lambda progress: progress.with_calm(name))
        return None
    game.keep.change_progress(lambda progress: progress.with_watched(name))
    if day is not None and (policy := _decided(standings)):
        game.keep.add_score(_score(standings, policy), day=day)
    return None


def _beats_somebody(game: Game, place: int, shift: str, day: str | None) -> bool:
    """The first of all is the best of all, and no reason to be congratulated."""
    scores = game.keep.scores
    board = scores.shifts.get(shift, []) if day is None else scores.days.get(day, [])
    return any(not score.policy for score in board[place:])


def _decided(standings: Standings) -> str:
    """The policy that decided at least a part of it; empty: none did."""
    if standings.watched not in ("autopilot", "looked"):
        return ""
    return standings.autopilots[0].result.policy


def _score(standings: Standings, policy: str = "") -> Score:
    result = standings.own.result
    return Score(
        profit=result.profit, served=result.served, orders=result.orders, stars=standings.earned,
        mode=result.mode, seed=result.seed, when=datetime.now().isoformat(timespec="seconds"),
        policy=policy, helped=bool(standings.helped),
    )  # fmt: skip


def keep_recent(game: Game, service: Service) -> None:
    """Keep the game that is over without being asked. What cannot be written down is not kept."""
    with contextlib.suppress(KitchenError):
        game.keep.save_recent(replay_of(service, service.own()))


def save_replay(game: Game, service: Service) -> str:
    """Keep the replay of the kitchen looked into; one line that says where, or why not."""
    try:
        path = game.keep.save_replay(replay_of(service))
    except KitchenError as error:
        return f"Not saved: {error}"
    if path is None:
        return "Not saved: nothing can be kept here"
    return f"Saved in {at_home(path)}"
