"""Two at a time, but Ada kept her place while she was being sliced: the line waits for a place that
is empty."""

change = [0]
