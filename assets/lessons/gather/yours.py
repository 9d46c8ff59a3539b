import asyncio


async def cook(dish, seconds):
    print(dish, "is on.")
    await asyncio.sleep(seconds)
    print(dish, "is done.")
    return dish


async def main():
    # Soup 300 seconds, Egg 420, Toast 120: all of them at once.
    soup = await cook("Soup", 300)
    print("Tray:", soup)


asyncio.run(main())
