"""The house: imports point down only and in no circle, pictures stay in the game, and the rules
touch no machine."""

from __future__ import annotations

import ast
import subprocess
import sys

from tools.imports import ROOT, circles, graph, imported, imports_in, modules, tree

HOUSE = (
    "__main__",
    "cli",
    "game",
    "game/title",
    "game/lesson",
    "game/lesson/stove",
    "game/lesson/writing",
    "game/lesson/quiz",
    "game/lesson/building",
    "game/lesson/shown",
    "game/lesson/parts",
    "game/race",
    "game/sandbox",
    "game/service",
    "game/service/hud",
    "game/service/loop",
    "game/service/lens",
    "game/service/timeline",
    "game/service/explain",
    "game/results",
    "game/cards",
    "game/shell",
    "game/music",
    "game/sound",
    "game/scene",
    "game/signs",
    "game/controls",
    "game/input",
    "game/draw",
    "api",
    "report",
    "keep",
    "lessons/writing",
    "lessons/judging",
    "lessons/cooking",
    "lessons",
    "lessons/running",
    "lab",
    "runs",
    "cookbook",
    "menu",
    "usercode",
    "sim/work",
    "sim/view",
    "sim/shift",
    "sim",
    "loop",
    "files",
    "assets",
    "terminal",
    "stopping",
    "colours",
    "errors",
    "english",
    "plain",
)
"""Every room, from the top down; of a folder within a folder what stands in that one itself. A file
knows files of its own room and of rooms below."""

KNOW_NO_KITCHEN = ("game/controls", "game/input", "game/draw")

OWN_TO_THE_GAME = {"pygame", "fontpkg"}

OWN_TO_THE_MUSIC = {"numpy", "soundfile"}
"""A player has none of them: the game ships what they made."""

TOP_LEVEL = {"LICENSE", "README.md", "assets", "kitchen", "pyproject.toml", "tests"}

MACHINE = {
    "time", "os", "pathlib", "random", "io", "shutil", "socket", "threading", "subprocess",
    "tempfile", "datetime", "secrets", "uuid",
}  # fmt: skip
"""What the rules may not know: the wall clock, files, chance other than ours, other threads."""

SEEDED = "kitchen.sim.shift.chance"
"""Has the seeded streams, the only chance there is."""


def room(module: str) -> str:
    """The innermost room that a module stands in."""
    place = module.removeprefix("kitchen.").replace(".", "/")
    while place not in HOUSE:
        above, slash, _ = place.rpartition("/")
        assert slash, f"{module} stands in no room: add it to HOUSE"
        place = above
    return place


def within(*folders: str) -> list[str]:
    """The modules in these rooms, and in those within them."""
    return [
        name for name in modules()
        if f"{name.removeprefix('kitchen.').replace('.', '/')}/".startswith(
            tuple(f"{folder}/" for folder in folders)
        )
    ]  # fmt: skip


def roots(module: str) -> set[str]:
    """The packages that it imports from."""
    return {name.split(".")[0] for name in imported(modules()[module])}


def test_there_is_no_circle_between_files() -> None:
    assert circles(graph()) == []


def test_imports_point_down() -> None:
    rank = {name: HOUSE.index(room(name)) for name in graph() if name != "kitchen"}
    upward = [
        f"{name} imports {other}"
        for name, others in graph().items()
        for other in sorted(others)
        if name != "kitchen" and other != "kitchen" and rank[other] < rank[name]
    ]
    assert upward == []


def test_every_room_is_there() -> None:
    assert {room(name) for name in modules() if name != "kitchen"} == set(HOUSE)


def test_work_and_view_never_name_one_another() -> None:
    knows = graph()
    assert not [n for n in within("sim/work") if knows[n] & set(within("sim/view"))]
    assert not [n for n in within("sim/view") if knows[n] & set(within("sim/work"))]


def test_what_draws_and_what_is_pressed_know_no_kitchen() -> None:
    known = {*within("game/controls", "game/input", "game/draw"), "kitchen.game"}
    known |= {
        "kitchen.assets",
        "kitchen.colours",
        "kitchen.english",
        "kitchen.errors",
        "kitchen.plain",
        "kitchen.terminal",
    }
    strangers = {n: graph()[n] - known for n in within(*KNOW_NO_KITCHEN) if graph()[n] - known}
    assert strangers == {}


def test_only_who_makes_the_music_knows_how_it_is_made() -> None:
    outside = set(modules()) - set(within("game/music"))
    assert not [name for name in outside if graph()[name] & set(within("game/music"))]
    assert not [name for name in outside if roots(name) & OWN_TO_THE_MUSIC]


def test_the_top_level_is_what_it_is_to_be() -> None:
    shown = {path.name for path in ROOT.parent.iterdir() if not path.name.startswith(".")}
    assert shown == TOP_LEVEL


def test_only_the_game_knows_of_pictures() -> None:
    headless = set(modules()) - set(within("game"))
    knows = {
        name: {root for root in roots(name) if root.split("_")[0] in OWN_TO_THE_GAME}
        for name in headless
    }
    assert not {name: found for name, found in knows.items() if found}


def test_the_package_itself_is_for_users() -> None:
    """`kitchen/__init__.py` gives them everything headless; who is within asks the room."""
    free = {"kitchen", "kitchen.__main__", *within("cli", "game", "report")}
    assert not [name for name in modules() if name not in free and "kitchen" in graph()[name]]


def test_the_rules_and_the_loop_need_the_standard_library_and_msgspec_alone() -> None:
    known = sys.stdlib_module_names | {"kitchen", "msgspec"}
    assert not {n: roots(n) - known for n in within("sim", "loop") if roots(n) - known}


def test_the_rules_touch_no_machine() -> None:
    knows = {name: roots(name) & MACHINE for name in within("sim")}
    assert {name: found for name, found in knows.items() if found} == {SEEDED: {"random"}}
    calls = {
        (name, node.func.id)
        for name in within("sim")
        for node in ast.walk(tree(modules()[name]))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    forbidden = {"open", "print", "input", "id", "hash"}
    assert not [(name, called) for name, called in calls if called in forbidden]


def test_the_loop_draws_no_lots() -> None:
    lots = {"random", "secrets", "uuid", "datetime", "socket"}
    assert not [name for name in within("loop") if roots(name) & lots]


def test_one_name_means_one_thing() -> None:
    """Of two classes of one name a reader has to ask each time which is meant."""
    homes: dict[str, list[str]] = {}
    for name, path in modules().items():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(name)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


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
    names = set(imports_in(ast.parse(text)))
    assert {"kitchen.game.app", "kitchen.game", "pygame.display", "kitchen.cli.main"} <= names


def test_this_test_sees_circles() -> None:
    arrows = {"a": "b", "b": "c", "c": "b", "d": "abc"}
    assert circles({name: frozenset(others) for name, others in arrows.items()}) == [["b", "c"]]


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
