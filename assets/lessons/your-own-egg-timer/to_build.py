import asyncio
import time

from kitchen import hands


class EggTimer:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        loop = asyncio.get_running_loop()


async def egg():
    hands("put the egg in", 20)
    print(await EggTimer(400))
    hands("peel", 60)


asyncio.run(egg())
