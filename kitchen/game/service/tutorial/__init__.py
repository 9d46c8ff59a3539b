"""The tutorial: two dishes, one chef, and what is going on, in less than two minutes."""
