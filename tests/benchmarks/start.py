"""How long one waits at the start: ``python tests/benchmarks/start.py [--old DIR] [--runs N]``.

Each command runs in turn with what it is measured by: ``--help`` with an empty Python, a run with
``import asyncio``, the first frame of the game with that of ``DIR``, a checkout of version 0.2.2.
Once with compiled files and once without any, Python's own included. Given are medians in
milliseconds of processor time, which is judged, and of wall time. Not for Windows.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parents[2]
SIZES = ("1280x720", "1920x1080")
FIRST_FRAME_LIMIT = 0.6


@dataclass(frozen=True, slots=True)
class Call:
    """A Python with these arguments, which finds the package in that folder."""

    arguments: tuple[str, ...]
    folder: Path = HERE

    def run(self, environment: dict[str, str]) -> tuple[float, float]:
        """Milliseconds of processor time, and of wall time."""
        command = [sys.executable, "-P", *self.arguments]
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, env={**environment, "PYTHONPATH": str(self.folder)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
        return (used.ru_utime + used.ru_stime) * 1000, wall * 1000


@dataclass(frozen=True, slots=True)
class Race:
    """A call, and the one that it may take ``limit`` times as long as."""

    name: str
    call: Call
    measure: Call
    limit: float


def races(old: Path | None) -> Iterator[Race]:
    empty = Call(("-c", "pass"))
    yield Race("kitchen --help", Call(("-m", "kitchen", "--help")), empty, 3.5)
    run = ("-m", "kitchen", "run", "egg-and-chicken", "--json")
    yield Race("kitchen run", Call(run), Call(("-c", "import asyncio")), 2.0)
    for size in SIZES if old is not None else ():
        play = ("-m", "kitchen", "play", "lunch-rush", "--frames", "1", "--size", size)
        assert old is not None
        yield Race(f"first frame {size}", Call(play), Call(play, old), FIRST_FRAME_LIMIT)


def medians(calls: Sequence[Call], environment: dict[str, str], runs: int) -> list[list[float]]:
    """For each call its processor time and its wall time. The calls take turns."""
    told = [[call.run(environment) for call in calls] for _ in range(runs)]
    return [
        [statistics.median(kind) for kind in zip(*row, strict=True)]
        for row in zip(*told, strict=True)
    ]


def report(races: Sequence[Race], environment: dict[str, str], runs: int) -> None:
    for race in races:
        (cpu, wall), (cpu_of, wall_of) = medians((race.call, race.measure), environment, runs)
        ratio = cpu / cpu_of
        verdict = "ok" if ratio <= race.limit else "TOO MUCH"
        print(f"  {race.name:24} {cpu:7.1f} / {cpu_of:7.1f} = {ratio:5.2f}, at most {race.limit}"
              f"   {verdict:8}   wall {wall:7.1f} / {wall_of:7.1f} = {wall / wall_of:5.2f}"
              )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--old", type=Path, metavar="DIR", help="a checkout of 0.2.2")
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    plain |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    chosen = list(races(options.old and options.old.resolve()))
    with tempfile.TemporaryDirectory() as folder:
        plain["KITCHEN_HOME"] = str(Path(folder) / "home")
        compiled = plain | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        for race in chosen:  # so that all there is to compile has been
            race.call.run(compiled)
            race.measure.run(compiled)
        print("milliseconds of processor time, with compiled files")
        report(chosen, compiled, options.runs)
        empty = {"PYTHONPYCACHEPREFIX": str(Path(folder) / "none"), "PYTHONDONTWRITEBYTECODE": "1"}
        print("without compiled files")
        report(chosen, plain | empty, options.runs)


if __name__ == "__main__":
    main()
