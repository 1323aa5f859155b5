"""An independent oracle: what may be shown of a product on a day.

Written from `design/content.md` alone. Quotations are from it. `oracle(catalogue, day)` is the only entry.

Readings
========
Where content.md is silent or can be read two ways. [SWITCH] names the module constant that turns a reading over, so
that a difference can be traced to it. Cautious means: fewer stars, less claimed, less shown.

Newest ("The newest certificate counts")
 1. A certificate is dated by a span in which it was issued: `issued`; else 36 months before `expires` (the scheme's
    validity); else its decision's date to 60 days after; else it is "weak": nothing is known but that it is not later
    than `issued_by`, `as_of` or its own revocation (the earliest of these). A coarse date is a span of its own.
 2. A certificate is out only if another was SURELY issued later (spans do not touch, and the later one is not in the
    day's future). All that remain may be the newest, and the worst of their states counts: no stars (revoked, lapsed)
    before outlined (unverified, term_over) before solid; then the earlier end; then the order of CAUTION. The stars are
    the lowest of ALL that remain, not only of the worst one: "one day: the lower stars" is the simplest case of it.
 3. Two weak ones are ordered by what was said of them (the earliest bound and the last word must both be later). A weak
    one never does away with a revoked one ("nothing issued since" must be sure). One without any date is the oldest.
 4. A rumour is `as_of` alone: no issued, expires, issued_by, known decision, revocation. It does not touch a documented
    certificate that runs, nor one that has ended, unless it is (possibly) later than that one's end: then both are
    unverified ("a source later than the computed end still lists it") and the lower stars count. It never outweighs a
    revocation. A newer certificate with `issued`, `issued_by` or a decision, but undocumented, is no rumour: it
    displaces a running one, which makes the product unverified.
 5. "Revoked and nothing issued since": since the revoked CERTIFICATE, surely; else "revoking a superseded certificate
    does not touch the one in force" could not hold.

Worth
 6. Documented = `decision` names a known decision of kind recognition; `issuer` in the certificate or its decision;
    `sources` in the certificate itself [DECISION_SOURCES_COUNT: the decision's do too]; full `issued` or `expires`;
    stars 3-5; and none of the errors this text lets one compute (`errors_of`): a record that `check` refuses is not in
    force here. Which level may give which stars stands in the scheme, not in content.md: not judged, except that no
    district decides after 2025-06-30. Errors are judged only where sure (coarse dates). Derived, not literal: `expires`
    later than 36 months + 60 days after the decision is an error where `issued` is missing.
 7. The day is within from the latest day of `issued` (else 36 months before `expires`; never before the decision) to
    the earliest last day. Between the earliest and latest last day: unverified. Before issue: unverified.
 8. The term is `expires`, else 36 months after `issued`, even though "the term runs from the decision, Art. 12.1".
 9. Rows are tried in the table's order, so term_over and lapsed need a recorded term (`issued` or `expires`, however
    coarse) but no decision; only `issued_by` or only `as_of` stays unverified for ever, as its row says
    [ISSUED_BY_ENDS_A_TERM: `issued_by` + 36 months counts as the term's surely last day].
10. `continued` needs a documented certificate; `extended_until` without basis, more than 180 days after the (earliest)
    end, or of a term ended before 2026-05-22 is not honoured at all (not: cut to 180 days). A coarse one ends early.
    In the term itself the row is valid or ending, whatever the extension. 180 days left is ending, 181 is valid.
11. `lapsed`: its own `checked` surely more than 180 days after the latest end. "(or a source)" cannot be told from
    `as_of`, which says the opposite, so only `checked` does it. Where `as_of` is later than the end AND checked: the
    surely later one wins, in doubt lapsed. `as_of` possibly later than the term's end (not the continuation's) makes
    unverified, once nothing is in force.
12. "Any date of fact in the future is a warning": a slip, not a plan. What takes away counts at once whatever its date
    (`revoked`, `withdrawn`, a notice, `checked`, `as_of`, `withdrawn_on`); what gives counts not before its day
    (`issued`, consent `on`) [TAKES_AT_ONCE = False: all by their date's earliest day]. A certificate issued in
    the future displaces a running one (unverified) but not a revoked one.
13. A revocation without `on`, without or with a wrong decision still revokes; on its own day it does.
14. Stars other than 3, 4, 5: none shown, unverified.
15. `until` is the last day in force, so only where `solid`; a coarse one is the earliest.
16. Withdrawn: "the page becomes a notice": no stars, not solid, no until, nothing for machines, no price, shop, shelf,
    recommendation, label; `state` stays the certificate's [WITHDRAWN_KEEPS_STARS].
17. Listed: revoked and lapsed products stand among the listings (they have a certificate to tell of); only empty
    `certificates` do not. A list of empty mappings is empty ("An empty value is a missing one").

Care
18. Lists of what is forbidden are taken as complete. A spirit may have a shelf place and a plain label (forbidden are
    price, link, lists, posters, shelf TALKERS) [SPIRITS_MAY_STAND_ON_SHELF, SPIRITS_MAY_HAVE_LABEL]; a product without
    certificate, or revoked, may be recommended [UNLISTED_MAY_BE_RECOMMENDED]; a warning (not a recall) forbids nothing;
    a recall does not touch stars, nor what machines are told.
19. Spirit = 15 % or more in any set, OR any product of sets 14-15 whatever its strength. "or strength unknown there"
    would be idle then, so the text may well mean: sets 14-15 only if 15 % or more or unknown [WEAK_DRINKS_ARE_SPIRITS].
    A strength that is written but no number counts as a spirit's. Spirits by name are not seen (an error elsewhere).
20. `contains` is followed to any depth (sets in sets; cycles are harmless), through drafts and withdrawn products, for
    spirits, recalls and warnings. The set's parts do not inherit from the set.
21. A notice stands to the end of its `until` (coarse: the latest day); a kind other than "warning" is a recall.
22. Consent: `on` past (coarse: its last day), to the end of `until` (coarse: the earliest day), private from the day of
    `withdrawn_on`. Words of `scope` are not given in content.md: the contact is public for "contact" or for all of
    phone, email, zalo; the home for "address", "addresses" or "home" (CONTACT_WORDS, HOME_WORDS). No scope: nothing.
    A kind that is unknown or missing, and a missing producer, are treated as a household without consent.
    `made_at` is not seen. A withdrawn product leaves its producer's contact as it is.
23. A label needs a code. The site's address (example.org) is not seen.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

Record = Mapping[str, object]

# The switches of the Readings: the cautious or literal side is set.
DECISION_SOURCES_COUNT: bool = False
ISSUED_BY_ENDS_A_TERM: bool = False
TAKES_AT_ONCE: bool = True
WITHDRAWN_KEEPS_STARS: bool = False
SPIRITS_MAY_STAND_ON_SHELF: bool = True
SPIRITS_MAY_HAVE_LABEL: bool = True
UNLISTED_MAY_BE_RECOMMENDED: bool = True
WEAK_DRINKS_ARE_SPIRITS: bool = True
CONTACT_WORDS: tuple[frozenset[str], ...] = (frozenset({"contact"}), frozenset({"phone", "email", "zalo"}))
HOME_WORDS: tuple[frozenset[str], ...] = (frozenset({"address"}), frozenset({"addresses"}), frozenset({"home"}))

TERM_MONTHS = 36  # "validity (36 months)"
CONTINUATION = timedelta(days=180)  # "at most 180 days after the term, Art. 12.3"
ENDING_DAYS = 180  # "180 days or less left"
DECISION_TO_CERTIFICATE = timedelta(days=60)  # "more than 60 days after it"
ART_12_3 = date(2026, 5, 22)  # "before Art. 12.3 existed (22 May 2026)"
LAST_DISTRICT_DAY = date(2025, 6, 30)  # "districts after 30 June 2025"
PUBLIC_STARS = frozenset({3, 4, 5})  # "3, 4 or 5: the only public levels"
OPEN_KINDS = frozenset({"cooperative", "cooperative_group", "enterprise", "farm", "association"})
SOLID = frozenset({"valid", "ending", "continued"})
OUTLINED = frozenset({"term_over", "unverified"})
CAUTION = ("revoked", "lapsed", "unverified", "term_over", "continued", "ending", "valid")


@dataclass(frozen=True)
class Expected:
    """What may be shown of one product on one day."""

    state: str
    stars: int | None
    solid: bool
    until: date | None
    is_listed: bool
    recalled: bool
    warned: bool
    has_law_warning: bool
    may_be_priced: bool
    may_be_linked_to_shop: bool
    may_be_on_shelf: bool
    may_be_recommended: bool
    machine_active: bool
    machine_rating: int | None
    contact_is_public: bool
    home_is_public: bool
    may_have_label: bool


# --- values ---------------------------------------------------------------------------------------------------------


class Span(NamedTuple):
    """The earliest and the latest day a date can mean: "the precision is kept, never filled up"."""

    lo: date
    hi: date


NEVER = Span(date.min, date.min)


def text_of(value: object) -> str:
    """A scalar as stripped text; "An empty value is a missing one"."""
    return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()


def record_of(value: object) -> Record:
    """A mapping without its empty values."""
    if not isinstance(value, Mapping):
        return {}
    return {str(k): v for k, v in value.items() if text_of(v) or (isinstance(v, (dict, list)) and v)}


def list_of(value: object) -> Sequence[object]:
    """A list, a lone scalar as a list of one."""
    if isinstance(value, (list, tuple)):
        return value
    return [value] if text_of(value) else []


def texts_of(value: object) -> list[str]:
    """The texts of a list."""
    return [t for t in map(text_of, list_of(value)) if t]


def int_of(value: object) -> int | None:
    """A whole number, or None."""
    text = text_of(value)
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None


def table(catalogue: Record, name: str) -> dict[str, Record]:
    """The records of one kind by id."""
    return {k: record_of(v) for k, v in record_of(catalogue.get(name)).items()}


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def span_of(value: object) -> Span | None:
    """ "Dates are `2023-01-10`, or `2023-01`, or `2023` ... (`10/01/2023`, day first, is read too)"."""
    text = re.sub(r"^(\d{1,2})/(\d{1,2})/(\d{4})$", r"\3-\2-\1", text_of(value))
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text)
    if match is None:
        return None
    year, month, day = (int(g) if g else 0 for g in match.groups())
    return bounds(year, month if match[2] else None, day if match[3] else None)


def bounds(year: int, month: int | None, day: int | None) -> Span | None:
    """The days a year, a month or a day spans; None where there is no such day."""
    if not 1900 <= year <= 9000:
        return None
    try:
        if month is None:
            return Span(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Span(date(year, month, 1), month_end(year, month))
        return Span(date(year, month, day), date(year, month, day))
    except (ValueError, calendar.IllegalMonthError):
        return None


def add_months(start: date, months: int) -> date:
    """ "the same day 36 months after `issued` or that month's last day"."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, month_end(year, month + 1).day))


