"""What is published: one module a kind of page. `planning` gathers them."""
