"""Look at the strips: the egg begins where the soup ends, and the chef never moved before."""

why = 0
