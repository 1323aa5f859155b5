"""Beginnings of stories that the home page goes on from: of makers, places and products, another one every day."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from ocop_site.editions.edition import Edition
from ocop_site.facts import fact
from ocop_site.pages.producers import producer_card
from ocop_site.text.language import Text, TextRun
from ocop_site.text.markdown.parsing import parse, plain_words
from ocop_site.views import Teaser

SHORTEST, LONGEST = 60, 200
"""How many letters of a story are its beginning: it ends with a sentence."""

_SENTENCE = re.compile(r".+?(?:[.!?…](?=\s|$)[”\"]?|$)", re.DOTALL)

One = TypeVar("One")


def of_today(edition: Edition, choice: Sequence[One]) -> One | None:
    """One of several, the next one every day."""
    return choice[edition.catalogue.today.toordinal() % len(choice)] if choice else None


@fact
def maker_teasers(edition: Edition) -> list[Teaser]:
    """Makers with a picture who make something that may be recommended; those who welcome visitors, where any do."""
    producers, found = edition.catalogue.producers, dict[str, Teaser]()
    for producer_id, product_ids in sorted(edition.facets.of("producers").items()):
        card, story = producer_card(edition, producer_id), producers[producer_id].story
        if card.picture and edition.parts.promoted(product_ids, 1):
            words = opening(edition, story)
            found[producer_id] = Teaser(
                card.href, card.name, f"producer.{card.kind}", card.locality, words, card.picture
            )
    welcoming = [found[i] for i in found if (visits := producers[i].visits) and visits.welcome]
    return welcoming or list(found.values())


@fact
def place_teasers(edition: Edition) -> list[Teaser]:
    return list(_places(edition))


@fact
def story_teasers(edition: Edition) -> list[Teaser]:
    """Products with a story and a picture, of those that may be recommended."""
    return list(_stories(edition))


def _places(edition: Edition) -> Iterator[Teaser]:
    for place_id, place in sorted(edition.catalogue.places.items()):
        card = edition.parts.place_card(place_id)
        if card.picture:
            words = opening(edition, place.story)
            yield Teaser(card.href, card.name, f"place.{card.kind}", card.locality, words, card.picture)


def _stories(edition: Edition) -> Iterator[Teaser]:
    products = edition.catalogue.products
    for product_id in sorted(edition.catalogue.listed):
        story = products[product_id].story
        for card in edition.parts.promoted([product_id]) if story else ():
            if card.picture:
                yield Teaser(card.href, card.name, "", card.producer, opening(edition, story), card.picture)


def opening(edition: Edition, text: Text | None) -> TextRun | None:
    """The first sentences of a text, as they are read."""
    if not text:
        return None
    run = edition.run(text)
    words = " ".join(plain_words(parse(run.text.strip().split("\n\n")[0])).split())
    return TextRun(_first_sentences(words), run.language)


def _first_sentences(words: str) -> str:
    """As many whole ones as there is room for, one at least."""
    shown = ""
    for sentence in _SENTENCE.findall(words):
        if len(shown) >= SHORTEST and len(shown) + len(sentence) > LONGEST:
            break
        shown += sentence
    return shown.strip()
