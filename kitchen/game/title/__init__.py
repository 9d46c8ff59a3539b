"""The title screen: the name, the menu, and the cookbook, which is a book of shifts.

It opens services, lessons and the sandbox, so it may import all other screens; none imports
it but `app`, and `serving` says how results lead back. A new entry of the menu is a line in
`screen`, a new kind of card on the pages a file beside `shiftcard`.
"""
