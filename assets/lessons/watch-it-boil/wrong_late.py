"""Both served, but the chef stood idle before the first pot."""

cook = [(100.0, 2), (110.0, 1)]
