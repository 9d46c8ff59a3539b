"""The lens on real services: what it knows, what it shows, and that it leaves no trace."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from math import inf
from pathlib import Path

import pygame
import pytest
from tools.game_scenario import Look
from tools.picturebook import check, half
from tools.scenario import EACH_MODE

from kitchen import Cook, KitchenLoop, Order, Recipe, Shift
from kitchen.cookbook.load import load_shift
from kitchen.game.draw.kit import Kit
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.lens.lenspanel import LensPanel
from kitchen.game.service.lens.lensplan import lens_plan
from kitchen.game.service.lens.lenssight import LensSight, lens_order
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.subjects import SourceLine, Thing
from kitchen.lab.insight import STRIDE, Insight
from kitchen.runs.linecosts import line_costs
from kitchen.runs.service import Service

SHIFT = load_shift("lunch-rush")


@contextlib.contextmanager
def served(shift: Shift, mode: str = "concurrent", until: float = 300.0) -> Iterator[Service]:
    loop = KitchenLoop()
    service = Service(loop, shift, mode=mode, autopilot=True)
    try:
        loop.call_command(loop.stop, until)
        loop.run_forever()
        service.advance(until)
        yield service
    finally:
        service.sweep()
        loop.close()


@contextlib.contextmanager
def seen(service: Service) -> Iterator[LensSight]:
    sight = LensSight(service)
    try:
        yield sight
    finally:
        sight.leave()


async def steep(cook: Cook) -> None:
    await cook.timer("steep", 180)


async def tea(cook: Cook) -> None:
    cook.hands("boil water", 20)
    await steep(cook)
    cook.hands("pour", 10)


TEA = Shift([Order(0.0, tea), Order(5.0, tea)])


# -- what is known ---------------------------------------------------------------------------------


@EACH_MODE
def test_all_of_an_order_s_time_is_told_at_any_moment(mode: str) -> None:
    with served(SHIFT, mode) as service:
        insight = Insight(service)
        for order in service.view.orders.values():
            for now in (order.placed + 1.0, 150.0, 300.0):
                if now < order.placed or (order.ended or inf) < now:
                    continue
                dish = insight.dish(order.number, mode, now, inf)
                own = [spell for spell in dish.spells if spell.part == 0]
                assert line_costs(own, now).total.seconds == pytest.approx(now - order.placed)
                assert dish.listings[0].function == order.dish and not dish.blind
        insight.leave()


def test_nothing_is_known_beyond_the_present_and_the_past_is_not_cooked_again() -> None:
    with served(TEA, until=100.0) as service:
        insight = Insight(service)
        now = insight.dish(1, "concurrent", 100.0, inf)
        before = insight.dish(1, "concurrent", 10.0, 0.0)
        assert before.spells is now.spells
        assert all(spell.since <= 100.0 for spell in now.spells)
        assert [listing.function for listing in now.listings] == ["tea", "steep"]
        insight.leave()


def test_until_it_has_caught_up_facts_tell_and_spare_time_is_used() -> None:
    with served(TEA, until=100.0) as service:
        insight = Insight(service)
        dish = insight.dish(1, "concurrent", 100.0, 0.0)
        assert [listing.function for listing in dish.listings] == ["tea"]
        assert dish.run is None and not dish.blind and not insight.settled
        for _ in range(int(100.0 / STRIDE)):
            insight.work(1e-9)  # a stride at least
        dish = insight.dish(1, "concurrent", 100.0, 0.0)
        assert [listing.function for listing in dish.listings] == ["tea", "steep"]
        assert dish.run is not None and insight.settled
        insight.leave()


class Counter:
    count = 0


COUNTER = Counter()


async def counted(cook: Cook) -> None:
    COUNTER.count += 1
    cook.hands("count", 30)
    await cook.timer("wait", 60)


def test_a_recipe_that_would_leave_a_trace_is_told_from_facts() -> None:
    with served(Shift([Order(0.0, counted)]), until=50.0) as service:
        cooked = COUNTER.count
        insight = Insight(service)
        dish = insight.dish(1, "concurrent", 50.0, inf)
        assert dish.blind and cooked == COUNTER.count
        total = line_costs(dish.spells, 50.0).total
        assert (total.hands, total.fire) == (30, 20)
        insight.leave()


# -- what is looked at -----------------------------------------------------------------------------


def test_it_looks_at_what_is_chosen_else_at_what_is_at_work_else_at_the_last() -> None:
    with served(TEA, until=30.0) as service:
        view = service.view
        assert lens_order(view, 1, None) == 1
        assert lens_order(view, None, None) == 2  # hands are on the second pot of tea
        assert lens_order(view, 7, 1) == 2
    with served(TEA, "blocking", until=100.0) as service:
        assert lens_order(service.view, None, None) == 1, "a chef stares at it"
    with served(TEA, until=100.0) as service:
        assert lens_order(service.view, None, 1) == 2, "hands were on it last"
    with served(Shift([Order(50.0, tea)]), until=10.0) as service:
        assert lens_order(service.view, None, None) is None


def moment_of(service: Service, look: Look, now: float, **fields: object) -> Moment:
    sources = {name: Source(recipe.source, name) for name, recipe in TEA.recipes().items()}
    return look(service.view, now, mode=service.mode, sources=sources, **fields)


def test_the_past_is_seen_through_it_and_the_present_when_it_is_asked_for(look: Look) -> None:
    with served(TEA, until=100.0) as service, seen(service) as sight:
        now = moment_of(service, look, 100.0)
        past = replace(now, now=50.0, present=100.0)
        assert sight.look(now, inf) is now
        assert sight.look(past, inf).lens
        sight.toggle()
        assert not sight.look(past, inf).lens
        sight.look(now, inf)
        sight.toggle()
        shown = sight.look(now, inf)
        assert shown.lens and shown.dish is not None and not sight.look(past, inf).lens


# -- what is shown ---------------------------------------------------------------------------------


def picture(panel: LensPanel, canvas: pygame.Surface, moment: Moment) -> bytes:
    canvas.fill((0, 0, 0))
    panel.draw(canvas, moment)
    return pygame.image.tobytes(canvas, "RGB")


def test_what_it_keeps_looks_as_what_is_drawn_anew(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    with served(TEA, until=100.0) as service, seen(service) as sight:
        kept, shown = LensPanel(toolkit), set()
        for now in (2.0, 7.0, 7.5, 26.0, 60.0, 99.0, 30.0):
            past = moment_of(service, look, now, present=100.0, chosen=1, still=True)
            moment = sight.look(past, inf)
            drawn = picture(kept, canvas, moment)
            assert drawn == picture(LensPanel(toolkit), canvas, moment), now
            shown.add(drawn)
        assert len(shown) == 7


def test_before_the_first_order_it_says_so(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    empty = Shift([Order(50.0, tea)])
    with served(empty, until=10.0) as service, seen(service) as sight:
        panel = LensPanel(toolkit)
        moment = sight.look(moment_of(service, look, 10.0, present=20.0), inf)
        assert moment.lens and moment.dish is None
        panel.draw(canvas, moment)
        assert [spot.subject for spot in panel.spots()] == [Thing("line costs"), Thing("who waits")]


async def long(cook: Cook) -> None:
    cook.hands("1", 1)
    cook.hands("2", 1)
    cook.hands("3", 1)
    cook.hands("4", 1)
    cook.hands("5", 1)
    cook.hands("6", 1)
    cook.hands("7", 1)
    cook.hands("8", 1)
    cook.hands("9", 1)
    cook.hands("10", 1)
    cook.hands("11", 1)
    cook.hands("12", 1)
    cook.hands("13", 1)
    cook.hands("14", 1)
    cook.hands("15", 1)
    cook.hands("16", 1)
    cook.hands("17", 1)
    cook.hands("18", 1)
    cook.hands("19", 1)
    cook.hands("20", 1)
    cook.hands("21", 1)
    cook.hands("22", 1)
    cook.hands("23", 1)
    cook.hands("24", 1)
    cook.hands("25", 1)
    cook.hands("26", 1)
    cook.hands("27", 1)
    cook.hands("28", 1)
    cook.hands("29", 1)
    cook.hands("30", 1)
    await cook.timer("the end", 100)


def numbers(panel: LensPanel) -> list[int]:
    return [spot.subject.number for spot in panel.spots() if isinstance(spot.subject, SourceLine)]


def test_it_follows_the_line_at_work_until_somebody_scrolls(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    with served(Shift([Order(0.0, long)]), until=60.0) as service, seen(service) as sight:
        panel = LensPanel(toolkit)

        def at(now: float) -> list[int]:
            panel.draw(canvas, sight.look(moment_of(service, look, now, present=60.0), inf))
            return numbers(panel)

        assert 1 in at(0.5) and 32 not in numbers(panel)
        assert 32 in at(50.0) and 1 not in numbers(panel)
        x, y = panel.spots()[0].middle
        assert panel.scroll((x, y), -20.0) and not panel.scroll((5.0, 5.0), -1.0)
        assert 1 in at(51.0), "nobody has gone on: it stays where it was scrolled to"
        panel.reveal(SourceLine(0, 31))
        assert 31 in at(52.0)
        assert 3 in at(1.5), "another line is at work"


def test_each_line_in_view_is_explained(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    with served(TEA, until=100.0) as service, seen(service) as sight:
        panel = LensPanel(toolkit)
        moment = sight.look(moment_of(service, look, 100.0, present=120.0, chosen=1), inf)
        panel.draw(canvas, moment)
        said = [explain(moment, spot.subject) for spot in panel.spots()]
        assert all(said)
        line = explain(moment, SourceLine(0, 3))
        assert line is not None
        assert (line.title, line.code) == ("Line 3 of tea", "await steep(cook)")
        assert line.text == "Took 80 s of time alone. Now: steep."
        assert explain(moment, SourceLine(5, 1)) is None


ODD = """
import asyncio

