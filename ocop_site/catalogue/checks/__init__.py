"""What only the linked whole can show to be wrong: dates against the law, words against records, homes given away."""
