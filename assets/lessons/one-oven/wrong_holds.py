"""Two at a time, but each pizza keeps its place while it is sliced: the line waits for a place that
is empty."""

change = [0]