async def añejo(cook, *, café="☕ " + "x" * 120):
\tif cook.order:  # 漢字 and a comment that goes on and on, far beyond what any panel has room for
\t\tcook.hands(café, 3)
\tawait asyncio.gather(*(twice(cook) for _ in range(2)), (lambda: cook.timer("λ", 40))())

async def twice(cook): await cook.timer("twice", 30); await asyncio.sleep(9)
"""


@EACH_MODE
def test_users_sources_of_any_kind_are_drawn(
    toolkit: Kit, canvas: pygame.Surface, look: Look, tmp_path: Path, mode: str
) -> None:
    file, scope, bare = tmp_path / "ödd.py", {}, {}  # type: ignore[var-annotated]
    file.write_text(ODD, encoding="utf-8")
    exec(compile(ODD, str(file), "exec"), scope)
    exec(ODD, bare)
    shift = Shift([Order(0.0, Recipe(scope["añejo"])), Order(1.0, Recipe(bare["twice"]))])
    with served(shift, mode, until=90.0) as service, seen(service) as sight:
        panel, functions = LensPanel(toolkit), set()
        for now in (1.0, 5.0, 20.0, 50.0, 89.0):
            for order in (1, 2):
                past = moment_of(service, look, now, present=90.0, chosen=order)
                moment = sight.look(past, inf)
                panel.draw(canvas, moment)
                assert moment.dish is not None
                functions |= {listing.function for listing in moment.dish.listings}
                assert all(explain(moment, spot.subject) for spot in panel.spots())
        assert functions == {"añejo", "twice"}


PICTURES = {
    "lens": (TEA, 60.0, 1, "concurrent"),
    "lens-stay": (TEA, 105.0, 2, "blocking"),
    "lens-blind": (Shift([Order(0.0, counted)]), 50.0, 1, "concurrent"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(
    toolkit: Kit, canvas: pygame.Surface, look: Look, request: pytest.FixtureRequest, name: str
) -> None:
    shift, now, order, mode = PICTURES[name]
    with served(shift, mode, until=120.0) as service, seen(service) as sight:
        past = moment_of(service, look, now, present=120.0, chosen=order)
        panel = LensPanel(toolkit)
        panel.draw(canvas, sight.look(past, inf))
        box = toolkit.stage.rect(*lens_plan(layout_of(toolkit.stage)).panel)
        check(half(canvas.subsurface(box)), name, request)
