"""The command line: what ``kitchen`` and its commands take, print and refuse.

Nobody knows it but ``python -m kitchen``; it may know everything, and imports as late as it can,
so that ``--help`` and Ctrl-C are quick. A new command is a word in `parser.py` and a function in
`commands.py`; what it prints goes through `kitchen.terminal`.
"""
