"""The loop panel: what runs, who is ready, who waits, and the source of it.

`looppanel` puts the sections together, `panelplan` shares the height out among them; a section is a
file. Only the service screen and its pointing know the panel. A new section goes here, with its
height in the plan.
"""
