import asyncio

from kitchen import Cook, recipe


@recipe(price=22, patience=180)
async def risotto(cook: Cook) -> None:
    """Risotto."""
    async with cook.station("hob"):
        cook.hands("rice in the pan", 30)
        try:
            await cook.timer("simmer", 90)
            cook.hands("dish up", 20)
        except asyncio.CancelledError:
            cook.say("Nobody eats it.")
            raise
        finally:
            cook.hands("gas off", 5)


@recipe(price=8)
async def bread(cook: Cook) -> None:
    """Bread."""
    cook.hands("knead", 100)
    async with cook.station("oven"):
        await cook.timer("bake", 120)
    cook.hands("slice", 10)
