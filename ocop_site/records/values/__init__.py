"""Values of single fields that are more than text: days and months, numbers, codes."""
