"""The outsider's shift: kitchen, floor and model of its benchmark must do the same work."""

from __future__ import annotations

import pytest
from tools.drawn_orders import draw, plain_shift_of, shift_of
from tools.lean_kitchen import LeanKitchen
from tools.resource_kitchen import resource_kitchen
from tools.simpy_kitchen import MODES

from kitchen import Order, Recipe, RecipeError, ShiftError, run


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("orders", [1, 300])
def test_the_floor_writes_the_kitchens_facts_and_the_model_ends_with_it(
    mode: str, orders: int
) -> None:
    drawn = draw(orders)
    result, floor = run(shift_of(drawn), mode=mode, seed=0), LeanKitchen(shift_of(drawn), mode)
    assert floor.run() == result.makespan
    assert floor.facts == result.log.decided
    model = resource_kitchen(plain_shift_of(drawn), mode).run()
    assert model.makespan == pytest.approx(result.makespan)


def test_code_that_is_the_same_on_other_lines_has_lines_of_its_own() -> None:
    def made(gap: str) -> Recipe:
        names: dict[str, object] = {}
        exec(f"async def dish(cook):\n{gap}    cook.hands('a', 1.0)\n", names)
        return Recipe(names["dish"])  # type: ignore[arg-type]

    near, far = made(""), made("\n\n")
    assert (max(near.lines), max(far.lines)) == (2, 4)
    assert (max(Recipe(near.function).lines), max(Recipe(far.function).lines)) == (2, 4)


def test_what_is_not_plain_yet_becomes_so() -> None:
    class Words(str):
        """A text of somebody's own."""

    async def dish(cook: object) -> None: ...

    order = Order(3, Recipe(dish, price=True + 1, patience=7), Words("recipe"))  # type: ignore[arg-type]
    assert (type(order.at), type(order.patience), order.waits) == (float, str, 7.0)
    assert type(order.recipe.patience) is float
    with pytest.raises(ShiftError):
        Order(0.0, dish, "never")  # type: ignore[arg-type]
    with pytest.raises(RecipeError):
        Recipe(dish, price=True)
