"""A step that is written: saved in an editor, run apart, shown, kept, and compared."""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path

import pygame
import pytest
from tools.lessonplayer import LessonPlayer

from kitchen.game.lesson.writing.sourceview import SourceView, Wrong
from kitchen.game.lesson.writing.versionrow import VersionRow
from kitchen.game.lesson.writing.write import WritePanel
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.lessons.book import find_lesson
from kitchen.lessons.judging.judge import solution
from kitchen.lessons.lesson import id_of
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import WriteStep

LESSON = find_lesson("gather")
HERE = next(i for i, step in enumerate(LESSON.steps) if isinstance(step, WriteStep))
STEP = LESSON.steps[HERE]
SOLUTION: str = solution(LESSON, STEP)


class Writer(LessonPlayer):
    """Saves what is written in another program than the game."""

    def game_at(self, window: Window) -> Game:
        return Game(window, keep=Keep())

    @property
    def panel(self) -> WritePanel:
        assert isinstance(self.screen.panel, WritePanel)
        return self.screen.panel

    @property
    def path(self) -> Path:
        return self.panel.writing.draft.path

    def save(self, text: str) -> None:
        self.path.write_text(text, "utf-8")
        self.until_run()

    def until_run(self) -> None:
        """Until the game has noticed it, and has what came of it."""
        before = self.panel.writing.run
        end = time.monotonic() + 60.0
        while time.monotonic() < end:
            self.go(wall=0.1)
            if self.panel.writing.run is not before and self.panel.writing.running is None:
                return
        raise AssertionError("it goes on")

    @property
    def rows(self) -> list[VersionRow]:
        return [c for c in self.panel.controls if isinstance(c, VersionRow)]

    @property
    def source(self) -> SourceView:
        return self.panel.source


@pytest.fixture
def writer(window: Window, home: Path) -> Writer:
    return Writer(window, LESSON, HERE)


def test_it_lies_in_the_keeps_folder_as_the_step_shows_it(writer: Writer, home: Path) -> None:
    assert writer.path == home / "lessons" / "gather" / id_of(STEP) / "yours.py"
    assert writer.path.read_text() == LESSON.text("yours.py")
    assert writer.screen.sitting.verdict is None
    assert writer.rows == []


def test_the_players_editor_writes_the_solution(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"import sys, pathlib; pathlib.Path(sys.argv[1]).write_text({SOLUTION!r})"
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", code]))
    writer.on("Open in my editor")
    writer.until_run()
    verdict = writer.screen.sitting.verdict
    assert verdict is not None and verdict.works and verdict.par
    assert id_of(STEP) in writer.screen.sitting.course.within
    assert [row.version.figures is not None and row.here for row in writer.rows] == [True]
    assert [line.text for line in writer.panel.writing.run.printed][-1] == "Tray: Soup Egg Toast"  # type: ignore[union-attr]


def test_an_error_stands_on_its_line_and_the_version_is_kept(writer: Writer) -> None:
    text = LESSON.text("yours.py") + "\nawait nobody(\n"
    writer.save(text)
    wrong = writer.source._wrong
    assert wrong is not None
    assert (wrong.line, wrong.says) == (len(text.splitlines()), "'(' was never closed")
    assert writer.source._top > 0, "it scrolls there"
    assert writer.rows[0].version.text == text
    assert writer.screen.sitting.verdict is not None and not writer.screen.sitting.verdict.works


def test_a_version_comes_back_with_a_press_and_nothing_is_lost(writer: Writer) -> None:
    writer.save("x = 1\n")
    writer.save("x = 2\n")
    writer.path.write_text("x = 3  # never seen\n")
    row = next(row for row in writer.rows if row.version.text == "x = 1\n")
    writer.click(row.box)
    writer.until_run()
    assert writer.path.read_text() == "x = 1\n"
    texts = {version.text for version in writer.panel.writing.versions}
    assert {"x = 1\n", "x = 2\n", "x = 3  # never seen\n"} <= texts


def test_start_over_and_show_it_write_the_file(writer: Writer) -> None:
    writer.path.write_text("mine\n")
    writer.on("Start over")
    assert writer.path.read_text() == LESSON.text("yours.py")
    writer.screen.show_solution()
    assert writer.path.read_text() == SOLUTION.lstrip("\n")
    assert [version.text for version in writer.panel.writing.draft.versions()][-1] == "mine\n"
    assert id_of(STEP) in writer.screen.sitting.course.missed


def test_another_size_of_the_window_writes_nothing_and_forgets_nothing(writer: Writer) -> None:
    writer.path.write_text("x = 'saved just now'\n")
    old = writer.panel
    writer.screen.rebuild()
    assert writer.panel is not old
    assert writer.panel.writing is old.writing
    assert writer.path.read_text() == "x = 'saved just now'\n"


def test_what_was_written_another_day_is_run(window: Window, home: Path) -> None:
    first = Writer(window, LESSON, HERE)
    first.path.write_text(SOLUTION)
    again = Writer(window, LESSON, HERE)
    assert again.panel.writing.running is not None
    again.panel.writing.running.leave()


def test_without_an_editor_the_path_is_offered(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    put: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", put.append)
    monkeypatch.setenv("VISUAL", "vim")
    writer.on("Open in my editor")
    assert writer.panel.writing.says.startswith("Vim needs a terminal")
    assert put == [str(writer.path)]
    writer.on("Copy the path")
    assert put == [str(writer.path)] * 2


def test_a_folder_that_takes_nothing_is_told(window: Window, home: Path) -> None:
    home.mkdir()
    (home / "lessons").write_text("a file in its place")
    writer = Writer(window, LESSON, HERE)
    assert "lessons" in writer.panel.writing.says
    writer.on("Start over")
    writer.on("Open in my editor")
    writer.go()
    assert (home / "lessons").read_text() == "a file in its place"


def test_a_file_that_is_no_text_is_told_on_its_line(writer: Writer) -> None:
    writer.path.write_bytes(b"a = 1\nb = '\xff'\n")
    for _ in range(6):
        writer.go(wall=0.2)
    wrong = writer.source._wrong
    assert wrong is not None
    assert (wrong.line, "no text in UTF-8" in wrong.says) == (2, True)


def test_its_lines_light_up_with_the_run(writer: Writer) -> None:
    run: Run | None = writer.screen.playing.run
    assert run is not None, "what the step shows is run from the start"
    writer.panel.follow(run, 100.0)
    line = 1 + next(i for i, text in enumerate(run.program.lines) if "sleep" in text)
    assert writer.source._at == {line} | (writer.source._at - {line})
    assert 1 not in writer.source._at


# -- the source ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "\n" * 30, "a" * 5_000, "\t\x00\u202e🍳\n", "x = '''\n" * 3_000, "def (:\n  '"]
)
def test_any_text_can_be_seen(text: str, writer: Writer) -> None:
    view = SourceView(writer.screen.kit, (22.0, 126.0, 476.0, 214.0), text, Wrong("no", 99_999))
    view.follow({1, 7})
    for step in (1, 1, -1):
        view.adjust(step)
    writer.panel.source = view
    writer.panel._controls[0] = view
    writer.go()
