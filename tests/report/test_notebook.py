"""In a notebook a result shows itself, and nothing in it is obeyed."""

from __future__ import annotations

from xml.etree import ElementTree

from kitchen import Order, Shift, compare, run
from kitchen.menu import menu

SVG = "{http://www.w3.org/2000/svg}"


def test_a_result_shows_its_chart_and_its_figures() -> None:
    shown = run("egg-and-chicken")._repr_html_()
    assert shown is not None
    root = ElementTree.fromstring(shown)
    assert [cell.text for cell in root.iter("td")][:3] == ["concurrent", "990 s", "2 of 2"]
    assert root.find(f"{SVG}svg") is not None


def test_a_comparison_shows_four() -> None:
    shown = compare("egg-and-chicken")._repr_html_()
    assert shown is not None
    root = ElementTree.fromstring(shown)
    assert len(list(root.iter("tr"))) == 5
    assert "1.48x" in [cell.text for cell in root.iter("td")]


def test_facts_that_went_leave_the_figures() -> None:
    shown = run("egg-and-chicken", facts=lambda facts: None)._repr_html_()
    assert shown is not None
    root = ElementTree.fromstring(shown)
    assert root.find(f"{SVG}svg") is None and len(list(root.iter("td"))) == 7


def test_a_strangers_name_is_only_text() -> None:
    evil = Shift([Order(0, menu()["egg"])], {"hob": 1}, name="<script>x</script>")
    shown = run(evil)._repr_html_()
    assert shown is not None and "<script>" not in shown
