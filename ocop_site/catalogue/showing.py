"""What may be shown of a product on a day: the law's care decided once, and read by everything that tells of it.

Spirits are shown with restraint (Law 44/2019/QH14): no praise, no price, no place to buy them. What is recalled is sold
nowhere. What has left the catalogue says so and no more. A household's address is a home, its telephone a person's.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from ocop_site.catalogue.localities import address_of
from ocop_site.catalogue.status import SOLID, CertificateState, CertificateStatus
from ocop_site.frozen import frozen
from ocop_site.records.address import Address
from ocop_site.records.base import Record
from ocop_site.records.people import Consent, Producer
from ocop_site.records.products.product import Product, Withdrawn
from ocop_site.records.scheme import Care, Spirits
from ocop_site.records.writing import Notice
from ocop_site.text.language import Text

AnyAddress = TypeVar("AnyAddress", bound=Address)


class Lifecycle(StrEnum):
    DRAFT = "draft"
    CURRENT = "current"
    WITHDRAWN = "withdrawn"


class PaperUse(StrEnum):
    """What a paper does for a product: a plain label names it, the booklet lists it, a talker or poster promotes it."""

    LABEL = "label"
    BOOKLET = "booklet"
    PROMOTION = "promotion"


class LeftOut(StrEnum):
    """Why a product is not printed."""

    WITHDRAWN = "withdrawn"
    SPIRIT = "spirit"
    NOTICE = "notice"
    ENDED = "ended"
    UNCERTIFIED = "uncertified"
    OUT_OF_STOCK = "out-of-stock"
    DRAFT = "draft"


@frozen
class MakerShowing:
    """What may be shown of who makes it. `is_public`: its contact; a household's only with its consent.

    `keeps_home`: its addresses are told by their commune alone. `is_home`: they are homes, which even with consent are
    no data for others to use again: what is once licensed cannot be withdrawn.
    """

    is_public: bool
    keeps_home: bool
    is_home: bool = False

    def address(self, address: AnyAddress) -> AnyAddress:
        """The address as it may be shown: a home by its commune only."""
        return address.model_copy(update={"line": None, "point": None}) if self.keeps_home else address


@frozen
class Showing:
    """One answer a product and day. `status` is that of its certificate, `withdrawn` why it has left.

    `law_warning`, `supplement_notice`, `customs` and `notices` (ids of recalls and warnings in force, the newest first;
    `recalls` are those of them that recall it) stand beside it wherever it is shown.
    `is_restrained`: it is a spirit, or a set that holds one.
    `address` is where it is made, as far as that may be known; `maker` what may be shown of who makes it.
    """

    lifecycle: Lifecycle
    status: CertificateStatus
    withdrawn: Withdrawn | None
    notices: tuple[str, ...]
    recalls: tuple[str, ...]
    law_warning: Text | None
    supplement_notice: Text | None
    customs: tuple[Text, ...]
    is_restrained: bool
    address: Address | None
    maker: MakerShowing

    @property
    def is_draft(self) -> bool:
        return self.lifecycle is Lifecycle.DRAFT

    @property
    def is_recalled(self) -> bool:
        return bool(self.recalls)

    @property
    def is_listed(self) -> bool:
        """Whether it stands in the OCOP listings: there, and with a certificate to tell of."""
        return self.withdrawn is None and self.status.state is not CertificateState.NONE

    @property
    def stars(self) -> int | None:
        """The stars to show, solid or with a reservation as the status says."""
        return self.status.stars if self.status.shows_stars else None

    @property
    def is_in_force(self) -> bool:
        """Whether its stars hold today and nothing stands against them: what is counted as in force."""
        return self.withdrawn is None and not self.recalls and self.status.state in SOLID

    @property
    def may_be_praised(self) -> bool:
        """Whether its season, uses, companions and gift may be told, and news of it."""
        return self._is_free

    @property
    def may_be_displayed(self) -> bool:
        """Whether it may stand on a shelf, be pictured beside its code and beside links that are shared."""
        return self._is_free and self.withdrawn is None

    @property
    def may_be_recommended(self) -> bool:
        """Whether it may stand where things are recommended: home, kiosk, "goes with", talkers."""
        return self.withdrawn is None and not self.is_restrained and not self.notices

    @property
    def may_be_sold(self) -> bool:
        """Whether a price and a place to buy it may be told."""
        return self._is_free

    @property
    def _is_free(self) -> bool:
        """Neither the law on spirits nor a recall binds what may be told of it."""
        return not self.is_restrained and not self.recalls

    @property
    def printed_stars(self) -> int | None:
        """The stars that paper may carry: those in force, of nothing that they would praise against the law."""
        return self.status.stars if self.may_be_sold and self.status.state in SOLID and self.status.until else None

    def left_out(self, use: PaperUse) -> LeftOut | None:
        """Why it must not stand on such paper; None where it may."""
        if self.withdrawn:
            return LeftOut.WITHDRAWN
        if use is PaperUse.PROMOTION and self.is_restrained:
            return LeftOut.SPIRIT
        if self.recalls if use is PaperUse.LABEL else self.notices:
            return LeftOut.NOTICE
        has_ended = self.status.state in (CertificateState.REVOKED, CertificateState.LAPSED)
        return LeftOut.ENDED if has_ended and use is not PaperUse.LABEL else None


def showing_of(
    product: Product,
    producer: Producer,
    status: CertificateStatus,
    notices: Sequence[tuple[str, Notice]],
    held: Sequence[Product],
    care: Care,
    day: date,
) -> Showing:
    """Decides for one product. `held` is what a set contains.

    `notices` are those about it or what it holds that stand on the day, the newest first.
    """
    spirits = next(filter(None, (_spirits_of(each, care) for each in (product, *held))), None)
    address, maker = address_of(product, producer), maker_showing(producer, day)
    return Showing(
        lifecycle=_lifecycle(product, day),
        status=status,
        withdrawn=_withdrawn(product, day),
        notices=tuple(i for i, _ in notices),
        recalls=tuple(i for i, notice in notices if notice.kind == "recall"),
        law_warning=spirits.warning if spirits else None,
        supplement_notice=_supplement_notice(product, care),
        customs=tuple(custom.notice for custom in care.customs if product.set in custom.sets),
        is_restrained=spirits is not None,
        address=maker.address(address) if address else None,
        maker=maker,
    )


def held_by(product: Product, products: Mapping[str, Product]) -> tuple[str, ...]:
    """The products that a set contains, those of sets within it too, each once."""
    found: dict[str, None] = {}
    ahead = list(product.contains)
    while ahead:
        if (each := ahead.pop(0)) in products and each not in found:
            found[each] = None
            ahead += products[each].contains
    return tuple(found)


def maker_showing(producer: Producer, day: date) -> MakerShowing:
    """What a household agreed to holds from its day on until that word ends or is withdrawn."""
    is_home = producer.kind == "household"
    agreed = producer.consent.scope if producer.consent and _holds(producer.consent, day) else ()
    return MakerShowing(
        is_public=not is_home or "contact" in agreed,
        keeps_home=is_home and "address" not in agreed,
        is_home=is_home,
    )


def is_draft(record: Record) -> bool:
    """Whether a record of any kind is written but kept back."""
    return bool(getattr(record, "draft", False))


def _withdrawn(product: Product, day: date) -> Withdrawn | None:
    """From its day on: what is written ahead has not left yet."""
    return product.withdrawn if product.withdrawn and product.withdrawn.on <= day else None


def _lifecycle(product: Product, day: date) -> Lifecycle:
    if _withdrawn(product, day):
        return Lifecycle.WITHDRAWN
    return Lifecycle.DRAFT if product.draft else Lifecycle.CURRENT


def _spirits_of(product: Product, care: Care) -> Spirits | None:
    """The rules for spirits, where it is one: 15 % or more, or of unknown strength in the sets of alcoholic drinks."""
    if care.spirits is None:
        return None
    if product.alcohol_percent is None:
        return care.spirits if product.set in care.spirits.sets else None
    return care.spirits if Decimal(product.alcohol_percent) >= care.spirits.from_percent else None


def _supplement_notice(product: Product, care: Care) -> Text | None:
    """What has to be said beside food for health."""
    return care.supplements.notice if care.supplements and product.set in care.supplements.sets else None


def _holds(consent: Consent, day: date) -> bool:
    ends = min(filter(None, (consent.until and consent.until + timedelta(days=1), consent.withdrawn_on)), default=None)
    return consent.on <= day and (ends is None or day < ends)
