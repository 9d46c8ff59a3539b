"""The results of a service: four kitchens on one clock, and the player's own beside them.

An overlay: the service's ending opens it and hands in the standings and the exits, so it knows no
service. `results` puts its parts together, each a file drawn from the standings; `layout` says
where. A new number of a row is a column in `columns`. What went wrong is a page of its own,
`losses`, which the ending hands a reckoning for.
"""
