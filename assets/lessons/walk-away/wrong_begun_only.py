"""A dish still waits for hands: each wants them twice, to begin and when it rings."""

cook = [(0.0, 1), (36.0, 2)]
