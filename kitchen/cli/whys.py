"""Whys: what ``--why`` finds out of each kitchen that was run, and prints."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kitchen.lab.why.diagnosis import Diagnosis, diagnose
from kitchen.lab.why.turns import History
from kitchen.sim.facts import Fact, Opened
from kitchen.terminal import Door

if TYPE_CHECKING:
    from kitchen.runs.result import Result
    from kitchen.sim.policy import Policy
    from kitchen.sim.shift.modes import Mode
    from kitchen.sim.shift.shift import Shift


class Whys:
    """Hears the facts of one kitchen after the other; they need not be kept."""

    def __init__(self) -> None:
        self._histories: list[History] = []

    def hear(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            if isinstance(fact, Opened):
                self._histories.append(History())
            self._histories[-1].hear((fact,))

    def answers(
        self, shift: Shift, modes: Iterable[Mode], policy: str | Policy | None,
        results: Sequence[Result],
    ) -> list[Diagnosis]:  # fmt: skip
        """Of each kitchen heard, with every change really run. What recipes print meanwhile was
        printed before, and is lost."""
        policy = shift.brigade.policy if policy is None else policy
        kitchens = zip(modes, results, self._histories, strict=True)
        with _hushed():
            return [
                diagnose(shift, mode, policy, result, history) for mode, result, history in kitchens
            ]


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    nowhere = Door(None)
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        yield


def show_whys(found: Sequence[Diagnosis]) -> None:
    """Print all of it, a sentence last."""
    from kitchen.report.tables import show, show_charts
    from kitchen.report.why.tables import changes_table, parts_table, path_chart, path_table, told

    show("", parts_table(found))
    for of in found:
        if len(found) == 1 and of.path:
            show("", path_table(of))
            show_charts([path_chart(of)])
        show("", changes_table(of), "", told(of))
