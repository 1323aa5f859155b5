"""What editors use: tools that write into the content."""
