"""What a shift is given, in Python or in a file: plain values, or refused with `ShiftError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from kitchen.errors import ShiftError
from kitchen.plain import number, text, told, whole
from kitchen.sim.bounds import LARGEST, LARGEST_SEED, LATEST

AT_LEAST = ("served", "profit", "tips", "clean")
AT_MOST = ("makespan", "burnt", "walked_out")


def seconds_of(what: str, value: object, above: bool = False) -> float:
    seconds = number(value)
    if seconds is None or seconds < 0 or (above and seconds == 0):
        least = "above 0" if above else "0 or more"
        raise ShiftError(f"{what} is {least} seconds, not {told(value)}")
    if seconds > LATEST:
        raise ShiftError(f"{what} is {LATEST:g} seconds at most, not {told(value)}")
    return seconds


def patience_of(what: str, value: object) -> float | Literal["recipe"] | None:
    if value is None:
        return None
    if isinstance(value, str) and str.__str__(value) == "recipe":
        return "recipe"
    return float(seconds_of(what, value, above=True))


def number_of(what: str, value: object, is_what: str) -> float:
    plain = number(value)
    if plain is None:
        raise ShiftError(f"{what}: {is_what}, not {told(value)}")
    if abs(plain) > LARGEST:
        raise ShiftError(f"{what}: {LARGEST:g} at most, not {told(value)}")
    return plain


def count_of(what: str, value: object, least: int) -> int:
    plain = whole(value)
    if plain is None or plain < least:
        raise ShiftError(f"{what}: {least} or more, not {told(value)}")
    return plain


def text_of(what: str, value: object) -> str:
    plain = text(value)
    if plain is None:
        raise ShiftError(f"{what}: a text, not {told(value)}")
    return plain


def check_kind(kind: type, what: str, value: object) -> None:
    if not isinstance(value, kind):
        raise ShiftError(f"{what}: a {kind.__name__}, not {told(value)}")


def mapping_of(what: str, value: object, of: str) -> dict[Any, Any]:
    """A plain dict of it: what is given may change, and need not be one."""
    if not isinstance(value, Mapping):
        raise ShiftError(f"{what}: {of}, not {told(value)}")
    try:
        return dict(value)
    except Exception:  # a class of somebody's own, which may raise what it likes
        raise ShiftError(f"{what}: {of}, not {told(value)}") from None


def as_seed(value: object) -> int:
    """A seed as a plain number. Raises `ShiftError` if it is no whole number of 64 bits."""
    seed = whole(value)
    if seed is None or not -LARGEST_SEED <= seed < LARGEST_SEED:
        raise ShiftError(f"seed: a whole number of 64 bits, not {told(value)}")
    return seed


def stations_of(given: Mapping[str, int]) -> dict[str, int]:
    stations = {}
    for kind, places in mapping_of("stations", given, "a number for each kind").items():
        name, count = text_of("stations: a kind", kind), whole(places)
        if count is None or count < 1:
            raise ShiftError(
                f"stations.{name}: a shift has 1 or more of a station, not {told(places)}"
            )
        stations[name] = count
    return stations


def wage_of(given: object) -> float:
    is_what = "0 or more dollars a second"
    wage = number_of("wage", given, is_what)
    if wage < 0:
        raise ShiftError(f"wage: {is_what}, not {told(given)}")
    return wage


def targets_of(given: Mapping[str, float]) -> dict[str, float]:
    targets = {}
    for measure, bound in mapping_of("targets", given, "a number for each measure").items():
        name = text_of("targets: a measure", measure)
        if name not in AT_LEAST + AT_MOST:
            raise ShiftError(f"targets.{name}: known are {', '.join(AT_LEAST + AT_MOST)}")
        targets[name] = number_of(f"targets.{name}", bound, "a number")
    if len(targets) > 3:
        raise ShiftError("targets: three at most, one for each star")
    return targets
