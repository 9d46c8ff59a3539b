"""The await graph: who waits for what, and who has it."""

from __future__ import annotations

from kitchen.loop.relations import Relations


class AwaitGraph(Relations, frozen=True):
    """The tasks of a program and what they wait for, as they were when it was made. ``print`` draws
    it; `drawing` does that with plain letters, too."""

    def __str__(self) -> str:
        return self.drawing()

    def drawing(self, ascii: bool = False, only_circles: bool = False) -> str:
        """In lines, with the circles first; empty if there is nothing to draw."""
        from kitchen.loop.graphdrawing import drawn  # nearly nothing ever stalls
        from kitchen.loop.strokes import ASCII, BOXES

        return drawn(self, ASCII if ascii else BOXES, only_circles)
