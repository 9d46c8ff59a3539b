"""Nobody called for breakfast: the last line is gone."""

change = [0, 1]
