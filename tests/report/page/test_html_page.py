"""The page as a file: everything in it, nothing asked for, and no text that is taken for a tag."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.random_results import RESULTS

from kitchen import Cook, Order, Recipe, Result, Shift, compare, run
from kitchen.report.page.chronicle import Chronicles
from kitchen.report.page.page import FACES, SCRIPTS, as_page


def page_of(title: str, *results: Result) -> str:
    chronicles = Chronicles()
    for result in results:
        chronicles.hear(result.facts)
    return as_page(title, results, chronicles.chronicles).decode()


def data_of(page: str) -> dict[str, Any]:
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return json.loads(found[1])  # type: ignore[no-any-return]


class Tags(HTMLParser):
    """Counts elements, as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def dish_called(title: str) -> Shift:
    async def dish(cook: Cook) -> None:
        cook.hands(title, 5)
        cook.say(title)

    dish.__doc__ = title
    return Shift([Order(0.0, Recipe(dish))], name="x")


HOSTILE = st.sampled_from(["</script><img src=x onerror=alert(1)>", "<!--<script>", "\u202e\x9b"])


@settings(max_examples=20)
@given(st.text(min_size=1) | HOSTILE)
def test_names_are_text_wherever_they_stand(title: str) -> None:
    title = title.strip() or "x"
    page = page_of(title, run(dish_called(title)))
    found = Tags(page)
    assert found.names == Tags(page_of("x", run(dish_called("x")))).names
    assert found.addresses == []
    assert all(letter.isprintable() or letter == "\n" for letter in page)


@settings(max_examples=25)
@given(RESULTS)
def test_what_is_in_a_page_is_what_happened(result: Result) -> None:
    (kitchen,) = data_of(page_of("x", result))["kitchens"]
    kinds, _, lasts, orders, _, chefs, *_ = kitchen["passages"]
    hands = sum(last for kind, last in zip(kinds, lasts, strict=True) if kind == 0) / 1e6
    assert abs(hands - result.utilisation * result.chefs * result.makespan) < 1e-5 * (
        1 + len(kinds)
    )
    assert all(chef > 0 for kind, chef in zip(kinds, chefs, strict=True) if kind in (0, 4))
    assert set(orders) <= {row[0] for row in kitchen["orders"]}
    assert len(kitchen["orders"]) == result.orders
    assert sum(row[5].startswith("served") for row in kitchen["orders"]) == result.served
    assert kitchen["series"]["money: profit"][-1][1] == result.profit


def test_it_asks_for_nothing_and_lets_no_other_script_run() -> None:
    page = page_of("Egg and chicken", *compare("egg-and-chicken").kitchens)
    assert "default-src &#x27;none&#x27;" in page
    assert not re.search(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", page)
    assert page.count("<script>") == 1


def test_the_figures_and_the_sentence_stand_in_it_for_who_has_no_scripts() -> None:
    comparison = compare("egg-and-chicken")
    page = page_of("Egg and chicken", *comparison.kitchens)
    assert "By leaving pots that need no hands, one chef " in page
    for result in comparison.kitchens:
        assert f'<th scope="row">{result.mode}</th>' in page
        assert f"{result.makespan:,g} s" in page


def test_all_that_it_is_made_of_goes_with_the_package() -> None:
    here = files("kitchen.report.page")
    assert {f"{name}.js" for name in SCRIPTS} == {one.name for one in (here / "script").iterdir()}
    woff = {one.name for one in (here / "fonts").iterdir() if one.name.endswith(".woff2")}
    assert {f"{name}.woff2" for name in FACES} == woff
