import asyncio
import time

from kitchen import hands, timer


async def burger() -> None:
    def mince() -> str:
        time.sleep(240)
        return "mince"

    hands("fetch the meat", 30)
    meat = mince()
    hands("fry", 30)
    print("Burger!" if meat == "mince" else "No mince!")


async def egg() -> None:
    await timer("boil", 120)
    hands("peel", 30)
    print("Egg!")


async def dinner() -> None:
    await asyncio.gather(burger(), egg())


asyncio.run(dinner())