def shift(span: Span, months: int) -> Span:
    """Both ends, months later."""
    return Span(add_months(span.lo, months), add_months(span.hi, months))


def counts_already(when: Span | None, day: date) -> bool:
    """Reading 12: what takes away counts at once, or (switched) from its date."""
    return TAKES_AT_ONCE or when is None or when.lo <= day


# --- certificates ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cert:
    """A certificate as recorded, with the recognition decision it names."""

    stars: int | None
    issued: Span | None
    issued_by: Span | None
    expires: Span | None
    extended: Span | None
    as_of: Span | None
    checked: Span | None
    revoked: bool
    revoked_on: Span | None
    decision: Record | None
    decided: Span | None
    has_issuer: bool
    has_source: bool


class Worth(NamedTuple):
    """ "What a certificate is worth on a day is computed, never typed in"."""

    state: str
    stars: int | None
    until: date | None


NOTHING = Worth("none", None, None)


def cert_of(raw: Record, decisions: Mapping[str, Record], day: date) -> Cert:
    """Read one certificate; "`extended_until` with `basis`" is dropped where the basis is missing."""
    named = decisions.get(text_of(raw.get("decision")))
    decision = named if named is not None and text_of(named.get("kind")) == "recognition" else None
    revocation = raw.get("revoked")
    revoked_on = span_of(record_of(revocation).get("on"))
    stars = int_of(raw.get("stars"))
    return Cert(
        stars=stars if stars in PUBLIC_STARS else None,
        issued=span_of(raw.get("issued")),
        issued_by=span_of(raw.get("issued_by")),
        expires=span_of(raw.get("expires")),
        extended=span_of(raw.get("extended_until")) if raw.get("basis") else None,
        as_of=taking(raw.get("as_of"), day),
        checked=taking(raw.get("checked"), day),
        revoked=is_told(revocation) and counts_already(revoked_on, day),
        revoked_on=revoked_on,
        decision=decision,
        decided=span_of(decision.get("issued")) if decision else None,
        has_issuer=bool(text_of(raw.get("issuer")) or (decision and text_of(decision.get("issuer")))),
        has_source=has_source(raw, decision),
    )


