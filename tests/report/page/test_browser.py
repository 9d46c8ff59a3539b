"""The page in a real browser: clicked, zoomed, filtered, scrubbed, in light and dark, on paper."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tools.browser import NEEDS_CHROMIUM, Browser, address, browser

from kitchen import Comparison, compare
from kitchen.cli.main import main
from kitchen.sim.view.kitchenview import KitchenView

pytestmark = NEEDS_CHROMIUM

SHIFT = "lunch-rush"
DARK, LIGHT = (0x1A, 0x10, 0x21), (0xFF, 0xF6, 0xE6)
GUTTER, AXIS = 176, 15  # CSS px: where the lanes begin; the middle of the clock's row
HOSTILE = "</script><img src=x onerror=pwned=1><b>"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(SHIFT)


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    assert main(["compare", SHIFT, "--json", "--html", str(path)]) == 0
    return path


@pytest.fixture
def page(window: Browser, file: Path) -> Iterator[Browser]:
    """It asks for nothing but itself, and complains of nothing, whatever a test does with it."""
    window.look(1280, 800)
    window.open(address(file))
    yield window
    assert window.asked_for == [address(file)]
    assert window.said == []


def lanes(page: Browser) -> tuple[float, float, float]:
    """Left, top and width, in CSS px of the window."""
    page.ask("document.getElementById('lanes').scrollIntoView({block: 'center'})")
    where = "(r => JSON.stringify([r.left, r.top, r.width]))(lanes.getBoundingClientRect())"
    left, top, width = json.loads(page.ask(f"(lanes => {where})(document.getElementById('lanes'))"))
    return left, top, width


def clock(page: Browser) -> float:
    """Seconds at the handle."""
    *hours, minutes, seconds = map(
        int, page.ask("document.getElementById('clock').textContent").split(":")
    )
    return (hours[0] if hours else 0) * 3600 + minutes * 60 + seconds


def time_at(page: Browser, share: float) -> float:
    """What a click on the clock's row leads to, that far to the right."""
    left, top, width = lanes(page)
    page.click(left + GUTTER + share * (width - GUTTER), top + AXIS)
    return clock(page)


def corner(page: Browser) -> tuple[int, ...]:
    page.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    with Image.open(io.BytesIO(page.picture())) as picture:
        return picture.convert("RGB").getpixel((3, 790))  # type: ignore[return-value]


def test_the_handle_is_scrubbed_and_tells_what_was_so(
    page: Browser, comparison: Comparison
) -> None:
    left, top, width = lanes(page)
    for share in (0.2, 0.45, 0.7):
        page.drag(
            left + GUTTER + 40, top + AXIS, left + GUTTER + share * (width - GUTTER), top + AXIS
        )
        page.ask("document.getElementById('lanes').focus()")
        page.press(".")  # to when something happened: here, at a whole number of seconds
        now = int(page.ask("document.getElementById('lanes').getAttribute('aria-valuenow')"))
        assert abs(now - clock(page)) <= 1
        cards = json.loads(page.ask(
            "JSON.stringify([...document.querySelectorAll('.card')].map(card => "
            "[card.querySelector('h3').textContent, card.querySelector('.sum').textContent]))"
        ))  # fmt: skip
        for (mode, told), result in zip(cards, comparison.kitchens, strict=True):
            view = KitchenView()
            view.fold(fact for fact in result.facts if fact.t <= now)
            assert mode.lower() == result.mode
            is_open = sum(order.state == "open" for order in view.orders.values())
            money = f"${view.revenue / 100:,.2f}"
            assert told == f"{money} taken {view.served} served {is_open} open"


def test_it_zooms_by_buttons_wheel_and_keys_and_back_to_all(page: Browser) -> None:
    whole = time_at(page, 0.98)
    page.ask("document.getElementById('in').click()")
    assert time_at(page, 0.98) - time_at(page, 0.0) == pytest.approx(whole / 1.5, rel=0.05)
    left, top, _ = lanes(page)
    page.mouse("mouseWheel", left + 600, top + 100, deltaX=0, deltaY=-240, modifiers=2)  # Ctrl
    near = time_at(page, 0.98) - time_at(page, 0.0)
    assert near == pytest.approx(whole / 1.5 / 2.718, rel=0.1)
    page.ask("document.getElementById('lanes').focus()")
    page.press("-")
    assert time_at(page, 0.98) - time_at(page, 0.0) == pytest.approx(near * 1.5, rel=0.1)
    page.press("0")
    assert time_at(page, 0.98) == whole


def test_dragging_the_lanes_moves_them(page: Browser) -> None:
    page.ask("for (let i = 0; i < 4; i++) document.getElementById('in').click()")
    before = time_at(page, 0.5)
    left, top, _ = lanes(page)
    page.drag(left + 700, top + 90, left + 500, top + 90)
    assert time_at(page, 0.5) > before + 20


