"""Shift files: TOML to `Shift`, with every mistake told in one line that names file and key."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

import kitchen.usercode.watching as watching
from kitchen.cookbook.shiftfile import ALIKE, ArrivalsFields, OrderFields, ShiftFields
from kitchen.errors import KitchenError, ShiftError, key_first, nearest
from kitchen.files import given_by_a_shell, read_whole, reason
from kitchen.menu import menu
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Arrivals, Order, Roster, Shift
from kitchen.sim.shift.too_large import check_bounds, check_numbers

SHIFTS = Path(__file__).parent / "shifts"
CAREER_SHIFTS = Path(__file__).parent / "career"

LARGEST_TEXT = 4_000_000
"""Bytes that a shift's file may have: a hundred thousand orders, each written down."""

READING = 2
"""How many times as long as a step of a recipe it may take to read a shift: some TOML of that size
takes hours."""


def shift_names() -> list[str]:
    """The shifts of the cookbook, without those of the career."""
    return sorted(path.stem for path in SHIFTS.glob("*.toml"))


def load_shift(shift: str | Path, extra: Mapping[str, Recipe] | None = None) -> Shift:
    """The shift of that name, or in that file if it ends in ``.toml`` or a shell gives it.

    ``extra`` are dishes beside the house's own; of two with one name the extra one counts.
    Raises `ShiftError` for an unknown name, and for anything in the file that cannot be.
    """
    path = Path(shift)
    if not names_a_file(str(shift)):
        path = _of_the_house(str(shift))
    try:
        return parse_shift(_read(path), _printable(path.stem), extra)
    except KitchenError as error:
        ours = path.parent in (SHIFTS, CAREER_SHIFTS)
        raise ShiftError(f"{path.name if ours else path}: {error}") from error


def names_a_file(shift: str) -> bool:
    """Whether it is a file that is named, and no shift of the house."""
    return Path(shift).suffix == ".toml" or given_by_a_shell(Path(shift))


def _printable(name: str) -> str:
    """The log is UTF-8, which a file's name need not be."""
    return os.fsencode(name).decode("utf-8", "replace")


def _of_the_house(name: str) -> Path:
    if name in shift_names():
        return SHIFTS / f"{name}.toml"
    from kitchen.cookbook.career import CAREER  # and with it the improvements

    if name in CAREER:
        return CAREER_SHIFTS / f"{name}.toml"
    raise ShiftError(nearest("shift", name, [*shift_names(), *CAREER, "daily"]))


def parse_shift(text: str, name: str = "shift", extra: Mapping[str, Recipe] | None = None) -> Shift:
    """The shift that ``text`` describes, in TOML; ``extra`` as for `load_shift`. ``name`` is what
    the log calls it if the text does not say so.

    Raises `ShiftError`, which names the key, for anything in it that cannot be.
    """
    data = _toml(text)
    try:
        file = msgspec.convert(data, ShiftFields)
    except msgspec.ValidationError as error:
        raise ShiftError(key_first(_with_key(str(error), data))) from error
    shift = _build(name, file, {**menu(), **(extra or {})})
    check_bounds(shift)
    return shift


def _toml(text: str) -> dict[str, Any]:
    if len(text) > LARGEST_TEXT:
        raise ShiftError(f"too large: {len(text):,} characters, at most {LARGEST_TEXT:,}")
    limit = READING * watching.LIMIT

    def judge(*_: object) -> KitchenError:
        return ShiftError(f"not read within {limit:g} s: no shift is written like this")

    try:
        with watching.Watch(judge, {_parsed.__code__}, limit):
            return _parsed(text)
    except RecursionError as error:
        raise ShiftError("not valid TOML: nested too deep") from error
    except ValueError as error:  # a number of thousands of digits is one that is not TOML's own
        raise ShiftError(f"not valid TOML: {error}") from error


def _parsed(text: str) -> dict[str, Any]:
    data = tomllib.loads(text)
    check_numbers(data)
    return data


def _with_key(message: str, data: Any) -> str:
    """For a table of names, ``$.stations[...]`` is all that msgspec says of the key."""
    found = re.fullmatch(r"Expected `(int|float)`, .* - at `\$\.([\w.]+)\[\.\.\.\]`", message)
    if not found:
        return message
    for part in found[2].split("."):
        data = data[part]
    kind = int if found[1] == "int" else float
    wrong = next((key for key, value in data.items() if not _is_a(kind, value)), "...")
    return message.replace("[...]", f".{wrong}")


def _is_a(kind: type, value: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _read(path: Path) -> str:
    try:
        return read_whole(path, LARGEST_TEXT).decode("utf-8-sig")  # some editors write a BOM
    except UnicodeDecodeError as error:
        raise ShiftError("not a text file in UTF-8") from error
    except OSError as error:
        raise ShiftError(reason(error)) from error
    except ValueError as error:  # no file has such a name
        raise ShiftError(f"no file: {error}") from error


def _build(name: str, file: ShiftFields, dishes: Mapping[str, Recipe]) -> Shift:
    for key in ("menu", "prepped"):
        for index, dish in enumerate(getattr(file, key)):
            _dish(dish, dishes, f"{key}[{index}]")
    return Shift(
        orders=[_order(order, dishes, f"orders[{i}]") for i, order in enumerate(file.orders)],
        name=name if file.id is None else file.id,
        title=file.name,
        arrivals=_arrivals(file.arrivals, dishes) if file.arrivals else None,
        pace=Pace(**msgspec.structs.asdict(file.pace)),
        brigade=Roster(file.brigade.chefs, file.brigade.attention, file.brigade.policy),
        **{field: getattr(file, field) for field in ALIKE},
    )


def _dish(name: str, dishes: Mapping[str, Recipe], key: str) -> Recipe:
    if name not in dishes:
        raise ShiftError(f"{key}: {nearest('dish', name, dishes)}")
    return dishes[name]


def _order(order: OrderFields, dishes: Mapping[str, Recipe], key: str) -> Order:
    recipe = _dish(order.dish, dishes, f"{key}.dish")
    patience = _patience(order, f"{key}: an order that waits for ever has no patience")
    try:
        return Order(order.at, recipe, patience)
    except KitchenError as error:
        raise ShiftError(f"{key}: {error}") from error


def _arrivals(file: ArrivalsFields, dishes: Mapping[str, Recipe]) -> Arrivals:
    weighted = [
        (_dish(name, dishes, f"arrivals.dishes.{name}"), weight)
        for name, weight in file.dishes.items()
    ]
    patience = _patience(file, "arrivals: guests who wait for ever have no patience")
    try:
        return Arrivals(file.start, file.until, file.every, weighted, patience)
    except KitchenError as error:
        raise ShiftError(f"arrivals: {error}") from error


def _patience(who: OrderFields | ArrivalsFields, both: str) -> float | Literal["recipe"] | None:
    """``both`` is what is wrong with somebody who has patience and waits for ever."""
    if who.waits:
        if who.patience is not None:
            raise ShiftError(both)
        return None
    return "recipe" if who.patience is None else who.patience
