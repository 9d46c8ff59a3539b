import asyncio

from kitchen import Cook, recipe

bell = asyncio.Condition()


@recipe(price=4)
async def tray(cook: Cook) -> None:
    """Tray."""
    cook.hands("fetch a tray", 20)
    async with bell:
        await bell.wait()
    cook.hands("carry", 40)


@recipe(price=16)
async def soup(cook: Cook) -> None:
    """Soup."""
    async with cook.station("hob"):
        cook.hands("stir", 20)
        await cook.timer("simmer", 60)
    cook.hands("dish up", 30)
    async with bell:
        bell.notify()


@recipe(price=9)
async def bread(cook: Cook) -> None:
    """Bread."""
    cook.hands("knead", 90)
    async with cook.station("oven"):
        await cook.timer("bake", 60)
    cook.hands("slice", 10)
