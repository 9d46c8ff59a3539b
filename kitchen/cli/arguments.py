"""Arguments: what a user named on the command line, found or refused in one line.

Imports as little as it can until something is looked for: ``kitchen --help`` should be quick.
"""

from __future__ import annotations

import argparse
import contextlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.cli.hints import another_file
from kitchen.usercode.tampering import no_tampering

if TYPE_CHECKING:
    from kitchen.sim.policy import Policy
    from kitchen.sim.shift.recipe import Recipe
    from kitchen.sim.shift.shift import Shift


def shift_and_seed(options: argparse.Namespace) -> tuple[Shift, int | None]:
    """The seed is None where the user names none: then the shift has its own."""
    from kitchen.errors import ShiftError
    from kitchen.lab.named import shift_named

    file = _shift_file(options.shift) or Path(options.shift)
    if why := another_file(file, ".toml"):
        raise ShiftError(f"{file}: {why}")
    return shift_named(options.shift, recipes(options.menu), options.seed)


def replay_file(path: Path) -> Path:
    """The path, refused if it names something else."""
    from kitchen.errors import KitchenError

    if why := another_file(path, ".json"):
        raise KitchenError(f"{path}: {why}")
    return path


def headless(options: argparse.Namespace) -> tuple[Shift, int | None, str | Policy | None]:
    """What to run without a player: shift, seed and policy, None for what the shift says itself."""
    from kitchen.errors import PolicyError

    (shift, seed), policy = shift_and_seed(options), policy_named(options.policy)
    if (policy or shift.brigade.policy) == "player":
        raise PolicyError(
            "the policy 'player' waits for a player: choose another to run headless, with --policy"
        )
    return shift, seed, policy


@contextlib.contextmanager
def blamed(options: argparse.Namespace) -> Iterator[None]:
    """A recipe that goes wrong in a shift of the user's own may do so because of the shift."""
    from kitchen.errors import RecipeError

    try:
        yield
    except RecipeError as error:
        if file := _shift_file(options.shift):
            raise RecipeError(f"{file}: {error}") from error
        raise


@no_tampering()
def recipes(path: Path | None) -> Mapping[str, Recipe] | None:
    from kitchen.errors import RecipeError
    from kitchen.menu import recipes_from

    if path is not None and (why := another_file(path, ".py")):
        raise RecipeError(f"{path}: {why}")
    return recipes_from(path) if path else None


@no_tampering()
def policy_named(name: str | None) -> str | Policy | None:
    """A policy by name, or a function of a user's file; None: the user names none."""
    from kitchen.errors import PolicyError, nearest
    from kitchen.menu import import_file
    from kitchen.sim.policy import POLICIES
    from kitchen.usercode.userfile import UserFile

    if name is None:
        return None
    file, function = _policy_file(name), name.rpartition(":")[2]
    if file is None:
        if name.endswith(".py"):
            raise PolicyError(f"{name}: name a function of it as well: {name}:FUNCTION")
        if name not in POLICIES:
            raise PolicyError(nearest("policy", name, POLICIES))
        return name

    def load() -> dict[str, Policy]:
        named = vars(import_file(file, PolicyError))
        policy = named.get(function)
        if not callable(policy):
            known = [key for key, value in named.items() if callable(value)]
            raise PolicyError(f"{file}: {nearest('function', function, known)}")
        return {function: policy}

    return UserFile(file, load).things[function]  # type: ignore[no-any-return]


def _policy_file(name: str) -> Path | None:
    """Of ``FILE.py:FUNCTION``; None: a policy of the house."""
    file, _, _ = name.rpartition(":")
    return Path(file) if file.endswith(".py") else None


def size(text: str) -> tuple[int, int]:
    """Of the window, in px, from ``1280x720``."""
    from kitchen.errors import KitchenError
    from kitchen.keep.settings import LARGEST_SIDE

    found = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    width, height = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (320 <= width <= LARGEST_SIDE and 180 <= height <= LARGEST_SIDE):
        raise KitchenError(
            "--size is WIDTHxHEIGHT in pixels, from 320x180 to "
            f"{LARGEST_SIDE}x{LARGEST_SIDE}, not {text!r}"
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
    from kitchen.cookbook.load import names_a_file
    from kitchen.cookbook.seedcode import read_code

    name = read_code(shift)[0] if shift else ""
    return Path(name) if names_a_file(name) else None
