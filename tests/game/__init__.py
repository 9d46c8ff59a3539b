"""Tests of the game: all of them draw, none of them needs a screen."""
