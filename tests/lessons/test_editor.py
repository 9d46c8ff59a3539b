"""What opens a player's file: $VISUAL, $EDITOR, the system; or why nothing does."""

from __future__ import annotations

import shlex
import shutil
import sys
import threading
from pathlib import Path

import pytest

from kitchen.lessons.writing.editor import NoEditor, open_in_editor


def _writing(words: str) -> str:
    """The command of an editor that writes these words into its file."""
    code = f"import sys, pathlib; pathlib.Path(sys.argv[-1]).write_text({words!r})"
    return shlex.join([sys.executable, "-c", code])


def _until_closed() -> None:
    for thread in threading.enumerate():
        if thread.name == "editor":
            thread.join(20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my recipes ü.py"
    path.write_text("")
    return path


def test_visual_comes_before_editor(file: Path) -> None:
    opened = open_in_editor(file, {"VISUAL": _writing("visual"), "EDITOR": _writing("editor")})
    _until_closed()
    assert file.read_text() == "visual"
    assert opened == Path(sys.executable).name


def test_editor_is_taken_where_visual_is_empty(file: Path) -> None:
    open_in_editor(file, {"VISUAL": " ", "EDITOR": _writing("editor")})
    _until_closed()
    assert file.read_text() == "editor"


@pytest.mark.parametrize(
    "command", ["vim", "/usr/bin/nano -w", "emacsclient -t", "emacs -nw", "hx"]
)
def test_an_editor_in_a_terminal_is_not_begun_without_one(command: str, file: Path) -> None:
    with pytest.raises(NoEditor, match="needs a terminal"):
        open_in_editor(file, {"VISUAL": command})


@pytest.mark.parametrize("command", ["no-such-editor-here", "'not closed", '"" x', "a\0b"])
def test_a_command_that_is_none_is_told(command: str, file: Path) -> None:
    with pytest.raises(NoEditor, match="VISUAL"):
        open_in_editor(file, {"VISUAL": command})


def test_without_any_the_player_is_told_what_to_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(NoEditor, match="set \\$VISUAL"):
        open_in_editor(file, {})


def test_the_systems_own_is_what_is_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "xdg-open" else None)

    def begin(command: list[str], name: str) -> str:
        begun.append(command)
        return name

    monkeypatch.setattr("kitchen.lessons.writing.editor._begin", begin)
    assert open_in_editor(file, {}) == "xdg-open"
    assert begun == [["xdg-open", str(file)]]
