"""Labels and shelf talkers on their sheets."""
