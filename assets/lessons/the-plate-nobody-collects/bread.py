import asyncio

from kitchen import hands, timer


async def bread() -> None:
    hands("knead", 60)
    await timer("bake", 420)
    hands("slice", 30)


async def soup() -> None:
    hands("fill the pot", 30)
    await timer("simmer", 300)


async def evening() -> None:
    asyncio.create_task(bread())
    await soup()
    print("Closed.")


asyncio.run(evening())
