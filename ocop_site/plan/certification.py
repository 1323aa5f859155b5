"""A product and its certificate for machines: schema.org Product and Certification.

No offer and no rating by anybody: the catalogue sells nothing, and a star class is an authority's, no customer's.
"""

from ocop_site.catalogue.certificate import SOLID, Standing, Worth
from ocop_site.plan.jsonld import Thing, thing
from ocop_site.plan.lines import Lines
from ocop_site.plan.premises import producer_id
from ocop_site.plan.views import Head, ProductView
from ocop_site.records.dates import PartialDate

BEST = 5
"""The highest class of the programme (Decision 26/2026/QĐ-TTg, Art. 4)."""

_INACTIVE = (Standing.LAPSED, Standing.REVOKED)


def product(lines: Lines, product_id: str, view: ProductView, head: Head) -> Thing:
    """Its id is the printed address, the same in every language and for ever."""
    record = lines.catalogue.products[product_id]
    return thing(
        "Product",
        f"{view.short_address}#product",
        name=view.name.text,
        alternateName=[run.text for run in (*view.other_names, *view.also_known_as)],
        description=view.summary.text,
        productID=view.code,
        gtin=[pack.gtin for pack in view.packs if pack.gtin],
        category=view.record.set.label.text if view.record.set else None,
        url=head.canonical,
        image=head.social.href if head.social else None,
        manufacturer=thing(
            "Organization",
            producer_id(lines, record.producer),
            name=view.producer.label.text,
            url=lines.addresses.origin + view.producer.href,
        ),
        hasCertification=certification(lines, lines.catalogue.worth(product_id)),
    )


def certification(lines: Lines, worth: Worth) -> Thing | None:
    """The certificate that counts on the day. Its status is told only where it is known, its dates to the day only."""
    if worth.claim is None:
        return None
    certificate, decision = worth.claim.certificate, worth.claim.decision
    return thing(
        "Certification",
        name=lines.words("certification.name"),
        issuedBy=thing("Organization", name=lines.run(decision.issuer).text) if decision else None,
        certificationIdentification=decision.number if decision else None,
        certificationStatus=status(worth.standing),
        certificationRating=_rating(worth),
        datePublished=_day(certificate.issued),
        validFrom=_day(certificate.issued),
        expires=_expires(worth),
        url=lines.addresses.absolute(lines.addresses.path(("decisions", certificate.decision), lines.language))
        if certificate.decision
        else None,
    )


def status(standing: Standing) -> str | None:
    """None where nobody can say: a recorded term that is over may have been renewed, what is unverified may hold."""
    if standing in SOLID:
        return "https://schema.org/CertificationActive"
    return "https://schema.org/CertificationInactive" if standing in _INACTIVE else None


def _rating(worth: Worth) -> Thing | None:
    """The star class, where the page may show it."""
    return thing("Rating", ratingValue=worth.stars, bestRating=BEST) if worth.shows_stars else None


def _expires(worth: Worth) -> str | None:
    """The last day in force, or that of a term which is over."""
    if worth.until:
        return worth.until.isoformat()
    term = worth.term if worth.standing in (Standing.TERM_OVER, Standing.LAPSED) else None
    return term.latest.isoformat() if term and term.earliest == term.latest else None


def _day(known: PartialDate | None) -> str | None:
    return str(known) if known and known.day else None
