"""The call that other threads may make, and its result."""

change = [0]
arrange = """
def hall(loop):
    time.sleep(60)
    call = asyncio.run_coroutine_threadsafe(egg(), loop)
    dish = call.result()
    print(f"Hall: got {dish}")
"""
