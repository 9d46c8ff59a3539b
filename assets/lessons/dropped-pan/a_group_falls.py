import asyncio

from kitchen import hands, timer


class PanDropped(Exception):
    pass


async def steak() -> None:
    hands("salt the steak", 30)
    await timer("sear", 60)
    raise PanDropped("The steak is on the floor")


async def soup() -> None:
    hands("fill the pot", 30)
    try:
        await timer("simmer", 300)
        print("Soup!")
    except asyncio.CancelledError:
        print("Soup off.")
        raise


async def dinner() -> None:
    try:
        async with asyncio.TaskGroup() as pans:
            pans.create_task(steak())
            pans.create_task(soup())
    except* PanDropped:
        print("Sorry!")
    await asyncio.sleep(400)
    print("Closed.")


asyncio.run(dinner())
