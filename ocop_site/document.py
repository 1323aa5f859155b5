"""A published file: a path in the site and its bytes."""

from ocop_site.frozen import frozen


@frozen
class Document:
    """One file of the site.

    `path` is relative to the site's folder, with `/` ("vi/san-pham/index.html"); `sources` names the content files
    that a reader of a fault in this document should open.
    """

    path: str
    body: bytes
    sources: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        return self.path.endswith(".html")
