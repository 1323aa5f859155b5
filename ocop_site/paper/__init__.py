"""What is printed: label papers, labels, posters, the booklet, laid out in millimetres and proof-read."""
