"""Replays of strangers: whatever is in a file, it is a replay or refused in one line, and soon."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kitchen import KitchenError, run
from kitchen.cli.main import main
from kitchen.cookbook.load import load_shift
from kitchen.keep.headline import headline_of
from kitchen.runs.hearing import Hearing
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import MOST_COMMANDS, Replay, decoded
from kitchen.runs.replayfile import load_replay
from kitchen.sim.bounds import LATEST

PROPERTY = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WHOLE = replay_of_result(load_shift("first-steps"), run("first-steps")).encoded()
FIELDS: dict[str, Any] = json.loads(WHOLE)

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12) | st.sampled_from([1e308, -1, 2**63, "\x1b[2J\x07", "\u202e", "player"])
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
COMMANDS = st.lists(
    st.tuples(
        st.sampled_from([0.0, 1.0, 1e308, -1.0, LATEST, 5]),
        st.fixed_dictionaries(
            {"command": st.sampled_from(["pick", "unpick", "pickat", "setpolicy", "assist", "x"])},
            optional={"order": st.integers(), "place": st.integers(), "policy": st.sampled_from(
                ["fifo", "player", "x", "shortest"]), "hold": st.floats(allow_nan=False)},
        ),
    ),
    max_size=4,
)  # fmt: skip


def harmless(words: str) -> bool:
    return words.isprintable()


def refused(data: bytes) -> str:
    """Why; empty: it is a replay after all."""
    try:
        replay = decoded(data)
        Hearing(replay)
        replay.the_policy()
        replay.the_shift().orders_for(replay.seed)
    except KitchenError as error:
        assert "\n" not in str(error)
        return str(error)
    return ""


@PROPERTY
@given(field=st.sampled_from([*FIELDS]), value=VALUES)
def test_any_value_in_any_field(field: str, value: Any) -> None:
    refused(json.dumps(FIELDS | {field: value}).encode(errors="surrogatepass"))


@PROPERTY
@given(commands=COMMANDS)
def test_any_commands_are_cooked_or_refused(tmp_path: Path, commands: Any) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(FIELDS | {"commands": commands}))
    try:
        replay = load_replay(file)
    except KitchenError as error:
        assert str(error).startswith(f"{file}: ") and "\n" not in str(error)
        return
    try:
        replay.again()
    except KitchenError as error:
        assert "\n" not in str(error)


def test_it_is_cut_short_anywhere() -> None:
    for end in range(len(WHOLE) - 2):
        assert refused(WHOLE[:end]), end
    assert refused(WHOLE) == ""


@pytest.mark.parametrize("at", range(0, len(WHOLE), 29))
def test_a_byte_of_it_is_another(at: int) -> None:
    refused(WHOLE[:at] + bytes([WHOLE[at] ^ 0x15]) + WHOLE[at + 1 :])


def facts(lines: bytes) -> dict[str, Any]:
    return FIELDS | {
        "facts": base64.b64encode(zlib.compress(lines)).decode(),
        "digest": hashlib.sha256(lines).hexdigest(),
    }


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        (FIELDS | {"commands": [[1, {"command": "pick", "order": 1}]] * (MOST_COMMANDS + 1)}, 2,
         "commands: "),
        (FIELDS | {"commands": [[1, {"command": "pick", "order": 1}]] * 230_000}, 2,
         "commands: more than the 20,000 that there may be"),
        (FIELDS | {"made": {"kitchen": "\x1b[2J", "python": "", "recipes": {str(n): "" for n in
         range(10_001)}}}, 2, "made.recipes: "),
        (FIELDS | {"made": {"kitchen": "", "python": "", "recipes": {str(n): "" for n in
         range(200_000)}}}, 2, "made: more than the 10,000 recipes that there may be"),
        (FIELDS | {"seed": 2**70}, 2, "seed: a whole number of 64 bits"),
        (FIELDS | {"shift": "x = " + "[" * 100_000}, 2, "not valid TOML: nested too deep"),
        (facts(b"[" * 2_000_000), 1, "first fact that differs is number 1"),
        (facts(b"\n" * 20_000_000), 1, "first fact that differs is number 1"),
        (facts(b'{"fact":"\\u001b[31m\\u202e","t":1e308,"x":"\\u0007"}\n'), 1, "number 1"),
        (facts(bytes(40_000_000)), 2, "facts: more than 32,000,000 bytes"),
        (FIELDS | {"made": {"kitchen": "\x1b[2J\n", "python": "", "recipes": {}}, "seed": 1,
         "shift": FIELDS["shift"] + "\n[pace]\ntimers = 0.5\n"}, 1, r"\x1b[2J"),
    ],
)  # fmt: skip
def test_what_is_meant_to_harm_is_told_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    fields: dict[str, Any],
    status: int,
    said: str,
) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(fields))
    assert main(["replay", "--headless", str(file)]) == status
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1 and captured.err.startswith(f"kitchen: {file}: ")
    assert said in captured.err
    assert harmless(captured.err.rstrip("\n"))
    assert all(map(harmless, captured.out.splitlines()))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    for name, said in (
        ("folder.json", "directory"),
        ("none.json", "No such"),
        ("a\0b.json", "null"),
    ):
        with pytest.raises(KitchenError, match=said):
            load_replay(tmp_path / name)
        assert headline_of(tmp_path / name) is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "x.json"
    loop.symlink_to(loop)
    with pytest.raises(KitchenError) as caught:
        load_replay(loop)
    assert str(caught.value).startswith(f"{loop}: ") and "\n" not in str(caught.value)


@PROPERTY
@given(st.dictionaries(st.sampled_from([*FIELDS]), VALUES))
def test_any_headline(tmp_path: Path, fields: dict[str, Any]) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps(FIELDS | fields))
    found = headline_of(file)
    assert found is None or isinstance(found.mode, str)


def test_one_without_facts_of_a_newer_version_is_refused() -> None:
    assert refused(json.dumps(FIELDS | {"version": 3}).encode()) == (
        "version: 3 is of a newer version of the game"
    )
    for version in (0, -5):
        said = refused(json.dumps(FIELDS | {"version": version}).encode())
        assert said == f"version: there never was one {version}"
    assert isinstance(decoded(WHOLE), Replay)
