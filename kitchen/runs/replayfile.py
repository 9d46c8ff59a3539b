"""Replay files: a replay read from the file that was saved, or from whatever it was exported in."""

from __future__ import annotations

from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.files import read_whole, reason
from kitchen.runs.embed import unpacked
from kitchen.runs.replay import LARGEST_REPLAY, Replay, decoded, is_replay

EXPORTED = (".html", ".svg", ".png", ".gif")
"""How the names of other files end that may have a replay in them."""


def load_replay(path: Path) -> Replay:
    """The replay in a file. Raises `KitchenError`, which names file, key and reason."""
    try:
        data = read_whole(path, LARGEST_REPLAY)
        found = None if is_replay(data) else unpacked(data)
        if found is None and path.suffix.lower() in EXPORTED:
            raise KitchenError("there is no replay in it")
        return decoded(data) if found is None else found
    except OSError as error:
        raise KitchenError(f"{path}: {reason(error)}") from error
    except ValueError as error:  # no file has such a name
        raise KitchenError(f"{path}: no file: {error}") from error
    except KitchenError as error:
        raise KitchenError(f"{path}: {error}") from error
