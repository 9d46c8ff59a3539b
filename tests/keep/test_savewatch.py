"""The watch for saves: each save is noticed once, however an editor writes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kitchen.keep.drafts import Draft
from kitchen.keep.savewatch import LOOK_SECONDS, SaveWatch


class Looked:
    """A watch, and a clock for it."""

    def __init__(self, draft: Draft) -> None:
        self.watch = SaveWatch(draft)
        self.wall = 100.0

    def saved(self, looks: int = 3) -> list[bool]:
        """What each of so many looks says."""
        said = []
        for _ in range(looks):
            self.wall += LOOK_SECONDS
            said.append(self.watch.look(self.wall))
        return said


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    made = Draft(tmp_path, "recipes.py", "begin\n")
    made.make()
    return made


@pytest.fixture
def looked(draft: Draft) -> Looked:
    made = Looked(draft)
    made.saved()
    return made


def test_without_a_save_nothing_is_said(looked: Looked) -> None:
    assert looked.saved(10) == [False] * 10


def test_a_save_by_another_process_is_noticed_once(looked: Looked, draft: Draft) -> None:
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('theirs')"
    subprocess.run([sys.executable, "-c", code, str(draft.path)], check=True)
    assert looked.saved() == [False, True, False]
    assert looked.watch.text == "theirs"


def test_an_editor_that_replaces_the_file_is_noticed(looked: Looked, draft: Draft) -> None:
    beside = draft.path.with_suffix(".swp")
    beside.write_text("another")
    beside.replace(draft.path)
    assert looked.saved() == [False, True, False]


def test_an_editor_that_takes_it_away_first_is_noticed(looked: Looked, draft: Draft) -> None:
    draft.path.unlink()
    assert looked.saved(2) == [False, False]
    assert looked.watch.trouble
    draft.path.write_text("back again")
    assert any(looked.saved())
    assert looked.watch.trouble == ""


def test_half_a_file_is_not_taken_for_a_save(looked: Looked, draft: Draft) -> None:
    draft.path.write_text("")
    assert looked.saved(1) == [False]
    draft.path.write_text("all of it")
    assert looked.saved(2) == [False, True]


def test_a_save_of_the_same_text_says_nothing(looked: Looked, draft: Draft) -> None:
    os.utime(draft.path, (1, 1))
    assert looked.saved() == [False, False, False]


def test_two_saves_at_one_time_of_the_disk_are_told_apart(looked: Looked, draft: Draft) -> None:
    now = int(time.time())
    for text in ("aaaaa\n", "bbbbb\n"):
        with draft.path.open("r+") as file:
            file.write(text)
        os.utime(draft.path, (now, now))
        assert any(looked.saved()), text


def test_what_is_no_text_is_told_and_a_later_save_counts(looked: Looked, draft: Draft) -> None:
    draft.path.write_bytes(b"\xff\xfe")
    assert not any(looked.saved())
    assert "no text in UTF-8" in looked.watch.trouble
    draft.path.write_text("π = 3\n", "utf-8")
    assert any(looked.saved())
    assert (looked.watch.text, looked.watch.trouble) == ("π = 3\n", "")


def test_between_two_looks_the_disk_rests(
    looked: Looked, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SaveWatch, "_signature", lambda self: pytest.fail("it looked"))
    assert not looked.watch.look(looked.wall + LOOK_SECONDS / 2)
