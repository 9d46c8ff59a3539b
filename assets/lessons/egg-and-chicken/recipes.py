import asyncio
import time

from kitchen import hands, station, timer


async def chicken():
    hands("season the chicken", 60)
    async with station("hob"):
        print("Chicken is on.")
        await timer("roast", 900)
    hands("carve", 30)
    print("Chicken!")


async def boil():
    hands("put the egg in", 20)
    async with station("hob"):
        print("Egg is on.")
        await timer("boil", 420)
    hands("peel", 40)
    print("Egg!")


async def dinner():
    hen = asyncio.create_task(chicken())
    egg = asyncio.create_task(boil())
    await hen
    await egg
    print("Dinner!")


asyncio.run(dinner())
