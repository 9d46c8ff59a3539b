"""One cake at a time, and an oven that is turned off."""

change = [0]
arrange = """
@asynccontextmanager
async def hot_oven():
    print("Oven on")
    try:
        yield
    finally:
        print("Oven off")
"""
