"""Look at the strips: the egg begins where the soup ends, and until then the chef never moved."""

why = 0
