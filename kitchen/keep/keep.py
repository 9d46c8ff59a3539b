"""The keep: the folder in which the game keeps what a player would miss."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from pathlib import Path

from kitchen.errors import KitchenError
from kitchen.files import reason, remove_leftovers
from kitchen.keep import progress, scores, settings
from kitchen.keep.fileformat import FileFormat, T
from kitchen.keep.keptfile import KeptFile
from kitchen.keep.progress import Progress
from kitchen.keep.scores import Score, Scores, place
from kitchen.keep.settings import Settings
from kitchen.runs.replay import Replay

LONGEST_NAME = 60
"""Letters of a name that the player gives what is saved."""

HOME = "KITCHEN_HOME"
"""The environment variable that names another folder."""

REPLAYS = "replays"
"""The folder of replays within it."""

RECENT = "recent"
"""The folder of the games that were played last, kept without being asked."""

MOST_RECENT = 20
"""Games in it: with one more, the oldest goes."""

FILMS = "films"
"""That of films."""

NOT_IN_NAMES = r"[^\w-]+"
"""What of a shift's name does not go into that of a file."""

SANDBOXES = "sandboxes"
"""The folder of shift files that the sandbox has saved."""

SETTINGS = FileFormat(Settings, settings.VERSION)
PROGRESS = FileFormat(Progress, progress.VERSION, progress.UPGRADES)
SCORES = FileFormat(Scores, scores.VERSION, scores.UPGRADES)


