"""The catalogue in a pocket: a worker that keeps it in the browser, its notices, and what makes it installable."""
