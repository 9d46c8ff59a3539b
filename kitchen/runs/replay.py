"""Replays: one kitchen of a service, written down so that it can be cooked again to the byte.

A replay holds the whole shift, not its name alone, so that it outlives changes of the cookbook and
can be of a shift that never stood there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from kitchen.cookbook.load import parse_shift
from kitchen.cookbook.seedcode import code_of
from kitchen.english import listed
from kitchen.errors import KitchenError, PolicyError, ShiftError, key_first, nearest
from kitchen.files import reason, write_whole
from kitchen.loop.loop import KitchenLoop
from kitchen.menu import menu
from kitchen.runs.careful import play_out
from kitchen.runs.courses import courses
from kitchen.runs.kitchens import four_kitchens
from kitchen.runs.result import Result, result_of
from kitchen.runs.stream import Tell, play_streaming
from kitchen.sim.bounds import LATEST
from kitchen.sim.commands import AnyCommand, SetPolicy
from kitchen.sim.policy import POLICIES, Policy, policy_name
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.runs.headless import Watch

VERSION = 2
"""Of the file. A reader of this version reads no later one. The first had no `Replay.made`, no
`Replay.upshot` and no `Replay.facts`."""

LARGEST_REPLAY = 64_000_000
"""Bytes that the file may have."""

MOST_COMMANDS = 20_000
"""Far more than a hand gives in a shift."""

MOST_RECIPES = 10_000
"""Far more than a menu has."""

LARGEST_COMMANDS, LARGEST_MADE = 8_000_000, 2_000_000
"""Bytes that they, and `Made`, may have in the file."""


LARGEST_FACTS = 32_000_000
"""Bytes that the facts may be when they are inflated."""


NEVER_SAID = (
    "a dish waits for what the player never said: a recipe or a rule has changed since it was "
    "recorded"
)


class Changed(KitchenError):
    """What was recorded cannot come out again: a recipe or a rule has changed since."""


class _Head(msgspec.Struct):
    version: int
    commands: msgspec.Raw = msgspec.Raw(b"")
    made: msgspec.Raw = msgspec.Raw(b"")


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What a replay was made with: the version of ``kitchen`` and of Python, and a fingerprint of
    each recipe's source."""

    kitchen: str
    python: str
    recipes: Annotated[dict[str, str], msgspec.Meta(max_length=MOST_RECIPES)]


class Upshot(msgspec.Struct, frozen=True, kw_only=True):
    """How it went, to be told without cooking it. ``profit`` is dollars."""

    served: int
    orders: int
    stars: int
    profit: float


