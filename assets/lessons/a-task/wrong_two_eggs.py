"""Two eggs for one guest: `await egg()` boils another one."""

arrange = """
async def main():
    order = asyncio.create_task(egg())
    await greet()
    await egg()
    await order
    print("Served.")
"""
