"""The tutorial: two dishes, one chef, and what is going on, in less than two minutes.

`story` asks the facts, `chapters` is the table of where they lead, `cards` has the words, and
`guide` draws the card over a service. Only the title opens it. A new card is a chapter, its row in
the table and its words.
"""
