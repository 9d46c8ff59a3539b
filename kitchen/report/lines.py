"""Recipes with what their lines cost, as a profiler lists them, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from kitchen.report.amounts import seconds
from kitchen.runs.linecosts import Cost
from kitchen.runs.linetally import RecipeLines
from kitchen.runs.spells import TIME_KINDS, TimeKind
from kitchen.terminal import printable

COLUMN, TIMES, NUMBER = 10, 7, 6
"""Characters of a column of seconds, of how often, and of a line's number."""

STYLES: dict[TimeKind, str] = {
    "hands": "green", "chef": "yellow", "burning": "red", "fire": "cyan", "others": "magenta",
}  # fmt: skip
ALWAYS: tuple[TimeKind, ...] = ("hands", "chef", "fire")


def annotated(lines: RecipeLines) -> Iterator[Text]:
    """A recipe, line by line: seconds with hands on it, waiting for a chef, and on the fire; and,
    if there were any, while it burnt, and waiting for others."""
    kinds = [kind for kind in TIME_KINDS if kind in ALWAYS or lines.total.of(kind)]
    orders = f"{lines.orders} order{'s' if lines.orders != 1 else ''}"
    each = lines.total.seconds / lines.orders
    yield Text(
        f"{printable(lines.title)}: {orders}, {seconds(each)} of its tasks' time each", "bold"
    )
    head = "".join(f"{kind:>{COLUMN}}" for kind in kinds)
    yield Text(f"{head}{'times':>{TIMES}}{'line':>{NUMBER}}", "dim")
    yield _row(lines.total, kinds).append("  all of it", "bold")
    for listing in (listing for listing in lines.listings if listing.lines):
        yield Text(f"{'':{COLUMN * len(kinds) + TIMES}}  {printable(listing.file)}", "dim")
        for number, text in enumerate(listing.lines, 1):
            cost = lines.at(listing, number)
            row = _row(cost, kinds)
            row.append(f"{listing.first + number - 1:>{NUMBER}}  ", "dim")
            yield row.append(printable(text.expandtabs(4)), "" if cost.times else "dim")


def _row(cost: Cost, kinds: list[TimeKind]) -> Text:
    row = Text()
    for kind in kinds:
        figure = f"{cost.of(kind):,.1f}" if cost.of(kind) else ""
        row.append(f"{figure:>{COLUMN}}", STYLES[kind])
    return row.append(f"{cost.times or '':>{TIMES}}")
