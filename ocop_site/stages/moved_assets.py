"""Assets of the theme that stand elsewhere than in the last build.

They are named by their bytes, on every page. So another style sheet alone makes no page anew: where the old address
stands, the new one is put.
"""

from collections.abc import Iterable, Iterator, Mapping

from ocop_site.content.shape import Records
from ocop_site.frozen import frozen
from ocop_site.output.check import PageFacts
from ocop_site.theme.theme import Theme


@frozen
class MovedAssets:
    """Their paths of before, each with the one of now."""

    paths: Mapping[str, str]

    def __bool__(self) -> bool:
        return bool(self.paths)

    def in_bytes(self, body: bytes) -> bytes:
        """A file as it names them now: the very same bytes where it names none."""
        for before, now in self.paths.items():
            body = body.replace(before.encode(), now.encode())
        return body

    def in_facts(self, facts: PageFacts) -> PageFacts:
        """The facts of a page as it names them now."""
        return facts._replace(links=tuple(map(self._in_link, facts.links))) if self else facts

    def _in_link(self, link: str) -> str:
        for before, now in self.paths.items():
            link = link.replace(before, now)
        return link

    def are_named_by(self, texts: Iterable[str]) -> bool:
        """Whether one of them is named there by its path of before: that is somebody's text, and stays as it is."""
        return any(before in text for text in texts for before in self.paths)


def moved_assets(before: Mapping[str, str], theme: Theme) -> MovedAssets:
    """The assets of both themes whose paths are others now."""
    now = theme.asset_paths
    return MovedAssets({path: now[name] for name, path in before.items() if name in now and now[name] != path})


def texts_of_people(records: Records, theme: Theme) -> Iterator[str]:
    """All that may stand on a page because somebody wrote it."""
    yield from theme.templates.values()
    yield repr((theme.words, theme.office_words, theme.options))
    for found in records.by_kind.values():
        for shaped in found.values():
            yield shaped.entry.body
            yield repr(shaped.entry.data)
