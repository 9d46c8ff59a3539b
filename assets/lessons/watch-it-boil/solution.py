"""The guest with less patience first."""

cook = [1, 2]
