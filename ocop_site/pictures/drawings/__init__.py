"""Drawings (SVG): read by a strict list, limited in what they ask of the painter, framed and painted."""
