"""What is new, for those who follow the catalogue."""
