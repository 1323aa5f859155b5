"""The entries of a language's feed, the newest first: what happened, told with care.

No star; and no spirit, but in a recall or warning.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from ocop_site.catalogue.claims import Claim
from ocop_site.catalogue.history import Event, events
from ocop_site.editions.edition import Edition
from ocop_site.frozen import frozen
from ocop_site.text.formats import format_date
from ocop_site.text.language import TextRun

LENGTH = 100
"""How many entries a feed holds at most."""


@frozen
class FeedEntry:
    """`when` is RFC 3339, the midnight that the event's day began with where the site is; `href` is absolute."""

    id: str
    kind: str
    title: TextRun
    text: TextRun
    href: str
    when: str


def entries(edition: Edition) -> list[FeedEntry]:
    found = (entry for event in events(edition.catalogue) if (entry := _entry(edition, event)))
    return list(islice(found, LENGTH))


def moment(edition: Edition, day: date) -> str:
    return datetime.combine(day, time(), ZoneInfo(edition.catalogue.site.time_zone)).isoformat()


def _entry(edition: Edition, event: Event) -> FeedEntry | None:
    if event.kind in ("recall", "warning"):
        return _notice(edition, event)
    catalogue, product = edition.catalogue, edition.catalogue.products[event.subject]
    if not catalogue.showing(event.subject).may_be_praised:
        return None
    title = edition.said(f"event.{event.kind}", name=edition.run(product.name).text, code=product.code)
    given = catalogue.codes.get(product.code)
    return FeedEntry(
        id=_tag(edition, given.published if given else event.day, f"{product.code}/{event.kind}/{event.day}"),
        kind=event.kind,
        title=title,
        text=_together([*_reasons(edition, event)]) or title,
        href=edition.site_urls.absolute(edition.site_urls.path(("products", event.subject), edition.language)),
        when=moment(edition, event.day),
    )


def _notice(edition: Edition, event: Event) -> FeedEntry | None:
    """Of spirits too: a recall is no praise."""
    catalogue, notice = edition.catalogue, edition.catalogue.notices[event.subject]
    named = [i for i in (*notice.products, *edition.parts.holding(notice.products)) if i in catalogue.products]
    if not named:
        return None
    path = edition.site_urls.path(("notices", ""), edition.language)
    return FeedEntry(
        id=_tag(edition, notice.date, f"{event.kind}/{event.subject}"),
        kind=event.kind,
        title=edition.said(f"event.{event.kind}", names=_names(edition, named)),
        text=TextRun(edition.parts.notice_words(event.subject), edition.run(notice.text).language),
        href=f"{edition.site_urls.absolute(path)}#{event.subject}",
        when=moment(edition, event.day),
    )


def _reasons(edition: Edition, event: Event) -> Iterator[TextRun]:
    """By which decision, and why, as far as it is known."""
    if withdrawn := edition.catalogue.showing(event.subject).withdrawn:
        yield edition.run(withdrawn.reason)
    if event.kind == "lapsed":
        yield edition.said("event.lapsed.why", day=format_date(event.day.isoformat(), edition.language))
    elif event.claim:
        yield from _decision(edition, event.claim, event.kind == "revoked")


def _decision(edition: Edition, claim: Claim, is_revoked: bool) -> Iterator[TextRun]:
    decisions, revoked = edition.catalogue.decisions, claim.certificate.revoked if is_revoked else None
    decision_id = revoked.decision if revoked else claim.certificate.decision
    if decision_id:
        decision = decisions[decision_id]
        issued, issuer = format_date(str(decision.issued), edition.language), edition.run(decision.issuer).text
        yield edition.said("event.decision", number=decision.number, issued=issued, issuer=issuer)
    if revoked and revoked.reason:
        yield edition.run(revoked.reason)


def _together(runs: Sequence[TextRun]) -> TextRun | None:
    """One text, which is another language's where all of it is."""
    languages = {run.language for run in runs}
    return (
        TextRun(" ".join(run.text for run in runs), languages.pop() if len(languages) == 1 else None) if runs else None
    )


def _names(edition: Edition, product_ids: Iterable[str]) -> str:
    products = edition.catalogue.products
    return ", ".join(f"{edition.run(products[i].name).text} ({products[i].code})" for i in product_ids)


def _tag(edition: Edition, day: date, name: str) -> str:
    """A tag URI (RFC 4151): the same whatever the page's address becomes, of a name given out once and for ever."""
    host = edition.site_urls.origin.partition("://")[2].partition(":")[0]
    return f"tag:{host},{day}:{edition.language}/{name}"
