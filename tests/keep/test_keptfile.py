"""A kept file: nothing that was in a file gets lost, and nothing about a file stops the game."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from kitchen.keep import keptfile as keptfile_module
from kitchen.keep.fileformat import FileFormat
from kitchen.keep.keptfile import LOCK, KeptFile


class Jar(msgspec.Struct, frozen=True):
    spoons: int = 0


FORM = FileFormat(Jar, 2, {1: lambda fields: {"spoons": fields["scoops"]}})


class Told(list[str]):
    """What a kept file says."""


def jar(path: Path | None, told: list[str] | None = None) -> KeptFile[Jar]:
    return KeptFile(path, FORM, Jar(), (Told() if told is None else told).append)


def more(value: Jar) -> Jar:
    return Jar(value.spoons + 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "jar.json"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != LOCK)


def test_only_a_change_writes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "jar.json"
    kept = jar(path)
    assert kept.value == Jar(0) and not path.parent.exists()
    assert kept.change(more) == Jar(1)
    assert files(path.parent) == ["jar.json"]
    assert jar(path).value == Jar(1)


def test_two_boxes_of_one_file_do_not_undo_each_other(path: Path) -> None:
    first, second = jar(path), jar(path)
    first.change(more)
    second.change(more)
    assert first.change(more) == Jar(3)


def test_an_old_file_is_brought_up_and_written_only_with_a_change(path: Path) -> None:
    path.write_bytes(b'{"version": 1, "scoops": 5}')
    kept = jar(path)
    assert kept.value == Jar(5)
    assert path.read_bytes() == b'{"version": 1, "scoops": 5}'
    kept.change(more)
    assert jar(path).value == Jar(6)


def test_unknown_keys_survive_a_change(path: Path) -> None:
    path.write_bytes(b'{"version": 2, "spoons": 5, "lid": {"red": true}}')
    jar(path).change(more)
    assert msgspec.json.decode(path.read_bytes()) == {
        "version": 2, "spoons": 6, "lid": {"red": True}
    }  # fmt: skip


@given(data=st.binary(max_size=40) | st.sampled_from([b"", b"{}", b'{"version":2,"spoons":"x"}']))
def test_any_bytes_are_set_aside_and_play_goes_on(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("home") / "jar.json"
    path.write_bytes(data)
    told = Told()
    kept = jar(path, told)
    assert kept.value == Jar(0) and kept.change(more) == Jar(1)
    assert path.with_name("jar.damaged-1.json").read_bytes() == data
    assert jar(path).value == Jar(1)
    assert len(told) == 1 and told[0].startswith("jar.json was damaged (")
    assert told[0].endswith("it is called jar.damaged-1.json now, and a new one is begun")


def test_a_damaged_file_never_takes_the_place_of_another(path: Path) -> None:
    for text in ("one", "two", "three"):
        path.write_text(text)
        jar(path)
    kept = {name: (path.parent / name).read_text() for name in files(path.parent)}
    assert kept == {f"jar.damaged-{n}.json": t for n, t in enumerate(("one", "two", "three"), 1)}


def test_a_file_damaged_while_the_game_runs_costs_nothing(path: Path) -> None:
    kept = jar(path)
    kept.change(more)
    path.write_text("oh")
    assert kept.change(more) == Jar(2)
    assert jar(path).value == Jar(2)
    assert files(path.parent) == ["jar.damaged-1.json", "jar.json"]


def test_a_newer_file_is_left_as_it_is(path: Path) -> None:
    path.write_bytes(b'{"version": 3, "jugs": 1}')
    told = Told()
    kept = jar(path, told)
    assert kept.change(more) == Jar(1)
    assert path.read_bytes() == b'{"version": 3, "jugs": 1}'
    assert files(path.parent) == ["jar.json"]
    assert told == [
        "jar.json was written by a newer version of the game: it stays as it is, and what changes "
        "now is not kept"
    ]


def test_a_file_that_becomes_newer_while_the_game_runs_is_left_too(path: Path) -> None:
    told = Told()
    kept = jar(path, told)
    kept.change(more)
    path.write_bytes(b'{"version": 3}')
    assert kept.change(more) == Jar(2) and kept.change(more) == Jar(3)
    assert path.read_bytes() == b'{"version": 3}'
    assert len(told) == 1


def test_a_damaged_file_that_cannot_be_renamed_is_left_as_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("oh")

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    told = Told()
    kept = jar(path, told)
    assert kept.change(more) == Jar(1)
    assert path.read_text() == "oh" and files(path.parent) == ["jar.json"]
    assert len(told) == 1 and "cannot be renamed (Permission denied)" in told[0]


def test_a_file_in_the_place_of_the_folder_costs_one_message(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.write_text("not a folder")
    told = Told()
    kept = jar(folder / "jar.json", told)
    kept.change(more)
    assert kept.change(more) == Jar(2)
    assert folder.read_text() == "not a folder"
    assert told and {message.split(":")[0] for message in told} == {
        f"nothing can be kept in {folder}"
    }


def test_a_full_disk_is_told_and_what_changed_is_written_when_there_is_room(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    kept = jar(path, told)
    kept.change(more)
    with monkeypatch.context() as patch:
        patch.setattr(keptfile_module, "write_whole", full)
        assert kept.change(more) == Jar(2)
    assert told == [f"nothing can be kept in {path.parent}: No space left on device"]
    jar(path).change(lambda value: Jar(value.spoons + 10))
    assert kept.change(more) == Jar(13)
    assert jar(path).value == Jar(13)


def full(path: Path, data: bytes) -> None:
    raise OSError(28, "No space left on device")


def test_a_copy_that_does_not_let_go_is_told_and_waited_for_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keptfile_module, "LOCK_PATIENCE", 0.01)
    told = Told()
    kept = jar(path, told)
    with FileLock(path.with_name(LOCK)):
        assert kept.change(more) == Jar(1)
        assert kept.change(more) == Jar(2)
        assert not path.exists()
    assert set(told) == {
        "another copy of the game is busy: what changes now is kept as soon as it lets go"
    }
    assert kept.change(more) == Jar(3)
    assert jar(path).value == Jar(3)


def test_what_a_change_raises_changes_nothing(path: Path) -> None:
    kept = jar(path)
    kept.change(more)
    with pytest.raises(ZeroDivisionError):
        kept.change(lambda value: Jar(1 // 0))
    with pytest.raises(ValueError, match="cannot be kept"):
        kept.change(lambda value: Jar("x"))  # type: ignore[arg-type]
    assert kept.change(more) == Jar(2)


def test_a_box_without_a_file_only_remembers() -> None:
    told = Told()
    kept = jar(None, told)
    assert kept.change(more) == Jar(1) and kept.value == Jar(1)
    assert told == []


# -- with other processes ----------------------------------------------------------------------

ADD = """
import sys
from pathlib import Path
import msgspec
from kitchen.keep.keptfile import KeptFile
from kitchen.keep.fileformat import FileFormat

class Names(msgspec.Struct, frozen=True):
    names: list[str] = []

path, who = Path(sys.argv[1]), sys.argv[2]
kept = KeptFile(path, FileFormat(Names, 1), Names(), print)
for number in range(20):
    kept.change(lambda value: Names([*value.names, f"{who}{number}"]))
"""


def test_copies_that_write_at_once_lose_nothing(path: Path) -> None:
    copies = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(path), who], stdout=subprocess.PIPE, text=True
        )
        for who in "abc"
    ]
    assert [copy.communicate(timeout=60)[0] for copy in copies] == ["", "", ""]
    names = msgspec.json.decode(path.read_bytes())["names"]
    for who in "abc":
        assert [name for name in names if name[0] == who] == [f"{who}{n}" for n in range(20)]
    assert files(path.parent) == ["jar.json"]
