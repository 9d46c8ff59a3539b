import asyncio

from kitchen import hands, timer


async def egg() -> None:
    await timer("boil", 90)
    hands("peel", 20)
    print("Egg!")


async def salad() -> None:
    for onion in range(5):
        hands(f"chop onion {onion + 1}", 60)
        await asyncio.sleep(0)
    print("Salad!")


async def dinner() -> None:
    await asyncio.gather(egg(), salad())


asyncio.run(dinner())
