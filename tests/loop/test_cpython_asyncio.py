"""CPython's own tests of asyncio judge the kitchen loop: each is a test here, twice.

Once its tasks run backstage, as any program's do, and once they are a worker's, as dishes are. The
tests that may fail, and why, are listed in `cpython_harness.DEVIATIONS`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tools import cpython_harness as harness

import kitchen

HARNESS = Path(harness.__file__)
WAYS = ("backstage", "hands")


@dataclass
class Report:
    """What became of one file of tests, run in a process of its own."""

    outcomes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By test: passed, failed or skipped, and why."""
    broken: list[str] = field(default_factory=list)
    begun: str = ""
    """The last test that began and did not end."""
    loops: int = 0
    steps: int = 0
    said: str = ""


def launch(what: str, *files: str) -> tuple[list[dict[str, Any]], str]:
    """Run the harness; return its results and the end of what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PYTHONPATH"] = str(Path(kitchen.__file__).parents[1])
    with tempfile.TemporaryDirectory() as folder:
        results, log = Path(folder) / "results", Path(folder) / "log"
        results.touch()
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, str(HARNESS), what, str(results), *files],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=environment,
            )
            _wait_while_it_goes_on(process, results)
        lines = results.read_text("utf-8").splitlines()
        said = log.read_text("utf-8", errors="replace")[-4000:]
    return [json.loads(line) for line in lines if line.endswith("}")], said


def _wait_while_it_goes_on(process: subprocess.Popen[bytes], results: Path) -> None:
    """Until it ends, or writes nothing for so long that the test under way must hang: what is
    missing from the results says so."""
    size = -1
    while process.poll() is None and size != (size := results.stat().st_size):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(harness.HANG)
    process.kill()
    process.wait()


@cache
def report(way: str, file: str) -> Report:
    lines, said = launch(way, file)
    found = Report(said=said)
    for line in lines:
        if "begun" in line:
            found.begun = line["begun"]
        elif "id" in line:
            found.outcomes[line["id"]] = (line["outcome"], line["why"])
            found.begun = ""
        elif "broken" in line:
            found.broken.append(f"{line['broken']}: {line['why']}")
        else:
            found.loops, found.steps = line["loops"], line["steps"]
    return found


def shipped_tests() -> list[tuple[str, list[str]]]:
    """The files of tests that this Python has, with their tests."""
    try:
        if importlib.util.find_spec("test.test_asyncio") is None:
            return []
    except ImportError:
        return []
    lines, said = launch("list", *harness.FILES)
    assert lines, said
    return [(line["file"], line["ids"]) for line in lines]


SHIPPED = shipped_tests()
TESTS = [(way, file, name) for file, names in SHIPPED for way in WAYS for name in names]

if not SHIPPED:
    pytestmark = pytest.mark.skip(reason="this Python ships no test.test_asyncio")


@pytest.mark.parametrize(
    ("way", "file", "name"), TESTS, ids=[f"{way}-{name}" for way, _, name in TESTS]
)
def test_asyncio_works(way: str, file: str, name: str) -> None:
    found = report(way, file)
    if name not in found.outcomes:
        pytest.fail(f"never ended; {found.begun or 'nothing'} was under way\n{found.said}")
    outcome, why = found.outcomes[name]
    reason = harness.DEVIATIONS.get(name)
    if outcome == "skipped":
        pytest.skip(why)
    elif reason is None:
        assert outcome == "passed", why
    elif outcome == "failed":
        pytest.xfail(reason)
    else:
        pytest.fail(f"is listed as a deviation ({reason}), but passes")


MODULES = list(dict.fromkeys(file.partition(".")[0] for file, _ in SHIPPED))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("module", MODULES)
def test_it_was_the_kitchen_loop(way: str, module: str) -> None:
    """Single classes of a file may need no loop."""
    found = [report(way, file) for file, _ in SHIPPED if file.partition(".")[0] == module]
    assert not any(one.broken for one in found)
    if module == "test_tools":
        return  # what it tests reads what other processes have told
    assert any(one.loops > 0 for one in found), "the tests made other loops"
    assert any(one.steps > 0 for one in found) == (way == "hands")


def test_every_deviation_is_of_a_file_that_is_run() -> None:
    files = tuple(f"{file}." for file in harness.FILES)
    assert all(name.startswith(files) for name in harness.DEVIATIONS)
