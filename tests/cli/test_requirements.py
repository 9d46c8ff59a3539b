"""Needs: every package that the game uses is asked for before it starts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kitchen import KitchenError
from kitchen.cli.requirements import REQUIREMENTS, check_requirements

HEADLESS = {"msgspec", "rich"}
PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_what_is_here_is_enough() -> None:
    check_requirements()


def test_all_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"pygame", "tomli_w"}
    monkeypatch.setattr(
        "kitchen.cli.requirements.find_spec", lambda name: None if name in missing else name
    )
    with pytest.raises(KitchenError, match=r"pip install pygame-ce tomli-w \("):
        check_requirements()


def test_they_are_what_the_project_depends_on() -> None:
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    named = {line.split(">=")[0] for line in project["dependencies"]}
    assert set(REQUIREMENTS.values()) == named - HEADLESS
