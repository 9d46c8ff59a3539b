"""Where everybody starts: one chicken, one egg, one chef."""

from __future__ import annotations

from kitchen.sim.shift.recipe import Cook, recipe


@recipe(price=14.00, patience=2700)
async def chicken(cook: Cook) -> None:
    """Chicken in the pot."""
    cook.hands("season the chicken", 60)
    async with cook.station("hob"):
        await cook.timer("simmer", 900)
    cook.hands("carve and plate", 30)


@recipe(price=4.50, patience=1500)
async def egg(cook: Cook) -> None:
    """Seven-minute egg."""
    cook.hands("fill the pan", 20)
    async with cook.station("hob"):
        await cook.timer("boil", 420)
    cook.hands("peel and plate", 40)
