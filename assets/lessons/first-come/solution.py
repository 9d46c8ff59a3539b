"""Come back at the first, call the other off, pay and bake."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    riding = wait([ada, ben], return_when=FIRST_COMPLETED)
    done, late = await riding
    for ride in late:
        ride.cancel()
    print("Paid:", *names(done))
    await cake()
"""
