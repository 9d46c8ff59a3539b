import asyncio

from kitchen import hands, timer


async def egg():
    hands("put the egg in", 20)
    await timer("boil", 400)
    hands("peel", 60)


async def dinner():
    asyncio.run(egg())
    print("Dinner!")


asyncio.run(dinner())
