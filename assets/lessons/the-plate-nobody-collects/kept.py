import asyncio

from kitchen import hands, timer

baking = set()


async def bread(number: int) -> None:
    hands("knead", 60)
    await timer("bake", 300)
    print("Bread", number, "is done.")


async def evening() -> None:
    for number in (1, 2, 3):
        task = asyncio.create_task(bread(number))
        baking.add(task)
        task.add_done_callback(baking.discard)
    await asyncio.gather(*baking)
    print("Closed.")


asyncio.run(evening())
