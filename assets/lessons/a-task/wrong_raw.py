"""Served before it was done: wait for the egg first."""

arrange = """
async def main():
    order = asyncio.create_task(egg())
    await greet()
    print("Served.")
    await order
"""
