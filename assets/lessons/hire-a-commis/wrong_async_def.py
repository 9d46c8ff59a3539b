"""`async def` made a coroutine of it, which nobody awaited: no meat was minced. And its
`time.sleep` would block all the same."""

change = [0]
