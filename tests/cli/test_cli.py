"""The command line, as a user meets it: what it prints, its exit status, and every mistake."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tools.commandline import KITCHEN, PATIENCE, kitchen, refused, started

from kitchen.cli.main import main

MODES = ["blocking", "concurrent", "parallel", "hybrid"]


# -- what works --------------------------------------------------------------------------------


def test_run_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "egg-and-chicken"]) == 0
    out = capsys.readouterr().out
    assert "makespan" in out and "990" in out and "2 of 2" in out


@pytest.mark.parametrize("columns", [20, 72, 200])
def test_no_terminal_is_too_narrow_for_a_figure(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["compare", "lunch-rush"]) == 0
    table = _above_the_charts(capsys.readouterr().out)
    assert "$124.56" in table and "utilisation" in table and "…" not in table


def _above_the_charts(out: str) -> str:
    """Names of lanes may be cut off."""
    table, _, _ = out.partition("1 Sp")
    return table


def test_no_pipe_is_too_narrow_for_the_dearest_wages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shift = tmp_path / "dear.toml"
    orders = "".join(f'[[orders]]\nat = {20 * n}\ndish = "steak"\n' for n in range(8))
    shift.write_text(f'name = "dear"\nwage = 1e6\nstations = {{hob = 1, oven = 1}}\n{orders}')
    assert main(["compare", str(shift)]) == 0
    told, _, _ = capsys.readouterr().out.partition("1 Steak")
    assert "$8,810,000,000.00" in told and "…" not in told


def test_what_a_terminal_obeys_does_not_reach_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    menu, shift = tmp_path / "menu.py", tmp_path / "one.toml"
    shift.write_text('name = "One"\n[[orders]]\nat = 0\ndish = "egg"\n')
    menu.write_text(
        "from kitchen import recipe\n@recipe()\nasync def egg(cook):\n"
        "    cook.say('a\\x1b[2Jb')\n    if not cook.time:\n        await cook.timer('boil', 9)\n"
        "        cook.hands('peel', 5)\n"
    )
    assert main(["run", str(shift), "--menu", str(menu)]) == 0
    assert "0.0 s  a\\x1b[2Jb" in capsys.readouterr().out
    menu.write_text(menu.read_text() + "        raise ValueError('\\x1b[31mred\\x00')\n")
    told = refused(capsys, "run", str(shift), "--menu", str(menu))
    assert f"raised ValueError: \\x1b[31mred\\x00 ({menu}:8)" in told


@pytest.mark.parametrize(("mode", "makespan"), list(zip(MODES, [1470, 990, 990, 990], strict=True)))
def test_run_json_is_one_document(
    capsys: pytest.CaptureFixture[str], mode: str, makespan: float
) -> None:
    assert main(["run", "egg-and-chicken", "--mode", mode, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["makespan"] == makespan
    assert result["mode"] == mode
    for field in [
        "shift",
        "seed",
        "mode",
        "chefs",
        "attention",
        "policy",
        "makespan",
        "orders",
        "served",
        "burnt",
        "walked_out",
        "revenue",
        "wages",
        "profit",
        "utilisation",
        "facts",
        "digest",
    ]:
        assert field in result
    assert result["utilisation"] == pytest.approx(150 / result["chefs"] / makespan)


def test_compare_json_has_four_kitchens_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "slow-roast", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert [k["mode"] for k in result["kitchens"]] == MODES
    assert [k["makespan"] for k in result["kitchens"]] == [36200, 3710, 3620, 3620]
    assert result["kitchens"][1]["speedup"] == 36200 / 3710


def test_compare_says_what_it_shows(capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", "egg-and-chicken"])
    assert "one chef served both dishes 1.5x sooner" in capsys.readouterr().out
    main(["compare", "noodle-bar"])
    assert "all hands and no waiting" in capsys.readouterr().out


def test_list_shows_everything_there_is_to_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    out = capsys.readouterr().out
    for name in ("lunch-rush", "roast_chicken", "hybrid", "burning-first", "FILE.py:NAME"):
        assert name in out


def test_deliveries_print_their_lines_in_the_articles_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["run", "deliveries"])
    lines = [line for line in capsys.readouterr().out.splitlines() if " s  " in line][:4]
    assert [line.split()[-1].rstrip(".") for line in lines] == [
        "lol.com", "sike.org", "lol.com", "sike.org",
    ]  # fmt: skip


def test_facts_are_written_in_order_of_time(tmp_path: Path) -> None:
    file = tmp_path / "facts.jsonl"
    assert main(["run", "lunch-rush", "--facts", str(file)]) == 0
    facts = [json.loads(line) for line in file.read_text().splitlines()]
    times = [fact["t"] for fact in facts]
    assert times == sorted(times)
    assert facts[0]["fact"] == "opened" and facts[-1]["fact"] == "closed"


def test_chefs_and_attention_replace_the_modes_own(capsys: pytest.CaptureFixture[str]) -> None:
    main(["run", "egg-and-chicken", "--chefs", "2", "--attention", "stay", "--json"])
    result = json.loads(capsys.readouterr().out)
    assert (result["chefs"], result["attention"], result["mode"]) == (2, "stay", "parallel")


@pytest.mark.parametrize("arguments", [["lunch-rush@7"], ["lunch-rush@7", "--seed", "7"]])
def test_a_seed_code_stands_for_the_shift_and_the_seed(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    main(["run", "lunch-rush", "--seed", "7", "--json"])
    expected = capsys.readouterr().out
    assert main(["run", *arguments, "--json"]) == 0
    assert capsys.readouterr().out == expected
    main(["compare", *arguments, "--json"])
    assert json.loads(capsys.readouterr().out)["seed"] == 7


def test_a_users_recipes_shift_and_policy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "toast.py").write_text(
        "from kitchen import recipe\n"
        "print('recipes may print')\n"
        "@recipe(price=6)\n"
        "async def toast(cook):\n"
        "    print('so may dishes')\n"
        "    cook.hands('slice', 20)\n"
        "    await cook.timer('toast', 100)\n"
    )
    (tmp_path / "two.toml").write_text(
        'name = "Two"\n[[orders]]\nat = 0\ndish = "toast"\n[[orders]]\nat = 1\ndish = "toast"\n'
    )
    (tmp_path / "mine.py").write_text("def last(ready, now):\n    return ready[-1]\n")
    arguments = ["run", str(tmp_path / "two.toml"), "--menu", str(tmp_path / "toast.py")]
    assert main([*arguments, "--policy", f"{tmp_path / 'mine.py'}:last", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["served"], result["makespan"], result["policy"]) == (2, 140.0, "last")


# -- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "lunch-rsh"], "did you mean 'lunch-rush'"),
        (["run", "lunch-rush", "--mode", "paralel"], "did you mean 'parallel'"),
        (["run", "lunch-rush", "--policy", "fif"], "did you mean 'fifo'"),
        (["run", "lunch-rush", "--attention", "sty"], "did you mean 'stay'"),
        (["run", "lunch-rush", "--chefs", "0"], "1 or more chefs"),
        (["run", "lunch-rush", "--seed", "x"], "--seed"),
        (["run", "lunch-rush@x"], "after the @ comes the seed, a whole number"),
        (["run", "lunch-rush@7", "--seed", "8"], "lunch-rush@7 says seed 7, not 8"),
        (["compare", "lunch-rush@7", "--seed", "0"], "lunch-rush@7 says seed 7, not 0"),
        (["play", "lunch-rush@7", "--seed", "8"], "lunch-rush@7 says seed 7, not 8"),
        (["rnu", "lunch-rush"], "did you mean kitchen run?"),
        (["run"], "SHIFT"),
        (["run", "egg-and-chicken", "--policy", "player"], "waits for a player"),
        (["run", "lunch-rush", "--policy", "player"], "waits for a player"),
        (["compare", "lunch-rush", "--policy", "player"], "waits for a player"),
        (["run", "nowhere.toml"], "No such file"),
        (["run", "lunch-rush", "--menu", "nowhere.py"], "No such file"),
        (["run", "lunch-rush", "--policy", "nowhere.py:f"], "No such file"),
        (["run", "lunch-rush", "--facts", "no/such/folder/f.jsonl"], "cannot write"),
        (["play", "lunch-rush", "--speed", "0"], "--speed"),
        (["play", "lunch-rush", "--size", "big"], "--size"),
        (["play", "lunch-rush", "--size", "7681x720"], "from 320x180 to 7680x7680"),
        (["play", "lunch-rush", "--size", "1280x" + "9" * 5000], "--size"),
        (["play", "lunch-rush", "--at", "5"], "say --screenshot or --gif FILE as well"),
        (["play", "lunch-rush", "--screenshot", "shot.txt"], "ends in .png, .jpg"),
        (["play", "lunch-rush", "--screenshot", "shot"], "ends in .png, .jpg"),
        (["play", "lunch-rush", "--mode", "x"], "unknown mode"),
        (["--mode", "hybrit"], "did you mean 'hybrid'"),
        (["--menu", "nowhere.py"], "--menu holds the recipes of a shift: say which SHIFT as well"),
        (["run", "LUNCH-RUSH"], "unknown shift 'LUNCH-RUSH': did you mean 'lunch-rush'?"),
        (["run", "Daily"], "unknown shift 'Daily': did you mean 'daily'?"),
        (["run", "daily:"], "'daily:': no such date: it is written as in daily:2026-11-22"),
        (["run", "lunch-rush", "--mode", "Hybrid"], "unknown mode 'Hybrid': did you mean 'hybrid'"),
        (["run", "lunch-rush", "--policy", "x.py"], "x.py: name a function of it as well: x.py:F"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    says: str,
) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert says in refused(capsys, *arguments)


GOOD = 'name = "x"\n[[orders]]\nat = 0\ndish = "egg"\n[stations]\nhob = 1\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nme = 1", "nme"),
        ('name = "x"\n[[orders]]\nat = 0', "orders[0]: Object missing required field `dish`"),
        (GOOD.replace("at = 0", 'at = "0"'), "orders[0].at"),
        (GOOD.replace("at = 0", "at = -1"), "orders[0]: an order's time is 0 or more seconds"),
        (GOOD.replace("at = 0", "at = nan"), "orders[0].at: nan"),
        (GOOD.replace("at = 0", "at = inf"), "orders[0].at: inf"),
        (GOOD.replace("egg", "eg"), "orders[0].dish: unknown dish 'eg': did you mean 'egg'"),
        (GOOD.replace("hob = 1", "hob = 0"), "stations.hob: a shift has 1 or more"),
        (GOOD.replace("hob", "oven"), "wants a 'hob', but this shift has: oven"),
        (GOOD + "[targets]\nspeed = 1", "targets.speed"),
        (
            GOOD.replace("hob = 1", "hob = 1\noven = 1.5"),
            "stations.oven: expected `int`, got `float`",
        ),
        (GOOD + "[targets]\nserved = 'x'", "targets.served: expected `float`, got `str`"),
        (
            GOOD + "[arrivals]\nuntil = 10\nevery = 1\ndishes = {egg = 1, soup = []}",
            "arrivals.dishes.soup: expected `float`, got `array`",
        ),
        (GOOD + "[arrivals]\nuntil = 10\nevery = 0\ndishes = {egg = 1}", "arrivals: the mean time"),
        (GOOD + "tempo", "not valid TOML"),
        (GOOD + '[brigade]\npolicy = "player"', "waits for a player"),
        ("", "name"),
    ],
)
def test_a_shift_file_with_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text)
    line = refused(capsys, "run", str(file))
    assert says.lower() in line.lower()


def test_a_shift_file_is_named_where_a_dish_finds_no_station(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(GOOD.replace("hob", "hobb"))
    for command in ("run", "compare"):
        line = refused(capsys, command, f"{file}@7")
        assert f"{file}: order 1 (egg) wants a 'hob', but this shift has: hobb" in line


def test_a_shift_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "windows.toml"
    file.write_text(GOOD, encoding="utf-8-sig")
    assert main(["run", str(file)]) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_shift_file_whose_name_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"caf\xe9.toml")
    file.write_text(GOOD)
    facts = tmp_path / "facts.jsonl"
    done = kitchen("run", str(file), "--facts", str(facts), PYTHONIOENCODING="utf-8")
    assert (done.returncode, done.stderr) == (0, "") and "caf\ufffd, concurrent" in done.stdout
    assert json.loads(facts.read_text("utf-8").splitlines()[0])["shift"] == "caf\ufffd"
    file.write_text("name =")
    assert "caf" in kitchen("run", str(file)).stderr


RECIPES = {
    "raises": ("    raise ValueError('no salt')", ["raised ValueError: no salt", "bad.py:4"]),
    "forgets": ("    cook.timer('boil', 9)", ["forgot to await timer('boil', 9)", "bad.py:4"]),
    "forgets_station": ("    cook.station('hob')", ["forgot to async with station('hob')"]),
    "forgets_helper": ("    asyncio.sleep(1)", ["sleep() was called without await"]),
    "sleeps": ("    time.sleep(1)", ["calls time.sleep", "bad.py:4"]),
    "sleeps_by_name": ("    sleep(1)", ["calls time.sleep, which stops every dish", "bad.py:4"]),
    "negative": ("    cook.hands('chop', -1)", ["0 or more seconds, not -1"]),
    "not_a_number": ("    await cook.timer('x', float('nan'))", ["0 or more seconds"]),
    "loops": ("    while True: await asyncio.sleep(0)", ["never ends", "order 1 (dish)"]),
    "deadlock": (
        "    await asyncio.Event().wait()",
        ["stalled", "order 1 (dish) waits for an event", "bad.py:4"],
    ),
}


def bad_recipe(tmp_path: Path, body: str) -> list[str]:
    """A menu whose one recipe, on lines 2 to 4, is bad, and the arguments that run it."""
    recipe = tmp_path / "bad.py"
    recipe.write_text(
        "import asyncio, time; from time import sleep; from kitchen import recipe\n"
        "@recipe()\nasync def dish(cook):\n" + body + "\n"
    )
    shift = tmp_path / "bad.toml"
    shift.write_text('name = "x"\nstations = {hob = 1}\n[[orders]]\nat = 0\ndish = "dish"\n')
    return ["run", str(shift), "--menu", str(recipe)]


@pytest.mark.parametrize("case", RECIPES)
def test_a_recipe_with_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    body, says = RECIPES[case]
    line = refused(capsys, *bad_recipe(tmp_path, body))
    for words in says:
        assert words in line


def test_a_recipe_that_never_ends_is_told_within_five_seconds(tmp_path: Path) -> None:
    arguments = bad_recipe(tmp_path, "    while True: pass")
    start = time.monotonic()
    result = kitchen(*arguments)
    assert time.monotonic() - start < 8.0  # five, and the start of an interpreter on a busy machine
    assert result.returncode == 2
    assert "order 1 (dish) never ends" in result.stderr and "bad.py:4" in result.stderr
    assert result.stderr.count("\n") == 1 and result.stdout == ""


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("return None", "returned None, which is not one of the"),
        ("return 'egg'", "returned 'egg'"),
        ("return ready[99]", "raised IndexError"),
    ],
)
def test_a_policy_that_returns_nonsense(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, says: str
) -> None:
    file = tmp_path / "bad.py"
    file.write_text(f"def choose(ready, now):\n    {body}\n")
    assert says in refused(capsys, "run", "egg-and-chicken", "--policy", f"{file}:choose")
    assert "did you mean 'choose'" in refused(
        capsys, "run", "egg-and-chicken", "--policy", f"{file}:chose"
    )


def test_nothing_is_lost_when_a_run_fails(tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    facts.write_text("yesterday's\n")
    arguments = bad_recipe(tmp_path, "    raise ValueError")
    assert main([*arguments, "--facts", str(facts)]) == 2
    assert facts.read_text() == "yesterday's\n"
    assert not list(tmp_path.glob(".*"))


NO_DISPLAY = [
    {"SDL_VIDEODRIVER": "nosuchdriver"},
    pytest.param(
        {"SDL_VIDEODRIVER": None, "DISPLAY": None, "WAYLAND_DISPLAY": None},
        marks=pytest.mark.skipif(
            sys.platform != "linux" or Path("/dev/dri").exists(), reason="there is a display"
        ),
    ),
]


@pytest.mark.parametrize("environment", NO_DISPLAY)
@pytest.mark.parametrize("arguments", [["play", "lunch-rush"], []])
def test_without_a_display_it_says_how_to_run_headless(
    arguments: list[str], environment: dict[str, str | None]
) -> None:
    result = kitchen(*arguments, "--frames", "3", **environment)
    assert result.returncode == 2
    assert "kitchen run SHIFT" in result.stderr and result.stderr.count("\n") == 1


def blocked(tmp_path: Path, *modules: str) -> dict[str, str]:
    """An environment in which these modules cannot be imported."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n" + "".join(f"sys.modules[{module!r}] = None\n" for module in modules)
    )
    return {"PYTHONPATH": str(tmp_path)}


