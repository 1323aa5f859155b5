"""What is known of a barcode's product, and where: a set of links (RFC 9264, 4.2) beside the page it leads to.

The kinds of links are those of the GS1 Web Vocabulary; it is no resolver, and says only what pages here say too.
"""

import json
from collections.abc import Iterator
from typing import Any

from ocop_site.catalogue.certificate import SOLID
from ocop_site.document import Document
from ocop_site.plan.lines import Editions, Lines, first_of
from ocop_site.plan.urls import Key
from ocop_site.showroom.permanent import gtins_of

VOCABULARY = "https://gs1.org/voc/"

Target = dict[str, Any]


def link_sets(books: Editions) -> Iterator[Document]:
    lines = first_of(books)
    for gtin, product_id in gtins_of(lines.catalogue).items():
        path = lines.addresses.link_set(gtin)
        context = {"anchor": lines.addresses.absolute(lines.addresses.gtin(gtin)), **_links(books, product_id)}
        body = json.dumps({"linkset": [context]}, ensure_ascii=False, indent=1) + "\n"
        yield Document(path[1:], body.encode())


def _links(books: Editions, product_id: str) -> dict[str, list[Target]]:
    lines = first_of(books)
    product = lines.catalogue.products[product_id]
    links = {
        f"{VOCABULARY}pip": [
            _page(each, ("products", product_id), each.run(product.name).text) for each in books.values()
        ],
        f"{VOCABULARY}certificationInfo": list(_decision(books, product_id)),
        f"{VOCABULARY}recallStatus": list(_recalls(books, product_id)),
        f"{VOCABULARY}traceability": list(_traceability(lines, product_id)),
        "cite-as": [{"href": lines.addresses.absolute(lines.addresses.code(product.code))}],
    }
    return {relation: targets for relation, targets in links.items() if targets}


def _decision(books: Editions, product_id: str) -> Iterator[Target]:
    """The decision by which the stars are in force today."""
    lines = first_of(books)
    worth = lines.catalogue.worth(product_id)
    is_told = worth.standing in SOLID and not lines.catalogue.products[product_id].withdrawn
    decision = worth.claim.certificate.decision if worth.claim and is_told else None
    if decision:
        title = lines.catalogue.decisions[decision].number
        yield from (_page(each, ("decisions", decision), title) for each in books.values())


def _recalls(books: Editions, product_id: str) -> Iterator[Target]:
    for lines in books.values():
        for line in lines.notices(product_id):
            if line.kind == "recall":
                page = _page(lines, ("products", product_id), lines.run(lines.catalogue.products[product_id].name).text)
                yield {**page, "href": f"{page['href']}#{line.anchor}"}


def _traceability(lines: Lines, product_id: str) -> Iterator[Target]:
    """The maker's own system, where its address is known."""
    known = lines.catalogue.products[product_id].traceability
    if known and known.url:
        yield {"href": known.url, "title": known.system}


def _page(lines: Lines, key: Key, title: str) -> Target:
    href = lines.addresses.absolute(lines.addresses.path(key, lines.language))
    return {"href": href, "hreflang": [lines.language], "title": title, "type": "text/html"}
