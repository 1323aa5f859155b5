"""Vietnamese in the encodings of before Unicode, recognised by its words and shown as it was meant."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice

from ocop_site.frozen import frozen
from ocop_site.text.vietnamese import TONES


@frozen
class LegacyText:
    """The first word of a text that is in an old encoding, and the word that was meant."""

    code: str
    start: int
    word: str
    converted: str


def misread(text: str) -> LegacyText | None:
    """UTF-8 that a program took for Windows' Western encoding and saved so: `Sáº£n` for `Sản`."""
    match = None if text.isascii() else _MISREAD.search(text)
    if not match:
        return None
    low = max(text.rfind(" ", 0, match.start()) + 1, text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
    word = re.match(r"[^ \t\n]{1,40}", text[low:])
    for start, seen in ((low, word[0] if word else ""), (match.start(), match[0])):
        if converted := _as_utf8(seen):
            return LegacyText("encoding.misread-utf8", start, seen, converted)
    return None


def legacy(text: str) -> LegacyText | None:
    """TCVN3, VNI or windows-1258 in a text that was read as if it were Western: the one that most words speak for."""
    if text.isascii():
        return None
    pairs = [at for match in _PAIR.finditer(text) if _ANY_SIGN.match(text, at := match.start() - 1)]
    if not pairs:
        return None
    candidates = [(list(islice(_words(text, scheme, pairs), _ENOUGH)), scheme) for scheme in _SCHEMES]
    words, scheme = max(candidates, key=lambda candidate: len(candidate[0]))
    return LegacyText(scheme.code, *words[0]) if words else None


@frozen
class _Scheme:
    """`sign` is what no word in good order has inside; a word with it must also become good Vietnamese to count."""

    code: str
    sign: re.Pattern[str]
    shortest: int
    convert: Callable[[str], str]


_ENOUGH = 200
_TRIES = 20_000


def _words(text: str, scheme: _Scheme, pairs: list[int]) -> Iterator[tuple[int, str, str]]:
    """Where each such word starts, the word, and the word as it was meant."""
    signs = filter(None, (scheme.sign.match(text, pair) for pair in pairs))
    for match in islice(signs, _TRIES):
        start, word = _word_around(text, match.start(), match.end())
        if len(word) < scheme.shortest or is_syllable(word, strict=False):
            continue
        converted = scheme.convert(word)
        if is_syllable(converted, strict=True):
            yield start, word, converted


_WORD = re.compile(r"[^\s!-/:-@\[-`{-~\u2000-\u206f]+")
_REACH = 10
"""No Vietnamese syllable is longer than this in any encoding."""


def _word_around(text: str, start: int, end: int) -> tuple[int, str]:
    low = max(0, start - _REACH)
    for match in _WORD.finditer(text[low : end + _REACH]):
        if low + match.end() >= end:
            return low + match.start(), match[0]
    return start, text[start:end]


_ONSETS = "ngh|ng|nh|n|kh|k|gh|gi|g|tr|th|t|ch|c|ph|p|qu|b|d|đ|h|l|m|r|s|v|x"
_OPEN = (
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|oa|oai|oao|oay|oe|oeo|oi|ôi|ơi|ua|ui|uôi|uây|uy|uya|uyu|uêu|uơ|uê"
    "|ưa|ưi|ưu|ươi|ươu|yêu|a|â|e|ê|i|o|ô|ơ|u|ư|y"
)
_CLOSED = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uơ|uy|uyê|ươ|y"
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:(?:{_OPEN})|(?:{_CLOSED})(ch|c|ng|nh|n|m|p|t))")
_MISSPELT = re.compile(r"(?:c|ng)[ieêy]|g[eêy]|(?:k|gh|ngh)[aăâoôơuư]|p[^h]")
"""What Vietnamese spelling never does, though each letter alone could stand there."""

_STOPS = {"c", "ch", "p", "t"}
_AFTER_STOPS = {"\u0301", "\u0323"}


