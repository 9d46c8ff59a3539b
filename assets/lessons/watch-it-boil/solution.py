"""The guest with less patience first."""

cook = [2, 1]
