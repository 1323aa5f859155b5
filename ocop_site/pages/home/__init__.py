"""The home page, and what on it is another one every day."""
