"""Hints: what somebody meant who wrote something else, and the command that does it.

Wanted only where something is wrong, so it may take the time to look through the cookbook.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

NEAR = 0.6
"""How alike two words are, from 0 to 1, of which one may be a slip of the other."""

DAILY = "daily"

WITHOUT = {
    ("compare", "--mode"): "it always runs all four kitchens",
    ("compare", "--attention"): "it always runs all four kitchens",
    ("compare", "--chefs"): "each kitchen has the chefs that the shift gives it",
    ("compare", "--facts"): "one file holds one kitchen",
    ("replay", "--mode"): "the replay names its kitchen",
    ("replay", "--seed"): "the replay has its own",
}
"""Why a command does without an option that others have."""

FILES = {
    ".toml": ("a shift", "kitchen play {}"),
    ".json": ("a replay", "kitchen replay {}"),
    ".jsonl": ("the facts of a run", "kitchen run SHIFT --facts {}"),
    ".py": ("a file of recipes or policies", "kitchen run SHIFT --menu {}"),
}
"""By suffix: what a file is, and the command that takes it."""


def command_meant(word: str, commands: Collection[str]) -> str:
    """For a first word that is none of the ``commands``."""
    from kitchen.cookbook.seedcode import code_of, read_code
    from kitchen.errors import ShiftError
    from kitchen.sim.shift.modes import MODES

    if found := _file(word) or _exported(word):
        return f"{word!r} is no command but {found[0]}: {found[1]}"
    try:
        name, seed = read_code(word)
    except ShiftError as error:
        return str(error)
    if _is_shift(name):
        return f"{word!r} is no command but a shift: kitchen play {word}"
    if name in MODES:
        return f"{word!r} is no command but a mode: kitchen play --mode {word}"
    meant = _meant(name, [*commands, *_shifts(), "--help", "--version"])
    if meant in commands or (meant or "").startswith("-"):
        return f"unknown command {word!r}: did you mean kitchen {meant}?"
    if meant:
        code = meant if seed is None else code_of(meant, seed)
        return f"unknown command {word!r}: did you mean kitchen play {code}?"
    return f"unknown command {word!r}: known: {', '.join(commands)}"


def option_meant(word: str, command: str, known: Mapping[str, Iterable[str]]) -> str:
    """For an option that this command does not have. ``known`` are those of each command."""
    why = WITHOUT.get((command, word))
    owners = [f"kitchen {name}".strip() for name, options in known.items() if word in options]
    if owners:
        reason = f": {why}" if why else ""
        return f"{word} belongs to {' and '.join(owners)}, not to kitchen {command}{reason}"
    meant = _meant(word, known[command])
    if meant is None:
        elsewhere = [name for name in known if _meant(word, known[name])]
        if elsewhere:
            return option_meant(str(_meant(word, known[elsewhere[0]])), command, known)
    return f"unrecognized arguments: {word}" + (f": did you mean {meant}?" if meant else "")


def another_file(path: Path, suffix: str) -> str | None:
    """Why what has that name cannot be a file of that ``suffix``; None: the name does not tell."""
    name, wanted = str(path), FILES[suffix][0]
    if suffix != ".toml" and _is_shift(name) and not path.exists():
        return f"it is a shift, not {wanted}: kitchen run {name}"
    found = _file(name)
    if found is None or path.suffix == suffix:
        return None
    return f"it is {found[0]}, not {wanted}: {found[1].replace('kitchen play', 'kitchen run')}"


def _meant(word: str, known: Iterable[str]) -> str | None:
    from kitchen.errors import meant_by

    return meant_by(word, known, NEAR)


def _file(word: str) -> tuple[str, str] | None:
    """What a file of that name is, and the command that takes it."""
    path = Path(word if word.endswith(tuple(FILES)) else word.rpartition("@")[0])
    if path.suffix not in FILES:
        return None
    import shlex

    what, call = FILES[path.suffix]
    return what, call.format(shlex.quote(word if path.suffix == ".toml" else str(path)))


def _exported(word: str) -> tuple[str, str] | None:
    """What a picture or a page is, and the command that takes it."""
    from kitchen.runs.replayfile import EXPORTED

    if not word.endswith(EXPORTED):
        return None
    import shlex

    return "a file with a replay in it", f"kitchen replay {shlex.quote(word)}"


def _is_shift(name: str) -> bool:
    return name in _shifts() or name.startswith(f"{DAILY}:")


def _shifts() -> list[str]:
    from kitchen.cookbook.career import CAREER
    from kitchen.cookbook.load import shift_names

    return [*shift_names(), *CAREER, DAILY]
