"""Texts in several languages, and a text as one language has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """A text as one language has it. `language` is set only where it is not the language that was asked for."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One text in several languages; the site's first language is always among them."""

    words: Mapping[str, str]

    def __str__(self) -> str:
        raise TypeError("a Text has no language of its own: ask for one with `text.run(language)`")

    def __bool__(self) -> bool:
        return any(self.words.values())

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.words.items())

    def __hash__(self) -> int:
        return hash(tuple(self.words.items()))

    def has(self, language: str) -> bool:
        return bool(self.words.get(language))

    def run(self, language: str) -> TextRun:
        """The words in `language`, else those in the site's first language, marked as such."""
        if words := self.words.get(language):
            return TextRun(words)
        first = next(iter(self.words))
        return TextRun(self.words[first], first)
