import asyncio

from kitchen import hands, timer


async def soup() -> str:
    hands("fill the pot", 30)
    await timer("simmer", 300)
    return "Soup"


async def steak() -> str:
    hands("salt the steak", 30)
    await timer("sear", 180)
    return "Steak"


async def egg() -> str:
    hands("put the egg in", 30)
    await timer("boil", 60)
    return "Egg"


async def dinner() -> None:
    dishes = [asyncio.create_task(dish()) for dish in (soup, steak, egg)]
    for plate in asyncio.as_completed(dishes):
        print(await plate)
    print(*await asyncio.gather(*dishes))


asyncio.run(dinner())
