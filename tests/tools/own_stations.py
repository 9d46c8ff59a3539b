"""A shift with stations of kinds that nobody else has: a grill and a fryer."""

from __future__ import annotations

from kitchen import Cook, Order, Recipe, Shift


async def kebab(cook: Cook) -> None:
    cook.hands("skewer", 20)
    async with cook.station("grill"):
        await cook.timer("grill", 200, hold=60)
        cook.hands("turn", 5)
    async with cook.station("fryer"):
        await cook.timer("fry the chips", 100)
    cook.hands("plate", 10)


def own_shift() -> Shift:
    dish = Recipe(kebab, 10.0)
    orders = [Order(at=20.0 * n, dish=dish) for n in range(8)]
    return Shift(orders=orders, stations={"hob": 1, "grill": 2, "fryer": 1}, title="Grill bar")
