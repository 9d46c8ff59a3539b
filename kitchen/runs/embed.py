"""Embedding: a replay as a text that any exported file can carry, and found again in it."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Iterator

from kitchen.errors import KitchenError
from kitchen.runs.replay import Replay, decoded

MARKER = "kitchen-replay:"
"""What the text begins with. The rest is base64 of the deflated replay file."""

LARGEST_PACKED = 32_000_000
"""Bytes that a replay found in another file, or a text of a picture, may be when it is inflated."""

PACKED = re.compile(MARKER.encode() + rb"([A-Za-z0-9+/]*={0,2})")

PNG, GIF = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a")

EXTENSION, IMAGE = 0x21, 0x2C
"""What the parts of a GIF begin with."""

GIF_COMMENT, GIF_BLOCK = b"\x21\xfe", 255
"""How a comment begins, and the bytes that a block of it has at most."""


def packed(replay: Replay) -> str:
    """The replay in letters, digits and ``:+/=-``, for any kind of file."""
    return MARKER + base64.b64encode(zlib.compress(replay.encoded(), 9)).decode()


def unpacked(data: bytes) -> Replay | None:
    """The replay that is packed in a file of any kind; None: there is none in it. Raises
    `KitchenError` if there is one that cannot be read."""
    for text in _texts(data):
        if found := PACKED.search(text):
            try:
                return decoded(_inflated(base64.b64decode(found[1], validate=True)))
            except (binascii.Error, zlib.error) as error:
                raise KitchenError(f"the replay in it is damaged: {error}") from error
    return None


def png_with(png: bytes, replay: Replay) -> bytes:
    """The same picture with the replay in it, as a text chunk before its end."""
    body = b"tEXtreplay\0" + packed(replay).encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:-12] + chunk + png[-12:]


def gif_with(gif: bytes, replay: Replay) -> bytes:
    """The same film with the replay in it, as a comment before its end."""
    text = packed(replay).encode()
    blocks = (text[at : at + GIF_BLOCK] for at in range(0, len(text), GIF_BLOCK))
    comment = b"".join(bytes([len(block)]) + block for block in blocks)
    return gif[:-1] + GIF_COMMENT + comment + b"\0" + gif[-1:]


def _inflated(data: bytes) -> bytes:
    """Raises `KitchenError` for what has no end, or would be larger than it may be."""
    inflating = zlib.decompressobj()
    inflated = inflating.decompress(data, LARGEST_PACKED)
    if inflating.unconsumed_tail:
        raise KitchenError(f"it is too large: more than {LARGEST_PACKED:,} bytes when inflated")
    if not inflating.eof:
        raise KitchenError("the replay in it is damaged: it is cut short")
    return inflated


def _texts(data: bytes) -> Iterator[bytes]:
    """Where a packed replay may stand in one piece."""
    if data.startswith(GIF):
        yield from _comments(data)
    yield data
    if data.startswith(PNG):
        yield from _squeezed(data)


def _comments(data: bytes) -> Iterator[bytes]:
    """Those of a GIF, each put together from its blocks."""
    at = 13 + _colours(data, 10)
    while at + 1 < len(data) and data[at] in (EXTENSION, IMAGE):
        is_image = data[at] == IMAGE
        is_comment = data[at : at + 2] == GIF_COMMENT
        body, at = _blocks(data, at + (11 + _colours(data, at + 9) if is_image else 2))
        if is_comment:
            yield body


def _colours(data: bytes, at: int) -> int:
    """How many bytes the table of colours has that the flags there promise."""
    flags = data[at] if at < len(data) else 0
    return 3 << (flags % 8 + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int) -> tuple[bytes, int]:
    """The blocks that begin there, as one, and where they end."""
    blocks = []
    while at < len(data) and data[at]:
        blocks.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(blocks), at + 1


def _squeezed(data: bytes) -> Iterator[bytes]:
    """The deflated texts of a PNG, in which others may have saved it."""
    at = len(PNG)
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind == b"zTXt":
            yield _inflated(body.partition(b"\0")[2][1:])
        elif kind == b"iTXt" and body.partition(b"\0")[2][:1] == b"\1":
            yield _inflated(body.split(b"\0", 4)[-1])
        at += 12 + size
