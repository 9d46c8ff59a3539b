"""`join` still waits: all plates are served, but nobody ever called `task_done`."""

write = """
import asyncio

from kitchen import hands, timer

window = asyncio.Queue(maxsize=2)


async def cook() -> None:
    for number in (1, 2, 3, 4):
        hands("dish up", 20)
        await window.put(number)


async def waiter(name: str) -> None:
    while True:
        number = await window.get()
        await timer("carry", 120)
        print("Plate", number, "is served")


async def evening() -> None:
    tasks = [asyncio.create_task(waiter(name)) for name in ("Wim", "Ute")]
    await cook()
    await window.join()
    print("Closed")
    for task in tasks:
        task.cancel()


asyncio.run(evening())
"""
