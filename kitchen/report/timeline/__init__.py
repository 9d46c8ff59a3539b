"""The timeline of a result outside the game: in a terminal, as a picture, in a notebook.

`lanes.py` says what there is to be seen, `drawing.py` where it stands on a picture; `terminal.py`,
`svg.py` and `png.py` write it down. `kinds.py` has the colours and words of what a bar shows.
"""
