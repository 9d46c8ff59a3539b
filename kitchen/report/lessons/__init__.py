"""Lessons outside the game: as a list, as a sheet for a class, as a page for paper."""
