"""The why of each shift: one of its three answers is proved by running it, the others are not."""

from __future__ import annotations

from typing import get_args

import pytest

from kitchen import compare
from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift
from kitchen.cookbook.why import WHYS, Check, Evidence, Measure, Quantity, parse_check, why_of
from kitchen.lab.evidence import measured
from kitchen.report.proof import TOLD, proof
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView

OWN = sorted(path.stem for path in WHYS.glob("*.toml") if path.stem != "any")


def evidence_of(shift: str | Shift) -> Evidence:
    found = {}
    for result in compare(shift).kitchens:
        view = KitchenView({})
        view.fold(result.facts)
        found[result.mode] = measured(result, view)
    return found


def test_ten_services_both_rushes_and_both_bosses_have_a_question_of_their_own() -> None:
    assert set(OWN) == {*CAREER, "lunch-rush", "dinner-rush", "slow-roast", "noodle-bar"}


@pytest.mark.parametrize("shift", [*OWN, "one-oven"])
def test_exactly_one_answer_is_proved_by_running(shift: str) -> None:
    why, evidence = why_of(shift), evidence_of(shift)
    holds = [answer.check.holds(evidence) for answer in why.answers]
    assert len(holds) == 3 and sum(holds) == 1, (evidence, holds)
    assert all(check.holds(evidence) for check in why.given)
    right = why.right(evidence)
    assert right is not None and holds[right]
    for answer in why.answers:
        assert proof(answer.check, evidence).endswith(".")


def test_the_general_question_is_about_where_the_time_goes() -> None:
    why, evidence = why_of("my-own-shift"), evidence_of("noodle-bar")
    assert why == why_of("one-oven")
    assert why.right(evidence) == 0 and why.right(evidence_of("slow-roast")) == 1


def test_no_question_where_not_exactly_one_answer_is_proved() -> None:
    why, evidence = why_of("lunch-rush"), dict(evidence_of("noodle-bar"))
    assert why.right(evidence) is None


def test_what_is_measured_in_a_kitchen_that_does_one_thing() -> None:
    noodles = evidence_of("noodle-bar")
    assert noodles["blocking"]["hands"] == 1.0 and noodles["blocking"]["longest"] <= 300.0
    assert noodles["concurrent"]["waits_for_hands"] == 1350.0
    assert noodles["parallel"]["waits_for_hands"] == noodles["parallel"]["together"] == 0.0
    roasts = evidence_of("slow-roast")
    assert roasts["concurrent"]["together"] == pytest.approx(36000 / 3710)
    assert roasts["blocking"]["staring"] == pytest.approx(36000 / 36200)
    nothing = evidence_of(Shift())["blocking"]
    assert not any(nothing.values())


def test_a_claim_is_a_measure_and_a_bound() -> None:
    few = Quantity("parallel", "hands")
    assert parse_check("parallel.hands <= 0.2") == Check(few, "<=", 0.2)
    hands = Quantity("concurrent", "hands")
    assert parse_check("concurrent.hands > 3 * parallel.hands") == Check(hands, ">", 3.0, few)
    assert parse_check("concurrent.hands > parallel.hands") == Check(hands, ">", 1.0, few)


@pytest.mark.parametrize("text", ["", "blocking.hands", "blocking.hands >= ", "hands > 1",
                                  "nobody.hands > 1", "blocking.feet > 1"])  # fmt: skip
def test_what_is_no_claim_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no (check|kitchen|measure): "):
        parse_check(text)


def test_every_measure_can_be_told() -> None:
    assert set(TOLD) == set(get_args(Measure))


def test_a_proof_has_the_figures_of_both_sides() -> None:
    evidence = evidence_of("slow-roast")
    assert proof(parse_check("blocking.staring >= 0.5"), evidence) == (
        "Blocking: 99% of the time spent standing at a pot."
    )
    both = parse_check("concurrent.wages < parallel.wages")
    assert proof(both, evidence) == "Concurrent: $19 in wages. Parallel: $181 in wages."
    one = parse_check("blocking.burnt > blocking.walked_out")
    assert proof(one, evidence) == "Blocking: nothing burnt; nobody walked out."


def test_the_shifts_with_questions_are_there() -> None:
    assert all(load_shift(name).name for name in OWN)
