"""A user's own menu and policy: Python files that import, or say in one line why not."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.commandline import refused

from kitchen import KitchenError, RecipeError
from kitchen.cli.main import main
from kitchen.menu import import_file, recipes_from

DISH = "from kitchen import recipe\n@recipe()\nasync def dish(cook):\n    cook.hands('chop', 7)\n"


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a user's file imports is forgotten after the test."""
    monkeypatch.setattr("sys.path", list(sys.path))
    known = set(sys.modules)
    yield
    for name in set(sys.modules) - known:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("def f(:", "bad.py:1: invalid syntax"),
        ("x = 1\ny = x / 0", "bad.py:2: ZeroDivisionError"),
        ("x = 1", "no recipe in it"),
        ("import nosuchmodule", "bad.py:1: ModuleNotFoundError"),
        ("import sys\nsys.exit('enough')", "bad.py:2: SystemExit: enough"),
        ("class Odd(BaseException): ...\nraise Odd('so')", "bad.py:2: Odd: so"),
        ("x = 'a\0b'", "bad.py: "),
        (
            "from kitchen import recipe\n@recipe(price=-1)\nasync def f(c): ...",
            "bad.py:2: @recipe: a price is 0 or more",
        ),
        (
            "from kitchen import recipe\n@recipe(price='5')\nasync def f(c): ...",
            "bad.py:2: ",
        ),
        (
            "from kitchen import recipe\n@recipe(price=1e308)\nasync def f(c): ...",
            "bad.py:2: ",
        ),
    ],
)
@pytest.mark.parametrize("relative", [False, True])
def test_a_file_that_does_not_import(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    says: str,
    relative: bool,
) -> None:
    file = tmp_path / "bad.py"
    file.write_text(text)
    monkeypatch.chdir(tmp_path)
    given = "bad.py" if relative else str(file)
    line = refused(capsys, "run", "egg-and-chicken", "--menu", given)
    assert line.startswith(f"kitchen: {given}") and says in line and "None" not in line


def test_text_that_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "bad.py"
    file.write_bytes(b"x = 1\nname = '\xff'\n")
    with pytest.raises(RecipeError, match=r"(?i)bad\.py.*utf-8"):
        recipes_from(file)


@pytest.mark.parametrize("option", ["--menu", "--policy"])
def test_what_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    folder = tmp_path / "folder.py"
    folder.mkdir()
    cases = {folder: ("directory", "denied"), tmp_path / f"{'x' * 300}.py": ("long", "No such")}
    for path, says in cases.items():
        given = f"{path}:f" if option == "--policy" else str(path)
        line = refused(capsys, "run", "egg-and-chicken", option, given)
        assert any(word in line for word in says), line


def test_a_file_that_one_may_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "mine.py").write_text(DISH)
    monkeypatch.setattr("os.open", denied)
    with pytest.raises(RecipeError, match=r"mine\.py: Permission denied"):
        recipes_from(tmp_path / "mine.py")


def test_a_file_may_import_what_lies_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "knife_work.py").write_text("CHOP = 7\n")
    file = tmp_path / "menu.py"
    file.write_text("from knife_work import CHOP\n" + DISH)
    (tmp_path / "x.toml").write_text('name = "x"\n[[orders]]\nat = 0\ndish = "dish"\n')
    assert main(["run", str(tmp_path / "x.toml"), "--menu", str(file)]) == 0


def test_nothing_beside_it_hides_a_module_of_the_house(tmp_path: Path) -> None:
    (tmp_path / "colorsys.py").write_text("raise AssertionError('not this one')\n")
    (tmp_path / "menu.py").write_text("import colorsys\n" + DISH)
    sys.modules.pop("colorsys", None)
    assert list(recipes_from(tmp_path / "menu.py")) == ["dish"]


def test_a_mistake_beside_it_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "odd_beside.py").write_text("x = 1\ndef f(:\n")
    (tmp_path / "menu.py").write_text("import odd_beside\n")
    with pytest.raises(KitchenError, match=r"odd_beside\.py:2: invalid syntax"):
        recipes_from(tmp_path / "menu.py")


def test_ctrl_c_while_it_imports_is_the_users(tmp_path: Path) -> None:
    (tmp_path / "menu.py").write_text("raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        import_file(tmp_path / "menu.py", RecipeError)


FD = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="has no /dev/fd")


@FD
def test_a_shift_from_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    reading, writing = os.pipe()
    os.write(writing, b'name = "x"\n[stations]\nhob = 1\n[[orders]]\nat = 0\ndish = "egg"\n')
    os.close(writing)
    try:
        assert main(["run", f"/dev/fd/{reading}@7", "--json"]) == 0
    finally:
        os.close(reading)
    assert json.loads(capsys.readouterr().out)["seed"] == 7


@FD
def test_a_file_from_a_pipe(tmp_path: Path) -> None:
    """As a shell gives it for ``--menu <(program)``."""
    reading, writing = os.pipe()
    os.write(writing, DISH.encode())
    os.close(writing)
    try:
        assert list(recipes_from(Path(f"/dev/fd/{reading}"))) == ["dish"]
    finally:
        os.close(reading)


def test_a_coroutine_that_an_error_leaves_behind_is_not_told_of_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    menu, shift = tmp_path / "menu.py", tmp_path / "shift.toml"
    menu.write_text(
        "import asyncio\nfrom kitchen import recipe\n\n@recipe()\nasync def egg(cook):\n"
        "    async def inner(): pass\n    asyncio.run(inner())\n"
    )
    shift.write_text('name = "One egg"\n[[orders]]\nat = 0\ndish = "egg"\n')
    line = refused(capsys, "run", str(shift), "--menu", str(menu))
    gc.collect()  # a warning would come now at the latest, and warnings are errors
    assert "asyncio.run() cannot be called from a running event loop" in line
