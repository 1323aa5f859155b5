"""What a shared picture is known by: a hash of all that it is made of."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version

from ocop_site.pictures.encoding import codec_versions
from ocop_site.pictures.social.card import SocialCard

VERSION = 4
"""To be raised whenever this room makes other pictures of the same card."""

_FONTS = ("font-source-serif-pro", "font-manrope")


def key_of(card: SocialCard) -> str:
    """Another one wherever anything on the picture is."""
    return sha256(f"{_means()}{card!r}".encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _means() -> str:
    return repr((VERSION, sorted(codec_versions().items()), [(font, version(font)) for font in _FONTS]))
