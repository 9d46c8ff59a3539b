"""The inquiry: after the race the player is asked why, and the answer is proved by the strips."""

from __future__ import annotations

from kitchen.cookbook.why import Check, Evidence, Measure, Why, why_of
from kitchen.game.results.standings import ClosedKitchen, Standings
from kitchen.game.shell.game import Game
from kitchen.lab.evidence import measured
from kitchen.report.proof import proof
from kitchen.report.verdict import Phrase
from kitchen.sim.view.segment import SegmentKind

LIT: dict[Measure, frozenset[SegmentKind]] = {
    "hands": frozenset({"hands"}),
    "longest": frozenset({"hands"}),
    "staring": frozenset({"staring"}),
    "together": frozenset({"cooking", "staring"}),
    "waits_for_hands": frozenset({"ready"}),
    "waits_for_station": frozenset({"blocked"}),
    "burnt": frozenset({"burning"}),
}
"""The stretches that show a measure."""

COLUMN: dict[Measure, str] = {
    "hands": "Chef busy",
    "served": "Served",
    "walked_out": "Served",
    "burnt": "Served",
    "wages": "Wages",
    "profit": "Profit",
}
"""The column of figures that shows it."""


class Inquiry:
    """A question, which answer is ``right``, and how far the player has come with it."""

    def __init__(self, why: Why, evidence: Evidence, right: int) -> None:
        self.why, self.right = why, right
        self._evidence = evidence
        self.chosen: int | None = None

    def answer(self, index: int) -> None:
        if self.chosen is None and 0 <= index < len(self.why.answers):
            self.chosen = index

    @property
    def shown(self) -> Check | None:
        """What the strips are to prove now."""
        return None if self.chosen is None else self.why.answers[self.right].check

    def lit(self, entry: ClosedKitchen) -> frozenset[SegmentKind] | None:
        """What stands out on a kitchen's strips while they prove something; None: they do not."""
        if self.shown is None or not any(q.measure in LIT for q in self.shown.quantities):
            return None
        return frozenset().union(*(LIT.get(measure, ()) for measure in self._measures(entry)))

    def columns(self, entry: ClosedKitchen) -> set[str]:
        """The heads of the columns whose figures stand out in its row."""
        return {COLUMN[m] for m in self._measures(entry) if m in COLUMN}

    def _measures(self, entry: ClosedKitchen) -> list[Measure]:
        """What is shown of it. What is proved is proved of the autopilot's."""
        if self.shown is None or entry.yours:
            return []
        return [q.measure for q in self.shown.quantities if q.kitchen == entry.mode]

    def told(self) -> list[Phrase]:
        """The proof in words, when it has been answered; a wrong answer is told what is so."""
        chosen, right = self.chosen, self.why.answers[self.right]
        if chosen is None:
            return []
        if chosen == self.right:
            return [Phrase("Right. ", "good"), Phrase(proof(right.check, self._evidence))]
        wrong = proof(self.why.answers[chosen].check, self._evidence)
        return [
            Phrase("Not so. ", "cost"),
            Phrase(f"{wrong} "),
            Phrase(f"{right.says}. ", "good"),
            Phrase(proof(right.check, self._evidence)),
        ]


def inquiry_of(game: Game, standings: Standings) -> Inquiry | None:
    """The question to these results: once in a sitting, where one answer is proved, and not for who
    does not want to be asked."""
    name = standings.shift.name
    bet = game.bets.get(name)
    if bet is None or bet.explained or not game.settings.bets:
        return None
    bet.explained = True
    evidence = {e.mode: measured(e.result, e.view) for e in standings.autopilots}
    why = why_of(name)
    right = why.right(evidence)
    return None if right is None else Inquiry(why, evidence, right)
