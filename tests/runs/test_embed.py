"""Embedded replays: whatever carries one can be opened again."""

from __future__ import annotations

import base64
import contextlib
import json
import struct
import time
import zlib
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen import KitchenError, run
from kitchen.cli.exports import exporting
from kitchen.cookbook.load import load_shift, parse_shift
from kitchen.runs.embed import LARGEST_PACKED, MARKER, gif_with, packed, png_with, unpacked
from kitchen.runs.headless import run_shift
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay
from kitchen.runs.replayfile import load_replay
from kitchen.runs.stream import nobody
from kitchen.sim.shift.shift import Shift

ONE_EGG = "[stations]\nhob = 1\n[[orders]]\nat = 0\ndish = 'egg'\n"
REPLAY = replay_of_result(load_shift("egg-and-chicken"), run("egg-and-chicken"))


def chunk(kind: bytes, body: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + crc


PNG = (
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
)  # fmt: skip
GIF = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90400000000002c00000000010001000002024401003b"
)


CARRIERS: dict[str, Callable[[Replay], bytes]] = {
    "page.html": lambda r: f"<!doctype html><p>é<!-- {packed(r)} --><p>".encode(),
    "page.svg": lambda r: f"<svg><metadata>{packed(r)}</metadata></svg>".encode(),
    "trace.json": lambda r: json.dumps({"traceEvents": [], "kitchen": packed(r)}).encode(),
    "picture.png": lambda r: png_with(PNG, r),
    "film.gif": lambda r: gif_with(GIF, r),
}


@pytest.mark.parametrize("name", CARRIERS)
def test_it_is_found_in_any_file(name: str, tmp_path: Path) -> None:
    data = CARRIERS[name](REPLAY)
    assert unpacked(data) == REPLAY
    (tmp_path / name).write_bytes(data)
    found = load_replay(tmp_path / name)
    assert found == REPLAY and found.same(found.again())


@pytest.mark.parametrize("behind", [b"", b"A", b"AB", b"ABC", b"ABCD", b"+/A\x82", b"=", b"=A"])
@pytest.mark.parametrize("title", ["", "a", "ab", "abc", "abcd"])
def test_what_stands_behind_it_may_look_like_more_of_it(title: str, behind: bytes) -> None:
    """As the check sum of a picture may."""
    replay = msgspec.structs.replace(REPLAY, title=title)
    assert unpacked(packed(replay).encode() + behind) == replay


@pytest.mark.parametrize(
    "title", [f"{MARKER}AAAA", MARKER, packed(msgspec.structs.replace(REPLAY, title="another"))]
)
def test_a_title_that_looks_like_one_is_none(title: str, tmp_path: Path) -> None:
    shift = parse_shift(f'name = "{title}"\n' + ONE_EGG, "eggs")
    replay = replay_of_result(shift, run(shift))
    for name in ("page.html", "lanes.svg", "lanes.png", "trace.json", "kept.json"):
        file = tmp_path / name
        if name == "kept.json":
            replay.save(file)
        else:
            export(shift, file)
        assert load_replay(file).title == title, name


def export(shift: Shift, file: Path) -> None:
    """As ``kitchen run`` does."""
    kind = {"page.html": "html", "lanes.svg": "svg", "lanes.png": "png", "trace.json": "trace"}
    with exporting(Namespace(**{kind[file.name]: file}), [], False) as exports:
        result = run_shift(shift, tell=exports.telling(nobody), watch=exports.watch)
        exports.write(shift, [result])


def test_it_needs_no_quoting_anywhere() -> None:
    text = packed(REPLAY)
    assert text.isascii() and not set(text) & set("\"'<>&\\ \n") and "--" not in text


@pytest.mark.parametrize("data", [b"", b"<p>nothing</p>", PNG, GIF, PNG[:30], GIF[:9]])
def test_where_there_is_none_there_is_none(data: bytes) -> None:
    assert unpacked(data) is None


def test_a_page_without_one_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>nothing</p>")
    with pytest.raises(KitchenError, match=r"page\.html: there is no replay in it"):
        load_replay(page)


@pytest.mark.parametrize("name", CARRIERS)
def test_one_cut_short_anywhere_is_told_in_one_line_or_not_there(name: str) -> None:
    data = CARRIERS[name](REPLAY)
    for end in range(0, len(data), 7):
        try:
            found = unpacked(data[:end])
        except KitchenError as error:
            assert "\n" not in str(error)
        else:
            assert found in (None, REPLAY)


@given(st.binary(max_size=60), st.sampled_from([b"", PNG[:-12], GIF[:-1], MARKER.encode()]))
def test_any_bytes_are_told_in_one_line_or_none(data: bytes, before: bytes) -> None:
    try:
        assert unpacked(before + data) is None
    except KitchenError as error:
        assert "\n" not in str(error)


def test_a_bomb_is_told() -> None:
    bomb = zlib.compress(bytes(LARGEST_PACKED + 1))
    with pytest.raises(KitchenError, match=r"too large: more than 32,000,000 bytes"):
        unpacked(MARKER.encode() + base64.b64encode(bomb))


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a" + bytes(7) + b"\x21\xfe\x01a" * 1_000_000,
        b"GIF89a" + bytes(7) + b"\x21\xfe\x0fkitchen-replay:" + b"\x01A" * 1_000_000,
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0tEXt\0\0\0\0" * 500_000,
        MARKER.encode() * 500_000,
    ],
    ids=["blocks", "small blocks", "chunks", "markers"],
)
def test_a_file_of_very_many_pieces_takes_no_time(data: bytes) -> None:
    begun = time.process_time()
    with contextlib.suppress(KitchenError):
        assert unpacked(data) is None
    assert time.process_time() - begun < 1.0
