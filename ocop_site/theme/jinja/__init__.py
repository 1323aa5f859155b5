"""What templates are written in: Jinja, closed off and strict, and compiled to little work."""
