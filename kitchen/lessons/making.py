"""Making: a lesson to begin with, for whoever writes one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kitchen.files import reason
from kitchen.lessons.book import SHELF
from kitchen.lessons.lesson import LessonError

TEMPLATE = SHELF / "template"
"""A lesson that is proved, and shows every kind of step and every key by comments."""


def make_lesson(folder: Path) -> list[Path]:
    """A new folder with the template's files, and its own title; the files. Raises `LessonError`
    if there is such a folder, or can be none."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}", folder.name):
        raise LessonError(
            f"{str(folder)!r}: a lesson's name has letters, digits and hyphens, as in tea-and-toast"
        )
    try:
        folder.mkdir()
        for file in sorted(TEMPLATE.iterdir()):
            if file.is_file():
                shutil.copyfile(file, folder / file.name)
        _call(folder / "lesson.toml", folder.name)
    except FileExistsError as error:
        raise LessonError(f"{folder}: it is there already") from error
    except OSError as error:
        raise LessonError(f"{folder}: {reason(error)}") from error
    return sorted(folder.iterdir())


def _call(file: Path, name: str) -> None:
    """The lesson is called what its folder is."""
    title = re.sub(r"[-_]+", " ", name).strip().capitalize()
    text = file.read_text("utf-8").replace('title = "Tea and toast"', f'title = "{title}"', 1)
    file.write_text(text, "utf-8")
