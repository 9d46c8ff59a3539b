import asyncio

from kitchen import hands, station, timer


async def cakes(count):
    for number in range(1, count + 1):
        await timer("bake", 300)
        print(f"Cake {number} is baked")
        yield number


async def serve():
    async with station("oven"):
        async for number in cakes(3):
            hands("carry", 30)
            print(f"Cake {number} is carried")


asyncio.run(serve())