def test_without_pygame_headless_works_and_play_says_what_to_install(tmp_path: Path) -> None:
    environment = blocked(tmp_path, "pygame", "fontpkg_barlow")
    result = kitchen("run", "egg-and-chicken", "--json", **environment)
    assert result.returncode == 0 and json.loads(result.stdout)["makespan"] == 990
    assert kitchen("compare", "egg-and-chicken", **environment).returncode == 0
    play = kitchen("play", "egg-and-chicken", **environment)
    assert play.returncode == 2
    assert "pip install pygame-ce fontpkg-barlow" in play.stderr and play.stderr.count("\n") == 1


def test_play_says_which_typefaces_to_install(tmp_path: Path) -> None:
    play = kitchen("--frames", "3", **blocked(tmp_path, "fontpkg_lilita_one"))
    assert play.returncode == 2
    assert "pip install fontpkg-lilita-one (" in play.stderr and play.stderr.count("\n") == 1


@pytest.mark.skipif(
    sys.platform == "win32", reason="a console's Ctrl-C cannot be sent to one child"
)
@pytest.mark.parametrize("call", ["endless()", "await asyncio.to_thread(endless)"])
def test_ctrl_c_ends_cleanly(tmp_path: Path, call: str) -> None:
    endless = "    def endless():\n        print('up', flush=True)\n        while True: pass\n"
    arguments = bad_recipe(tmp_path, f"    import asyncio\n{endless}    {call}")
    with started(*KITCHEN, *arguments) as child:
        assert child.stderr is not None
        assert child.stderr.readline() == "up\n"
        child.send_signal(signal.SIGINT)
        child.wait(PATIENCE)
        assert (child.returncode, child.stderr.read()) == (130, "\nkitchen: stopped\n")


