"""What a browser may do with a page, said once: in the head of every page, and by the host that serves it."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(styles: Iterable[str] = ()) -> str:
    """As a `<meta>` may say it: there browsers pay no heed to `frame-ancestors` (CSP Level 3, section 3.3).

    `styles` are the sources (`'sha256-...'`) of those that stand in the page itself: it obeys no other.
    """
    own = "".join(f" {style}" for style in styles)
    return (
        f"default-src 'none'; style-src 'self'{own}; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self' mailto:"
    )


def served_policy(styles: Iterable[str] = ()) -> str:
    """As the header says it, with what only a header can say."""
    return f"{policy(styles)}; frame-ancestors 'none'"


POLICY = policy()
"""Of a page without a style of its own."""


def source_of(style: bytes) -> str:
    """By which a policy allows a style in a page, and none that differs from it (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(sha256(style).digest()).decode()}'"


def allowed(policy: str) -> set[str]:
    """The sources of styles that a policy names."""
    directives = (directive.split() for directive in policy.split(";"))
    return {source for name, *sources in filter(None, directives) if name == "style-src" for source in sources}
