"""What is said of cards that lie wrong: by how they begin, or by a card that is among them."""

from __future__ import annotations

import pytest

from kitchen.lessons.book import find_lesson
from kitchen.lessons.judging.judge import judged


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        (["Closing time", "Radio: midnight"], "`asyncio.run` does not wait for the radio"),
        (["Radio: off"], "The radio is cancelled when `main` is over"),
    ],
)
def test_a_mistake_is_told_by_its_cards(given: list[str], begins: str) -> None:
    lesson = find_lesson("one-kitchen-at-a-time")
    verdict = judged(lesson, lesson.step("predict"), given)
    assert not verdict.works and verdict.says.startswith(begins)


def test_the_first_that_fits_is_said() -> None:
    lesson = find_lesson("gather")
    step = lesson.step("predict")
    assert judged(lesson, step, ["Soup is on.", "Soup is done."]).says.startswith("All three")
    assert judged(lesson, step, ["Egg is on."]).says.startswith("Card 1 is")
