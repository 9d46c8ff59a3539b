import asyncio


async def cook(dish, seconds):
    print(dish, "is on.")
    await asyncio.sleep(seconds)
    print(dish, "is done.")
    return dish


async def main():
    tray = await asyncio.gather(
        cook("Soup", 300),
        cook("Egg", 420),
        cook("Toast", 120),
    )
    print("Tray:", *tray)


asyncio.run(main())
