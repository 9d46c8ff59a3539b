"""Writing: programs of a player's own, in their own editor.

The `editor` opens the file; what was saved runs `apart` in a `child` process, and comes back over
the `wire`. Its figures stand beside a `distribution`, which `simulate` makes out of `edits`.
"""
