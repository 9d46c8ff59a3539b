"""Give the task a name, and await it before you close."""

change = [0, 2]
