"""Nobody caught it, and the tart is lost: what comes out of the block is a `TimeoutError`."""

change = [0]
