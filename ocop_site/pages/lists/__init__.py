"""Pages that list products."""