def is_told(value: object) -> bool:
    """Whether a mapping (or a bare word in its place) says anything."""
    return bool(record_of(value)) if isinstance(value, Mapping) else bool(list_of(value))


def taking(value: object, day: date) -> Span | None:
    """A date whose telling takes away (Reading 12)."""
    when = span_of(value)
    return when if counts_already(when, day) else None


def has_source(raw: Record, decision: Record | None) -> bool:
    """ "decision, issuer, source ... are there" (Reading 6)."""
    own = bool(texts_of(raw.get("sources")))
    lent = decision is not None and bool(texts_of(decision.get("sources")))
    return own or (DECISION_SOURCES_COUNT and lent)


def is_full(when: Span | None) -> bool:
    """ "a full `issued` or `expires`"."""
    return when is not None and when.lo == when.hi


def is_documented(cert: Cert) -> bool:
    """ "decision, issuer, source and a full `issued` or `expires` are there"; and no error (Reading 6)."""
    dated = is_full(cert.issued) or is_full(cert.expires)
    return bool(cert.decision and cert.has_issuer and cert.has_source and dated and cert.stars) and not errors_of(cert)


def errors_of(cert: Cert) -> list[str]:
    """ "Dates are weighed against each other, the decision, the law of their period and the day. Errors: ..."."""
    found = []
    if expires_too_late(cert):
        found.append("expires later than 36 months after issue")
    if cert.issued and cert.decided and cert.issued.hi < cert.decided.lo:
        found.append("a certificate before its decision")
    if cert.issued and cert.decided and cert.issued.lo > cert.decided.hi + DECISION_TO_CERTIFICATE:
        found.append("more than 60 days after its decision")
    if is_late_district(cert):
        found.append("a decision of a level that no longer exists")
    return found