def test_ctrl_c_before_the_command_is_known_ends_cleanly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kitchen.cli.main.parse", interrupted)
    assert main(["list"]) == 130
    assert capsys.readouterr().err == "\nkitchen: stopped\n"


POSIX_SHELL = pytest.mark.skipif(sys.platform == "win32", reason="speaks to a POSIX shell")
PRINT = ["list", "run egg-and-chicken", "run egg-and-chicken --json", "--help"]


def in_a_shell(command: str) -> subprocess.CompletedProcess[str]:
    """``kitchen`` in it is ours. The status is that of the first command of a pipe."""
    ours = " ".join(KITCHEN)
    variables = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-c", command.replace("kitchen", ours, 1) + "; exit ${PIPESTATUS[0]}"],
        capture_output=True, text=True, timeout=60, check=False, env=variables,
    )  # fmt: skip


@POSIX_SHELL
@pytest.mark.parametrize("arguments", PRINT)
def test_a_pipe_that_is_closed_is_no_error(arguments: str) -> None:
    done = in_a_shell(f"kitchen {arguments} | true")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@POSIX_SHELL
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no /dev/full")
@pytest.mark.parametrize("arguments", PRINT)
def test_output_on_a_full_disk_is_told_in_one_line(arguments: str) -> None:
    done = in_a_shell(f"kitchen {arguments} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == "kitchen: the output cannot be written: No space left on device\n"


@POSIX_SHELL
def test_without_any_output_it_works_all_the_same(tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    done = in_a_shell(f"kitchen run egg-and-chicken --facts {facts} >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert facts.stat().st_size


def test_a_terminal_shows_what_it_can() -> None:
    done = kitchen("list", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and "Creme brulee" in done.stdout


@pytest.mark.parametrize("command", ["run", "compare"])
def test_a_name_that_looks_like_markup_is_printed_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    file = tmp_path / "my[bold]one.toml"
    file.write_text(GOOD)
    assert main([command, str(file)]) == 0
    assert "my[bold]one" in capsys.readouterr().out
    file.write_text('id = "[/red] :egg:"\n' + GOOD)
    assert main([command, str(file)]) == 0
    assert "[/red] :egg:" in capsys.readouterr().out


def test_a_complaint_of_any_length_is_one_short_line(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["run", "x" * 100_000], ["run", "lunch-rush", "--seed", "x" * 100_000]):
        assert len(refused(capsys, *arguments)) < 800


def test_help_and_import_are_quick() -> None:
    """In seconds of the processor's time, which other programs do not stretch, where importing
    asyncio takes no more than 0.05 of them; on a slower machine in proportion."""
    told = (  # the command ends the process at once, by that one function
        "import os, sys, time\nleave = os._exit\n"
        "def tell(*_): print(time.process_time(), flush=True), leave(0)\nos._exit = tell\n"
    )

    def best(code: str) -> float:
        command = [sys.executable, "-c", f"{told}{code}\ntell()"]
        runs = (
            subprocess.run(command, capture_output=True, check=True, timeout=60) for _ in range(5)
        )
        return min(float(run.stdout.split()[-1]) for run in runs)

    bare = best("")
    slow = max(1.0, (best("import asyncio") - bare) / 0.05)
    as_command = "sys.argv = ['kitchen', '--help']; import runpy\n"
    assert best(as_command + "runpy.run_module('kitchen', run_name='__main__')") - bare < 0.3 * slow
    assert best("import kitchen") - bare < 0.15 * slow


CROSSWISE = """
import asyncio
from kitchen import recipe
tongs = asyncio.Lock()
@recipe()
async def eggs(cook):
    async with tongs:
        await cook.timer("boil", 60)
        async with cook.station("board"):
            pass
@recipe()
async def steak(cook):
    async with cook.station("board"):
        await cook.timer("rest", 60)
        async with tongs:
            pass
"""


def test_the_circle_of_a_stalled_shift_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "menu.py").write_text(CROSSWISE)
    (tmp_path / "shift.toml").write_text(
        'name = "x"\nstations = {board = 1}\n'
        "orders = [{at = 0, dish = 'eggs'}, {at = 0, dish = 'steak'}]\n"
    )
    done = kitchen("run", str(tmp_path / "shift.toml"), "--menu", str(tmp_path / "menu.py"))
    line, *drawing = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert "order 1 (eggs) waits for a free board at menu.py:9, which order 2 (steak) holds" in line
    assert drawing[2].startswith("| order 1 (eggs) |<---") and "| board |" in drawing[7]
    assert drawing[-2:] == [
        "order 1 (eggs) holds the lock 'tongs' and waits for the board, held by order 2 (steak)",
        "order 2 (steak) holds the board and waits for the lock 'tongs', held by order 1 (eggs)",
    ]
