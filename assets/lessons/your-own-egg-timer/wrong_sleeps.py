"""`time.sleep` kept the chef standing there: a timer that nobody can leave."""

arrange = """
    def __await__(self):
        loop = asyncio.get_running_loop()
        ring = loop.create_future()
        time.sleep(self.seconds)
        ring.set_result("Ding!")
        return ring.__await__()
"""