def is_syllable(word: str, *, strict: bool) -> bool:
    """Whether Vietnamese has such a syllable. Not strict: the tone on any vowel, and rare spellings too."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if c in TONES]
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES))
    match = _SYLLABLE.fullmatch(letters)
    if not match or len(tones) > 1:
        return False
    stopped = match[1] in _STOPS
    return not strict or not (_MISSPELT.match(letters) or (stopped and not _AFTER_STOPS.intersection(tones)))


def _cased_like(word: str, converted: str) -> str:
    letters = [c for c in word if c.isascii() and c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return converted.upper()
    return converted.capitalize() if word[0].isascii() and word[0].isupper() else converted


_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢£¤¥¦§",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵăâêôơưđ",
)


def _from_tcvn3(word: str) -> str:
    return _cased_like(word, word.translate(_TCVN3).lower())


def _vni_pairs() -> Iterator[tuple[str, str]]:
    """VNI writes a letter, then its marks as one more letter: tone, or circumflex or breve with a tone."""
    for base, letter in zip("aeouyôö", "aeouyơư", strict=True):
        for sign, tone in zip("øûõùï", TONES, strict=True):
            yield base + sign, letter + tone
    for bases, signs, mark in (("a", "êèúüéë", "\u0306"), ("aeo", "âàåãáä", "\u0302")):
        for base in bases:
            for sign, tone in zip(signs, ("", *TONES), strict=True):
                yield base + sign, base + mark + tone


_VNI = {seen: unicodedata.normalize("NFC", meant) for seen, meant in _vni_pairs()}
_VNI |= dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))
_VNI_PART = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def _from_vni(word: str) -> str:
    return _cased_like(word, _VNI_PART.sub(lambda part: _VNI[part[0]], word.lower()))


def _from_windows_1258(word: str) -> str:
    return unicodedata.normalize("NFC", word.encode("cp1252", "replace").decode("cp1258", "replace"))


_SCHEMES = (
    _Scheme("encoding.tcvn3", re.compile("[A-Za-z](?:[¨ª«¬µ¶¸¹»¼½¾×÷]|©(?=[A-Za-z]))|[a-z][À-ÖØ-Þ]"), 2, _from_tcvn3),
    # Without ï, é, ú, ë and ü, which follow a vowel in French and Spanish (Thaï, aún), and without oà, oá and oã (hoà).
    _Scheme("encoding.vni", re.compile("[aeouyôö][øùûõ]|a[êèâàáåãä]|e[âàáåãä]|o[âåä]", re.IGNORECASE), 3, _from_vni),
    _Scheme("encoding.windows-1258", re.compile("[a-zâêôõýã][ÌÒÞ]"), 2, _from_windows_1258),
)

_PAIR = re.compile("[¨-¾×÷À-ÖØ-Þàáâãäåèêìòõøùû](?<=[A-Za-zâêôõýãöÔÖ].)")
"""Any two characters that may begin a sign: one quick search instead of one for each scheme."""

_ANY_SIGN = re.compile("|".join(f"(?{'i' * bool(s.sign.flags & re.IGNORECASE)}:{s.sign.pattern})" for s in _SCHEMES))

_CONTINUATION = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(
    f"[áâÃÄÆ](?:(?<=á)[º»]{_CONTINUATION}|(?<=â)€{_CONTINUATION}"
    "|(?<=Ã)[¡¢£¨©ª¬\xad´µ½]|(?<=Ä)[‘\x91ƒ\x83©¨]|(?<=Æ)[°¡¯])"
)
"""Only what good text never has: a capital à before a quote, a dash or a footnote's number (`XÃ”`) is no sign."""


def _as_utf8(seen: str) -> str | None:
    """What the text was before it was misread. Western Windows lacks five bytes, which stay as they are."""
    try:
        raw = b"".join(c.encode("latin-1" if "\x80" <= c <= "\x9f" else "cp1252") for c in seen)
        return raw.decode("utf-8")
    except UnicodeError:
        return None
