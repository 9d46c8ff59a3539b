"""Ben was paid, and Ada came all the same: `wait` sends nobody home."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    riding = wait([ada, ben], return_when=FIRST_COMPLETED)
    done, late = await riding
    print("Paid:", *names(done))
    await cake()
"""
