"""The lens: a dish line by line, with what each line of its source has cost so far.

`lenspanel` puts it together, `linerows` says what there is of each line, `sourcebox` draws them,
`costbar` the bar below a line. Its lower half is `graphbox`, who waits for whom: `graphpicture`
says what there is to draw, `explain.graphwords` what is said of it. It stands where the loop panel
does, which comes back with a key.
"""
