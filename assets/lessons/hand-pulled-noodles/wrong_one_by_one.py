"""Still 15:00: the hands do the same work, whoever is first."""

change = [1]
