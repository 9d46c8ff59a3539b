import asyncio

from kitchen import hands, timer


async def parsley() -> None:
    await timer("look in the fridge", 90)
    raise LookupError("no parsley")


async def soup() -> None:
    hands("fill the pot", 30)
    await timer("simmer", 300)
    print("Soup!")


async def evening() -> None:
    search = asyncio.create_task(parsley())
    await soup()
    print("All is well.")


asyncio.run(evening())