def test_the_dishes_of_a_kitchen_fold_away_by_click_and_key(page: Browser) -> None:
    high = "document.getElementById('room').offsetHeight"
    before = page.ask(high)
    left, top, _ = lanes(page)
    page.click(left + 40, top + 30 + 15)  # the first kitchen's name
    unfolded = page.ask(high)
    assert unfolded > before
    page.ask("document.getElementById('lanes').focus()")
    page.press("1")
    assert page.ask(high) == before
    page.press("2")
    assert page.ask(high) < before


def test_two_fingers_zoom(page: Browser) -> None:
    before = time_at(page, 0.98) - time_at(page, 0.0)
    left, top, _ = lanes(page)
    x, y = left + 600, top + 90
    page.fingers("touchStart", (x - 50, y), (x + 50, y))
    for reach in (70, 90, 100):
        page.fingers("touchMove", (x - reach, y), (x + reach, y))
    page.fingers("touchEnd")
    assert time_at(page, 0.98) - time_at(page, 0.0) == pytest.approx(before / 2, rel=0.1)


def test_the_keys_move_the_handle(page: Browser) -> None:
    page.ask("document.getElementById('lanes').focus()")
    page.press("End")
    end = clock(page)
    page.press("Home")
    assert clock(page) == 0.0 < end
    page.press("ArrowRight", 8)  # Shift
    assert clock(page) == pytest.approx(end * 0.103, abs=1.5)


def test_it_is_filtered_by_dish_and_by_what_is_typed(page: Browser, comparison: Comparison) -> None:
    facts = comparison.kitchens[0].facts
    steaks = sum(getattr(fact, "title", "") == "Steak and herb butter" for fact in facts)
    set_ = (
        "(e => { e.value = %r; e.dispatchEvent(new Event('input')); })(document.getElementById(%r))"
    )
    page.ask(set_ % ("Steak and herb butter", "dish"))
    assert page.ask("document.getElementById('found').textContent") == f"{4 * steaks} found"
    high = page.ask("document.getElementById('room').offsetHeight")
    page.ask(set_ % ("no such thing", "find"))
    assert page.ask("document.getElementById('found').textContent") == "0 found"
    assert page.ask("document.getElementById('room').offsetHeight") < high
    page.ask(set_ % ("", "dish"))
    page.ask(set_ % ("free OVEN", "find"))
    found = int(page.ask("document.getElementById('found').textContent").split()[0])
    assert 0 < found < sum(result.orders for result in comparison.kitchens)


def test_pointing_at_a_bar_tells_what_it_is(page: Browser) -> None:
    left, top, _ = lanes(page)
    page.mouse("mouseMoved", left + GUTTER + 4, top + 30 + 34 + 10)  # the first chef, at the start
    tip = page.ask("document.getElementById('tip').innerText")
    assert tip.startswith("1 Spaghetti")
    assert "from 0:00 to" in tip
    page.mouse("mouseMoved", 5, 5)
    assert page.ask("document.getElementById('tip').hidden") is True


def test_it_is_dark_or_light_as_one_likes_it(page: Browser) -> None:
    assert corner(page) == LIGHT
    page.look(1280, 800, dark=True)
    assert corner(page) == DARK
    page.ask("document.getElementById('theme').click()")
    assert corner(page) == LIGHT
    page.ask("document.getElementById('theme').click()")
    assert corner(page) == DARK


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_it_is_as_wide_as_the_window(page: Browser, width: int) -> None:
    page.look(width, 800)
    # An observer draws it anew with the next frame.
    page.until(f"document.getElementById('canvas').getBoundingClientRect().width > {width * 0.7}")
    assert page.ask("document.documentElement.scrollWidth") <= width


def test_it_can_be_printed(page: Browser) -> None:
    assert page.printed().startswith(b"%PDF")
    assert page.ask("document.documentElement.dataset.theme") is None, "as it was before"


def test_names_do_no_harm(window: Browser, tmp_path: Path) -> None:
    menu, shift, file = tmp_path / "menu.py", tmp_path / "x.toml", tmp_path / "page.html"
    menu.write_text(
        "from kitchen import recipe\n"
        "@recipe()\nasync def dish(cook):\n"
        f"    {HOSTILE!r}\n    cook.say({HOSTILE!r})\n    cook.hands({HOSTILE!r}, 60)\n"
    )
    shift.write_text(f'name = "{HOSTILE}"\n[[orders]]\nat = 0\ndish = "dish"\n')
    assert main(["run", str(shift), "--menu", str(menu), "--json", "--html", str(file)]) == 0
    window.look(1280, 800)
    window.open(address(file))
    left, top, _ = lanes(window)
    window.mouse("mouseMoved", left + GUTTER + 100, top + 30 + 34 + 10)
    assert HOSTILE in window.ask("document.getElementById('tip').innerText")
    assert window.ask("document.querySelector('h1').textContent") == HOSTILE
    window.ask("document.getElementById('lanes').focus()")
    window.press("End")
    told = window.ask("document.getElementById('moment').innerText")
    assert f"says: {HOSTILE}" in told and f"1 {HOSTILE}: served" in told
    assert window.ask("document.images.length") == 0
    assert window.ask("typeof pwned") == "undefined"
    assert (window.said, window.asked_for) == ([], [address(file)])
