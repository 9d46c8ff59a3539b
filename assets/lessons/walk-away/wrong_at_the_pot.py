"""Both served, but the egg was begun when the soup was done: meanwhile the chef stood about."""

cook = [(0.0, 1), (335.0, 1), (363.0, 2), (810.0, 2)]