def expires_too_late(cert: Cert) -> bool:
    """ "`expires` later than 36 months after issue"; without `issued`, after the last day the decision allows."""
    latest = cert.issued.hi if cert.issued else cert.decided.hi + DECISION_TO_CERTIFICATE if cert.decided else None
    return bool(cert.expires and latest and cert.expires.lo > add_months(latest, TERM_MONTHS))


def is_late_district(cert: Cert) -> bool:
    """ "of a level that no longer exists (districts after 30 June 2025), the last day of a period being part of it"."""
    level = text_of(cert.decision.get("level")) if cert.decision else ""
    return level == "district" and cert.decided is not None and cert.decided.lo > LAST_DISTRICT_DAY


# --- which one is the newest ----------------------------------------------------------------------------------------


def is_weak(cert: Cert) -> bool:
    """Nothing says when it was issued, only when it was spoken of (Reading 1)."""
    return not (cert.issued or cert.expires or cert.decided)


def is_rumour(cert: Cert) -> bool:
    """ "a newer rumour (`as_of` alone)"."""
    return is_weak(cert) and not (cert.issued_by or cert.revoked or cert.decision)


def issue_span(cert: Cert) -> Span:
    """The days on which it may have been issued (Reading 1)."""
    if cert.issued:
        return cert.issued
    if cert.expires:
        return shift(cert.expires, -TERM_MONTHS)
    if cert.decided:
        return Span(cert.decided.lo, cert.decided.hi + DECISION_TO_CERTIFICATE)
    return Span(date.min, first_told(cert).hi)


