import asyncio
from contextlib import asynccontextmanager

from kitchen import timer


@asynccontextmanager
async def hot_oven():
    print("Oven on")


async def serve():
    async with hot_oven():
        await timer("bake", 300)
        raise ValueError("the cake fell")


asyncio.run(serve())
