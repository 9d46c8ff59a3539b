"""A task's `result()` does not wait: in a thread that is not the loop's, nobody may ask it like that."""

change = [1]
