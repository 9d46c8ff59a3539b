"""Embedding: a replay as a text that any exported file can carry, and found again in it."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib

from kitchen.errors import KitchenError
from kitchen.runs.replay import Replay, decoded

MARKER = "kitchen-replay:"
"""What the text begins with. The rest is base64 of the deflated replay file."""

LARGEST_PACKED = 32_000_000
"""Bytes that a replay found in another file may be when it is inflated."""

LETTERS = re.compile(rb"[A-Za-z0-9+/]*={0,2}")
"""What follows the marker."""

GIF = (b"GIF87a", b"GIF89a")

GIF_COMMENT, GIF_BLOCK, MOST_BLOCKS = b"\x21\xfe", 255, 250_000
"""How a comment begins, the bytes that a block of it has at most, and the blocks of the longest."""

IN_GIF = re.compile(re.escape(GIF_COMMENT) + b"." + MARKER.encode(), re.DOTALL)


def packed(replay: Replay) -> str:
    """The replay in letters, digits and ``:+/=-``, for any kind of file."""
    return MARKER + base64.b64encode(zlib.compress(replay.encoded(), 9)).decode()


def unpacked(data: bytes) -> Replay | None:
    """The replay that is packed in a file of any kind; None: there is none in it. Raises
    `KitchenError` if there is one that cannot be read.

    It is the last: whatever is written in a file stands before it, and may look like one.
    """
    text = _text(data)
    at = text.rfind(MARKER.encode())
    if at < 0:
        return None
    letters = LETTERS.match(text, at + len(MARKER))
    assert letters is not None
    try:
        return decoded(_inflated(_bytes(letters[0])))
    except (binascii.Error, zlib.error) as error:
        raise KitchenError(f"the replay in it is damaged: {error}") from error


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


def _bytes(letters: bytes) -> bytes:
    """Of base64. A letter of what follows in a picture may seem to belong to it."""
    return base64.b64decode(letters[: len(letters) // 4 * 4], validate=True)


def _inflated(data: bytes) -> bytes:
    """Whatever comes after its end does not count. Raises `KitchenError` for what has no end, or
    would be larger than it may be."""
    inflating = zlib.decompressobj()
    inflated = inflating.decompress(data, LARGEST_PACKED)
    if inflating.unconsumed_tail:
        raise KitchenError(f"it is too large: more than {LARGEST_PACKED:,} bytes when inflated")
    if not inflating.eof:
        raise KitchenError("the replay in it is damaged: it is cut short")
    return inflated


def _text(data: bytes) -> bytes:
    """Where a packed replay may stand in one piece: in a GIF that is its comment."""
    comment = IN_GIF.search(data) if data.startswith(GIF) else None
    return data if comment is None else _comment(data, comment.start() + len(GIF_COMMENT))


def _comment(data: bytes, at: int) -> bytes:
    """The one whose blocks begin there, put together."""
    blocks: list[bytes] = []
    while at < len(data) and data[at] and len(blocks) < MOST_BLOCKS:
        blocks.append(data[at + 1 : at + 1 + data[at]])
        at += 1 + data[at]
    return b"".join(blocks)
