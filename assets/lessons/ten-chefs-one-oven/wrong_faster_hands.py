"""Seasoned ten times as fast, and done hardly any sooner: the line at the oven is as long as before."""

change = [0]
