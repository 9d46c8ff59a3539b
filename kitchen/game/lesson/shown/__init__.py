"""A run shown: the right half of a lesson (`rightside`). Its clock is `playing`; the live kitchen,
the strips, what it prints and the goals each stand in a file. Before the first run there is a
`restingkitchen`."""
