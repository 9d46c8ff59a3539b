"""Where the sections of the loop panel stand, for this kind of kitchen, with and without picks."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.moment import Moment

MANY = 5
"""So many chefs who stay need the room of the ready queue."""

FIRST_Y, SECOND_Y, THIRD_Y = 299.0, 366.0, 419.0  # logical px: middles of the sections' headers
SECOND_OF_THREE_Y = 359.0


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """Heights of the headers below the code, in logical px; None: that section is not there."""

    ready: float | None
    picks: float | None
    rest: float
    """WAITING or STARING."""
    rows: int
    """Rows that the rest has room for."""


def panel_plan(
    moment: Moment, down: float = 0.0, more_rows: int = 0, more_cells: int = 0
) -> PanelPlan:
    """The picks have a section while the player is in command, or has picked something.

    Everything is ``down`` logical px lower than in the plain layout, with so many more rows.
    """
    plan = _plain(moment)
    return PanelPlan(
        None if plan.ready is None else plan.ready + down,
        None if plan.picks is None else plan.picks + down,
        plan.rest + down,
        plan.rows + (more_cells if moment.attention == "stay" else more_rows),
    )


def _plain(moment: Moment) -> PanelPlan:
    stay, many = moment.attention == "stay", len(moment.view.chefs) >= MANY
    picks = bool(moment.view.picks) or not moment.autopilot
    if stay and many:
        # Hands are rarely up here: the picks take room only when there is something to pick.
        if moment.view.picks or (picks and moment.view.line):
            return PanelPlan(None, FIRST_Y, SECOND_OF_THREE_Y, 3)
        return PanelPlan(None, None, FIRST_Y, 5)
    if picks:
        return PanelPlan(FIRST_Y, SECOND_OF_THREE_Y, THIRD_Y, 1 if stay else 5)
    return PanelPlan(FIRST_Y, None, SECOND_Y, 2 if stay else 7)
