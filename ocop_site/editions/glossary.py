"""The glossary: native words with their meanings, and those of them that stand in a name."""

import re
from collections import Counter

from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.text.language import Text, TextRun
from ocop_site.text.vietnamese import collation_key, slug
from ocop_site.views import TermLine


class LocalizedGlossary:
    """The glossary in an edition's language; the words themselves stay in the site's first."""

    def __init__(self, localized: LocalizedCatalogue) -> None:
        words = sorted(localized.catalogue.glossary.items(), key=lambda item: collation_key(item[0]))
        anchors = Counter(slug(word) for word, _ in words)
        self._first = localized.catalogue.site.first_language
        native = None if localized.language == self._first else self._first
        self.terms = tuple(
            TermLine(
                TextRun(word, native), localized.run(meaning), slug(word) if anchors[slug(word)] == 1 else f"{number}"
            )
            for number, (word, meaning) in enumerate(words, start=1)
        )
        self._by_word = {term.term.text.casefold(): term for term in self.terms}
        longest_first = sorted(self._by_word, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def of(self, name: Text) -> tuple[TermLine, ...]:
        """The words of the glossary in a name, in their order there; of those that overlap, the longest."""
        if not self.terms:
            return ()
        found = self._pattern.findall(name.run(self._first).text.casefold())
        return tuple(self._by_word[word] for word in dict.fromkeys(found))
