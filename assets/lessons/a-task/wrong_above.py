"""A name is used above the line that makes it."""

arrange = """
async def main():
    await order
    order = asyncio.create_task(egg())
    await greet()
    print("Served.")
"""
