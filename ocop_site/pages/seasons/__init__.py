"""The page of the seasons, with the wheel of the year."""
