"""Why it takes so long, in words and tables: what `kitchen.lab.why` has found.

`words.py` names parts and changes, `sentence.py` says what matters most, `tables.py` shows all of
it in a terminal, with the critical path as a chart.
"""
