"""A task's `result()` does not wait, it raises. And nobody wakes the loop: a task is made and asked in
the loop's own thread."""

change = [1]
