"""The egg was pinned up and nobody waited for it: when `main` is over, the kitchen closes."""

arrange = """
async def main():
    order = asyncio.create_task(egg())
    await greet()
    print("Served.")
"""
