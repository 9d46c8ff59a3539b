"""You waited for both, and paid both: `wait` comes back at the first only if it is told to."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    riding = wait([ada, ben])
    done, late = await riding
    for ride in late:
        ride.cancel()
    print("Paid:", *names(done))
    await cake()
"""
