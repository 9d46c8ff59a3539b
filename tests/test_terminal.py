"""The terminal: nothing reaches it that it obeys, and whatever it cannot show is replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.commandline import KITCHEN, refused

from kitchen import Cook, Order, Recipe, Shift, compare, run
from kitchen.cli.main import main
from kitchen.game.results.exits import copied
from kitchen.report.tables import comparison_table, result_table, show
from kitchen.terminal import NEAREST, doors, draws_boxes, one_line, printable

OBEYED = "\x1b]52;c;ZXZpbA==\x07 \x9b31m \x7f \x00 \r\n \u202e \u200b \ufeff \ud800 \u2028 \t"
"""Sets a clipboard, colours, rubs out, starts a new line, turns it round, and so on."""

SHOWN = r"\x1b]52;c;ZXZpbA==\x07 \x9b31m \x7f \x00 \r\n \u202e \u200b \ufeff \ud800 \u2028 \t"

# Any text at all; most texts of chance have nothing in them that matters here.
TEXTS = st.text(st.sampled_from(OBEYED + "ab[]{}*") | st.characters(), max_size=40)
FILED = TEXTS.filter(lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text))
"""Texts that a file in UTF-8 can hold."""

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no /dev/full")
PROPERTY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def harmless(text: str) -> bool:
    """Whether nothing is in it but what can be seen, and ends of lines."""
    return text.replace("\n", "").isprintable()


def toml(text: str) -> str:
    """As TOML writes it."""
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


def test_what_cannot_be_seen_becomes_an_escape() -> None:
    assert printable(OBEYED) == SHOWN
    assert printable("crème brûlée, 12 °C") == "crème brûlée, 12 °C"
    assert one_line("a\n\tb\x1b[0m") == r"a b\x1b[0m"


@PROPERTY
@given(text=TEXTS)
def test_no_text_is_obeyed(text: str) -> None:
    assert printable(text).isprintable() and one_line(text).isprintable()
    assert printable(printable(text)) == printable(text)


# -- through the command -----------------------------------------------------------------------


@PROPERTY
@given(name=FILED, title=FILED, about=FILED, kind=FILED)
def test_a_shift_of_a_stranger(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    title: str,
    about: str,
    kind: str,
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(
        f"name = {toml(title)}\nid = {toml(name)}\nabout = {toml(about)}\n"
        f'[stations]\n{toml(kind)} = 1\nhob = 1\n[[orders]]\nat = 0\ndish = "egg"\n'
        if kind != "hob"
        else f'name = {toml(title)}\n[stations]\nhob = 1\n[[orders]]\nat = 0\ndish = "egg"\n'
    )
    for words in (["run"], ["compare"], ["run", "--json"], ["compare", "--json"]):
        assert main([words[0], str(file), *words[1:]]) == 0
        captured = capsys.readouterr()
        assert harmless(captured.out) and captured.err == ""
    file.write_text(f"name = {toml(title)}\n{toml(name)} = 1\n[stations]\n{toml(kind)} = {{}}\n")
    assert harmless(refused(capsys, "run", str(file)))


@PROPERTY
@given(text=TEXTS)
def test_whatever_a_recipe_says_prints_raises_or_asks_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    shift, menu = tmp_path / "x.toml", tmp_path / "menu.py"
    shift.write_text('name = "x"\n[[orders]]\nat = 0\ndish = "f"\n')
    for action in (
        "cook.say(TEXT)", "print(TEXT)", "raise ValueError(TEXT)", "cook.station(TEXT)",
        "cook.timer(TEXT, 1)", "cook.hands(TEXT, -1)", "print(TEXT, file=sys.stderr)",
        "cook.hands(TEXT, 1)", "asyncio.create_task(asyncio.sleep(1), name=TEXT)",
        "warnings.warn(TEXT)", "logging.getLogger('x').error(TEXT)",
    ):  # fmt: skip
        menu.write_text(
            "import asyncio, logging, sys, warnings\nfrom kitchen import recipe\n"
            f"TEXT = {text!a}\n@recipe()\nasync def f(cook):\n    {action}\n"
        )
        assert main(["run", str(shift), "--menu", str(menu)]) in (0, 2)
        captured = capsys.readouterr()
        assert harmless(captured.out) and harmless(captured.err.replace("\t", ""))


@PROPERTY
@given(words=st.lists(TEXTS, max_size=3), command=st.sampled_from(["run", "compare", "replay"]))
def test_whatever_is_written_on_the_command_line(
    capsys: pytest.CaptureFixture[str], words: list[str], command: str
) -> None:
    try:
        main([command, *words])
    except SystemExit as ended:
        assert ended.code in (0, 2)
    captured = capsys.readouterr()
    assert harmless(captured.out) and harmless(captured.err)


@PROPERTY
@given(text=TEXTS)
def test_tables_of_results_made_in_python(capsys: pytest.CaptureFixture[str], text: str) -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("work", 1)

    shift = Shift([Order(0.0, Recipe(dish))], name=printable(text))
    show(result_table(run(shift)), text)
    show(comparison_table(compare(shift)), text)
    assert harmless(capsys.readouterr().out)


def test_a_replay_of_a_stranger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = OBEYED.replace("\ud800", "")
    shift = f'name = {toml(evil)}\nid = {toml(evil)}\n[[orders]]\nat = 0\ndish = "toast"\n'
    menu, file = tmp_path / "menu.py", tmp_path / "r.json"
    menu.write_text("from kitchen import recipe\n@recipe()\nasync def toast(cook): ...\n")
    replay = {"version": 1, "shift_name": evil, "shift": shift, "seed": 0,
              "mode": "concurrent", "digest": "0" * 64}  # fmt: skip
    for change, status in (({}, 1), ({"mode": evil}, 2), ({"policy": evil}, 2), ({evil: 1}, 1)):
        file.write_text(json.dumps(replay | change))
        assert main(["replay", "--headless", str(file), "--menu", str(menu)]) == status
        captured = capsys.readouterr()
        assert harmless(captured.out) and harmless(captured.err)
        assert r"\x1b]52;c;ZXZpbA==\x07 \x9b31m" in captured.out + captured.err or evil in change


def test_a_code_goes_to_the_clipboard_as_it_can_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    put: list[str] = []
    monkeypatch.setattr("pygame.scrap.put_text", put.append)
    assert copied("a\nrm -rf\x1b@7") == r"Copied  a\nrm -rf\x1b@7"
    assert put == [r"a\nrm -rf\x1b@7"]


def test_colours_of_our_own_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert main(["run", "egg-and-chicken"]) == 0
    assert "\x1b[1m" in capsys.readouterr().out


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_sentences_are_broken_between_words_where_the_terminal_ends(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(columns)}.items():
        monkeypatch.setenv(name, value)
    table = comparison_table(compare("egg-and-chicken"))
    words = "sooner " * 40
    show(table, words)
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    said = [line for line in printed if line.startswith("sooner")]
    assert max(map(len, said)) <= columns and " ".join(said) == words.strip()


# -- streams that take little or nothing -------------------------------------------------------

POOR: dict[str, dict[str, str | None]] = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": None},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "cp1252": {"PYTHONIOENCODING": "cp1252:strict"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict"},
}


def poorly(poor: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command with streams of such an encoding."""
    variables = {**os.environ, **POOR[poor]}
    given = {name: value for name, value in variables.items() if value is not None}
    return subprocess.run(
        [*KITCHEN, *words], capture_output=True, encoding="latin-1", env=given, check=False,
        timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("poor", POOR)
def test_any_encoding_is_good_enough(poor: str, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text('name = "é→"\nid = "é→x"\n[[orders]]\nat = 0\ndish = "→é"\n', "utf-8")
    good = file.read_text("utf-8").replace('"→é"', '"green_salad"')
    done = [poorly(poor, "list"), poorly(poor, "run", str(file))]
    file.write_text(good, "utf-8")
    done += [poorly(poor, command, str(file)) for command in ("run", "compare")]
    assert [process.returncode for process in done] == [0, 2, 0, 0]
    assert [process.stderr.count("\n") for process in done] == [0, 1, 0, 0]
    assert "x, concurrent" in done[2].stdout


def test_what_an_encoding_lacks_is_told_by_what_comes_near_it() -> None:
    told = poorly("ascii", "run", "egg-and-chicken", "--why").stdout
    assert "the chef's hands were busy" in told and "?" not in told
    assert "Crème brûlée’s ½ → 火".encode("ascii", NEAREST) == b"Creme brulee's ? ? ?"


@FULL
@pytest.mark.parametrize("unbuffered", ["1", None])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("run nope", 2), ("nope", 2), ("run", 2), ("replay nope", 2), ("--help", 0),
        ("run lunch-rush --chefs 0", 2), ("run egg-and-chicken", 0),
    ],
)  # fmt: skip
def test_a_full_standard_error_changes_no_status(
    words: str, status: int, unbuffered: str | None
) -> None:
    variables = {**os.environ, "PYTHONUNBUFFERED": unbuffered or ""}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*KITCHEN, *words.split()], stdout=subprocess.PIPE, stderr=full, env=variables,
            check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == status


