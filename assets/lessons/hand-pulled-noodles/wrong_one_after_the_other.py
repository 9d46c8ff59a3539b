"""A bowl waited though a chef stood there with empty hands."""

cook = [[0, 1], [60, 2], [120, 3]]
