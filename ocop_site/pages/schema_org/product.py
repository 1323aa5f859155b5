"""A product and its certificate for machines: schema.org Product and Certification.

No offer and no rating by anybody: the catalogue sells nothing, and a star class is an authority's, no customer's.
"""

from ocop_site.catalogue.status import SOLID, CertificateState, CertificateStatus
from ocop_site.editions.edition import Edition
from ocop_site.pages.schema_org.jsonld import Thing, thing
from ocop_site.pages.schema_org.premises import producer_id
from ocop_site.records.values.dates import PartialDate
from ocop_site.views import Head, ProductView

BEST = 5
"""The highest class of the programme (Decision 26/2026/QĐ-TTg, Art. 4)."""

_INACTIVE = (CertificateState.LAPSED, CertificateState.REVOKED)


def product(edition: Edition, product_id: str, view: ProductView, head: Head) -> Thing:
    """Its id is the printed address, the same in every language and for ever."""
    record, showing = edition.catalogue.products[product_id], edition.catalogue.showing(product_id)
    return thing(
        "Product",
        f"{view.short_address}#product",
        name=view.name,
        alternateName=[run.text for run in (*view.other_names, *view.also_known_as)],
        description=edition.parts.recalls_first(product_id, view.summary.text),
        productID=view.code,
        gtin=[pack.gtin for pack in view.packs if pack.gtin],
        category=view.record.set.label if view.record.set else None,
        url=head.canonical,
        image=edition.pictures.address(record.photos) if showing.may_be_displayed else None,
        manufacturer=thing(
            "Organization",
            producer_id(edition, record.producer),
            name=view.producer.label,
            url=edition.site_urls.origin + view.producer.href,
        ),
        hasCertification=certification(edition, edition.catalogue.status(product_id), bool(view.status.recalled_on)),
    )


def certification(edition: Edition, status: CertificateStatus, is_recalled: bool = False) -> Thing | None:
    """The certificate that counts on the day, its dates to the day only.

    Its status is told only where it is known, its stars only where it is in force; neither of what is recalled.
    """
    if status.claim is None:
        return None
    certificate, decision = status.claim.certificate, status.claim.decision
    return thing(
        "Certification",
        name=edition.said("certification.name"),
        description=_reservation(edition, status),
        issuedBy=thing("Organization", name=edition.run(decision.issuer)) if decision else None,
        certificationIdentification=decision.number if decision else None,
        certificationStatus=None if is_recalled else certification_status(status.state),
        certificationRating=None if is_recalled else _rating(status),
        datePublished=_day(certificate.issued),
        validFrom=_day(certificate.issued),
        expires=_expires(status),
        url=edition.site_urls.absolute(edition.site_urls.path(("decisions", certificate.decision), edition.language))
        if certificate.decision
        else None,
    )


def _reservation(edition: Edition, status: CertificateStatus) -> str | None:
    """What a page says where nobody can say whether it is in force."""
    if status.state in (*SOLID, *_INACTIVE):
        return None
    return edition.words(f"state.{status.state}", day=edition.catalogue.today.isoformat())


def certification_status(state: CertificateState) -> str | None:
    """None where nobody can say: a recorded term that is over may have been renewed, what is unverified may hold."""
    if state in SOLID:
        return "https://schema.org/CertificationActive"
    return "https://schema.org/CertificationInactive" if state in _INACTIVE else None


def _rating(status: CertificateStatus) -> Thing | None:
    """The star class, where it is in force: machines read no reservation."""
    return thing("Rating", ratingValue=status.stars, bestRating=BEST) if status.state in SOLID else None


def _expires(status: CertificateStatus) -> str | None:
    """The last day in force, or that of a term, or of its continuation, which is over."""
    if last := status.until or status.continued:
        return last.isoformat()
    term = status.term if status.state in (CertificateState.TERM_OVER, CertificateState.LAPSED) else None
    return term.latest.isoformat() if term and term.earliest == term.latest else None


def _day(known: PartialDate | None) -> str | None:
    return str(known) if known and known.day else None
