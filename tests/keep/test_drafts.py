"""Drafts: a player's own file, of which no version is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kitchen.keep.drafts as drafts
from kitchen.keep.drafts import Draft, DraftError, Figures, draft_of
from kitchen.lessons.book import find_lesson
from kitchen.lessons.lesson import read_lesson

GOOD = Figures(True, True, 990.0, 170.0, 7)


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    made = Draft(tmp_path / "write", "recipes.py", "begin\n")
    made.make()
    return made


def _texts(draft: Draft) -> list[str]:
    return [version.text for version in draft.versions()]


def test_the_file_is_made_once(draft: Draft) -> None:
    assert draft.text() == "begin\n"
    draft.path.write_text("mine\n")
    draft.make()
    assert draft.text() == "mine\n"


def test_each_text_is_a_version_once(draft: Draft) -> None:
    assert [draft.keep("a"), draft.keep("b"), draft.keep("a")] == [1, 2, 1]
    assert _texts(draft) == ["b", "a"]


def test_figures_stay_with_their_version(draft: Draft, tmp_path: Path) -> None:
    draft.note(draft.keep("a"), GOOD)
    again = Draft(tmp_path / "write", "recipes.py", "begin\n")
    assert [(v.number, v.figures) for v in again.versions()] == [(1, GOOD)]


def test_what_is_in_the_file_is_kept_before_a_version_comes_back(draft: Draft) -> None:
    draft.keep("first")
    draft.path.write_text("never run")
    draft.bring_back(1)
    assert draft.text() == "first"
    assert _texts(draft) == ["never run", "first"]
    draft.start_over()
    assert draft.text() == "begin\n"


def test_two_games_at_once_lose_nothing(draft: Draft, tmp_path: Path) -> None:
    other = Draft(tmp_path / "write", "recipes.py", "begin\n")
    other.versions()
    draft.keep("ours")
    assert other._add("theirs", 1) == 2  # it had looked before ours was there
    assert sorted(_texts(draft)) == ["ours", "theirs"]
    assert _texts(other) == _texts(draft)


def test_with_too_many_the_oldest_that_did_not_work_goes(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST_VERSIONS", 2)
    draft.note(draft.keep("works"), GOOD)
    draft.keep("bad")
    draft.keep("new")
    assert _texts(draft) == ["new", "works"]
    assert len(list((draft.path.parent / "versions").iterdir())) == 3
    assert draft.keep("newer") == 4, "no number comes twice"


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


@settings(max_examples=15, deadline=None)  # it writes files, on a disk that others use as well
@given(texts=st.lists(TEXT, max_size=6))
def test_every_text_comes_back(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    draft = Draft(tmp_path_factory.mktemp("draft"), "a.py", "")
    numbers = [draft.keep(text) for text in texts]
    for text, number in zip(texts, numbers, strict=True):
        draft.bring_back(number)
        assert draft.text().removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert {version.text for version in draft.versions()} == set(texts)


# -- hostile files -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "says"), [(b"a\n\xff", "recipes.py:2: no text"), (b"a" * 200_001, "too large")]
)
def test_a_file_that_is_no_text_is_told(draft: Draft, data: bytes, says: str) -> None:
    draft.path.write_bytes(data)
    with pytest.raises(DraftError, match=says):
        draft.text()


def test_other_ends_of_lines_and_marks_are_taken(draft: Draft) -> None:
    draft.path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert draft.text() == "a = 1\nb = 2\n"


def test_a_folder_in_the_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").mkdir()
    draft = Draft(tmp_path, "a.py", "")
    draft.make()
    with pytest.raises(DraftError, match="directory"):
        draft.text()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DraftError, match="Permission denied"):
        Draft(tmp_path / "write", "a.py", "").make()
    tmp_path.chmod(0o700)


def test_where_nothing_can_be_written_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "write").write_text("a file in the folder's place")
    draft = Draft(tmp_path / "write", "a.py", "")
    for deed in (draft.make, draft.start_over, lambda: draft.keep("a")):
        with pytest.raises(DraftError):
            deed()
    assert draft.versions() == []


def test_what_else_lies_among_the_versions_is_left_alone(draft: Draft) -> None:
    draft.keep("a")
    folder = draft.path.parent / "versions"
    (folder / "mine.py").write_text("b")
    (folder / "0001.json").write_text('{"works": 1}')
    (folder / "0007.py").mkdir()
    assert [(v.number, v.text, v.figures) for v in draft.versions()] == [(1, "a", None)]
    assert draft.keep("c") == 2


# -- where it lies -------------------------------------------------------------------------------


def test_a_draft_lies_in_the_folder_of_its_lesson_and_step(tmp_path: Path) -> None:
    lesson = find_lesson("egg-and-chicken")
    path = draft_of(tmp_path, lesson, lesson.step("arrange"), "").path
    assert path == tmp_path / "lessons" / "egg-and-chicken" / "arrange" / "recipes.py"


def test_lessons_of_ones_own_that_are_called_the_same_share_nothing(tmp_path: Path) -> None:
    house = find_lesson("egg-and-chicken").folder
    paths = set()
    for name in ("monday", "friday"):
        folder = tmp_path / name / house.name
        folder.mkdir(parents=True)
        for file in house.iterdir():
            if file.is_file():
                (folder / file.name).write_bytes(file.read_bytes())
        lesson = read_lesson(folder)
        paths.add(draft_of(tmp_path, lesson, lesson.step("arrange"), "").path)
    assert len(paths) == 2
