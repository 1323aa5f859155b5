"""Texts: in several languages, in Vietnamese order; the program's words; dates and numbers as languages write them."""
