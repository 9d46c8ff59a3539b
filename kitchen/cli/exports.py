"""Exports: what a run can be written down as, beside its figures: ``--html``, ``--svg``, ``--png``
and ``--trace``."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.cli.outputs import check_output, output_bit_by_bit
from kitchen.errors import KitchenError

if TYPE_CHECKING:
    from kitchen.cli.whys import Whys
    from kitchen.report.page.chronicle import Chronicle, Chronicles
    from kitchen.report.reasons import Reasons
    from kitchen.report.timeline.drawing import ChartPicture
    from kitchen.report.timeline.lanes import Chart, Charting
    from kitchen.report.trace.tracefile import TraceFile
    from kitchen.runs.headless import Watch
    from kitchen.runs.replay import Replay
    from kitchen.runs.result import Result
    from kitchen.runs.stream import Tell
    from kitchen.sim.facts import Fact
    from kitchen.sim.shift.shift import Shift

    Write = Callable[[bytes], object]


@dataclass(frozen=True)
class Told:
    """What there is to write down: kitchens with the same orders, and what they show."""

    shift: Shift
    results: Sequence[Result]
    charts: Sequence[Chart | None]
    chronicles: Sequence[Chronicle] = ()
    """What a page shows of each kitchen."""
    cooked: Replay | None = None
    """What was cooked again."""

    @property
    def title(self) -> str:
        return self.shift.title or self.shift.name

    @cached_property
    def finding(self) -> str:
        """What they show, in a sentence; empty: there is one kitchen alone."""
        from kitchen.report.verdict import as_text, verdict

        return as_text(verdict(self.results)) if len(self.results) > 1 else ""

    @cached_property
    def replay(self) -> Replay | None:
        """What goes along in every file, so that it can be opened again: of several kitchens the
        one that the shift is about. None: what was cooked cannot be written down."""
        if self.cooked is not None:
            return self.cooked
        from kitchen.runs.recording import replay_of_result

        mode = self.shift.mode().name
        about = next((one for one in self.results if one.mode == mode), self.results[0])
        try:
            return replay_of_result(self.shift, about)
        except KitchenError:
            return None

    @property
    def embedded(self) -> str:
        """The replay as a text."""
        from kitchen.runs.embed import packed

        return "" if self.replay is None else packed(self.replay)

    @cached_property
    def drawing(self) -> ChartPicture:
        """Raises `KitchenError` for a kitchen with too many orders."""
        from kitchen.report.timeline.drawing import draw
        from kitchen.report.timeline.headings import heading
        from kitchen.report.timeline.lanes import MOST_DRAWN

        charts = [chart for chart in self.charts if chart is not None]
        if len(charts) < len(self.charts):
            raise KitchenError(f"a picture shows {MOST_DRAWN:,} orders at most")
        return draw(self.title, charts, list(map(heading, self.results)),
                    [self.finding] if self.finding else [])  # fmt: skip


def _html(told: Told) -> bytes:
    from kitchen.report.page.page import as_page

    return as_page(told.title, told.results, told.chronicles, told.embedded)


def _svg(told: Told) -> bytes:
    from kitchen.report.timeline.svg import as_svg

    return as_svg(told.drawing, told.title, told.embedded).encode()


def _png(told: Told) -> bytes:
    from kitchen.report.timeline.png import as_png
    from kitchen.runs.embed import png_with

    png = as_png(told.drawing)
    return png if told.replay is None else png_with(png, told.replay)


EXPORTS: dict[str, Callable[[Told], bytes]] = {"html": _html, "svg": _svg, "png": _png}
"""By the option's name: the whole file. A trace is written while the kitchens run."""


class Exporting:
    """What a command writes down, and who hears the facts for it while they come about."""

    def __init__(self, wanted: dict[str, Path], chart: bool, trace: Write | None) -> None:
        self._wanted = wanted
        self.charting = _charting() if chart or wanted.keys() & {"svg", "png"} else None
        """Draws timelines; None: nobody wants to see any."""
        asking = len(wanted.keys() & {"trace", "html"})
        self._reasons = _reasons(asking) if asking else None
        self._trace = None if trace is None else _trace(trace, self._reasons)
        self._page = _page(self._reasons) if "html" in wanted else None
        hearers = (self.charting, self._trace, self._page)
        self._hear = [hearer.hear for hearer in hearers if hearer is not None]

    @property
    def watch(self) -> Watch | None:
        """Wants to see each kitchen before it opens."""
        return None if self._reasons is None else self._reasons.watch

    def telling(self, tell: Tell, whys: Whys | None = None) -> Tell:
        """Who is told the facts: that one, and before it all who want to hear them."""
        hearing = [*self._hear, *([] if whys is None else [whys.hear])]
        if not hearing:
            return tell

        def all_of_them(facts: list[Fact], lines: bytes) -> None:
            for hear in hearing:
                hear(facts)
            tell(facts, lines)

        return all_of_them

    def write(self, shift: Shift, results: Sequence[Result], replay: Replay | None = None) -> None:
        """Write each file, whole or not at all. ``replay`` is what was cooked again, if that was
        one. Raises `KitchenError`."""
        if not self._wanted:
            return
        charts = self.charting.charts if self.charting is not None else []
        chronicles = self._page.chronicles if self._page is not None else []
        told = Told(shift, results, charts, chronicles, replay)
        for name, path in self._wanted.items():
            if name in EXPORTS:
                _write_whole(path, told, EXPORTS[name])
        if self._trace is not None:
            self._trace.close(told.embedded)


@contextlib.contextmanager
def exporting(
    options: argparse.Namespace, inputs: Iterable[Path], chart: bool
) -> Iterator[Exporting]:
    """Complains before any work is done. A trace is whole at the end of the block. ``chart``: the
    timelines are wanted as well."""
    files = wanted(options)
    _check(files, getattr(options, "facts", None), inputs)
    trace = files.get("trace")
    with output_bit_by_bit(trace) if trace else contextlib.nullcontext() as write:
        yield Exporting(files, chart, write)


def wanted(options: argparse.Namespace) -> dict[str, Path]:
    """The files to be written, by the option's name."""
    names = (*EXPORTS, "trace")
    return {name: path for name in names if (path := getattr(options, name, None)) is not None}


def _check(files: dict[str, Path], facts: Path | None, inputs: Iterable[Path]) -> None:
    for path in files.values():
        check_output(path, inputs)
    paths = [path.resolve() for path in (*files.values(), *([facts] if facts else []))]
    if len(paths) > len(set(paths)):
        raise KitchenError("two of the files to be written are the same one")


def _write_whole(path: Path, told: Told, made: Callable[[Told], bytes]) -> None:
    try:
        data = made(told)
    except KitchenError as error:
        raise KitchenError(f"{path}: {error}") from error
    with output_bit_by_bit(path) as write:
        write(data)


def _charting() -> Charting:
    from kitchen.report.timeline.lanes import Charting

    return Charting()


def _reasons(askers: int) -> Reasons:
    from kitchen.report.reasons import Reasons

    return Reasons(askers)


def _trace(write: Write, reasons: Reasons | None) -> TraceFile:
    from kitchen.report.trace.tracefile import TraceFile

    return TraceFile(write, reasons)


def _page(reasons: Reasons | None) -> Chronicles:
    from kitchen.report.page.chronicle import Chronicles

    return Chronicles(reasons)
