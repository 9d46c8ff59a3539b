"""What lies over a service that stands still: the pause menu, and what it leads to."""
