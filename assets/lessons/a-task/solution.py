"""Pin it up, then greet."""

arrange = """
async def main():
    order = asyncio.create_task(egg())
    await greet()
    await order
    print("Served.")
"""
