"""The kitchen scene: everything that stands, cooks, walks and burns.

`kitchenscene` draws a `Moment`: the set, then cells, chefs, call-outs and effects, each a file made
with `Sprites` and told where by `places`. Service, sandbox and title draw with it; it knows no
screen. A new thing in the kitchen is a file here; a drawing for it goes into ``assets/art``.
"""