class Replay(msgspec.Struct, frozen=True, kw_only=True):
    """What one kitchen cooked, and all that decided it. Raises `ValueError` for what cannot be.

    ``title`` is what people call the shift, which is TOML; ``policy`` is the autopilot's, by name.
    ``played`` says whether the kitchen began in the player's hands. ``commands`` come with their
    seconds of kitchen time. ``digest`` is the SHA-256 of the facts, in hexadecimal. ``facts`` are
    these themselves, deflated; empty where they were not kept. ``made`` and ``upshot`` are None in
    files of version 1.
    """

    version: int = VERSION
    shift_name: str
    title: str = ""
    shift: str
    seed: int
    mode: str
    policy: str = "fifo"
    played: bool = False
    commands: Annotated[list[tuple[float, AnyCommand]], msgspec.Meta(max_length=MOST_COMMANDS)] = (
        msgspec.field(default_factory=list)
    )
    digest: str
    made: Made | None = None
    upshot: Upshot | None = None
    facts: bytes = b""

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ValueError(f"mode: {nearest('mode', self.mode, MODES)}")
        if not re.fullmatch("[0-9a-f]{64}", self.digest):
            raise ValueError(f"digest: 64 hexadecimal digits, not {self.digest!r}")
        before = 0.0
        for index, (at, _) in enumerate(self.commands):
            if not before <= at <= LATEST:
                raise ValueError(f"commands[{index}]: {at:g} s comes after {before:g} s")
            before = at

    @property
    def code(self) -> str:
        """The shift and its seed, as ``lunch-rush@7``."""
        return code_of(self.shift_name, self.seed)

    def the_shift(self, extra: Mapping[str, Recipe] | None = None) -> Shift:
        """The shift; ``extra`` are the recipes that are not of the house. Raises `ShiftError`."""
        try:
            return parse_shift(self.shift, self.shift_name, extra)
        except ShiftError as error:
            if strange := self._recipes_of_its_own(extra or {}):
                verb = "is" if len(strange) == 1 else "are"
                raise ShiftError(
                    f"its {listed(strange)} {verb} not of the house: give the recipes with "
                    "--menu FILE.py"
                ) from error
            raise

    def _recipes_of_its_own(self, extra: Mapping[str, Recipe]) -> list[str]:
        """What was cooked and is nobody's here, as far as it is known."""
        known = menu().keys() | extra.keys()
        return (
            [] if self.made is None else [name for name in self.made.recipes if name not in known]
        )

    def again(
        self,
        extra: Mapping[str, Recipe] | None = None,
        policy: str | Policy | None = None,
        tell: Tell | None = None,
        watch: Watch | None = None,
    ) -> Result:
        """Cook it again, as fast as it goes. Whether it is the same, `same` tells. ``tell`` and
        ``watch`` are as for `kitchen.runs.headless.run_shift`.

        ``policy`` is the one that the replay names: a function, if it is a user's own. Raises
        `KitchenError` as `kitchen.run` does, for a policy that is not there or another, and
        `Changed` if the kitchen comes to wait for what the player never said.
        """
        shift, loop = self.the_shift(extra), KitchenLoop()
        chosen, played = self.the_policy(policy), self.mode if self.played else None
        plans = courses(shift)  # a command may change to a policy that needs them
        kitchens = four_kitchens(loop, shift, self.seed, chosen, played, lambda: plans)
        kitchen = next(kitchen for kitchen in kitchens if kitchen.mode.name == self.mode)
        if watch is not None:
            watch(kitchen)
        for at, command in self.commands:
            kitchen.command(command, at)
        try:
            gist = None
            if tell is not None:
                gist = play_streaming(kitchen, tell)
            else:
                play_out(loop, [kitchen])
        except PolicyError as error:
            if kitchen.policy != "player":
                raise
            raise Changed(NEVER_SAID) from error
        return result_of(kitchen, gist)

    def the_policy(self, given: str | Policy | None = None) -> str | Policy:
        """The policy that it names: ``given``, if it is a user's own. Raises `PolicyError` for one
        that is not there, or another."""
        if given is not None and policy_name(given) != self.policy:
            raise PolicyError(
                f"it was cooked with the policy {self.policy!r}, not with {policy_name(given)!r}"
            )
        mine = {self.policy} if callable(given) else set()
        named = [self.policy, *(c.policy for _, c in self.commands if isinstance(c, SetPolicy))]
        for name in named:
            if name not in POLICIES.keys() | mine:
                raise PolicyError(
                    f"it was cooked with a policy {name!r} that is not of the house: give it with "
                    f"--policy FILE.py:{name}"
                )
        return given or self.policy

    def same(self, result: Result) -> bool:
        """Whether a result has the facts that were recorded, to the byte."""
        return result.digest == self.digest

    def encoded(self) -> bytes:
        """As it stands in a file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1) + b"\n"

    def save(self, path: Path) -> None:
        """Write it to a file, whole or not at all. Raises `KitchenError`."""
        try:
            write_whole(path, self.encoded())
        except OSError as error:
            raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error


def is_replay(data: bytes) -> bool:
    """Whether it is, or was meant to be, what `Replay.encoded` made: it says of which version."""
    try:
        msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return True


def decoded(data: bytes) -> Replay:
    """What `Replay.encoded` made. Raises `KitchenError`, which names key and reason."""
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.version > VERSION:
            raise KitchenError(f"version: {head.version} is of a newer version of the game")
        if head.version < 1:
            raise KitchenError(f"version: there never was one {head.version}")
        if len(memoryview(head.commands)) > LARGEST_COMMANDS:  # before each of them takes room
            raise KitchenError(f"commands: more than the {MOST_COMMANDS:,} that there may be")
        if len(memoryview(head.made)) > LARGEST_MADE:
            raise KitchenError(f"made: more than the {MOST_RECIPES:,} recipes that there may be")
        return msgspec.json.decode(data, type=Replay)
    except msgspec.ValidationError as error:
        raise KitchenError(key_first(str(error))) from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise KitchenError(f"not a replay: not JSON: {error}") from error
    except RecursionError as error:
        raise KitchenError("not a replay: nested too deep") from error
