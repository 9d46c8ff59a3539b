"""The stove: a step of a lesson that is cooked by hand, as a service on a screen of its own.

`cooking` is that service, with the card of its lesson over it (`cookcard`, whose words are
`cooksays`, and how to do what they ask `cookways`) and an end of its own (`cookend`). A `Stove`
goes from one try to the next, an `Attempt` is one of them.
"""
