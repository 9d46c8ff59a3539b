"""The lights are out, and the stove is still on."""

arrange = """
async def cook():
    print("Stove on")
    await asyncio.sleep(3600)
    print("Stove off")
"""
