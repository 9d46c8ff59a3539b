"""The music of the game: a tune in F, thirty-two bars, in four stems that play together.

`tune` is what is played, `voicing` how its chords lie, `timing` how people play it; `bed`,
`groove`, `lead` and `heat` are the stems, `bassline` and `playing` what they share; `instruments`
and `drums` are how each sounds, `studio` where they stand, `lufs` how loud that is. The game knows
nothing of all this: it ships the files that ``python -m kitchen.game.music.render`` writes (the
extra "music" brings numpy, for the arithmetic, and soundfile, which writes Ogg Vorbis).
"""
