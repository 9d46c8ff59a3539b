import asyncio
import time

from kitchen import station, timer


async def simmer(seconds):
    async with station("hob"):
        await timer("simmer", seconds)


async def cook(dish, seconds):
    print(dish, "on")
    time.sleep(seconds)
    print(dish, "done")


async def main():
    soup = asyncio.create_task(cook("Soup", 300))
    egg = asyncio.create_task(cook("Egg", 420))
    await soup
    await egg


asyncio.run(main())
