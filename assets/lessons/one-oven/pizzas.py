import asyncio

from kitchen import hands, timer

oven = asyncio.Semaphore(2)


async def pizza(guest: str) -> None:
    hands("roll the dough", 60)
    async with oven:
        print(guest, "in")
        await timer("bake", 300)
    print(guest, "out")


async def evening() -> None:
    await asyncio.gather(pizza("Ada"), pizza("Ben"), pizza("Cy"))


asyncio.run(evening())
