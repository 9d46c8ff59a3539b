"""The lights are out, and the stove is still on."""

arrange = """
async def cook():
    print("Stove on")
    try:
        await asyncio.sleep(3600)
    except Exception:
        print("Stove off")
"""
