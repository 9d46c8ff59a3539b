import asyncio
import time  # noqa: F401

from kitchen import hands, station, timer


async def chicken() -> None:
    hands("season the chicken", 60)
    async with station("hob"):
        print("Chicken is on.")
        await timer("roast", 900)
    hands("carve", 30)
    print("Chicken!")


async def egg() -> None:
    hands("put the egg in", 20)
    async with station("hob"):
        print("Egg is on.")
        await timer("boil", 400)
    hands("peel", 60)
    print("Egg!")


async def dinner() -> None:
    await chicken()
    await egg()
    print("Dinner!")


asyncio.run(dinner())
