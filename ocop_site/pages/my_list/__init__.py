"""A visitor's own list."""
