"""Exports: what a run can be written down as, beside its figures: ``--svg``, ``--png``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.cli.outputs import check_output
from kitchen.errors import KitchenError
from kitchen.files import reason, write_whole

if TYPE_CHECKING:
    from kitchen.report.timeline.drawing import ChartPicture
    from kitchen.report.timeline.lanes import Chart
    from kitchen.runs.replay import Replay
    from kitchen.runs.result import Result
    from kitchen.sim.shift.shift import Shift


@dataclass(frozen=True)
class Told:
    """What there is to write down: kitchens with the same orders, and what they show."""

    shift: Shift
    results: Sequence[Result]
    charts: Sequence[Chart | None]
    finding: str = ""
    """A sentence; empty: there is one kitchen alone."""

    @property
    def title(self) -> str:
        return self.shift.title or self.shift.name

    @cached_property
    def replay(self) -> Replay | None:
        """What goes along in every file, so that it can be opened again: of several kitchens the
        one that the shift is about. None: what was cooked cannot be written down."""
        from kitchen.runs.recording import replay_of_result

        mode = self.shift.mode().name
        about = next((one for one in self.results if one.mode == mode), self.results[0])
        try:
            return replay_of_result(self.shift, about)
        except KitchenError:
            return None

    @property
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


def _svg(told: Told) -> bytes:
    from kitchen.report.timeline.svg import as_svg
    from kitchen.runs.embed import packed

    along = "" if told.replay is None else packed(told.replay)
    return as_svg(told.drawing, told.title, along).encode()


def _png(told: Told) -> bytes:
    from kitchen.report.timeline.png import as_png
    from kitchen.runs.embed import png_with

    png = as_png(told.drawing)
    return png if told.replay is None else png_with(png, told.replay)


EXPORTS: dict[str, Callable[[Told], bytes]] = {"svg": _svg, "png": _png}
"""By the option's name: the whole file."""


def exports_wanted(options: argparse.Namespace, inputs: Iterable[Path] = ()) -> dict[str, Path]:
    """The files to be written, by the option's name; complains before any work is done."""
    wanted = {name: path for name in EXPORTS if (path := getattr(options, name, None)) is not None}
    for path in wanted.values():
        check_output(path, inputs)
    if len(wanted) > len({path.resolve() for path in wanted.values()}):
        raise KitchenError("two of the files to be written are the same one")
    return wanted


def write_exports(wanted: dict[str, Path], told: Callable[[], Told]) -> None:
    """Write each file, whole or not at all. Raises `KitchenError`."""
    for name, path in wanted.items():
        try:
            write_whole(path, EXPORTS[name](told()))
        except OSError as error:
            raise KitchenError(f"{path}: cannot write there: {reason(error)}") from error
        except KitchenError as error:
            raise KitchenError(f"{path}: {error}") from error
