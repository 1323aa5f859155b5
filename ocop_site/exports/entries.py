"""The entries of a language's feed, the newest first: what happened, told with care. No spirit, no star."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from ocop_site.catalogue.certificate import Claim
from ocop_site.catalogue.events import Event, events
from ocop_site.formats import format_date
from ocop_site.plan.lines import Lines

LENGTH = 100
"""How many entries a feed holds at most."""

_LINK = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
"""A link of Markdown, of which a feed's plain text keeps the words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`when` is RFC 3339, the midnight that the event's day began with where the site is; `href` is absolute."""

    id: str
    kind: str
    title: str
    text: str
    href: str
    when: str


def entries(lines: Lines) -> list[Entry]:
    told = (entry for event in events(lines.catalogue) if (entry := _entry(lines, event)))
    return list(islice(told, LENGTH))


def moment(lines: Lines, day: date) -> str:
    return datetime.combine(day, time(), ZoneInfo(lines.catalogue.site.time_zone)).isoformat()


def _entry(lines: Lines, event: Event) -> Entry | None:
    if event.kind in ("recall", "warning"):
        return _notice(lines, event)
    catalogue, product = lines.catalogue, lines.catalogue.products[event.subject]
    if catalogue.is_spirit(event.subject):
        return None
    title = lines.words(f"event.{event.kind}", name=lines.run(product.name).text, code=product.code)
    given = catalogue.codes.get(product.code)
    return Entry(
        id=_tag(lines, given.published if given else event.day, f"{product.code}/{event.kind}/{event.day}"),
        kind=event.kind,
        title=title,
        text=" ".join(_reasons(lines, event)) or title,
        href=lines.addresses.absolute(lines.addresses.path(("products", event.subject), lines.language)),
        when=moment(lines, event.day),
    )


def _notice(lines: Lines, event: Event) -> Entry | None:
    """One that is about spirits alone is not told here; it stands on the pages."""
    catalogue, notice = lines.catalogue, lines.catalogue.notices[event.subject]
    told = [i for i in notice.products if i in catalogue.products and not catalogue.is_spirit(i)]
    if not told:
        return None
    path = lines.addresses.path(("notices", ""), lines.language)
    return Entry(
        id=_tag(lines, notice.date, f"{event.kind}/{event.subject}"),
        kind=event.kind,
        title=lines.words(f"event.{event.kind}", names=_names(lines, told)),
        text=_LINK.sub(r"\1", lines.run(notice.text).text),
        href=f"{lines.addresses.absolute(path)}#{event.subject}",
        when=moment(lines, event.day),
    )


def _reasons(lines: Lines, event: Event) -> Iterator[str]:
    """By which decision, and why, as far as it is known."""
    product = lines.catalogue.products[event.subject]
    if product.withdrawn:
        yield lines.run(product.withdrawn.reason).text
    if event.kind == "lapsed":
        yield lines.words("event.lapsed.why", day=format_date(event.day.isoformat(), lines.language))
    elif event.claim:
        yield from _decision(lines, event.claim, event.kind == "revoked")


def _decision(lines: Lines, claim: Claim, is_revoked: bool) -> Iterator[str]:
    decisions, revoked = lines.catalogue.decisions, claim.certificate.revoked if is_revoked else None
    decision_id = revoked.decision if revoked else claim.certificate.decision
    if decision_id:
        decision = decisions[decision_id]
        issued, issuer = format_date(str(decision.issued), lines.language), lines.run(decision.issuer).text
        yield lines.words("event.decision", number=decision.number, issued=issued, issuer=issuer)
    if revoked and revoked.reason:
        yield lines.run(revoked.reason).text


def _names(lines: Lines, product_ids: Iterable[str]) -> str:
    products = lines.catalogue.products
    return ", ".join(f"{lines.run(products[i].name).text} ({products[i].code})" for i in product_ids)


def _tag(lines: Lines, day: date, name: str) -> str:
    """A tag URI (RFC 4151): the same whatever the page's address becomes, of a name given out once and for ever."""
    host = lines.addresses.origin.partition("://")[2].partition(":")[0]
    return f"tag:{host},{day}:{lines.language}/{name}"
