"""Telling: what is pointed at is explained in words."""
