import asyncio
import time

from kitchen import hands, timer


async def egg() -> None:
    await timer("boil", 120)
    hands("peel", 20)
    print("Egg!")


async def dinner() -> None:
    async def bread() -> None:
        hands("knead", 60)
        time.sleep(240)
        hands("shape", 30)
        print("Bread!")

    async def salad() -> None:
        for _ in range(5):
            hands("chop an onion", 60)
        print("Salad!")

    await asyncio.gather(egg(), bread(), salad())


asyncio.run(dinner())