class Keep:
    """What is kept of one player. ``folder`` None: the one of `home`.

    Nothing here raises because a file cannot be read or written: play goes on, and ``messages``
    says so, each thing once. Every change is written at once, which takes some milliseconds: change
    a volume when its slider is let go.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._start(home() if folder is None else folder)

    @classmethod
    def nowhere(cls) -> Keep:
        """One that forgets everything at the end: for tests, pictures and benchmarks."""
        keep = cls.__new__(cls)
        keep._start(None)
        return keep

    def _start(self, folder: Path | None) -> None:
        self.folder = folder
        self.messages: list[str] = []
        self._said: set[str] = set()
        if folder is not None:
            remove_leftovers(folder)
            remove_leftovers(folder / REPLAYS)
            remove_leftovers(folder / RECENT)
        self._settings = self._file("settings.json", SETTINGS, Settings())
        self._progress = self._file("progress.json", PROGRESS, Progress())
        self._scores = self._file("scores.json", SCORES, Scores())

    def _file(self, name: str, format: FileFormat[T], usual: T) -> KeptFile[T]:
        return KeptFile(
            None if self.folder is None else self.folder / name, format, usual, self._say
        )

    def _say(self, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            self.messages.append(message)

    def take_messages(self) -> list[str]:
        """What the player should be told; no message comes twice."""
        taken, self.messages = self.messages, []
        return taken

    # -- settings ------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        return self._settings.value

    def set_settings(self, wanted: Settings) -> Settings:
        """Keep the fields that differ from the settings so far, so that what another copy of the
        game has set in the meantime stays. Return the settings that there are now."""
        old = self.settings
        changed = {
            name: new
            for name in Settings.__struct_fields__
            if (new := getattr(wanted, name)) != getattr(old, name)
        }
        return self._settings.change(lambda now: now.but(**changed)) if changed else old

    # -- progress and scores -------------------------------------------------------------------

    @property
    def progress(self) -> Progress:
        return self._progress.value

    def change_progress(self, change: Callable[[Progress], Progress]) -> Progress:
        """Apply ``change`` to the progress in the file now: ``lambda p: p.with_seen("burnt")``.

        It may be called more than once. Return the progress that there is now.
        """
        return self._progress.change(change)

    @property
    def scores(self) -> Scores:
        return self._scores.value

    def add_score(
        self, score: Score, *, shift: str | None = None, day: str | None = None
    ) -> int | None:
        """Keep a score of a shift, of a day (``2026-11-22``) or of both, if it is good enough.

        Return its place on the board of the day, or else of the shift, from 1; None: on none.
        """

        def change(now: Scores) -> Scores:
            now = now if shift is None else now.with_shift(shift, score)
            return now if day is None else now.with_day(day, score)

        now = self._scores.change(change)
        board = now.shifts.get(shift or "", []) if day is None else now.days.get(day, [])
        return place(board, score)

    # -- replays -------------------------------------------------------------------------------

    def save_replay(self, replay: Replay) -> Path | None:
        """Keep a replay; return its file. None: nothing can be kept.

        Its name tells shift, seed, mode and the beginning of the digest, so that the same game is
        kept once.
        """
        return self._save(replay, REPLAYS)

    def save_recent(self, replay: Replay) -> Path | None:
        """Keep it as the game that was played last, in the place of the one that was first of
        `MOST_RECENT`."""
        path = self._save(replay, RECENT)
        if path is not None:
            for old in sorted(path.parent.glob("*.json"), key=_when, reverse=True)[MOST_RECENT:]:
                with contextlib.suppress(OSError):
                    old.unlink()
        return path

    def _save(self, replay: Replay, folder: str) -> Path | None:
        if self.folder is None:
            return None
        shift = re.sub(NOT_IN_NAMES, "_", replay.shift_name)[:60]
        name = f"{shift}-{replay.seed}-{replay.mode}-{replay.digest[:12]}.json"
        path = self.folder / folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replay.save(path)
        except OSError as error:
            self._say(f"nothing can be kept in {self.folder}: {reason(error)}")
            return None
        except KitchenError as error:
            self._say(str(error))
            return None
        return path

    def film(self, shift: str, at: float) -> Path | None:
        """Where a film of that moment (seconds of kitchen time) goes: into a file that is not there
        yet. None: nothing can be kept."""
        if self.folder is None:
            return None
        minutes, seconds = divmod(int(at), 60)
        name = f"{re.sub(NOT_IN_NAMES, '_', shift)[:60]}-{minutes}m{seconds:02}s"
        numbers = ("", *(f"-{n}" for n in range(2, 1000)))
        paths = (self.folder / FILMS / f"{name}{number}.gif" for number in numbers)
        return next((path for path in paths if not path.exists()), None)

    def saved(self) -> list[Path]:
        """The replays, the last games and the sandboxes that are kept, the latest first. A game
        that was saved stands there once."""
        if self.folder is None:
            return []
        found = [
            *(self.folder / REPLAYS).glob("*.json"), *(self.folder / SANDBOXES).glob("*.toml")
        ]  # fmt: skip
        names = {path.name for path in found}
        recent = (self.folder / RECENT).glob("*.json")
        found += [path for path in recent if path.name not in names]
        return sorted(found, key=_when, reverse=True)

    def call(self, path: Path, words: str) -> Path:
        """Give what is saved a name, under which one of the last games is kept for good. Raises
        `KitchenError`."""
        name = re.sub(r"[^\w !&'()+,.@-]+", "_", words).strip(" .")[:LONGEST_NAME]
        if not name:
            raise KitchenError("a name has letters in it")
        folder = path.parent.with_name(REPLAYS) if is_recent(path) else path.parent
        new = folder / f"{name}{path.suffix}"
        if new == path:
            return path
        try:
            if new.exists():
                raise KitchenError(f"there is one already that is called {name}")
            folder.mkdir(parents=True, exist_ok=True)
            path.rename(new)
            self._twin(path).unlink(missing_ok=True)
        except OSError as error:
            raise KitchenError(f"{path}: it cannot be called that: {reason(error)}") from error
        return new

    def delete(self, path: Path) -> None:
        """What is saved is gone. Raises `KitchenError`."""
        try:
            path.unlink(missing_ok=True)
            self._twin(path).unlink(missing_ok=True)
        except OSError as error:
            raise KitchenError(f"{path}: it cannot be deleted: {reason(error)}") from error

    def _twin(self, path: Path) -> Path:
        """The same game among the last ones: it stands there once, so it goes with what is
        saved."""
        return path.parent.with_name(RECENT) / path.name


def is_recent(path: Path) -> bool:
    """Whether it is one of the last games, which go when others come."""
    return path.parent.name == RECENT


def _when(path: Path) -> tuple[float, str]:
    """When a file was written; the beginning of time for one that has gone meanwhile."""
    try:
        return path.stat().st_mtime, path.name
    except OSError:
        return 0.0, path.name


def home() -> Path:
    """Where things are kept: ``KITCHEN_HOME``, or where the system keeps a program's data."""
    if named := os.environ.get(HOME):
        return Path(os.path.expanduser(named)).absolute()  # noqa: PTH111 - never raises
    from platformdirs import user_data_path  # not needed where KITCHEN_HOME is set

    return user_data_path("A Watched Pot", appauthor=False)
