"""What a product's record can show for it: its certificates, and the other marks that it bears."""

from datetime import date

from ocop_site.editions.edition import Edition
from ocop_site.records.products.certificate import Certificate
from ocop_site.records.products.product import Product
from ocop_site.records.values.dates import iso
from ocop_site.views import CertificateLine, MarkLine, RecordLines


def record(edition: Edition, product: Product) -> RecordLines:
    in_scheme = edition.catalogue.sets[product.set] if product.set else None
    return RecordLines(
        certificates=_certificates(edition, product),
        industry=edition.facets.link("industries", in_scheme.industry.id, in_scheme.industry.name)
        if in_scheme
        else None,
        set=edition.facets.link("sets", str(product.set), in_scheme.set.name) if in_scheme else None,
        set_basis=product.set_basis if in_scheme else None,
        ocop_code=product.ocop_code,
        declaration=product.declaration,
        traceability=product.traceability.system if product.traceability else None,
        traceability_href=product.traceability.url if product.traceability else None,
        marks=_marks(edition, product),
    )


def _certificates(edition: Edition, product: Product) -> tuple[CertificateLine, ...]:
    """The newest first, by the best date known."""
    return tuple(
        _certificate(edition, certificate) for certificate in sorted(product.certificates, key=_when, reverse=True)
    )


def _marks(edition: Edition, product: Product) -> tuple[MarkLine, ...]:
    return tuple(
        MarkLine(
            kind=mark.kind,
            name=edition.maybe(mark.name),
            number=mark.number,
            issuer=edition.maybe(mark.issuer),
            holder=edition.native(mark.holder) if mark.holder else None,
            until=iso(mark.until),
            as_of=iso(mark.as_of),
        )
        for mark in product.marks
    )


def _when(certificate: Certificate) -> date:
    known = certificate.issued or certificate.issued_by or certificate.as_of
    return known.latest if known else date.min


def _certificate(edition: Edition, certificate: Certificate) -> CertificateLine:
    decision = edition.catalogue.decisions[certificate.decision] if certificate.decision else None
    return CertificateLine(
        stars=certificate.stars,
        purpose=certificate.purpose,
        number=certificate.number,
        decision=edition.status.decision_link(certificate.decision) if certificate.decision else None,
        issuer=edition.maybe(decision.issuer if decision else certificate.issuer),
        holder=edition.native(certificate.holder) if certificate.holder else None,
        issued=iso(certificate.issued),
        issued_by=iso(certificate.issued_by),
        expires=iso(certificate.expires),
        extended_until=iso(certificate.extended_until),
        basis=edition.maybe(certificate.basis),
        revoked_on=iso(certificate.revoked.on) if certificate.revoked else None,
        revoked_reason=edition.maybe(certificate.revoked.reason) if certificate.revoked else None,
        as_of=iso(certificate.as_of),
        checked=iso(certificate.checked),
        sources=edition.parts.sources(certificate.sources),
    )
