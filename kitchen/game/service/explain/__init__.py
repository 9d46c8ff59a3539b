"""Explaining: whatever is pointed at says what it is, in words.

`graphwords` and `groupwords` are what is said of who waits for whom, here and in the lens.
`explain` turns a subject and a moment into an `Explanation`, `tooltip` draws it, `aim` is the ring
of those who point with keys. It knows signs, never the parts of the screen. A new thing to point at
is a subject in `signs.subjects` and an answer in `explainthing` or `explaindish`.
"""
