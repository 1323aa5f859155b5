"""A generator for static, public, bilingual catalogues of OCOP products. The journey is told in `pipeline`."""

import time

__version__ = "0.1.0"

BEGUN = time.perf_counter()
"""When the program began, for who wants to know how long all of it took."""
