"""Both served, but too late: one of them could have been on the fire before."""

cook = [(0.0, 2), (440.0, 2), (500.0, 1), (1460.0, 1)]
