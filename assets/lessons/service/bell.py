import asyncio

from kitchen import hands, timer

bell = asyncio.Event()


async def waiter(name: str, walk: float) -> None:
    await timer("walk up", walk)
    await bell.wait()
    print(name, "carries")


async def soup() -> None:
    await timer("simmer", 120)
    hands("dish up", 30)
    bell.set()
    print("Service!")


async def evening() -> None:
    await asyncio.gather(waiter("Ada", 30), waiter("Ben", 60), soup(), waiter("Cy", 300))


asyncio.run(evening())
