"""Reports: results as tables, sentences and figures, in words for people.

The command line and the game show them. They know results and the cookbook, and compute nothing
that is not there: see the lab for that. A new table is a function in `tables.py`, a new finding a
phrase in `verdict.py`, what went wrong stands in `reckoning.py`, how an amount is written in
`amounts.py`. Files for others: `page/` for any browser, `timeline/` as a picture, `trace/` for
Perfetto; what dishes and chefs do from when until when stands in `passages.py`, figures over time
in `series.py`.
"""
