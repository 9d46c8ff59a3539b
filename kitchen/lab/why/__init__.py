"""Why it takes so long: where the time of a kitchen went, and what would make it shorter.

`turns` reads who was with which dish from the facts, and what woke it; `path` walks back through
them from the closing to the opening: the critical path. `parts` adds both up, exactly. `changes`
are what a kitchen might have otherwise, `effects` what comes of each when it is really run, and
`diagnosis` all of it of one kitchen.
"""
