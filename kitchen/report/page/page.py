"""The page: one HTML file with everything in it.

It may ask for nothing: its policy lets no script run but its own, and no address be opened. What
recipes and shifts are called is text, wherever it stands.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

import msgspec

import kitchen
from kitchen.report.amounts import dollars, seconds, times
from kitchen.report.page.chronicle import Chronicle
from kitchen.report.verdict import Phrase, verdict
from kitchen.runs.fair import speedup
from kitchen.runs.result import Result
from kitchen.terminal import printable

SCRIPTS = ("words", "kitchens", "rows", "painter", "timeline", "hands", "moment", "start")
"""In the order in which they stand in the page."""

FACES = {"display": ("Display", 400), "medium": ("Barlow", 500), "bold": ("Barlow", 700)}
"""By file, each of Latin letters alone: family and weight."""


def as_page(
    title: str, results: Sequence[Result], chronicles: Sequence[Chronicle], replay: str = ""
) -> bytes:
    """The whole file. ``replay`` goes along in it, as `kitchen.runs.embed.packed` has it."""
    here = files("kitchen.report.page")
    scripts = [(here / "script" / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    script = "{\n" + "\n".join(scripts) + "}\n"
    first = results[0]
    again = " Open it again with <code>kitchen replay</code> and this file." if replay else ""
    return (
        Template((here / "page.html").read_text("utf-8"))
        .substitute(
            title=_text(title),
            policy=escape(_policy(script)),
            style=faces() + (here / "page.css").read_text("utf-8"),
            meta=_text(f"{first.shift}, seed {first.seed}, policy {first.policy}"),
            finding=_finding(results),
            figures=_table(results) if len(results) > 1 else _tiles(first),
            foot=f"Made with A Watched Pot {kitchen.__version__}.{again}",
            data=_data(results, chronicles),
            replay=replay,
            script=script,
        )
        .encode()
    )


def faces() -> str:
    """The typefaces, so that the page looks the same wherever it is opened."""
    here, found = files("kitchen.report.page"), []
    for file, (family, weight) in FACES.items():
        data = b64encode((here / "fonts" / f"{file}.woff2").read_bytes()).decode()
        found.append(
            f"@font-face {{ font-family: {family}; font-weight: {weight}; "
            f"src: url(data:font/woff2;base64,{data}) format('woff2'); }}\n"
        )
    return "".join(found)


def _policy(script: str) -> str:
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    own = f"script-src 'sha256-{digest}'"
    return f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; {own}"


def _text(text: str) -> str:
    return escape(printable(text))


def _data(results: Sequence[Result], chronicles: Sequence[Chronicle]) -> str:
    """As JSON in which no tag can begin."""
    kitchens = [
        _figures(result) | chronicle.as_json()
        for result, chronicle in zip(results, chronicles, strict=True)
    ]
    return msgspec.json.encode({"kitchens": kitchens}).decode().replace("<", "\\u003c")


def _figures(result: Result) -> dict[str, Any]:
    return {
        "attention": result.attention, "makespan": result.makespan, "served": result.served,
        "all_orders": result.orders, "profit": result.profit,
    }  # fmt: skip


# -- figures ---------------------------------------------------------------------------------------


def _finding(results: Sequence[Result]) -> str:
    if len(results) == 1:
        return ""
    return f'<p class="finding">{"".join(map(_phrase, verdict(results)))}</p>'


def _phrase(phrase: Phrase) -> str:
    text = _text(phrase.text)
    return text if phrase.tone == "plain" else f'<span class="{phrase.tone}">{text}</span>'


def _tiles(result: Result) -> str:
    pots = "stays at the pot" if result.attention == "stay" else "leaves the pot"
    who = f"{result.chefs} chef{'s' * (result.chefs != 1)}"
    tiles = [
        (_text(who), f"{_text(result.mode)}: each {pots}", ""),
        (seconds(result.makespan), "from the first order to the last", ""),
        (f"{result.served:,} of {result.orders:,}", "served", ""),
        (f"{result.utilisation:.1%}", "of the time hands were on a dish", ""),
        (dollars(result.profit), f"{dollars(result.revenue)} less wages", "money"),
        (f"{result.burnt}", "burnt", ""),
        (f"{result.walked_out}", "walked out", ""),
    ]
    if result.targets:
        earned = sum(star.earned for star in result.stars)
        tiles.append((f"{earned} of {len(result.stars)}", "stars", "money"))
    cells = (
        f'<div class="tile {name}"><b>{value}</b>{words}</div>' for value, words, name in tiles
    )
    return f'<div class="tiles">{"".join(cells)}</div>'


def _table(results: Sequence[Result]) -> str:
    heads = ("kitchen", "makespan", "served", "burnt", "walked out", "utilisation", "revenue",
             "wages", "profit", "speed-up")  # fmt: skip
    head = "".join(
        f'<th scope="col"{" class=lasts" if name == "makespan" else ""}>{name}</th>'
        for name in heads
    )
    longest = max(result.makespan for result in results) or 1.0
    rows = "".join(_row(result, results[0], longest) for result in results)
    return (
        f'<div class="scrolls"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(result: Result, blocking: Result, longest: float) -> str:
    wide = round(100 * result.makespan / longest)
    bar = f'<i style="width:{wide}px"></i>{seconds(result.makespan)}'
    bad = [f"{n}" if not n else f'<span class="bad">{n}</span>'
           for n in (result.burnt, result.walked_out)]  # fmt: skip
    cells = (
        f"{result.served:,} of {result.orders:,}", *bad, f"{result.utilisation:.1%}",
        dollars(result.revenue), dollars(result.wages),
    )  # fmt: skip
    return (
        f'<tr><th scope="row">{_text(result.mode)}</th><td class="lasts">{bar}</td>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + f'<td class="money">{dollars(result.profit)}</td>'
        + f"<td>{times(speedup(result, blocking))}</td></tr>"
    )
