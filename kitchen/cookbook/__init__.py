"""The cookbook: shifts as data, read from TOML and written to it.

A new shift is a file in ``shifts/``, and in ``career/`` one of the career, named in `career.py`;
the cards that make a kitchen of the career better stand in `improvements.py`. A new field of shift
files stands in `shiftfile.py`, where both reading and writing find it. It knows the menu and what a
shift is; the daily kitchen, which is no file, is made in the lab.
"""
