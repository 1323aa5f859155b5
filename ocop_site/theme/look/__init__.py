"""A theme as a site sets it: the face of its names and headings, its own colours."""
