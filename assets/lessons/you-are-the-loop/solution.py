"""What can wait alone goes first."""

cook = [1, 2, 1]
