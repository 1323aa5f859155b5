"""The printed catalogue."""
