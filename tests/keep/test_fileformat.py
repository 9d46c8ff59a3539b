"""The form of a file: whatever version wrote it, it is read; whatever else it is, it is refused."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitchen.keep.fileformat import Damaged, FileFormat, Newer


class Jar(msgspec.Struct, frozen=True):
    jam: str = "plum"
    spoons: int = 0


def spoons_were_called_scoops(fields: dict[str, Any]) -> dict[str, Any]:
    fields["spoons"] = fields.pop("scoops")
    return fields


def jam_was_a_number(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"jam": ["plum", "fig"][fields["jam"]]}


FORM = FileFormat(Jar, 3, {1: spoons_were_called_scoops, 2: jam_was_a_number})

texts = st.text('ab"\\{} é€😀\x00', max_size=5)
simple = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


def test_what_is_written_is_read() -> None:
    jar = Jar("fig", 4)
    assert FORM.read(FORM.write(jar, {})) == (jar, {})


def test_a_file_is_for_people_too() -> None:
    assert FORM.write(Jar(), {}).decode() == (
        '{\n  "version": 3,\n  "jam": "plum",\n  "spoons": 0\n}\n'
    )


@pytest.mark.parametrize(
    "old",
    [
        {"version": 1, "jam": 1, "scoops": 4},
        {"version": 2, "jam": 1, "spoons": 4},
        {"version": 3, "jam": "fig", "spoons": 4},
    ],
)
def test_an_older_version_is_brought_up_step_by_step(old: dict[str, Any]) -> None:
    assert FORM.read(json.dumps(old).encode())[0] == Jar("fig", 4)


@given(st.sampled_from([1, 2, 3]), st.dictionaries(st.sampled_from(["jam", "spoons", "x"]), simple))
def test_no_old_file_however_odd_does_more_than_count_as_damaged(
    version: int, fields: dict[str, Any]
) -> None:
    try:
        jar, unknown = FORM.read(json.dumps(fields | {"version": version}).encode())
    except Damaged as damage:
        assert str(damage)
    else:
        assert FORM.read(FORM.write(jar, unknown)) == (jar, unknown)


@given(
    st.dictionaries(st.text().filter(lambda key: key not in ("jam", "spoons", "version")), simple)
)
def test_keys_that_this_version_does_not_know_are_kept(extra: dict[str, Any]) -> None:
    jar, unknown = FORM.read(json.dumps({"version": 3, "spoons": 2} | extra).encode())
    assert unknown == extra
    assert (
        json.loads(FORM.write(jar, unknown)) == {"version": 3, "jam": "plum", "spoons": 2} | extra
    )


@given(st.binary(max_size=60) | texts.map(str.encode))
def test_bytes_that_are_no_file_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        FORM.read(data)


@given(st.integers(0, 50))
def test_a_file_that_was_cut_short_is_damaged(length: int) -> None:
    whole = FORM.write(Jar(), {}).rstrip()
    with pytest.raises(Damaged):
        FORM.read(whole[: min(length, len(whole) - 1)])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"[]", "it is no JSON object"),
        (b"{", "not JSON: Input data was truncated"),
        (b'{"jam": "fig"}', "version: a whole number from 1, not None"),
        (b'{"version": true}', "version: a whole number from 1, not True"),
        (b'{"version": 0}', "version: a whole number from 1, not 0"),
        (b'{"version": 3, "spoons": "x"}', "spoons: Expected `int`, got `str`"),
        (b'{"version": 1, "jam": 1}', "KeyError: 'scoops'"),
        (b'{"version": 3, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep"),
    ],
    ids=range(10),
)
def test_damage_is_told_in_a_few_words(data: bytes, said: str) -> None:
    with pytest.raises(Damaged) as caught:
        FORM.read(data)
    assert str(caught.value) == said


def test_a_file_that_an_editor_marked_as_utf_8_is_read() -> None:
    assert FORM.read(b'\xef\xbb\xbf{"version": 3, "jam": "fig"}')[0] == Jar("fig")


def test_a_newer_version_is_not_guessed_at() -> None:
    with pytest.raises(Newer):
        FORM.read(b'{"version": 4, "jam": {"of": "figs"}}')


def test_a_form_knows_the_way_from_every_older_version() -> None:
    with pytest.raises(AssertionError, match="an upgrade from every older version"):
        FileFormat(Jar, 3, {1: jam_was_a_number})


def test_a_value_that_could_not_be_read_again_is_not_written() -> None:
    FORM.check(Jar("fig", 4))
    with pytest.raises(ValueError, match="cannot be kept"):
        FORM.check(Jar(jam=7))  # type: ignore[arg-type]
