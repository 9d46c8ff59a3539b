"""Controls: what a player presses, switches, slides and chooses on a page."""
