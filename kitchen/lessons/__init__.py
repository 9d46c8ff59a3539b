"""Lessons: steps that teach one idea of asyncio each, with programs that really run.

Here stands what a lesson is: its `steps` as data, the `goal` of a run, the folder of a `lesson`,
whether its texts are `fitting`, the `book` of chapters, the `way` through it, the `making` of a new
one, the `answers` to what is often asked. `running` runs its programs, `cooking` knows the steps
that are cooked by hand, `judging` says what an answer comes to, `writing` is for programs of a
player's own.

Stars and drafts are kept by the keep, papers are made by `report/lessons`, the screen is
`game/lesson`. A new kind of step is a struct in `steps`, a case in `judging/judge` and a panel in
the game.
"""
