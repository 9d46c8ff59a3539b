"""Cooking: the steps of a lesson that are cooked by hand.

`cooked` makes their shifts, and facts into what is judged; `coaching` says which card of the coach
holds, `limits` how what is wanted stands, `tries` what was tried so far. The screen of it is
`game/lesson/stove`.
"""
