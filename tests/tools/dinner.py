"""A dinner: the dish of those who cook very many."""

from __future__ import annotations

from kitchen import Cook, recipe


@recipe(price=9)
async def dinner(cook: Cook) -> None:
    cook.hands("chop", 20)
    async with cook.station("hob"):
        await cook.timer("boil", 200, hold=6000)
        cook.hands("take", 5)
    cook.hands("plate", 20)
