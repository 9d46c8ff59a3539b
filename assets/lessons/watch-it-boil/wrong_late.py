"""Both served, but the chef stood idle before the first pot."""

cook = [(100.0, 1), (110.0, 2)]
