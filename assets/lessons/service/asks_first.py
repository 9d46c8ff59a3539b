import asyncio

from kitchen import hands, timer

bell = asyncio.Condition()
plates = []


async def cook() -> None:
    for number in (1, 2):
        await timer("simmer", 60)
        hands("dish up", 30)
        async with bell:
            plates.append(number)
            bell.notify()


async def waiter(name: str, walk: float) -> None:
    await timer("walk up", walk)
    async with bell:
        await bell.wait_for(lambda: plates)
        plate = plates.pop(0)
    await timer("carry", 60)
    print(name, "serves plate", plate)


async def evening() -> None:
    await asyncio.gather(cook(), waiter("Ada", 20), waiter("Ben", 240))


asyncio.run(evening())
