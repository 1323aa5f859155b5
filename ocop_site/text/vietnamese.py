"""The Vietnamese alphabet: order, folding, slugs."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""The tone marks in dictionary order after none: huyền, hỏi, ngã, sắc, nặng."""

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in Vietnamese order; f, j, w and z, which are not of the alphabet, stand where Latin has them."""

_SYLLABIC = (("\u3005", "\u30ff"), ("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
"""Han and kana, the first and the last of each row."""

_PER_FIRST = 588
"""How many Korean syllables begin with the same letter (Unicode Standard, 3.12)."""

FALSE_D = "ÐƉðɖ"
"""Letters of Icelandic and Ewe that look like đ and Đ; old fonts and keyboards give them."""

_ETHS = str.maketrans(FALSE_D, "ĐĐđđ")
_ETH = re.compile(f"[{FALSE_D}]")
_USUAL_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""The combining marks of Latin letters; that between them (U+034F) joins, and is none."""

_WORD = re.compile(r"[^\W\d_]+")

_ADDRESSABLE = re.compile("[0-9A-Za-z]+")

_LETTERS = frozenset(ALPHABET)
_RANK = {letter: f"{rank:02d}" for rank, letter in enumerate(ALPHABET, start=20)}


def has_false_d(text: str) -> bool:
    """Whether a letter stands there that looks like đ."""
    return bool(_ETH.search(text))


def with_real_d(text: str) -> str:
    """With đ and Đ for the letters that look like them, but for words that are no Vietnamese: `maður`, `Þorlákshöfn`.

    Vietnamese begins a syllable with đ, Icelandic never a word with ð.
    """
    return _WORD.sub(_vietnamese_word, text) if _ETH.search(text) else text


def fold(text: str) -> str:
    """Letters without marks and case: `Đậu phộng` is `dau phong`. Unicode does not decompose đ, so it goes first."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFD", text.translate(_ETHS).replace("đ", "d").replace("Đ", "D"))
    plain = _USUAL_MARKS.sub("", plain)
    return (plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))).casefold()


def slug(text: str) -> str:
    """An address word of `[a-z0-9-]`: `Đậu phộng` is `dau-phong`."""
    return "-".join(_ADDRESSABLE.findall(fold(text)))


@lru_cache(maxsize=100_000)
def collation_key(text: str) -> tuple[str, str, str]:
    """Sorts as a Vietnamese dictionary: by letters (a ă â b c d đ ...), then by tones, then small before capital.

    Word by word, as usual for Vietnamese: `An Giang` comes before `Anh`. Digits come before letters, by their value;
    letters of other writings behind, as Unicode has them.
    """
    letters, tones = [], []
    for word in unicodedata.normalize("NFC", text).casefold().split():
        for run in _runs(word):
            if run.isdecimal():
                letters.append(f"1{len(run.lstrip('0')):03d}{run.lstrip('0')}")
                continue
            for character in run:
                letter, tone = _letter_and_tone(character)
                if letter in _RANK:
                    letters.append(_RANK[letter])
                    tones.append(str(tone))
                elif letter.isalpha():
                    letters.append(_RANK.get(fold(letter)) or f"9{ord(letter[0]):06x}")
        letters.append(" ")
    return "".join(letters), "".join(tones), text.swapcase()


def initial(text: str) -> str:
    """The letter under which a name stands in an index: `Ẩm` under Â, `Đậu` under Đ, anything else under #."""
    for character in unicodedata.normalize("NFC", text).casefold():
        letter, _ = _letter_and_tone(character)
        if letter in _RANK:
            return letter.upper()
        if character.isalnum():
            break
    return "#"


def heading(text: str) -> str:
    """The same for an index in any language: other alphabets by their own letters, Korean by a syllable's first one.

    Signs that are words, as in Chinese, stand under #: no reader looks for them one by one.
    """
    letter = initial(text)
    first = next((sign for sign in unicodedata.normalize("NFC", text).casefold() if sign.isalnum()), "")
    if letter != "#" or not first.isalpha() or any(least <= first <= last for least, last in _SYLLABIC):
        return letter
    if "\uac00" <= first <= "\ud7a3":
        return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[(ord(first) - 0xAC00) // _PER_FIRST]
    return (fold(first) or first)[0].upper()


def proper_name(name: str) -> str:
    """A unit's or maker's own name, from its first capital on: `Cần Đước` of `xã Cần Đước`."""
    words = name.split()
    start = next((i for i, word in enumerate(words) if word[:1].isupper()), 0)
    return " ".join(words[start:])


def _vietnamese_word(word: re.Match[str]) -> str:
    healed = word[0].translate(_ETHS)
    letters = {_letter_and_tone(character)[0] for character in healed.lower()}
    is_icelandic = word[0][0] not in "Ððɖ" and "ð" in word[0]
    return word[0] if is_icelandic or not letters <= _LETTERS else healed


@lru_cache(maxsize=10_000)
def _letter_and_tone(character: str) -> tuple[str, int]:
    """`ầ` is the letter â with huyền; `é` is the letter e with sắc."""
    tone, rest = 0, []
    for part in unicodedata.normalize("NFD", character):
        if part in TONES:
            tone = TONES[part]
        else:
            rest.append(part)
    return unicodedata.normalize("NFC", "".join(rest)), tone


def _runs(word: str) -> Iterator[str]:
    """Digits and other characters of a word, each together."""
    start = 0
    for i in range(1, len(word) + 1):
        if i == len(word) or word[i].isdecimal() != word[start].isdecimal():
            yield word[start:i]
            start = i
