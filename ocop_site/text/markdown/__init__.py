"""Markdown as people write it: nothing typed is lost, and what leads somewhere is found where it stands."""
