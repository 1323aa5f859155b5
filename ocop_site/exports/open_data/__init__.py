"""The catalogue as open data."""
