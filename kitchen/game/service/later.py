"""What a service needs only later, and its first picture does not wait for: the lens, the menus
over it, and all that comes after its kitchens have closed.

They are imported where they are wanted. By then they have been loaded while the game went on, one
module at a time: to load all of them takes longer than a frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

LATER = (
    "runs.spells", "runs.linecosts", "game.service.explain.explainline",
    "game.service.lens.arrows", "game.service.lens.gauges", "game.service.explain.graphwords",
    "game.service.explain.groupwords", "game.service.explain.explainawaited",
    "game.service.lens.graphpicture", "game.service.lens.graphbox",
    "game.service.lens.scenecircle", "game.service.lens.costbar", "game.service.lens.legend",
    "game.service.lens.lensplan", "runs.hearsay", "runs.linewatch", "runs.listings",
    "runs.headless", "runs.observed", "lab.insight", "game.service.lens.linerows",
    "game.service.lens.sourcebox", "game.service.lens.lenspanel", "loop.circles",
    "loop.sharedthings", "loop.looking", "game.service.standstillcard",
    "game.controls.textfield", "game.results.exits", "game.results.improvementcard", "lab.worth",
    "game.results.improvement", "cookbook.why", "game.signs.aids", "report.amounts",
    "report.verdict", "game.results.standings", "lab.evidence", "report.proof",
    "game.results.inquiry", "game.results.axis", "game.results.doors", "game.results.entrance",
    "game.results.layout", "game.results.fibres", "game.results.ruler",
    "game.results.striplines", "game.results.plot", "game.results.legend",
    "game.results.header", "game.results.lens", "game.results.chef", "game.results.columns",
    "game.results.figures", "game.results.nameplates", "game.results.watched",
    "game.results.stars", "game.results.backdrop", "lab.search", "lab.setbacks", "lab.candidates",
    "lab.meanwhile", "lab.why.changes", "lab.trial", "lab.reckoning", "game.results.losstrip",
    "report.reckoning", "game.results.lossrow", "game.results.prose", "game.results.spotless",
    "game.results.losses", "game.results.betmarks", "game.results.flags", "game.results.tip",
    "game.results.race", "game.results.tabs", "game.results.whyfoot", "lab.why.effects",
    "lab.why.turns", "lab.why.path", "lab.why.parts", "lab.why.diagnosis", "report.why.words",
    "report.why.sentence", "game.results.bestchanges", "report.timeline.axis",
    "report.timeline.lanes", "report.why.tables", "game.results.pathplot",
    "game.results.timebar", "lab.why.seeking", "game.results.whypage", "game.results.results",
    "runs.recording", "game.service.record", "game.service.till", "runs.since",
    "game.service.otherwise",
    "game.service.closing", "game.cards.meanings", "game.controls.choice", "game.cards.help",
    "cookbook.awaitnotes", "game.cards.recipepage", "game.cards.recipebook",
    "game.controls.toggle", "game.cards.playpage", "game.controls.keyfield",
    "game.cards.settings", "game.service.pause",
)  # fmt: skip
"""In an order in which each brings no other along: a few milliseconds are all a frame has."""


def later() -> Iterator[None]:
    """Load it, a module at a time."""
    for name in LATER:
        import_module(f"kitchen.{name}")
        yield
