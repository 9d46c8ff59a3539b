"""Both served, but too late: a dish stood with its hand up while the chef was free."""

cook = [(0.0, 2), (440.0, 2), (500.0, 1), (1460.0, 1)]
