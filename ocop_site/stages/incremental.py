"""The pages of a site, made anew as far as what they depend on has changed since the last build."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ocop_site.exports.exports import EXPORTS
from ocop_site.output.stage_writer import StagedFile
from ocop_site.stages.page_cache import LastBuild
from ocop_site.stages.shares import Keys, MadeShare, Work, made
from ocop_site.stages.unchanged import Joined, Unchanged
from ocop_site.stages.worker import BuildContext, MadeFiles, MadePage, Writer

Progress = Callable[[int, int], None]
"""Told how many pages are there, of how many."""


@dataclass
class Build:
    """The pages by their places among the keys and the exports by their names, as they come."""

    keys: Keys
    by_place: dict[int, MadePage] = field(default_factory=dict)
    exports: dict[str, MadeFiles] = field(default_factory=dict)
    joined: Joined = field(default_factory=Joined)
    has_made: bool = False
    """Whether anything is made that was not kept."""

    @property
    def pages(self) -> Sequence[MadePage]:
        return [self.by_place[place] for place in range(len(self.keys))]

    @property
    def files(self) -> Iterator[StagedFile]:
        """Those of exports, then those of pages in their order."""
        for export in self.exports.values():
            yield from export.files
        for page in self.pages:
            yield from page.files

    @property
    def as_last(self) -> LastBuild:
        """As the next build has it."""
        return LastBuild(self.joined.dependencies, dict(zip(self.keys, self.pages, strict=True)), self.exports)

    @property
    def work(self) -> Work:
        """What is yet to be made."""
        places = [place for place in range(len(self.keys)) if place not in self.by_place]
        return Work(self.keys, places, [name for name in EXPORTS if name not in self.exports])

    def keep(self, last: LastBuild, context: BuildContext, writer: Writer) -> None:
        """Keeps what the last build made of what is the same, where its files still stand there."""
        unchanged = Unchanged(context.editions, last.dependencies)
        for place, key in enumerate(self.keys):
            page = last.pages.get(key)
            if page and unchanged.all(page.depends) and (files := _kept(page.files, writer)):
                depends = unchanged.adopted(page.depends, self.joined)
                self.by_place[place] = replace(page, file=files[0], beside=files[1:], depends=depends)
        for name, export in last.exports.items():
            if name in EXPORTS and unchanged.all(export.depends) and (files := _kept(export.files, writer)):
                self.exports[name] = MadeFiles(files, unchanged.adopted(export.depends, self.joined))

    def take(self, share: MadeShare) -> None:
        """Takes what was made of a share."""
        self.has_made = True
        self.joined.add(share.maker, share.dependencies)
        for place, page in zip(share.share.pages, share.pages, strict=True):
            self.by_place[place] = replace(page, depends=self.joined.places(share.maker, page.depends))
        if share.export:
            depends = self.joined.places(share.maker, share.export.depends)
            self.exports[share.share.export] = replace(share.export, depends=depends)


def made_again(
    last: LastBuild, context: BuildContext, writer: Writer, keys: Keys, jobs: int, progress: Progress
) -> Build:
    """All pages and exports: those of the last build, where nothing that they depend on has changed, else made."""
    build = Build(keys)
    build.keep(last, context, writer)
    for share in made(context, writer, build.work, jobs):
        build.take(share)
        progress(len(build.by_place), len(keys))
    return build


def _kept(files: Sequence[StagedFile], writer: Writer) -> tuple[StagedFile, ...]:
    """The files as they stand there; none where one of them does not, or is another."""
    found = tuple(kept for file in files if (kept := writer.keep(file.path, file.entry)))
    return found if len(found) == len(files) else ()
