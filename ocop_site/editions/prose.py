"""Texts as one language's pages have them: what their links lead to there, and the pictures that they show."""

from collections.abc import Iterator
from dataclasses import dataclass

from ocop_site.catalogue.mentions import file_of
from ocop_site.editions.files import Files
from ocop_site.editions.localized import LocalizedCatalogue
from ocop_site.editions.pictures import Pictures
from ocop_site.editions.urls import EditionUrls, Key
from ocop_site.records.kinds import LINKED_KINDS
from ocop_site.text.language import Text, TextRun
from ocop_site.text.markdown.parsing import ParsedText, parse, parse_as_typed
from ocop_site.text.markdown.targets import parse_target
from ocop_site.views import Prose, ProseLink, ProsePicture


@dataclass(frozen=True, eq=False)
class ProseTexts:
    """The texts of an edition."""

    localized: LocalizedCatalogue
    urls: EditionUrls
    pictures: Pictures
    files: Files

    def prose(self, text: Text) -> Prose:
        """Markdown."""
        run = self.localized.run(text)
        parsed = parse(run.text)
        return Prose(run.text, run.language, tuple(self._links(parsed)), tuple(self._pictures(parsed)))

    def as_typed(self, text: Text) -> Prose:
        """A text in which only links by record are more than what was typed."""
        run = self.localized.run(text)
        return Prose(run.text, run.language, tuple(self._links(parse_as_typed(run.text))), is_typed=True)

    def _links(self, parsed: ParsedText) -> Iterator[ProseLink]:
        for typed in dict.fromkeys(each.typed for each in parsed.mentions if each.sort == "link"):
            if link := self._link(typed):
                yield link

    def _link(self, typed: str) -> ProseLink | None:
        """None where it leads nowhere, which is told: then its words are shown."""
        address = parse_target(typed)
        match address.sort:
            case "record" if address.kind in LINKED_KINDS:
                about = (LINKED_KINDS[address.kind], address.id)
                return ProseLink(typed, self.urls.href(about), note=self._recall(about))
            case "web":
                return ProseLink(typed, address.href, is_external=True)
            case "insecure":
                return ProseLink(typed, address.href, is_external=True, note=self.localized.words("link.insecure"))
            case "mail" | "phone":
                return ProseLink(typed, address.href)
            case "local" if line := self.files.line(file_of(address), TextRun("")):
                return ProseLink(typed, line.href, note=line.about)
        return None

    def _recall(self, about: Key) -> str | None:
        """What is recalled is named nowhere without it."""
        kind, record_id = about
        is_recalled = kind == "products" and self.localized.catalogue.showing(record_id).is_recalled
        return self.localized.words("link.recalled") if is_recalled else None

    def _pictures(self, parsed: ParsedText) -> Iterator[ProsePicture]:
        for mention in parsed.mentions:
            if mention.sort == "picture":
                picture = self.pictures.in_text(file_of(parse_target(mention.typed)), mention.words)
                if picture:
                    yield ProsePicture(mention.typed, picture)
