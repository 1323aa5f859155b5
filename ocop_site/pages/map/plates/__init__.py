"""The plates of the map: pins near their spots, crowds in windows of their own, what is too near in groups."""
