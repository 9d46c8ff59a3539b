"""What the game sounds like: our own synthesis, the files it renders, and who plays them when.

`catalogue` has every sound by name, `cues` says which fact is heard, `sounds` plays. Shell and
screens know `Sounds` alone. A new sound is a function beside its kind (cooking, calls, money,
interface, ambience), a line in the catalogue, and ``python -m kitchen.game.sound.render``.

The music is in `stems`, which has how loud each is by the load; `music` moves them, `duck` lowers
them while something calls, `quartet` plays them. What they play is written in ``music/``, beside
this package, which renders the files.
"""
