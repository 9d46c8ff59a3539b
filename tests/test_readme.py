"""The README's Python runs as it stands, and its commands exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kitchen.cli.main import main

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_every_python_block_runs(tmp_path: Path) -> None:
    for number, block in enumerate(blocks("python")):
        file = tmp_path / f"block_{number}.py"  # a file of its own: recipes have their source read
        file.write_text(block, encoding="utf-8")
        exec(compile(block, str(file), "exec"), {"__name__": f"block_{number}"})


def test_every_headless_command_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    toast, policy = (b for b in blocks("python") if "@recipe" in b or "Raised" in b)
    Path("toast.py").write_text(toast, encoding="utf-8")
    Path("my_policies.py").write_text(policy, encoding="utf-8")
    Path("breakfast.toml").write_text(blocks("toml")[0], encoding="utf-8")
    lines = [line for block in blocks("console") for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith(".venv/bin/kitchen ")]
    assert len(commands) >= 7
    for command in commands:
        assert main(command) == 0, command
        assert capsys.readouterr().out.strip()


def test_it_names_the_two_lines_that_set_up_a_fresh_machine() -> None:
    lines = [line for block in blocks("console") for line in block.splitlines()]
    assert any(line.endswith("&& .venv/bin/kitchen") for line in lines)
    assert any(line.endswith("&& .venv/bin/python -m pytest -n auto") for line in lines)


def test_its_pictures_are_there() -> None:
    for picture in re.findall(r"!\[.*?\]\((.*?)\)", README):
        assert (Path(__file__).parents[1] / picture).is_file(), picture


def test_the_table_of_rooms_has_every_folder() -> None:
    """And no other."""
    root = Path(__file__).parents[1]
    rooms = {path.parent for path in (root / "kitchen").rglob("__init__.py")} - {root / "kitchen"}
    told = re.findall(r"^\| `(kitchen/[\w/]*)/`", README, re.MULTILINE)
    assert sorted(told) == sorted(room.relative_to(root).as_posix() for room in rooms)
