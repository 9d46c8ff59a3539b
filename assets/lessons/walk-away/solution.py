"""Let each dish go where it waits."""

cook = [(0.0, 1), (36.0, 2), (335.0, 1), (476.0, 2)]
change = [0]
