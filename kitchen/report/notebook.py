"""Results as a notebook shows them: their chart and their figures, as HTML.

`kitchen.runs.result` knows nothing of this: whoever makes results for a notebook registers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kitchen.report.amounts import dollars, seconds, times
from kitchen.runs.result import Comparison, Result

MOST_FACTS = 200_000
"""Of a result whose chart is drawn: with more, a notebook would become heavy."""


def result_html(result: Result) -> str:
    """One kitchen: its chart, if its facts were kept, and its figures."""
    return _page(result.shift, [result], "")


def comparison_html(comparison: Comparison) -> str:
    """Four kitchens on one axis of time, and what they show."""
    from kitchen.report.verdict import finding

    return _page(comparison.shift, comparison.kitchens, finding(comparison), comparison)


def _page(
    title: str, results: Sequence[Result], found: str, comparison: Comparison | None = None
) -> str:  # fmt: skip
    svg = _chart(title, results, found)
    heads = ["kitchen", "makespan", "served", "burnt", "walked out", "utilisation", "profit"]
    heads += [] if comparison is None else ["speed-up"]
    rows = [
        [
            k.mode, seconds(k.makespan), f"{k.served} of {k.orders}", str(k.burnt),
            str(k.walked_out), f"{k.utilisation:.1%}", dollars(k.profit),
            *([] if comparison is None else [times(comparison.speedup(k))]),
        ]
        for k in results
    ]  # fmt: skip
    body = "".join(_row("td", row) for row in rows)
    words = f"<p>{escape(found)}</p>" if found and not svg else ""
    return f"<div>{svg}{words}<table>{_row('th', heads)}{body}</table></div>"


def _row(cell: str, texts: list[str]) -> str:
    return "<tr>" + "".join(f"<{cell}>{escape(text)}</{cell}>" for text in texts) + "</tr>"


def _chart(title: str, results: Sequence[Result], found: str) -> str:
    """Empty: their facts were not kept, or there are too many of them."""
    if any(k.gist is not None for k in results):
        return ""
    if sum(k.log.count for k in results) > MOST_FACTS:
        return ""
    from kitchen.report.timeline.drawing import draw
    from kitchen.report.timeline.headings import heading
    from kitchen.report.timeline.lanes import chart_of
    from kitchen.report.timeline.svg import as_svg

    charts = [chart for k in results if (chart := chart_of(k)) is not None]
    if len(charts) < len(results):
        return ""
    picture = draw(title, charts, [heading(k) for k in results], [found] if found else [])
    return as_svg(picture, title)
