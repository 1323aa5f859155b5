"""A generator for static, public, bilingual catalogues of OCOP products. The journey is told in `pipeline`."""

__version__ = "0.1.0"
