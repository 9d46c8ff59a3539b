import asyncio
import time

from kitchen import hands, timer


async def egg() -> None:
    await timer("boil", 60)
    hands("peel", 10)
    print("Egg!")


async def soup() -> None:
    await timer("simmer", 90)
    hands("ladle", 10)
    print("Soup!")


async def bread() -> None:
    hands("knead", 30)
    time.sleep(300)
    print("Bread!")


async def dinner() -> None:
    await asyncio.gather(egg(), soup(), bread())


asyncio.run(dinner())
