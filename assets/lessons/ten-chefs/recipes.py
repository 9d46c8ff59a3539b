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
    hen = asyncio.create_task(asyncio.to_thread(chicken))
    egg = asyncio.create_task(asyncio.to_thread(boil))
    await hen
    await egg
    print("Dinner!")


asyncio.run(dinner())