@FULL
@pytest.mark.parametrize("unbuffered", ["1", None])
@pytest.mark.parametrize("words", ["--help", "--version", "list", "run egg-and-chicken"])
def test_a_full_standard_output_is_told(words: str, unbuffered: str | None) -> None:
    variables = {**os.environ, "PYTHONUNBUFFERED": unbuffered or ""}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*KITCHEN, *words.split()], stdout=full, stderr=subprocess.PIPE, env=variables,
            check=False, timeout=60,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        2, b"kitchen: the output cannot be written: No space left on device\n",
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="closes streams as a shell of POSIX does")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(("words", "status"), [("list", 0), ("run nope", 2), ("nope", 2)])
def test_closed_streams_change_no_status(words: str, status: int, closed: str) -> None:
    line = f"{sys.executable} -m kitchen {words} {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=60)
    assert done.returncode == status
    if "2>&-" in closed:
        assert done.stderr == b"" and (words == "list" or done.stdout == b"")


def test_the_streams_are_afterwards_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    out = TextIOWrapper(BytesIO(), "ascii", "strict")
    monkeypatch.setattr("sys.stdout", out)
    with doors():
        print("crème \x1b[1m")
        sys.stdout.close()  # as a recipe may do
        print("again")
    assert sys.stdout is out and out.errors == "strict"
    assert out.buffer.getvalue() == b"creme \\x1b[1m\nagain\n"


@pytest.mark.parametrize("made", ["sys.stderr = 5", "sys.stdout = None", "sys.stdout.close()"])
def test_a_recipe_may_do_to_the_streams_what_it_likes(
    made: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shift, menu = tmp_path / "x.toml", tmp_path / "menu.py"
    shift.write_text('name = "x"\n[[orders]]\nat = 0\ndish = "f"\n')
    menu.write_text(
        f"import sys\nfrom kitchen import recipe\n@recipe()\nasync def f(cook):\n    {made}\n"
        "    raise ValueError\n"
    )
    assert "raised ValueError" in refused(capsys, "run", str(shift), "--menu", str(menu))


@pytest.mark.parametrize(
    ("terminal", "encoding", "boxes"),
    [(True, "utf-8", True), (True, "ascii", False), (False, "utf-8", False), (True, "no", False)],
)
def test_boxes_are_for_terminals_that_can_show_them(
    terminal: bool, encoding: str, boxes: bool
) -> None:
    class Stream(StringIO):
        def isatty(self) -> bool:
            return terminal

    Stream.encoding = encoding
    assert draws_boxes(Stream()) is boxes
