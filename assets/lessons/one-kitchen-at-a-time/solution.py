"""Await on a loop that runs; tidy up in finally."""

change = [0]
arrange = """
async def cook():
    print("Stove on")
    try:
        await asyncio.sleep(3600)
    finally:
        print("Stove off")
"""
