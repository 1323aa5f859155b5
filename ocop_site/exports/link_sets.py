"""What is known of a barcode's product, and where: a set of links (RFC 9264, 4.2) beside the page it leads to.

The kinds of links are those of the GS1 Web Vocabulary; it is no resolver, and says only what pages here say too.
"""

from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.status import SOLID
from ocop_site.document import Document
from ocop_site.editions.edition import Edition, Editions
from ocop_site.editions.urls import Key
from ocop_site.exports.indented import indented_file
from ocop_site.pages.entrances.codes import products_by_identifier
from ocop_site.records.values.identifiers import Gtin

VOCABULARY = "https://gs1.org/voc/"

LinkTarget = dict[str, Any]


def documents(editions: Editions, barcode: str) -> Iterator[Document]:
    """The set of links of one barcode."""
    urls, gtin = editions.site_urls, Gtin(barcode)
    product_id = products_by_identifier(editions.default)[gtin]
    context = {"anchor": urls.absolute(urls.gtin(gtin)), **_links(editions, product_id)}
    body = indented_file({"linkset": [context]})
    yield Document(urls.link_set(gtin)[1:], body)


def _links(editions: Editions, product_id: str) -> dict[str, list[LinkTarget]]:
    edition = editions.default
    product = edition.catalogue.products[product_id]
    links = {
        f"{VOCABULARY}pip": [
            _page(each, ("products", product_id), each.run(product.name).text) for each in editions.values()
        ],
        f"{VOCABULARY}certificationInfo": list(_decision(editions, product_id)),
        f"{VOCABULARY}recallStatus": list(_recalls(editions, product_id)),
        f"{VOCABULARY}traceability": list(_traceability(edition, product_id)),
        "cite-as": [{"href": edition.site_urls.absolute(edition.site_urls.code(product.code))}],
    }
    return {relation: targets for relation, targets in links.items() if targets}


def _decision(editions: Editions, product_id: str) -> Iterator[LinkTarget]:
    """The decision by which the stars are in force today."""
    edition = editions.default
    showing = edition.catalogue.showing(product_id)
    status = showing.status
    is_in_force = status.state in SOLID and showing.withdrawn is None
    decision = status.claim.certificate.decision if status.claim and is_in_force else None
    if decision:
        title = edition.catalogue.decisions[decision].number
        yield from (_page(each, ("decisions", decision), title) for each in editions.values())


def _recalls(editions: Editions, product_id: str) -> Iterator[LinkTarget]:
    for edition in editions.values():
        for line in edition.parts.notices(product_id):
            if line.kind == "recall":
                page = _page(
                    edition, ("products", product_id), edition.run(edition.catalogue.products[product_id].name).text
                )
                yield {**page, "href": f"{page['href']}#{line.anchor}"}


def _traceability(edition: Edition, product_id: str) -> Iterator[LinkTarget]:
    """The maker's own system, where its address is known."""
    known = edition.catalogue.products[product_id].traceability
    if known and known.url:
        yield {"href": known.url, "title": known.system}


def _page(edition: Edition, key: Key, title: str) -> LinkTarget:
    href = edition.site_urls.absolute(edition.site_urls.path(key, edition.language))
    return {"href": href, "hreflang": [edition.language], "title": title, "type": "text/html"}
