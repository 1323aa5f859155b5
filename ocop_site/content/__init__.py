"""What the files of a content folder say: read with the place of every value, nothing understood yet."""
