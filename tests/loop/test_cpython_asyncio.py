"""CPython's own tests of asyncio judge the kitchen loop: each file of them is a test here, twice.

Once its tasks run backstage, as any program's do, and once they are a worker's, as dishes are. A
file runs in a process of its own, and whoever in it judges otherwise than expected is named. The
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

    listed: list[str] = field(default_factory=list)
    """The tests that there are in it."""
    outcomes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By test: passed, failed or skipped, and why."""
    broken: list[str] = field(default_factory=list)
    begun: str = ""
    """The last test that began and did not end."""
    loops: int = 0
    steps: int = 0
    said: str = ""

    def verdict(self, name: str) -> str:
        """What is wrong with the outcome of that test; nothing where it is as expected."""
        if name not in self.outcomes:
            return f"never ended; {self.begun or 'nothing'} was under way\n{self.said}"
        outcome, why = self.outcomes[name]
        reason = harness.DEVIATIONS.get(name)
        if reason is not None and outcome == "passed":
            return f"is listed as a deviation ({reason}), but passes"
        return why if reason is None and outcome == "failed" else ""


def launch(way: str, file: str) -> tuple[list[dict[str, Any]], str]:
    """Run the harness; return its results and the end of what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["PYTHONPATH"] = str(Path(kitchen.__file__).parents[1])
    with tempfile.TemporaryDirectory() as folder:
        results, log = Path(folder) / "results", Path(folder) / "log"
        results.touch()
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, str(HARNESS), way, str(results), file],
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


def report(way: str, file: str) -> Report:
    lines, said = launch(way, file)
    found = Report(said=said)
    for line in lines:
        if "listed" in line:
            found.listed = line["listed"]
        elif "begun" in line:
            found.begun = line["begun"]
        elif "id" in line:
            found.outcomes[line["id"]] = (line["outcome"], line["why"])
            found.begun = ""
        elif "broken" in line:
            found.broken.append(f"{line['broken']}: {line['why']}")
        else:
            found.loops, found.steps = line["loops"], line["steps"]
    return found


def ships_tests() -> bool:
    """Whether this Python has its own tests of asyncio."""
    try:
        return importlib.util.find_spec("test.test_asyncio") is not None
    except ImportError:
        return False


if not ships_tests():
    pytestmark = pytest.mark.skip(reason="this Python ships no test.test_asyncio")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", harness.FILES)
def test_asyncio_works(file: str, way: str) -> None:
    """Every test of the file ends as expected, on kitchen loops and on no other."""
    if not harness.is_shipped(file):
        pytest.skip("this Python does not ship it")
    found = report(way, file)
    assert found.broken == []
    assert found.listed, found.said
    assert [f"{name}: {said}" for name in found.listed if (said := found.verdict(name))] == []
    assert found.steps == 0 or way == "hands"
    if file not in harness.LOOPLESS:
        assert found.loops > 0, "the tests made other loops"
        assert found.steps > 0 or way == "backstage"


def test_every_deviation_is_of_a_file_that_is_run() -> None:
    files = tuple(f"{file}." for file in harness.FILES)
    assert all(name.startswith(files) for name in harness.DEVIATIONS)


def test_a_test_that_is_missing_fails_or_passes_against_the_list_is_named() -> None:
    listed = next(iter(harness.DEVIATIONS))
    found = Report(
        outcomes={"a": ("passed", ""), "b": ("failed", "no"), listed: ("passed", "")}, begun="c"
    )
    assert found.verdict("a") == "" and found.verdict("b") == "no"
    assert "but passes" in found.verdict(listed) and "c was under way" in found.verdict("c")
