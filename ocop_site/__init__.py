"""A generator for static, public, bilingual catalogues of OCOP products. The journey is told in `pipeline`."""

import time

__version__ = "0.1.0"

BEGUN = time.perf_counter() - time.process_time()
"""When the program began, for who wants to know how long all of it took.

No call tells it on every system. What the process had worked until here is taken off, which outside Windows includes
the Python that went on as that of `.venv`; what it waited until here, for a slow disk, nobody knows.
"""
