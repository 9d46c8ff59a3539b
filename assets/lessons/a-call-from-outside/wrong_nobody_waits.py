"""The call was made, and nobody waited for it: the hall went home without an egg."""

arrange = """
def hall(loop):
    time.sleep(60)
    call = asyncio.run_coroutine_threadsafe(egg(), loop)
    print(f"Hall: got {dish}")
"""
