"""What the content means: the linked whole, what certificates are worth, places old and new, what needs care."""
