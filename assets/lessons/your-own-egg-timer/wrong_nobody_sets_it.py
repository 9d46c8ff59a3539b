"""The egg waits for ever: nobody ever sets the future."""

arrange = """
    def __await__(self):
        loop = asyncio.get_running_loop()
        ring = loop.create_future()
        return ring.__await__()
"""
