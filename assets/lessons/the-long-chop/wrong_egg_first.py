"""The egg was done first, but the chef stood before the bread, asleep: there is no `await` in
`time.sleep`."""

predict = ["Egg!", "Soup!", "Bread!"]
