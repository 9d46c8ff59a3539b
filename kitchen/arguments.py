"""Arguments: what a user named on the command line, found or refused in one line.

Imports as little as it can until something is looked for: ``kitchen --help`` should be quick.
"""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kitchen.sim.policy import Policy
    from kitchen.sim.recipe import Recipe
    from kitchen.sim.shift import Shift


def shift_and_seed(options: argparse.Namespace) -> tuple[Shift, int | None]:
    """The seed is None where the user names none: then the shift has its own."""
    from kitchen.cookbook.load import load_shift
    from kitchen.cookbook.seedcode import read_code
    from kitchen.sim.errors import KitchenError

    name, seed = read_code(options.shift)
    day = _day(name)
    if seed is not None and options.seed not in (None, seed):
        raise KitchenError(f"{options.shift} says seed {seed}, but --seed says {options.seed}")
    seed = options.seed if seed is None else seed
    if day is not None:
        from kitchen.daily import daily

        return daily(day)[0], seed
    return load_shift(name, recipes(options.menu)), seed


def _day(name: str) -> date | None:
    """The date of ``daily``, which is today, or of ``daily:2026-11-22``; None: another shift.
    The name that the log has for such a shift, ``daily-2026-11-22``, will do as well."""
    from datetime import date

    from kitchen.sim.errors import ShiftError

    found = re.fullmatch(r"daily(?:[:-](.*))?", name)
    if found is None:
        return None
    if found[1] is None:
        return date.today()
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", found[1], re.ASCII):
            raise ValueError("is written daily:2026-11-22")
        return date.fromisoformat(found[1])
    except ValueError as error:
        raise ShiftError(f"{name!r}: no such date: {error}") from error


def recipes(path: Path | None) -> dict[str, Recipe] | None:
    from kitchen.menu import recipes_from

    return recipes_from(path) if path else None


def policy_named(name: str | None) -> str | Policy | None:
    """A policy by name, or a function of a user's file; None: the user names none."""
    from kitchen.menu import import_file
    from kitchen.sim.errors import PolicyError, nearest
    from kitchen.sim.policy import POLICIES

    if name is None:
        return None
    file, colon, function = name.rpartition(":")
    if not colon or not file.endswith(".py"):
        if name not in POLICIES:
            raise PolicyError(nearest("policy", name, POLICIES))
        return name
    module = import_file(Path(file), PolicyError)
    policy = getattr(module, function, None)
    if not callable(policy):
        known = [key for key, value in vars(module).items() if callable(value)]
        raise PolicyError(f"{file}: {nearest('function', function, known)}")
    return policy  # type: ignore[no-any-return]


def size(text: str) -> tuple[int, int]:
    from kitchen.sim.errors import KitchenError

    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) >= 320 and int(height) >= 180):
        raise KitchenError(f"--size is WIDTHxHEIGHT in pixels, at least 320x180, not {text!r}")
    return int(width), int(height)


def check_output(path: Path | None) -> None:
    """Complain before any work is done, not after."""
    from kitchen.sim.errors import KitchenError

    if path is None:
        return
    if path.is_dir():
        raise KitchenError(f"{path}: cannot write there: it is a folder")
    if not path.parent.is_dir():
        raise KitchenError(f"{path}: cannot write there: there is no folder {path.parent}")
    target = path if path.exists() else path.parent
    if not os.access(target, os.W_OK):
        raise KitchenError(f"{path}: cannot write there: no permission")


def write(path: Path, data: bytes) -> None:
    from kitchen.files import reason, write_whole
    from kitchen.sim.errors import KitchenError

    try:
        write_whole(path, data)
    except OSError as error:
        raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error
