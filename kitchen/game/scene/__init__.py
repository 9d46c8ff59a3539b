"""The kitchen scene: everything that stands, cooks, walks and burns."""
