"""Twins: a kitchen as it was and the same kitchen with changes, at the same moment."""

from __future__ import annotations

from kitchen.lab.limits import limits
from kitchen.lab.recorded import Recorded
from kitchen.lab.sandbox import Sandbox
from kitchen.sim.facts import Fact


class Twins:
    """``before`` stays as it is; ``after`` is run anew, from its opening, with every change.

    So both are always what the same guests would have met from the first order on. ``limits`` are
    those of the changed kitchen. Raises as `kitchen.run` does.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.unchanged = sandbox
        self.before = Recorded(sandbox.shift())
        self._run(sandbox, self.before)

    def _run(self, sandbox: Sandbox, like: Recorded) -> None:
        self.after = Recorded(sandbox.shift(), like)
        self.sandbox = sandbox
        self.limits = limits(self.after.shift, sandbox.chefs, sandbox.attention)

    def change(self, sandbox: Sandbox) -> bool:
        """Run the changed kitchen by these rules; False: it does so already."""
        if sandbox == self.sandbox:
            return False
        self._run(sandbox, self.after)
        return True

    def compare_from_here(self) -> None:
        """What is changed now is what later changes are compared with."""
        self.unchanged = self.sandbox
        self.before = Recorded(self.sandbox.shift(), self.after)

    @property
    def end(self) -> float:
        """Kitchen time at which both have closed."""
        return max(self.before.end, self.after.end)

    def look(self, now: float) -> tuple[list[Fact], list[Fact]]:
        """Bring both views to the kitchen time ``now``; return what is new in each."""
        return self.before.look(now), self.after.look(now)
