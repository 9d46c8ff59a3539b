"""Perfetto's own trace processor reads a trace, and answers with our figures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tools.perfetto import NEEDS_PERFETTO, Perfetto, perfetto

from kitchen import Comparison, compare
from kitchen.cli.main import main

pytestmark = NEEDS_PERFETTO

SHIFT = "lunch-rush"


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(SHIFT)


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Perfetto]:
    """That of the four kitchens, opened."""
    file = tmp_path_factory.mktemp("trace") / "trace.json"
    assert main(["compare", SHIFT, "--json", "--trace", str(file)]) == 0
    with perfetto(file) as opened:
        yield opened


def test_it_reads_all_of_it_without_a_complaint(trace: Perfetto) -> None:
    bad = "select name, value from stats where severity in ('error', 'data_loss') and value > 0"
    assert trace.rows(bad) == []


def test_slices_nest_and_no_track_overlaps(trace: Perfetto) -> None:
    across = """
        select count(*) from slice a join slice b on a.track_id = b.track_id and a.id < b.id
        where a.ts < b.ts + b.dur and b.ts < a.ts + a.dur
        and not (a.ts <= b.ts and a.ts + a.dur >= b.ts + b.dur)
        and not (b.ts <= a.ts and b.ts + b.dur >= a.ts + a.dur)"""
    assert trace.value(across) == 0
    assert trace.value("select count(*) from slice where dur < 0") == 0
    out_of_parent = """
        select count(*) from slice c join slice p on c.parent_id = p.id
        where c.ts < p.ts or c.ts + c.dur > p.ts + p.dur"""
    assert trace.value(out_of_parent) == 0
    depths = "select distinct category, depth from slice where category in ('dish', 'hands')"
    found = {(row["category"], row["depth"]) for row in trace.rows(depths)}
    assert found == {("dish", 0), ("hands", 0), ("hands", 1)}, "steps lie in their dish"


def test_every_wait_has_a_reason(trace: Perfetto) -> None:
    reasons = """
        select extract_arg(arg_set_id, 'args.reason') as reason, count(*) as n, sum(dur) as dur
        from slice where category = 'wait' group by reason"""
    told = {row["reason"]: row["n"] for row in trace.rows(reasons)}
    assert None not in told
    assert {
        "waiting for the chef",
        "waiting for a free oven",
        "waiting for its parts",
    } <= told.keys()
    assert any(reason.startswith("cooking: ") for reason in told)


def test_waits_belong_to_their_kitchens(trace: Perfetto) -> None:
    waits = """
        select p.name as kitchen, count(*) as n
        from slice s join process_track t on s.track_id = t.id join process p using (upid)
        where s.category = 'wait' group by upid"""
    assert len(trace.rows(waits)) == 4


def test_sums_are_the_figures_of_the_results(trace: Perfetto, comparison: Comparison) -> None:
    hands = """
        select p.name as kitchen, sum(s.dur) / 1e9 as hands
        from slice s join thread_track t on s.track_id = t.id join thread using (utid)
        join process p using (upid) where s.category = 'hands' and thread.tid <= 10 group by upid"""
    worked = {row["kitchen"]: row["hands"] for row in trace.rows(hands)}
    served = """
        select p.name as kitchen, count(*) as n
        from slice s join thread_track t on s.track_id = t.id join thread using (utid)
        join process p using (upid) where s.name = 'served' group by upid"""
    plates = {row["kitchen"]: row["n"] for row in trace.rows(served)}
    money = """
        select p.name as kitchen, c.value as value from counter c
        join process_counter_track t on c.track_id = t.id join process p using (upid)
        where t.name = 'money profit' order by c.ts"""
    profit = {row["kitchen"]: row["value"] for row in trace.rows(money)}  # the last counts
    for result in comparison.kitchens:
        name = f"{result.mode.capitalize()} kitchen"
        expected = result.utilisation * result.chefs * result.makespan
        assert worked[name] == pytest.approx(expected, abs=1e-5)
        assert plates[name] == result.served
        assert profit[name] == result.profit


def test_kitchens_chefs_and_dishes_have_their_names(trace: Perfetto) -> None:
    names = "select name from process where name like '% kitchen' order by pid"
    kitchens = ["Blocking", "Concurrent", "Parallel", "Hybrid"]
    assert [row["name"] for row in trace.rows(names)] == [f"{one} kitchen" for one in kitchens]
    for name, times in (("Chef 1", 4), ("Chef 10", 2), ("#2 Steak", 4)):
        assert trace.value(f"select count(*) from thread where name = '{name}'") == times
    assert trace.value("select count(*) from flow") > 100
