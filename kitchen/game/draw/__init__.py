"""Drawing: surfaces, type, art and colours, made once and kept. Knows no kitchen and no screen.

A `Kit` is what everything draws with: the stage (logical px), the type and the art of one window
size. Text is fitted by `Type`, wrapped by `wrap`, shadowed by `shadow`; figures become words in
`format`. A tool that two rooms need and that knows nothing of either goes here.
"""
