"""What a map is drawn of: outlines as a map file has them, ground as somebody drew it."""
