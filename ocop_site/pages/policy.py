"""What a browser may do with a page, said once: in the head of every page, and by the host that serves it."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self' mailto:"
)
"""As a `<meta>` may say it: there browsers pay no heed to `frame-ancestors` (CSP Level 3, section 3.3)."""

SERVED_POLICY = f"{POLICY}; frame-ancestors 'none'"
"""As the header says it, with what only a header can say."""
