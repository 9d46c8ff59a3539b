"""The writing: what a player does in their own editor, and what comes of each save.

It outlives the panel that shows it, which is made anew with every verdict and size of the window.
"""

from __future__ import annotations

import tempfile
import weakref
from pathlib import Path
from shutil import rmtree

from kitchen.game.controls.textfield import copy
from kitchen.keep.drafts import DraftError, Figures, Version, draft_of
from kitchen.keep.savewatch import SaveWatch
from kitchen.lessons.judging.judge import evidence, judged_run, lines_shown, shown, solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import WriteStep
from kitchen.lessons.writing.apart import Apart
from kitchen.lessons.writing.distribution import lines_of
from kitchen.lessons.writing.editor import NoEditor, open_in_editor


class Writing:
    """``home`` is the keep's folder; None: what is written is forgotten at the end."""

    def __init__(self, lesson: Lesson, step: WriteStep, home: Path | None) -> None:
        self._lesson, self._step = lesson, step
        if home is None:
            home = Path(tempfile.mkdtemp(prefix="kitchen-"))
            weakref.finalize(self, rmtree, home, ignore_errors=True)
        self._begin = shown(lesson, step)
        self.before = lines_shown(lesson, step).start - 1
        """How many lines of the program stand before the first of the file."""
        self.draft = draft_of(home, lesson, step, self._begin)
        self.says = ""
        """What is to be told of the editor, or of the file."""
        self.run: Run | None = None
        """What came of the text in the file; None: nothing yet."""
        self.running: Apart | None = None
        self._number: int | None = None
        self._tell(self.draft.make)
        self._watch = SaveWatch(self.draft)
        self._versions = self.draft.versions()
        if self._watch.text is not None and self.text != self._begin:
            self._try()  # written another day

    @property
    def text(self) -> str:
        """As it was saved last."""
        return self._begin if self._watch.text is None else self._watch.text

    @property
    def trouble(self) -> str:
        """Why the file cannot be read; empty: it can."""
        return self._watch.trouble

    @property
    def versions(self) -> list[Version]:
        """The latest first."""
        return self._versions

    def is_in_file(self, version: Version) -> bool:
        return version.text == self.text

    # -- time ------------------------------------------------------------------------------------

    def look(self, wall: float) -> bool:
        """Whether another text has been saved; it is kept then, and run."""
        if not self._watch.look(wall):
            return False
        self._try()
        return True

    def over(self) -> Run | None:
        """What came of the last save, once it is known."""
        found = self.running.over() if self.running is not None else None
        if found is None:
            return None
        self.running, self.run = None, found
        if self._number is not None:
            self._tell(lambda: self._note(found))
        return found

    def _try(self) -> None:
        """Keep the text, and have it run instead of whatever still runs."""
        text = self.text
        if self.running is not None:
            self.running.leave()
        self.run, self._number = None, None
        self.running = Apart(self._lesson, self._step, text)
        self._tell(lambda: self._keep(text))

    def _keep(self, text: str) -> None:
        self._number = self.draft.keep(text)
        self._versions = self.draft.versions()

    def _note(self, run: Run) -> None:
        assert self._number is not None
        self.draft.note(self._number, figures_of(self._step, run, self.text))
        self._versions = self.draft.versions()

    # -- what the player wants -------------------------------------------------------------------

    def open(self) -> None:
        """Have the player's editor open the file; the path is copied where none can."""
        if not self._tell(self.draft.make):
            return
        try:
            self.says = f"Open in {open_in_editor(self.draft.path)}: save it there to run it"
        except NoEditor as why:
            there = "; the path is copied" if copy(str(self.draft.path)) else ""
            self.says = f"{str(why)[:1].upper()}{str(why)[1:]}{there}"

    def copy_path(self) -> None:
        path = str(self.draft.path)
        self.says = "The path is copied" if copy(path) else f"No clipboard here: {path}"

    def bring_back(self, number: int) -> None:
        if self._tell(lambda: self.draft.bring_back(number)):
            self.says = f"Version {number} is in the file again"

    def start_over(self) -> None:
        if self._tell(self.draft.start_over):
            self.says = "The file is as it was at first; what you had is a version"

    def show_solution(self) -> None:
        if self._tell(lambda: self.draft.put(solution(self._lesson, self._step).lstrip("\n"))):
            self.says = "The file has a solution; what you had is a version"

    def _tell(self, deed: object) -> bool:
        """Do it; whether that could be done, else it is said why not."""
        try:
            deed()  # type: ignore[operator]
        except DraftError as error:
            self.says = str(error)
            return False
        return True


def figures_of(step: WriteStep, run: Run, text: str) -> Figures:
    verdict, found = judged_run(step, run), evidence(run)
    return Figures(verdict.works, verdict.par, found.makespan, found.hands, lines_of(text))
