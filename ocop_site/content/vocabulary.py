"""A value that is none of those to choose from: which one was meant, and what all of them mean."""

from collections.abc import Iterator, Sequence

from ocop_site.messages import MESSAGE_LANGUAGES
from ocop_site.problems import Mistake, nearest
from ocop_site.records.descriptions import Choice, InBothLanguages
from ocop_site.text.vietnamese import fold


def not_one_of(found: str, choices: Sequence[Choice]) -> Mistake:
    """What is told of a value that cannot stand there."""
    if meant := meant_by(found, choices):
        meaning = {language: _without_brackets(words) for language, words in meant.words.items()}
        details = {"near": meant.value, "meaning": meaning}
        return Mistake("value.not-one-of-near", found=found, choices=choices_told(choices), **details)
    return Mistake("value.not-one-of", found=found, choices=choices_told(choices))


def choices_told(choices: Sequence[Choice]) -> InBothLanguages:
    """Each value with its meaning: `cooperative (hợp tác xã), farm (trang trại)`."""
    return {
        language: ", ".join(_told(each.value, each.words[language]) for each in choices)
        for language in MESSAGE_LANGUAGES
    }


def _told(value: str, words: str) -> str:
    return value if _plain(value) == _plain(words) else f"{value} ({_without_brackets(words)})"


def _without_brackets(words: str) -> str:
    """For what stands in brackets itself."""
    return words.replace(" (", ": ").removesuffix(")")


def meant_by(found: str, choices: Sequence[Choice]) -> Choice | None:
    """By what it means in either language, by its first letters (`HTX`), by a part of the words, by small slips."""
    typed = _plain(found)
    for choice in choices:
        if typed in {*_names(choice), *_initials(choice)}:
            return choice
    return _only_one(typed, choices) or _slipped(typed, choices)


def _only_one(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """The only one whose words hold all that is typed, or that are all held by it: `sữa bò` is milk."""
    words = frozenset(typed.split())
    named = [(each, frozenset(name.split())) for each in choices for name in (*_names(each), *_initials(each))]
    found = {choice.value: choice for choice, name in named if words and (words <= name or name <= words)}
    return next(iter(found.values())) if len(found) == 1 else None


def _slipped(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """Of as many words, so that a cơ sở sản xuất is not taken for a hộ sản xuất."""
    length = len(typed.split())
    names = {name: choice for choice in choices for name in _names(choice) if len(name.split()) == length}
    near = nearest(typed, names)
    return names[near] if near else None


def _names(choice: Choice) -> Iterator[str]:
    """The value and what it means, with the parts of a list and without what stands in brackets."""
    for words in (choice.value, choice.vi, choice.en):
        yield _plain(words)
        yield from (_plain(part) for part in words.replace("(", ",").replace(")", ",").split(",") if part.strip())


def _initials(choice: Choice) -> Iterator[str]:
    """`htx` of hợp tác xã."""
    return ("".join(word[0] for word in name.split()) for name in _names(choice) if " " in name)


def _plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(words)).split())
