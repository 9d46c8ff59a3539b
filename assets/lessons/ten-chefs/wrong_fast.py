"""Look at the strips: two chefs, and both only stare. One who walks away would do."""

why = 2
