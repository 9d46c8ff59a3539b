"""The format of a kept file: bytes to a checked value and back, whichever version wrote them.

A file is one JSON object: the fields of the value, and ``version``. Keys that this version does
not know are kept as they are when the file is written again, so that nothing that another copy of
the same version (a modded one, say) wrote gets lost.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from kitchen.errors import key_first

T = TypeVar("T", bound=msgspec.Struct)

Fields = dict[str, Any]
Upgrade = Callable[[Fields], Fields]
"""From the fields of one version to those of the next. What it raises means: damaged."""


class Damaged(Exception):
    """The bytes are no file of this format; says why."""


class Newer(Exception):
    """A newer version of the game wrote the file."""


class FileFormat(Generic[T]):
    """``upgrades`` has one from each version before ``version``, by the version it starts from."""

    def __init__(
        self, kind: type[T], version: int, upgrades: Mapping[int, Upgrade] | None = None
    ) -> None:
        self.kind = kind
        self.version = version
        self.upgrades = dict(upgrades or {})
        self._known = {field.encode_name for field in msgspec.structs.fields(kind)}
        assert sorted(self.upgrades) == list(range(1, version)), (
            "an upgrade from every older version"
        )

    def read(self, data: bytes) -> tuple[T, Fields]:
        """The value, and the keys that this version does not know. Raises `Damaged`, `Newer`."""
        try:
            fields = self._brought_up(self._fields(data))
            value = msgspec.convert(fields, self.kind)
            unknown = {key: fields[key] for key in fields.keys() - self._known}
            if unknown:
                self.write(value, unknown)  # what cannot be written again cannot be kept
        except Newer:
            raise
        except RecursionError as error:
            raise Damaged("nested too deep") from error
        except Exception as error:  # an upgrade meets what no version ever wrote
            raise Damaged(_why(error)) from error
        return value, unknown

    def _fields(self, data: bytes) -> Fields:
        text = data.removeprefix(codecs.BOM_UTF8)  # as some editors on Windows save
        if not text.strip():
            raise Damaged("it is empty")
        fields = msgspec.json.decode(text)
        if not isinstance(fields, dict):
            raise Damaged("it is no JSON object")
        return fields

    def _brought_up(self, fields: Fields) -> Fields:
        version = fields.pop("version", None)
        if isinstance(version, bool) or not isinstance(version, int) or version < 1:
            raise Damaged(f"version: a whole number from 1, not {version!r}")
        if version > self.version:
            raise Newer
        for older in range(version, self.version):
            fields = self.upgrades[older](fields)
        return fields

    def check(self, value: T) -> None:
        """Raises `ValueError` if what `write` makes of the value could not be read again."""
        try:
            again, _ = self.read(self.write(value, {}))
        except (Damaged, OverflowError) as error:
            raise ValueError(f"cannot be kept: {error}") from error
        if again != value:
            raise ValueError(f"cannot be kept: {value!r}")

    def write(self, value: T, unknown: Mapping[str, Any]) -> bytes:
        """The file, to be read by people as well."""
        fields = {"version": self.version} | msgspec.to_builtins(value) | dict(unknown)
        return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def _why(error: Exception) -> str:
    if isinstance(error, Damaged | msgspec.ValidationError):
        return key_first(str(error))
    if isinstance(error, msgspec.DecodeError | UnicodeError):
        return f"not JSON: {error}"
    return f"{type(error).__name__}: {error}"
