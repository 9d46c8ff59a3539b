import asyncio
import time

from kitchen import hands, timer


async def egg() -> None:
    await timer("boil", 120)
    hands("peel", 20)
    print("Egg!")


async def bread() -> None:
    hands("knead", 60)
    time.sleep(240)
    hands("shape", 30)
    print("Bread!")


async def salad() -> None:
    for onion in range(5):
        hands(f"chop onion {onion + 1}", 60)
    print("Salad!")


async def dinner() -> None:
    await asyncio.gather(egg(), bread(), salad())


asyncio.run(dinner())
