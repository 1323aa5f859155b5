"""How machines see the catalogue."""
