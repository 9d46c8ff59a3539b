"""Layers: imports point down only, pictures stay in the game, and the rules touch no machine."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kitchen

ROOT = Path(kitchen.__file__).parent

LOOP = ("loop", "pacing", "stall", "nosockets", "steps", "housekeeping", "threads", "handles",
        "errand", "nested", "numbered", "pool", "awaits", "reading", "holding",
        "direct", "sleeping", "standing", "wants")  # fmt: skip
LAYERS = (LOOP, ("sim",), ("stopping", "files", "origin", "terminal", "watching"), ("menu",),
          ("cookbook",),
          ("run", "understudy", "watchdog", "untouched", "service", "measures",
           "recorded", "limits", "sandbox", "twins"),
          ("replay", "daily"), ("keep",), ("report",), ("game",),
          ("cli", "parser", "arguments", "hints", "outputs", "needs", "lastresort", "murmurs"),
          ("__main__",))  # fmt: skip
"""From the bottom up. A name is that of a module or a folder of `kitchen`."""

OWN_TO_THE_GAME = ("pygame", "fontpkg")

MACHINE = ("time", "os", "pathlib", "random", "io", "shutil", "socket", "threading", "subprocess",
           "tempfile", "datetime", "secrets", "uuid")  # fmt: skip
"""What the rules may not know: the wall clock, files, chance other than ours, other threads."""

EXCEPTIONS = {
    "sim/chance.py": {"random"},  # seeded streams, the only chance there is
}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def layer(name: str) -> int:
    """Of a module or folder of `kitchen`; fails for one that has no layer yet."""
    for level, names in enumerate(LAYERS):
        if name in names:
            return level
    raise AssertionError(f"kitchen/{name} stands in no layer: add it to LAYERS")


@cache
def imported(path: Path) -> tuple[tuple[str, bool], ...]:
    """Every module that a file imports, wherever in it, and whether only for type checkers."""
    return tuple(_imports(ast.parse(path.read_text(encoding="utf-8")), False))


def _imports(node: ast.AST, typing: bool) -> Iterator[tuple[str, bool]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, typing) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert not node.level, "imports are absolute"
        assert node.module is not None
        yield node.module, typing
        if node.module == "kitchen" or node.module.startswith("kitchen."):
            yield from ((f"{node.module}.{alias.name}", typing) for alias in node.names)
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        for child in node.body:
            yield from _imports(child, True)
        for child in node.orelse:
            yield from _imports(child, typing)
        return
    for inner in ast.iter_child_nodes(node):
        yield from _imports(inner, typing)


def upward(path: Path) -> list[str]:
    """The imports of a file that do not point down."""
    mine = layer(short(path).split("/")[0].removesuffix(".py"))
    found = []
    for name, _ in imported(path):
        parts = name.split(".")
        if parts[0] != "kitchen" or len(parts) == 1 or not _is_module(parts[1]):
            continue
        if layer(parts[1]) > mine:
            found.append(f"{short(path)} imports {name}")
    return found


def _is_module(name: str) -> bool:
    return (ROOT / name).is_dir() or (ROOT / f"{name}.py").is_file()


EACH_MODULE = pytest.mark.parametrize(
    "path", [path for path in modules() if short(path) != "__init__.py"], ids=short
)


@EACH_MODULE
def test_imports_point_down(path: Path) -> None:
    assert upward(path) == []


def test_the_loop_knows_nothing_of_kitchens() -> None:
    for name in LOOP:
        uses = {
            n.split(".")[1] for n, _ in imported(ROOT / f"{name}.py") if n.startswith("kitchen.")
        }
        assert uses <= set(LOOP), name


@EACH_MODULE
def test_only_the_game_knows_of_pictures(path: Path) -> None:
    if short(path).startswith("game/"):
        return
    roots = {name.split(".")[0].split("_")[0] for name, _ in imported(path)}
    assert not roots & set(OWN_TO_THE_GAME)


@EACH_MODULE
def test_nobody_imports_the_package_itself_from_within(path: Path) -> None:
    """`kitchen/__init__.py` is for users: it imports everything headless."""
    names = {name for name, _ in imported(path)}
    if short(path).split("/")[0] in ("game", "cli.py", "parser.py", "__main__.py", "report"):
        return
    assert "kitchen" not in names


def test_the_rules_and_the_loop_need_the_standard_library_and_msgspec_alone() -> None:
    for path in modules():
        if layer_of(path) > layer("sim"):
            continue
        roots = {name.split(".")[0] for name, _ in imported(path)}
        assert roots <= sys.stdlib_module_names | {"kitchen", "msgspec"}, short(path)


def layer_of(path: Path) -> int:
    name = short(path)
    return len(LAYERS) if name == "__init__.py" else layer(name.split("/")[0].removesuffix(".py"))


@pytest.mark.parametrize("path", sorted((ROOT / "sim").rglob("*.py")), ids=short)
def test_the_rules_touch_no_machine(path: Path) -> None:
    roots = {name.split(".")[0] for name, _ in imported(path)}
    assert roots & set(MACHINE) == EXCEPTIONS.get(short(path), set())
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input", "id", "hash"}


def test_the_loop_draws_no_lots() -> None:
    for name in LOOP:
        roots = {imported_name.split(".")[0] for imported_name, _ in imported(ROOT / f"{name}.py")}
        assert not roots & {"random", "secrets", "uuid", "datetime", "socket"}, name


# -- the test itself sees what it should -------------------------------------------------------


def test_this_test_sees_every_way_to_import() -> None:
    text = """