def first_told(cert: Cert) -> Span:
    """The earliest bound of a weak certificate's issue; a revoked one without any date may be of any day."""
    limits = [s for s in (cert.issued_by, cert.as_of, cert.revoked_on if cert.revoked else None) if s]
    if limits:
        return min(limits, key=lambda s: s.hi)
    return Span(date.max, date.max) if cert.revoked else NEVER


def last_word(cert: Cert) -> Span:
    """The last day it was spoken of."""
    return max((s for s in (cert.issued_by, cert.as_of) if s), key=lambda s: s.lo, default=NEVER)


def is_surely_older(cert: Cert, other: Cert, day: date) -> bool:
    """ "The newest certificate counts" (Readings 2 and 3)."""
    if is_weak(cert) and is_weak(other) and not cert.revoked:
        told_later = first_told(other).lo > first_told(cert).hi
        return told_later and last_word(other).lo > last_word(cert).hi
    return issue_span(cert).hi < issue_span(other).lo <= day


def may_be_newest(certs: Sequence[Cert], day: date) -> list[Cert]:
    """All that no other is surely newer than."""
    return [c for c in certs if not any(is_surely_older(c, o, day) for o in certs if o is not c)]


def product_worth(certs: Sequence[Cert], day: date) -> Worth:
    """The worst state and lowest stars of those that may be the newest; rumours where they may speak (Reading 4)."""
    alive = may_be_newest(certs, day)
    documented = [c for c in alive if is_documented(c)]
    counted = [c for c in alive if not is_rumour(c) or all(is_overtaken(d, last_word(c), day) for d in documented)]
    worths = [worth_of(c, [last_word(o) for o in alive if o is not c and is_weak(o)], day) for c in counted]
    worst = min(worths, key=caution, default=NOTHING)
    if worst.state not in SOLID | OUTLINED:
        return worst
    return worst._replace(stars=min(w.stars or 0 for w in worths) or None)


def caution(worth: Worth) -> tuple[int, date, int]:
    """The order of Reading 2: the most cautious first."""
    group = 2 if worth.state in SOLID else 1 if worth.state in OUTLINED else 0
    return group, worth.until or date.max, CAUTION.index(worth.state)


# --- what one is worth ----------------------------------------------------------------------------------------------


def term_end(cert: Cert) -> Span | None:
    """ "The term's last day is `expires`, else the same day 36 months after `issued`"; coarse: earliest and latest."""
    if cert.expires:
        return cert.expires
    if cert.issued:
        return shift(cert.issued, TERM_MONTHS)
    if ISSUED_BY_ENDS_A_TERM and cert.issued_by:
        return Span(date.min, add_months(cert.issued_by.hi, TERM_MONTHS))
    return None


def has_begun(cert: Cert, day: date) -> bool:
    """ "and the day is within": its beginning (Reading 7)."""
    start = cert.issued.hi if cert.issued else issue_span(cert).lo
    return start <= day and (cert.decided is None or cert.decided.lo <= day)


def continued_until(cert: Cert) -> date | None:
    """ "`extended_until` with `basis` (at most 180 days after the term, Art. 12.3)"; never before 22 May 2026."""
    end = term_end(cert)
    if cert.extended is None or end is None or end.lo < ART_12_3:
        return None
    return cert.extended.lo if cert.extended.lo <= end.lo + CONTINUATION else None


