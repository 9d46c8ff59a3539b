"""The results of a service: four kitchens on one clock, and the player's own beside them."""
