"""What is found: the index by which the search box and the filters find products and pages in the browser."""
