"""Where the cards of an arrange step are: the bed of the program, and the tray of what is left."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.lesson.building.arrangement import DEEPEST, PlacedLine

PITCH, CARD, INDENT = 41.0, 35.0, 34.0
GUTTER, BED_PAD, GAP = 46.0, 6.0, 12.0
TRAY_HEAD, TRAY_FOOT, COLUMN_GAP, SIDE = 31.0, 9.0, 16.0, 14.0


class PlanRow(NamedTuple):
    """A row of the bed: a line; the ``hole`` that a card has left; the ``slot`` it would go to."""

    kind: Literal["line", "hole", "slot"]
    depth: int
    piece: int = -1


@dataclass(frozen=True)
class ArrangePlan:
    """``rows`` of the program in ``box`` (logical px), and so many rows of cards left over."""

    box: Box
    rows: tuple[PlanRow, ...]
    tray_rows: int

    @property
    def pitch(self) -> float:
        room = self.box[3] - GAP - TRAY_HEAD - TRAY_FOOT - 2 * BED_PAD
        return min(PITCH, room / (max(4, len(self.rows) + 1) + max(1, self.tray_rows)))

    @property
    def card(self) -> float:
        """How high a card is."""
        return self.pitch * CARD / PITCH

    @property
    def tray(self) -> Box:
        x, y, w, h = self.box
        high = TRAY_HEAD + TRAY_FOOT + max(1, self.tray_rows) * self.pitch
        return x, y + h - high, w, high

    @property
    def bed(self) -> Box:
        x, y, w, _ = self.box
        return x, y, w, self.tray[1] - GAP - y

    def row(self, index: int) -> float:
        """The upper edge of a card in that row."""
        return self.bed[1] + BED_PAD + index * self.pitch + (self.pitch - self.card) / 2

    def left(self, depth: int) -> float:
        return self.box[0] + GUTTER + depth * INDENT

    def in_tray(self, widths: Sequence[float]) -> list[Box]:
        """The places of cards that are left over, two beside one another if they fit."""
        x, y, w, _ = self.tray
        each = (w - 2 * SIDE - COLUMN_GAP) / 2
        boxes, row, column = [], 0, 0
        for width in widths:
            wide = width > each
            if wide and column:
                row, column = row + 1, 0
            left = x + SIDE + column * (each + COLUMN_GAP)
            top = y + TRAY_HEAD + row * self.pitch + (self.pitch - self.card) / 2
            boxes.append((left, top, w - 2 * SIDE if wide else each, self.card))
            row, column = (row + 1, 0) if wide or column else (row, 1)
        return boxes

    def drop(self, corner: Pos) -> tuple[int, int] | None:
        """Before which line, and how far in, a card whose upper left corner is there goes; None:
        back to what is left over."""
        middle = corner[1] + self.card / 2
        x, y, w, h = self.bed
        if not inside((x - 200.0, y - 60.0, w + 400.0, h + 60.0 + GAP / 2), (corner[0], middle)):
            return None
        rows = [row for row in self.rows if row.kind != "slot"]
        above = (middle - y - BED_PAD) / self.pitch  # in rows
        index = sum(row.kind == "line" and at + 0.5 < above for at, row in enumerate(rows))
        depth = round((corner[0] - self.box[0] - GUTTER) / INDENT)
        return index, min(DEEPEST, max(0, depth))


def narrow_first(widths: Mapping[int, float], box: Box) -> list[int]:
    """Pieces in the order in which they lie in the tray: those first that fit side by side."""
    each = (box[2] - 2 * SIDE - COLUMN_GAP) / 2
    return sorted(widths, key=lambda piece: widths[piece] > each)


def tray_rows(widths: Sequence[float], box: Box) -> int:
    """How many rows the cards that are left over take."""
    places = ArrangePlan(box, (), math.ceil(len(widths) / 2)).in_tray(widths)
    return len({top for _, top, _, _ in places})


def plan_rows(
    lines: Sequence[PlacedLine], hole: tuple[int, int] | None, slot: tuple[int, int] | None
) -> tuple[PlanRow, ...]:
    """The rows of the bed: ``hole`` and ``slot`` stand before a line, so far in. A slot where the
    hole is takes its place."""
    rows = []
    for index in range(len(lines) + 1):
        if slot is not None and slot[0] == index:
            rows.append(PlanRow("slot", slot[1]))
        if hole is not None and hole[0] == index and not (slot is not None and slot[0] == index):
            rows.append(PlanRow("hole", hole[1]))
        if index < len(lines):
            rows.append(PlanRow("line", lines[index].depth, lines[index].piece))
    return tuple(rows)
