import asyncio
import time


def chicken():
    print("Chicken is on.")
    time.sleep(900)
    print("Chicken!")


def boil():
    print("Egg is on.")
    time.sleep(420)
    print("Egg!")


async def dinner():
    chicken()
    boil()
    print("Dinner!")


asyncio.run(dinner())
