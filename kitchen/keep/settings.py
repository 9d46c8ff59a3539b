"""The player's own settings: what the settings screen shows and the settings file keeps."""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

from kitchen.errors import KitchenError, nearest
from kitchen.plain import number

VERSION = 1
"""Of the settings file. Add one, and an upgrade to its format, when a field changes its meaning."""

VOLUMES: dict[str, float] = {
    "master": 0.8,
    "music": 0.9,
    "cooking": 1.0,
    "calls": 1.0,
    "money": 1.0,
    "ambience": 0.6,
    "interface": 1.0,
}
"""Every channel of sound, with how loud it is until the player says otherwise, from 0 to 1."""

SMALLEST_SIDE, LARGEST_SIDE = 160, 7680
"""Pixels that a side of the window may have. No screen is wider, and to fill a window much larger
takes seconds a frame."""

LONGER: tuple[float, ...] = (1.0, 1.5, 2.0)
"""How many times as long food may keep, and guests wait."""

SLOWER: tuple[float, ...] = (1.0, 0.75, 0.5)
"""How fast the clock may go, of its usual speed."""

Text = Literal["normal", "large", "largest"]
Typeface = Literal["standard", "hyperlegible"]

TEXTS: tuple[str, ...] = get_args(Text)
TYPEFACES: tuple[str, ...] = get_args(Typeface)


class SettingsError(KitchenError, ValueError):
    """A setting that cannot be. A `ValueError` as well, so that a reader of files names the key."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a player has set. Raises `SettingsError` for a value that cannot be.

    ``volumes`` are from 0 to 1 by channel; a channel left out is as usual. ``size`` is that of the
    window when it was last one, in pixels. ``keys`` and ``buttons`` hold only what the player
    changed: names of keys or of a gamepad's buttons by the name of an intent.
    """

    volumes: dict[str, float] = msgspec.field(default_factory=dict)
    reduced_motion: bool = False
    high_contrast: bool = False
    text: Text = "normal"
    typeface: Typeface = "standard"
    fullscreen: bool = False
    size: tuple[int, int] = (1280, 720)
    pause_in_background: bool = True
    rest_while_away: bool = False
    """Kitchen time stands still while the player looks into a kitchen that is not theirs."""
    bets: bool = True
    """Ask before the doors open which kitchen will do best, and afterwards why."""
    calm_kitchen: bool = False
    """Guests wait for ever, and there are no stars."""
    food_keeps: float = 1.0
    guests_wait: float = 1.0
    clock: float = 1.0
    """These three: see `LONGER` and `SLOWER`."""
    keys: dict[str, list[str]] = msgspec.field(default_factory=dict)
    buttons: dict[str, list[str]] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        for channel, volume in self.volumes.items():
            _check_volume(channel, volume)
        msgspec.structs.force_setattr(self, "volumes", VOLUMES | self.volumes)
        _check_one_of("text", self.text, TEXTS)
        _check_one_of("typeface", self.typeface, TYPEFACES)
        _check_times("food_keeps", self.food_keeps, LONGER)
        _check_times("guests_wait", self.guests_wait, LONGER)
        _check_times("clock", self.clock, SLOWER)
        if any(not SMALLEST_SIDE <= side <= LARGEST_SIDE for side in self.size):
            raise SettingsError(
                f"size: each side {SMALLEST_SIDE} to {LARGEST_SIDE} pixels, "
                f"not {self.size[0]}x{self.size[1]}"
            )
        _check_names("keys", self.keys)
        _check_names("buttons", self.buttons)

    def but(self, **changes: Any) -> Settings:
        """The same with some fields changed: ``settings.but(text="large")``."""
        return Settings(**msgspec.structs.asdict(self) | changes)  # replace() does not always check

    def with_volume(self, channel: str, volume: float) -> Settings:
        """The same with another volume of one channel, from 0 to 1."""
        return self.but(volumes=self.volumes | {channel: volume})

    def with_size(self, size: tuple[int, int]) -> Settings:
        """The same with another size of the window, or the nearest to it that is kept."""
        width, height = (min(max(side, SMALLEST_SIDE), LARGEST_SIDE) for side in size)
        return self.but(size=(width, height))


def _check_volume(channel: str, volume: object) -> None:
    if channel not in VOLUMES:
        raise SettingsError(f"volumes: {nearest('channel', channel, VOLUMES)}")
    plain = number(volume)
    if plain is None or not 0 <= plain <= 1:
        raise SettingsError(f"volumes.{channel}: 0 to 1, not {volume!r}")


def _check_one_of(field: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise SettingsError(f"{field}: {nearest('choice', value, known)}")


def _check_times(field: str, value: float, known: tuple[float, ...]) -> None:
    if value not in known:
        words = ", ".join(f"{times:g}" for times in known)
        raise SettingsError(f"{field}: one of {words}, not {value!r}")


def _check_names(field: str, table: dict[str, list[str]]) -> None:
    for intent, names in table.items():
        if any(not name for name in names):
            raise SettingsError(f"{field}.{intent}: a name is empty")
