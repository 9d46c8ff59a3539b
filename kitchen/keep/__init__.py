"""The keep: what stays on disk of a player: settings, progress, scores and replays.

The game alone knows it, and the command line. Nothing here raises because of a file: play goes on.
A new thing to keep is a frozen `msgspec.Struct` in a file of its own, with a VERSION, and a kept
file in `keep.py`; a field that changes its meaning needs an upgrade in its format.
"""
