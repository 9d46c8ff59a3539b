"""Arguments: what a user named on the command line, found or refused in one line.

Imports as little as it can until something is looked for: ``kitchen --help`` should be quick.
"""

from __future__ import annotations

import argparse
import contextlib
import re
from collections.abc import Iterator
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


def headless(options: argparse.Namespace) -> tuple[Shift, int | None, str | Policy | None]:
    """What to run without a player: shift, seed and policy, None for what the shift says itself."""
    from kitchen.sim.errors import PolicyError

    (shift, seed), policy = shift_and_seed(options), policy_named(options.policy)
    if (policy or shift.brigade.policy) == "player":
        raise PolicyError(
            "the policy 'player' waits for a player: choose another to run headless, with --policy"
        )
    return shift, seed, policy


@contextlib.contextmanager
def blamed(options: argparse.Namespace) -> Iterator[None]:
    """A recipe that goes wrong in a shift of the user's own may do so because of the shift."""
    from kitchen.sim.errors import RecipeError

    try:
        yield
    except RecipeError as error:
        if file := _shift_file(options.shift):
            raise RecipeError(f"{file}: {error}") from error
        raise


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
    file, function = _policy_file(name), name.rpartition(":")[2]
    if file is None:
        if name not in POLICIES:
            raise PolicyError(nearest("policy", name, POLICIES))
        return name
    named = vars(import_file(file, PolicyError))
    policy = named.get(function)
    if not callable(policy):
        known = [key for key, value in named.items() if callable(value)]
        raise PolicyError(f"{file}: {nearest('function', function, known)}")
    return policy  # type: ignore[no-any-return]


def _policy_file(name: str) -> Path | None:
    """Of ``FILE.py:FUNCTION``; None: a policy of the house."""
    file, _, _ = name.rpartition(":")
    return Path(file) if file.endswith(".py") else None


def size(text: str) -> tuple[int, int]:
    """Of the window, in px, from ``1280x720``."""
    from kitchen.keep.settings import LARGEST
    from kitchen.sim.errors import KitchenError

    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (320 <= width <= LARGEST and 180 <= height <= LARGEST):
        raise KitchenError(
            f"--size is WIDTHxHEIGHT in pixels, from 320x180 to {LARGEST}x{LARGEST}, not {text!r}"
        )
    return width, height


def inputs(options: argparse.Namespace) -> list[Path]:
    """The user's own files that the options name."""
    given = [options.menu, getattr(options, "replay", None)]
    given.append(_shift_file(getattr(options, "shift", None)))
    if options.policy and (file := _policy_file(options.policy)):
        given.append(file)
    return [path for path in given if path is not None]


def _shift_file(shift: str | None) -> Path | None:
    """None: a shift of the house."""
    from kitchen.cookbook.seedcode import read_code

    name = read_code(shift)[0] if shift else ""
    return Path(name) if name.endswith(".toml") else None
