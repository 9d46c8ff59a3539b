"""The template of a lesson with all of its examples: a step of each kind."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

from kitchen.lessons.making import TEMPLATE


def whole_template(folder: Path) -> Path:
    """Such a lesson in a new folder. Examples are lines that begin with ``#`` and no space."""
    shutil.copytree(TEMPLATE, folder)
    file = folder / "lesson.toml"
    lines = file.read_text("utf-8").splitlines()
    shown = [line[1:] if line[:1] == "#" and line[1:2].strip() else line for line in lines]
    file.write_text("\n".join(shown), "utf-8")
    return folder


def as_data(folder: Path) -> dict[str, Any]:
    """What stands in its ``lesson.toml``."""
    return tomllib.loads((folder / "lesson.toml").read_text("utf-8"))
