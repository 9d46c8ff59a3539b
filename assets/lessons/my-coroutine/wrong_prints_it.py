"""There it is on the table: a coroutine object, as cold as before."""

change = [1]
