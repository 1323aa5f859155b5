"""The map of places and makers, drawn in units that a template only has to write down."""
