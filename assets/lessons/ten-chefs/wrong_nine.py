"""A chicken never got a chef, though one was free all the time."""

cook = [1, 2, 3, 4, 5, 6, 7, 8, 9]