def in_force(cert: Cert, day: date) -> Worth | None:
    """The rows `valid`, `ending` and `continued`."""
    end = term_end(cert)
    if end is None or not is_documented(cert) or not has_begun(cert, day):
        return None
    if day <= end.lo:
        return Worth("ending" if (end.lo - day).days <= ENDING_DAYS else "valid", cert.stars, end.lo)
    until = continued_until(cert)
    return Worth("continued", cert.stars, until) if until and day <= until else None


def has_ended(cert: Cert, day: date) -> bool:
    """ "the recorded term has surely ended"; not revoked, not continued."""
    end = term_end(cert)
    return end is not None and day > end.hi and not cert.revoked and in_force(cert, day) is None


def is_looked_up(cert: Cert) -> bool:
    """ "`checked` ... after the 180 days says that nothing followed"."""
    end = term_end(cert)
    return bool(end and cert.checked and cert.checked.lo > end.hi + CONTINUATION)


def is_overtaken(cert: Cert, word: Span, day: date) -> bool:
    """ "a source later than the computed end still lists it" (Reading 11)."""
    end = term_end(cert)
    if end is None or not has_ended(cert, day) or word.hi <= end.hi:
        return False
    return not (is_looked_up(cert) and cert.checked and word.lo <= cert.checked.hi)


def worth_of(cert: Cert, words: Sequence[Span], day: date) -> Worth:
    """The table "worth | when | what the page says", in its order; `words` are those of other weak certificates."""
    if cert.revoked:
        return Worth("revoked", None, None)
    found = in_force(cert, day)
    if found:
        return found
    own = [cert.as_of] if cert.as_of else []
    if not has_ended(cert, day) or any(is_overtaken(cert, word, day) for word in [*own, *words]):
        return Worth("unverified", cert.stars, None)
    return Worth("lapsed", None, None) if is_looked_up(cert) else Worth("term_over", cert.stars, None)


# --- care -----------------------------------------------------------------------------------------------------------


def is_true(value: object) -> bool:
    """A flag as YAML writes it."""
    return text_of(value).lower() in {"true", "yes", "on", "1"}


def with_parts(product: str, products: Mapping[str, Record]) -> set[str]:
    """The product and all it contains, to any depth ("in the sets that contain it")."""
    seen: set[str] = set()
    waiting = [product]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting.extend(texts_of(products.get(one, {}).get("contains")))
    return seen


