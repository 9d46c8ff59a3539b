"""How the sections of the loop panel share its height: the lists come first, the code has the rest.

All heights in logical px.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kitchen.game.service.loop.chiprow import HEIGHT as PICK_H
from kitchen.game.service.loop.chiprow import ROW_GAP
from kitchen.game.service.loop.codebox import LEAST, height_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.sheet import PITCH

SLIDE_SECONDS = 0.2
"""Wall time in which a section, or what stands in one, moves to another place."""

MANY = 5
"""So many chefs who stay need the room of the ready queue."""

CODE_Y, FOOT = 126.0, 524.0  # upper edge of the code; where the lists end in the plain layout
HEAD, TIGHT = 19.0, 13.0  # from the end of a section to the middle of the next one's header
ROW_H = 23.0  # of the first row of what waits, at most
HEAD_H = 19.0  # of a header, with its count
BELOW = 13.0  # what a header announces begins so far below its middle
WAGES_H = 58.0  # the box of the wages, and what keeps it apart
WAGES_ROWS = 3  # so few rows of tasks that wait leave room for the wages below them
SILENT = 3  # lines of the code box while nobody runs
SLACK = 3  # so many lines must be free before the code box grows again: a list's length trembles


@dataclass(frozen=True, slots=True)
class Content:
    """What there is to show."""

    lines: int
    """Of code: what runs, or what the box has at most for a short recipe."""
    runs: bool
    chips: float
    """Height of the ready queue."""
    tasks: int
    """Tasks that wait, or chefs who stare."""
    rows: int
    """How many rows these would take."""
    pitch: float
    """How high a row is."""


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """Lines of the code box, and heights of the headers below it; None: no such section."""

    lines: int
    ready: float | None
    picks: float | None
    rest: float
    """WAITING or STARING."""
    rows: int
    """Rows that the rest has room for."""
    wages: bool

    @property
    def code(self) -> float:
        return height_of(self.lines)


def panel_plan(
    moment: Moment, content: Content, higher: float, before: PanelPlan | None = None
) -> PanelPlan:
    """The plan of a panel so much higher than plain; ``before``: the one until now."""
    picks, wages = _has_picks(moment), _has_wages(moment, content)
    y, ready, pick_line = 0.0, None, None
    if not _stays(moment) or len(moment.view.chefs) < MANY:
        ready = HEAD
        y = ready + BELOW + content.chips
    if picks:
        pick_line = y + (TIGHT if y else HEAD)
        y = pick_line + BELOW + PICK_H
    rest = y + (TIGHT if picks else HEAD)
    foot = FOOT + higher - CODE_Y - (WAGES_H if wages else 0.0) - rest - BELOW
    free = foot - max(1, content.rows) * content.pitch
    lines = _lines(content, int((free - height_of(0)) // PITCH), before)
    end = CODE_Y + height_of(lines)
    return PanelPlan(
        lines,
        None if ready is None else end + ready,
        None if pick_line is None else end + pick_line,
        end + rest,
        max(1, int((foot - height_of(lines)) // content.pitch)),
        wages,
    )


def chips_room(moment: Moment, content: Content, higher: float) -> float:
    """What height the ready queue may have, if the code is as short as it gets."""
    end = FOOT + higher - (WAGES_H if _stays(moment) else 0.0)
    rest = BELOW + max(1, content.rows) * content.pitch
    picks = TIGHT + BELOW + PICK_H + TIGHT if _has_picks(moment) else HEAD
    code = height_of(LEAST if content.runs else SILENT)
    return end - rest - picks - (CODE_Y + code + HEAD + BELOW)


@dataclass(frozen=True, slots=True)
class Stack:
    """Where the sections are in one frame, in logical px; none lies on another, also under way."""

    code: float
    """Height of the code box."""
    ready: float | None
    """Heights of the headers' middles; None: no such section, or no room for it yet."""
    chips_end: float
    """Where the ready queue's own room ends."""
    picks: float | None
    rest: float
    wages: bool
    """Whether there is room for them by now."""
    end: float
    """Where the rows of the rest must end."""


def stacked(plan: PanelPlan, higher: float, glide: Callable[[str, float], float]) -> Stack:
    """``glide`` says how far a length has come that is to be so large.

    Everything hangs from the foot of the code box, so that the sections move with it.
    """
    code, foot = glide("code", plan.code), CODE_Y + plan.code
    top = CODE_Y + code
    rest = top + glide("rest", plan.rest - foot)
    picks = None if plan.picks is None else top + glide("picks", plan.picks - foot)
    if picks is not None and picks + BELOW + PICK_H + TIGHT > rest + 0.5:
        picks = None  # what is below has still to make room for it
    following = rest if picks is None else picks
    end = FOOT + higher
    wages = plan.wages and rest + BELOW + ROW_H <= end - WAGES_H
    chips_end = following - HEAD_H / 2
    ready = None if plan.ready is None else top + HEAD
    if ready is not None and ready + BELOW + PICK_H > chips_end:
        ready = None  # as above
    return Stack(code, ready, chips_end, picks, rest, wages, end - (WAGES_H if wages else 0.0))


def _lines(content: Content, free: int, before: PanelPlan | None) -> int:
    """Of the code box, where there is room for so many. It does not grow for every row that the
    lists have less."""
    lines = max(LEAST if content.runs else SILENT, min(free, content.lines))
    if before is not None and before.lines <= free < before.lines + SLACK:
        return max(before.lines, LEAST if content.runs else SILENT)
    return lines


def _stays(moment: Moment) -> bool:
    return moment.attention == "stay"


def _has_picks(moment: Moment) -> bool:
    """While the player is in command, or has picked something. Of many chefs who stay hands are
    rarely up: their picks take room only when there is something to pick."""
    if _stays(moment) and len(moment.view.chefs) >= MANY:
        return bool(moment.view.picks or (not moment.autopilot and moment.view.line))
    return bool(moment.view.picks) or not moment.autopilot


def _has_wages(moment: Moment, content: Content) -> bool:
    few = content.tasks <= (1 if _has_picks(moment) else WAGES_ROWS)
    return _stays(moment) or (few and content.chips <= 2 * PICK_H + ROW_GAP)
