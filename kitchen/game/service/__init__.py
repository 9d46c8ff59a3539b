"""The service screen: a shift being cooked, looked at in one of its four kitchens.

`session` is the service being played, `screen` its picture; `opening` comes before it, `ending`,
`till` and `closing` after it. What the first picture does not need is imported where it is wanted,
and `later` loads it by then. The folders are what it shows: hud, loop, timeline, lens and explain.
Title, sandbox and lessons open it; the parts know a `Moment`, never the screen.
A new part is a file in the folder of its place on the screen; a new wish of the player is an action
in `input.actions`, a key in `keys` and a case in `session.act`.
"""
