"""Pages of products by industry and set, in the scheme's order."""

from collections.abc import Iterator, Sequence

from ocop_site.editions.edition import Edition
from ocop_site.pages.keys import PageKey, numbered
from ocop_site.pages.lists.links import industries, industry_link
from ocop_site.pages.lists.sheets import ListHead, directory_sheet, list_sheet
from ocop_site.pages.sheet import Sheet
from ocop_site.records.scheme import Industry, ProductSet
from ocop_site.text.language import TextRun
from ocop_site.views import Link, LinkGroup

INDEXES = ("industries",)
PAGES = ("industries", "sets")


def keys(edition: Edition) -> Iterator[PageKey]:
    found = industries(edition)
    for industry in found:
        yield from numbered("industries", industry.id, len(edition.facets.of("industries")[industry.id]))
        for product_set in _sets(edition, industry):
            number = str(product_set.number)
            yield from numbered("sets", number, len(edition.facets.of("sets")[number]))
    if found:
        yield PageKey("industries")


def plan(edition: Edition, key: PageKey) -> Sheet:
    if key.kind == "sets":
        return _set_sheet(edition, key)
    return _industry_sheet(edition, key) if key.id else _directory_sheet(edition)


def _sets(edition: Edition, industry: Industry) -> list[ProductSet]:
    """The sets of an industry that have products."""
    products = edition.facets.of("sets")
    return [each for group in industry.groups for each in group.sets if str(each.number) in products]


def _set_links(edition: Edition, industry: Industry) -> tuple[Link, ...]:
    products = edition.facets.of("sets")
    return tuple(
        edition.urls.link(("sets", str(each.number)), each.name, len(products[str(each.number)]))
        for each in _sets(edition, industry)
    )


def _directory_sheet(edition: Edition) -> Sheet:
    groups = (
        LinkGroup(
            edition.run(industry.name),
            (industry_link(edition, industry), *_set_links(edition, industry)),
            industry.id,
        )
        for industry in industries(edition)
    )
    return directory_sheet(edition, "industries", tuple(groups))


def _industry_sheet(edition: Edition, key: PageKey) -> Sheet:
    industry = next(each for each in edition.catalogue.scheme.industries if each.id == key.id)
    product_ids, label = edition.facets.of("industries")[industry.id], edition.run(industry.name)
    sets, by_set = _set_links(edition, industry), _by_set(edition, industry)
    head = ListHead(
        edition.said("industry.title", name=label.text),
        edition.words("industry.description", name=label.text, count=len(product_ids)),
        crumbs=(edition.urls.menu_link("industries"),),
        label=label,
        narrower=(LinkGroup(edition.said("sets.menu"), sets),) if len(sets) > 1 else (),
        parts=by_set if len(by_set) > 1 else (),
    )
    return list_sheet(edition, key, [i for _, ids in by_set for i in ids], head)


def _by_set(edition: Edition, industry: Industry) -> tuple[tuple[TextRun, Sequence[str]], ...]:
    products = edition.facets.of("sets")
    return tuple((edition.run(each.name), products[str(each.number)]) for each in _sets(edition, industry))


def _set_sheet(edition: Edition, key: PageKey) -> Sheet:
    in_scheme = edition.catalogue.sets[int(key.id)]
    number, label, industry = in_scheme.set.number, edition.run(in_scheme.set.name), in_scheme.industry
    product_ids = edition.facets.of("sets")[key.id]
    head = ListHead(
        edition.said("set.title", number=number, name=label.text),
        edition.words("set.description", number=number, name=label.text, count=len(product_ids)),
        crumbs=(
            edition.urls.menu_link("industries"),
            edition.urls.link(("industries", industry.id), industry.name),
        ),
        label=label,
    )
    return list_sheet(edition, key, product_ids, head)
