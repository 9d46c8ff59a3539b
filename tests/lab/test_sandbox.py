"""The sandbox: a kitchen of the player's own making, and the file that it is saved in."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen import KitchenError, ShiftError, run
from kitchen.cli.main import main
from kitchen.cookbook.load import load_shift, parse_shift
from kitchen.lab.sandbox import CLOSES, DISHES, OPEN, Sandbox
from kitchen.runs.courses import rehearse
from kitchen.sim import facts as f
from kitchen.sim.policy import POLICIES

COUNTS = st.integers(1, 10)
BOXES = st.builds(
    Sandbox,
    chefs=COUNTS, hobs=COUNTS, ovens=COUNTS,
    attention=st.sampled_from(["stay", "leave"]),
    every=st.floats(40, 600),
    hands_share=st.floats(0.05, 0.95),
    policy=st.sampled_from([name for name in POLICIES if name != "player"]),
    seed=st.integers(0, 2**40),
    patient=st.booleans(),
)  # fmt: skip


@given(box=BOXES)
@settings(max_examples=10, deadline=None)
def test_a_saved_sandbox_runs_to_the_very_facts(
    box: Sandbox, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = box.save(tmp_path_factory.mktemp("box"))
    assert load_shift(path) == box.shift()
    assert run(path).digest == run(box.shift()).digest


@given(box=BOXES, percent=st.integers(5, 95))
@settings(max_examples=30, deadline=None)
def test_its_rules_are_found_again_in_the_file(box: Sandbox, percent: int) -> None:
    box = replace(box, hands_share=percent / 100)
    assert Sandbox.of(parse_shift(box.text(), "whatever")) == box


def test_no_rules_are_found_in_what_no_sandbox_makes() -> None:
    assert Sandbox.of(load_shift("lunch-rush")) is None
    made = Sandbox().shift()
    assert Sandbox.of(replace(made, wage=1.0)) is None
    assert Sandbox.of(replace(made, stations={"hob": 4, "oven": 2, "grill": 1})) is None


def test_the_command_line_takes_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Sandbox(chefs=3, attention="stay", policy="shortest", seed=5)
    assert main(["run", str(box.save(tmp_path)), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["digest"] == run(box.shift()).digest
    assert (said["chefs"], said["attention"], said["policy"], said["seed"]) == (
        3, "stay", "shortest", 5,
    )  # fmt: skip


@given(share=st.floats(0.05, 0.95))
@settings(max_examples=10, deadline=None)
def test_the_share_of_hands_is_that_of_the_average_dish(share: float) -> None:
    def seconds(box: Sandbox) -> tuple[float, float]:
        """Of hands and of timers, in all dishes as often as they are ordered."""
        totals = {"hands": 0.0, "timer": 0.0}
        for name, plan in rehearse(box.shift()).items():
            for step in plan:
                totals[step.kind] += step.seconds * DISHES[name]
        return totals["hands"], totals["timer"]

    hands, timers = seconds(Sandbox(hands_share=share))
    assert hands / (hands + timers) == pytest.approx(share, abs=1e-6)
    assert hands + timers == pytest.approx(sum(seconds(Sandbox())), abs=1e-3)


@pytest.mark.parametrize("share", [0.0, 1.0, -0.5, math.nan, "half", True])
def test_a_share_is_above_none_and_below_all(share: Any) -> None:
    with pytest.raises(ShiftError, match="hands_share: above 0 and below 1, not"):
        Sandbox(hands_share=share)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(KitchenError, match="cannot write there"):
        Sandbox().save(tmp_path / "file" / "folder")


def test_the_kitchen_has_the_rules() -> None:
    result = run(Sandbox(3, "stay", hobs=5, ovens=1, policy="shortest", seed=4).shift())
    opened = result.facts[0]
    assert isinstance(opened, f.Opened)
    assert (opened.chefs, opened.attention, opened.policy) == (3, "stay", "shortest")
    assert opened.stations == {"hob": 5, "oven": 1} and opened.seed == 4


def test_orders_come_for_an_hour_as_often_as_is_wanted() -> None:
    orders = Sandbox(every=10.0).shift().orders_for(1)
    assert 300 < len(orders) < 420
    assert max(order.at for order in orders) < OPEN
    assert {order.recipe.name for order in orders} == set(DISHES)


def test_patient_guests_wait_for_ever_and_others_walk_out() -> None:
    crowded = {"every": 20.0, "ovens": 1}
    patient = run(Sandbox(**crowded).shift())  # type: ignore[arg-type]
    hurried = run(Sandbox(**crowded, patient=False).shift())  # type: ignore[arg-type]
    assert patient.walked_out == 0 and hurried.walked_out > 10


def test_a_kitchen_that_would_never_be_done_closes_all_the_same() -> None:
    result = run(Sandbox(every=20.0, hands_share=0.95).shift())
    assert result.open > 100 and CLOSES <= result.makespan < 2 * CLOSES


@pytest.mark.parametrize("rule", [{"chefs": 0}, {"hobs": 0}, {"every": 0.0}, {"policy": "luck"}])
def test_rules_that_cannot_be_are_refused_by_the_shift(rule: dict[str, object]) -> None:
    with pytest.raises(ShiftError):
        Sandbox(**rule).shift()  # type: ignore[arg-type]


# -- files -----------------------------------------------------------------------------------------

ODD = Sandbox(7, "stay", 3, 5, 61.02, 0.35, "deadline", 99, patient=False)


@pytest.mark.parametrize("sandbox", [Sandbox(), ODD])
def test_its_text_says_the_same_shift(sandbox: Sandbox) -> None:
    assert parse_shift(sandbox.text()) == sandbox.shift()


def test_every_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    paths = [Sandbox(chefs=number).save(folder) for number in (1, 2, 3)]
    assert [path.name for path in paths] == [f"sandbox-{n}.toml" for n in (1, 2, 3)]
    paths[1].unlink()
    assert Sandbox().save(folder) == paths[1]
    assert load_shift(paths[2]).brigade.chefs == 3
