"""\"asyncio.run() cannot be called from a running event loop\": one kitchen at a time."""

change = [1]
