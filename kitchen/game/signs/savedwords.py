"""What is told of a file that was saved: what it is called, and how it went."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from kitchen.english import plural
from kitchen.keep.headline import headline_of
from kitchen.keep.keep import is_recent
from kitchen.sim.shift.modes import MODES
from kitchen.terminal import printable

REPLAY = ".json"
"""How the name of a file with a replay ends."""

REPLAYS = re.compile(r"(?P<shift>.+)-(?P<seed>-?\d+)-(?P<mode>[a-z]+)-[0-9a-f]{12}")
"""How the game names a replay to which the player has given no name."""


def title_of(path: Path) -> str:
    """What a file is called on the card: as the player has called it, or after its shift."""
    if match := REPLAYS.fullmatch(path.stem):
        name = match["shift"]
        if name.startswith("daily_"):
            return f"Daily, {name[6:]}"
        return f"{name.replace('-', ' ').capitalize()}, seed {match['seed']}"
    return printable(path.stem.replace("-", " ") if path.suffix == REPLAY else _sandbox(path.stem))


def _sandbox(stem: str) -> str:
    return stem.replace("-", " ").capitalize()


def short_of(path: Path) -> str:
    """What a replay is called in a race: as the player has called it, or when it was played."""
    return _when(path, "") if REPLAYS.fullmatch(path.stem) else title_of(path)


def sub_of(path: Path) -> str:
    """What it is, how it went, and when it was saved."""
    told = [_what(path), _when(path)]
    return ", ".join(words for words in told if words)


def _what(path: Path) -> str:
    if path.suffix != REPLAY:
        return "Sandbox"
    kind = "Recent" if is_recent(path) else "Replay"
    headline = headline_of(path)
    if headline is None:
        return f"{kind}, cannot be read" if path.exists() else kind
    mode = headline.mode if headline.mode in MODES else "unknown"
    told = [kind, mode]
    if not REPLAYS.fullmatch(path.stem):
        told[1:1] = [printable(headline.title or headline.shift_name)[:40]]
    if (went := headline.upshot) is not None:
        told.append(f"{went.served} of {went.orders} served")
        if headline.played:
            told.append(f"{went.stars} {plural(went.stars, 'star')}")
        else:  # stars are for a player's own decisions
            told[-1] += f" by {printable(headline.policy)[:24]}"
    return ", ".join(told)


def _when(path: Path, year: str = " %Y") -> str:
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return ""
    return f"{when.day} {when.strftime(f'%b{year}, %H:%M')}"
