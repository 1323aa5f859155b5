"""A product, with everything that is told of it."""
