import asyncio

from kitchen import hands, station, timer


def clock():
    seconds = round(asyncio.get_running_loop().time())
    return f"{seconds // 60}:{seconds % 60:02}"


async def cakes(count):
    async with station("oven"):
        for number in range(1, count + 1):
            await timer("bake", 300)
            yield number


async def serve():
    tray = [number async for number in cakes(3)]
    for number in tray:
        hands("carry", 30)
        print(f"Cake {number} at {clock()}")


asyncio.run(serve())
