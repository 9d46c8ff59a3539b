"""An arrangement of lines: as text and back, whatever is moved where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kitchen.game.lesson.building.arrangement import DEEPEST, Arrangement

PIECES = ["async def dinner():", "await hen", "await hen", "if late:", 'print("Dinner!")', "x = 1"]

moves = st.lists(
    st.tuples(st.integers(0, 5), st.integers(-2, 9), st.integers(-2, 9), st.booleans()),
    max_size=20,
)


def arranged(wanted: list[tuple[int, int, int, bool]]) -> Arrangement:
    model = Arrangement(PIECES, 1)
    for piece, row, depth, out in wanted:
        if model.fixed(piece):
            continue
        if out:
            model.take_out(piece)
        else:
            model.move(piece, row, depth)
    return model


@given(moves)
def test_every_piece_is_either_placed_or_left_over(
    wanted: list[tuple[int, int, int, bool]],
) -> None:
    model = arranged(wanted)
    placed = [line.piece for line in model.lines]
    assert sorted(placed + model.left) == list(range(len(PIECES)))
    assert placed[0] == 0, "what is given stays"
    assert all(0 <= line.depth <= DEEPEST for line in model.lines)


@given(moves)
def test_text_and_back(wanted: list[tuple[int, int, int, bool]]) -> None:
    text = arranged(wanted).text
    again = Arrangement(PIECES, 1)
    again.put(text)
    assert again.text == text
    again.put(None)
    assert again.text == "async def dinner():\n"


def test_a_new_line_stands_as_deep_as_the_one_before_or_deeper_in_a_block() -> None:
    model = Arrangement(PIECES, 1)
    assert model.usual_depth(1) == 1
    model.move(3, 1, 1)
    assert model.usual_depth(2) == 2
    model.move(1, 2, 2)
    assert model.usual_depth(3) == 2


def test_what_is_no_piece_is_left_out() -> None:
    model = Arrangement(PIECES, 1)
    model.put("async def dinner():\n    import os\n    await hen\n")
    assert model.text == "async def dinner():\n    await hen\n"
