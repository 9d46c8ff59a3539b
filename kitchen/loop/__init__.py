"""The kitchen loop: asyncio on kitchen time.

It knows nothing of kitchens and could be a package of its own: only the ground files (plain.py) are
below it, and everybody above may use it. `loop.py` runs; `schedule.py` keeps time and order,
`pacing.py` the wall clock, `threads.py` whatever has to do with other threads, `stall.py` tells why
nothing goes on. What another part of asyncio needs gets a file here, and its tests in tests/loop.
"""
