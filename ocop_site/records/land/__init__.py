"""What is told of the land beside what is made there."""