import kitchen.game.app
from kitchen import game
from kitchen.game import app
def later():
    import pygame.display as display
if TYPE_CHECKING:
    from kitchen.cli import main
"""
    names = dict(_imports(ast.parse(text), False))
    assert {"kitchen.game.app", "kitchen.game", "pygame.display"} <= names.keys()
    assert names["kitchen.cli"] and not names["kitchen.game"]


# -- without pictures --------------------------------------------------------------------------

BLOCKED = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0].split("_")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Blocked())
"""

HEADLESS = """
import kitchen
from kitchen import Cook, Order, Shift, compare, recipe, run

@recipe(price=5.00)
async def egg(cook: Cook) -> None:
    cook.hands("fill", 20)
    await cook.timer("boil", 420)
    cook.hands("peel", 40)

print(run(Shift([Order(0.0, egg), Order(0.0, egg)])).makespan)
print(*(result.makespan for result in compare("egg-and-chicken").kitchens))
loaded = {name.split(".")[0] for name in sys.modules}
print(sorted(loaded & {"pygame", "rich", "numpy"}))
"""


def in_a_fresh_process(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def test_without_pictures_and_tables_everything_headless_works() -> None:
    blocked = BLOCKED.format(blocked=("pygame", "rich", "fontpkg"))
    said = in_a_fresh_process(blocked + HEADLESS)
    assert said.splitlines() == ["520.0", "1470.0 990.0 990.0 990.0", "[]"]


def test_importing_the_package_loads_no_pictures_and_no_tables() -> None:
    said = in_a_fresh_process("import sys, kitchen\nprint(*sorted(sys.modules))")
    roots = {name.split(".")[0] for name in said.split()}
    assert not roots & {"pygame", "rich"}
    assert not any(name.startswith(("fontpkg", "kitchen.game")) for name in said.split())


# -- within the game ---------------------------------------------------------------------------

DRAWING = {"draw": {"draw"}, "controls": {"draw", "controls", "input"}}
"""Folders of the game that know nothing of kitchens, and which others each of them may know."""


@pytest.mark.parametrize("folder", DRAWING)
def test_drawing_and_controls_know_nothing_of_kitchens(folder: str) -> None:
    for path in sorted((ROOT / "game" / folder).glob("*.py")):
        names = [name for name, _ in imported(path) if name.startswith("kitchen.")]
        strangers = [
            name for name in names
            if not name.startswith(tuple(f"kitchen.game.{other}" for other in DRAWING[folder]))
            and name not in ("kitchen.game", "kitchen.sim", "kitchen.sim.errors")
            and not name.startswith(("kitchen.sim.errors.", "kitchen.terminal"))
        ]  # fmt: skip
        assert not strangers, short(path)
