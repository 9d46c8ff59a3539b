"""A lesson: a folder with ``lesson.toml``, the programs that it runs, a solution and mistakes."""

from __future__ import annotations

import ast
import keyword
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import msgspec

from kitchen.errors import KitchenError, key_first
from kitchen.files import read_whole, reason
from kitchen.lessons.fitting import unfit
from kitchen.lessons.steps import KINDS, AnyStep, ChangeStep, kind_of

LARGEST = 400_000
"""Bytes that a file of a lesson may have."""

MOST_STEPS = 9
"""Of a lesson: so many signs stand in a row above it."""

MOST_PARTS = 200
"""Dots between two signs of TOML's own."""

MOST_WORDS = 120
"""Words that a player reads before the first action."""


class LessonError(KitchenError):
    """A lesson is not written as one has to be: file, key and reason."""


class Debrief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a lesson was about, said after it: the ``name`` of the idea, one sentence, and the page
    of Python's documentation."""

    name: str
    says: str
    link: str


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    title: str
    concept: str
    """As code: ``await``, ``create_task``."""
    minutes: Annotated[int, msgspec.Meta(ge=1, le=240)]
    picture: list[str] = []
    """Names of drawings for its card: dishes, chefs, vessels (``pot.egg``: with an egg in it)."""
    says: str = ""
    """What is said before the first step."""
    dishes: dict[str, str] = {}
    """Which functions of its programs cook a dish, and what that is called."""
    orders: list[str] = []
    """The dishes that somebody waits for from the start."""
    stations: dict[str, int] = {}
    debrief: Debrief
    steps: list[AnyStep]


@dataclass(frozen=True)
class Lesson:
    """``name`` is that of its folder; ``number`` counts through the book, 0: it stands in none."""

    folder: Path
    fields: _Fields
    number: int = 0
    chapter: str = ""

    @property
    def name(self) -> str:
        name = self.folder.name
        return name if name.strip(".") else self.folder.resolve().name

    @property
    def title(self) -> str:
        return self.fields.title

    @property
    def steps(self) -> list[AnyStep]:
        return self.fields.steps

    @property
    def kinds(self) -> list[str]:
        """The kinds of its steps, in their order."""
        return [kind_of(step) for step in self.steps]

    def step(self, name: str) -> AnyStep:
        """The step of that id. Raises `LessonError` if there is none."""
        for step in self.steps:
            if id_of(step) == name:
                return step
        known = ", ".join(map(id_of, self.steps))
        raise LessonError(f"{self.name}: no step {name!r}; there are: {known}")

    def text(self, file: str) -> str:
        """A file of its folder. Raises `LessonError`, which names it."""
        path = self.folder / file
        if Path(file).name != file:
            raise LessonError(f"{self.folder / 'lesson.toml'}: a file beside it, not {file!r}")
        return _text(path)

    @cached_property
    def solution(self) -> Mapping[str, Any]:
        """The answers to its steps, by their ids."""
        return answers_in(self.folder / "solution.py")

    @property
    def wrong(self) -> list[Path]:
        """The files of its mistakes."""
        return sorted(self.folder.glob("wrong_*.py"))

    def words_before(self) -> int:
        """The words that a player reads before the first action."""
        first = self.steps[0]
        said = [self.title, self.fields.says, first.title, first.says]
        return sum(len(text.split()) for text in said)


def id_of(step: AnyStep) -> str:
    return step.id or kind_of(step)


def read_lesson(folder: Path, number: int = 0, chapter: str = "") -> Lesson:
    """The lesson in that folder. Raises `LessonError`, which names file, key and reason."""
    path = folder / "lesson.toml"
    try:
        data = tomllib.loads(_shallow(_text(path)))
    except (ValueError, RecursionError) as error:
        raise LessonError(f"{path}: not valid TOML: {error}") from error
    try:
        fields = msgspec.convert(data, _Fields)
    except msgspec.ValidationError as error:
        raise LessonError(f"{path}: {_more(key_first(str(error)))}") from error
    lesson = Lesson(folder, fields, number, chapter)
    for key, wrong in (*unfit(data), *_wrong_in(lesson)):
        raise LessonError(f"{path}: {key}: {wrong}")
    return lesson


def _more(wrong: str) -> str:
    """With the kinds that there are, where a step is of none."""
    kinds = f"; the kinds are {', '.join(KINDS)}" if ".kind: Invalid" in wrong else ""
    return wrong + kinds


def _shallow(text: str) -> str:
    """The text itself. Raises `ValueError` for a key of more parts than any has: to
    read one of sixty thousand takes minutes."""
    parts = re.split(r"[=,\[\]{}\n]", text.replace(" ", "").replace("\t", ""))
    if any(part.count(".") > MOST_PARTS for part in parts):
        raise ValueError(f"a key, or a line, with more than {MOST_PARTS} dots")
    return text


def _wrong_in(lesson: Lesson) -> list[tuple[str, str]]:
    """Keys, and what is wrong with them, that a type cannot tell."""
    found: list[tuple[str, str]] = []
    if not lesson.steps:
        found.append(("steps", "a lesson has one step at least"))
    if len(lesson.steps) > MOST_STEPS:
        found.append(("steps", f"{len(lesson.steps)}, at most {MOST_STEPS}"))
    if not lesson.fields.debrief.link.startswith("https://"):
        found.append(("debrief.link", "an address that begins with https://"))
    names = [id_of(step) for step in lesson.steps]
    for index, step in enumerate(lesson.steps):
        key, name = f"steps[{index}]", names[index]
        if not name.isidentifier():
            found.append((f"{key}.id", f"a name of Python, not {name!r}"))
        elif keyword.iskeyword(name):
            found.append((f"{key}.id", f"solution.py cannot answer to {name!r}: give it an id"))
        if name in names[:index]:
            found.append((f"{key}.id", f"two steps are called {name!r}: give one an id"))
        if getattr(step, "answers", None) is not None and not (
            len(step.answers) == 3 and 0 <= step.right < 3  # type: ignore[union-attr]
        ):
            found.append((key, "three answers, and the number of the right one from 0"))
        if isinstance(step, ChangeStep) and not step.tokens:
            found.append((f"{key}.tokens", "a token to change at least"))
    return found


def answers_in(path: Path) -> dict[str, Any]:
    """What a file of answers sets: plain values, by name, and its docstring under ``""``. It is
    read, not run. Raises `LessonError`."""
    try:
        tree = ast.parse(_text(path))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise not_python(f"{path}", error) from error
    found: dict[str, Any] = {"": ast.get_docstring(tree) or ""}
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        try:
            value = ast.literal_eval(node.value)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError) as error:
            raise LessonError(f"{path}:{node.lineno}: an answer is a plain value") from error
        for target in node.targets:
            if isinstance(target, ast.Name):
                found[target.id] = value
    return found


def not_python(where: str, error: BaseException) -> LessonError:
    """What `ast.parse` says of a file; of one that is nested too deep it says nothing."""
    line, says = getattr(error, "lineno", None) or 1, getattr(error, "msg", None) or str(error)
    return LessonError(f"{where}:{line}: {says or 'nested too deep'}")


def _text(path: Path) -> str:
    try:
        return read_whole(path, LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LessonError(f"{path}: not a text file in UTF-8") from error
    except OSError as error:
        raise LessonError(f"{path}: {reason(error)}") from error
    except ValueError as error:
        raise LessonError(f"{path}: no file: {error}") from error