def number_of(text: str) -> Decimal | None:
    """A number, with comma or point, with or without a percent sign."""
    try:
        number = Decimal(text.rstrip("% °").replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def is_spirit(product: Record, scheme: Record) -> bool:
    """ "Spirits (15 % or more, sets 14-15, or strength unknown there)" (Reading 19)."""
    sets = {int_of(s) for s in list_of(scheme.get("sets", ["14", "15"]))}
    strength = text_of(product.get("alcohol_percent"))
    number = number_of(strength)
    limit = number_of(text_of(scheme.get("from_percent"))) or Decimal(15)
    if strength and (number is None or number >= limit):
        return True
    in_sets = int_of(product.get("set")) in sets - {None}
    return in_sets and (WEAK_DRINKS_ARE_SPIRITS or not strength)


def notice_stands(notice: Record, day: date) -> bool:
    """ "A notice ... stands ... until it ends" (Reading 21)."""
    until = span_of(notice.get("until"))
    return counts_already(span_of(notice.get("date")), day) and (until is None or day <= until.hi)


def notices_on(parts: set[str], notices: Mapping[str, Record], day: date) -> list[Record]:
    """The notices that stand on a product or on what it contains."""
    return [n for n in notices.values() if parts & set(texts_of(n.get("products"))) and notice_stands(n, day)]


def is_withdrawn(product: Record, day: date) -> bool:
    """ "`withdrawn` {on, reason, successor}: the page becomes a notice"."""
    value = product.get("withdrawn")
    return is_told(value) and counts_already(span_of(record_of(value).get("on")), day)


def consent_scope(producer: Record, day: date) -> set[str]:
    """ "unless `consent: {on, scope}` stands in the record (`until` and `withdrawn_on` end it"."""
    consent = record_of(producer.get("consent"))
    given, until = span_of(consent.get("on")), span_of(consent.get("until"))
    if given is None or given.hi > day or ("until" in consent and (until is None or day > until.lo)):
        return set()
    if "withdrawn_on" in consent and counts_already(span_of(consent["withdrawn_on"]), day):
        return set()
    return set(texts_of(consent.get("scope")))


def is_public(producer: Record, words: Sequence[frozenset[str]], day: date) -> bool:
    """A household's address is a home, "commune only"; its phone, mail and Zalo are secrets."""
    scope = consent_scope(producer, day)
    return text_of(producer.get("kind")) in OPEN_KINDS or any(wanted <= scope for wanted in words)


# --- the answer -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cares:
    """What the section "Care in what is shown" says of a product."""

    withdrawn: bool
    recalled: bool
    warned: bool
    spirited: bool


def cares_of(product: str, catalogue: Record, day: date) -> Cares:
    """Withdrawal, notices and spirits, of the product and of what it contains."""
    products = table(catalogue, "products")
    parts = with_parts(product, products)
    notices = notices_on(parts, table(catalogue, "notices"), day)
    scheme = record_of(catalogue.get("spirits"))
    return Cares(
        withdrawn=is_withdrawn(products[product], day),
        recalled=any(text_of(n.get("kind")) != "warning" for n in notices),
        warned=bool(notices),
        spirited=any(is_spirit(products.get(p, {}), scheme) for p in parts),
    )


def worth_on(product: Record, catalogue: Record, day: date) -> Worth:
    """The worth of a product's certificates; "empty: not OCOP-recognised"."""
    decisions = table(catalogue, "decisions")
    raws = [record_of(c) for c in list_of(product.get("certificates"))]
    return product_worth([cert_of(raw, decisions, day) for raw in raws if raw], day)


def shown(worth: Worth, cares: Cares) -> Worth:
    """What of the worth is shown (Reading 16)."""
    if cares.withdrawn and not WITHDRAWN_KEEPS_STARS:
        return Worth("withdrawn", None, None)
    return worth


def expected(product: str, catalogue: Record, day: date) -> Expected:
    """ "One answer a product and day"."""
    record = table(catalogue, "products")[product]
    cares, worth = cares_of(product, catalogue, day), worth_on(record, catalogue, day)
    showing = shown(worth, cares)
    solid = showing.state in SOLID
    producer = table(catalogue, "producers").get(text_of(record.get("producer")), {})
    sound = not (cares.withdrawn or cares.recalled)
    listed = worth.state != "none" and not cares.withdrawn
    return Expected(
        state=worth.state,
        stars=showing.stars,
        solid=solid,
        until=showing.until,
        is_listed=listed,
        recalled=cares.recalled,
        warned=cares.warned,
        has_law_warning=cares.spirited,
        may_be_priced=sound and not cares.spirited,
        may_be_linked_to_shop=sound and not cares.spirited,
        may_be_on_shelf=sound and (SPIRITS_MAY_STAND_ON_SHELF or not cares.spirited),
        may_be_recommended=sound and not cares.spirited and (listed or UNLISTED_MAY_BE_RECOMMENDED),
        machine_active=solid and not cares.withdrawn,
        machine_rating=showing.stars if solid and not cares.withdrawn else None,
        contact_is_public=is_public(producer, CONTACT_WORDS, day),
        home_is_public=is_public(producer, HOME_WORDS, day),
        may_have_label=sound and bool(text_of(record.get("code"))) and (SPIRITS_MAY_HAVE_LABEL or not cares.spirited),
    )


def oracle(catalogue: Record, day: date) -> dict[str, Expected]:
    """What may be shown of every product on a day; "draft: true: seen in preview only" gives none."""
    products = table(catalogue, "products")
    return {p: expected(p, catalogue, day) for p, r in products.items() if not is_true(r.get("draft"))}
