"""Await the rising, and leave a gap after each onion."""

change = [0, 2]
