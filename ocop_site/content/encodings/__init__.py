"""Bytes as text, and the encodings of before Unicode recognised."""
