"""Signs: what a thing looks like and is called, wherever it shows.

States and their colours, vessels, targets in words, the bars of a timeline, a recipe as a sheet;
and what all parts of the service are drawn from: the `Moment`, the layout, the subjects. Scene and
screens know it; it knows views of kitchens, never a screen. What two of them would show or say
alike goes here.
"""
