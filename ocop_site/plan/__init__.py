"""What is published: pages, the addresses they stand at, and the plain data that a theme sees of each."""
