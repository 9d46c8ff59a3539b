"""A user's code, kept from doing harm: recipes and policies may be anybody's.

Where they come from (`userfile.py`), what ends them if they never end (`watching.py`,
`watchdog.py`), what they may not replace (`tampering.py`), and how to rehearse them without a trace
(`understudy.py`). It knows the rules and the loop; the rules know nothing of it. A new way in which
such code can go wrong is caught here.
"""
