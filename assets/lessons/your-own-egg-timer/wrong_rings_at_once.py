"""It rang at once: the result was set before anybody waited."""

arrange = """
    def __await__(self):
        loop = asyncio.get_running_loop()
        ring = loop.create_future()
        ring.set_result("Ding!")
        return ring.__await__()
"""
