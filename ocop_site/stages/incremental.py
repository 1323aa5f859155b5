"""The pages of a site, made anew as far as what they depend on has changed since the last build."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, compress

from ocop_site.exports.exports import EXPORTS
from ocop_site.output.stage_writer import StagedFile
from ocop_site.stages.moved_assets import MovedAssets
from ocop_site.stages.page_cache import LastBuild
from ocop_site.stages.shares import Keys, MadeShare, Work, made
from ocop_site.stages.unchanged import Joined, Unchanged
from ocop_site.stages.worker import BuildContext, MadeFiles, MadePage, Writer

Progress = Callable[[int, int], None]
"""Told how many pages are there, of how many."""


class Keeping:
    """Keeps files of the last build, in which assets that are `moved` get their new addresses."""

    def __init__(self, writer: Writer, moved: MovedAssets) -> None:
        self.writer, self.moved = writer, moved

    def page(self, page: MadePage) -> MadePage | None:
        """The page as it stands there; None where one of its files does not, or is another."""
        if not (files := self.files(page.files)):
            return None
        return replace(page, file=files[0], beside=files[1:], facts=self.moved.in_facts(page.facts))

    def files(self, files: Sequence[StagedFile]) -> tuple[StagedFile, ...]:
        """All of them, or none."""
        change = self.moved.in_bytes if self.moved else None
        found = tuple(kept for file in files if (kept := self.writer.keep(file.path, file.entry, change)))
        return found if len(found) == len(files) else ()


@dataclass
class Build:
    """The pages by their places among the keys and the exports by their names, as they come."""

    keys: Keys
    assets: Mapping[str, str]
    by_place: dict[int, MadePage] = field(default_factory=dict)
    exports: dict[str, MadeFiles] = field(default_factory=dict)
    joined: Joined = field(default_factory=Joined)
    is_another: bool = False
    """Whether anything is made that was not kept as it was."""

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
        """As the next build has it, without the dependencies that nothing has any more."""
        users = [page.depends for page in self.pages] + [made.depends for made in self.exports.values()]
        alive = self.joined.alive(users)
        numbers = [*accumulate(alive, initial=0)]

        def numbered(places: Iterable[int]) -> tuple[int, ...]:
            return tuple(map(numbers.__getitem__, places))

        pages = zip(self.keys, self.pages, strict=True)
        return LastBuild(
            self.assets,
            {name: replace(made, depends=numbered(made.depends)) for name, made in self.exports.items()},
            (replace(each, of=numbered(each.of)) for each in compress(self.joined.dependencies, alive)),
            ((key, replace(page, depends=numbered(page.depends))) for key, page in pages),
        )

    @property
    def work(self) -> Work:
        """What is yet to be made."""
        places = [place for place in range(len(self.keys)) if place not in self.by_place]
        return Work(self.keys, places, [name for name in EXPORTS if name not in self.exports])

    def keep(self, last: LastBuild, context: BuildContext, keeping: Keeping) -> None:
        """Keeps what the last build made of what is the same, where its files still stand there."""
        self.joined = Joined(noted := list(last.dependencies))
        unchanged = Unchanged(context.editions, noted, self.joined)
        places = {key: place for place, key in enumerate(self.keys)}
        for key, page in last.pages:
            if key in places and unchanged.all(page.depends) and (kept := keeping.page(page)):
                self.by_place[places[key]] = kept
        for name, export in last.exports.items():
            if name in EXPORTS and unchanged.all(export.depends) and (files := keeping.files(export.files)):
                self.exports[name] = replace(export, files=files)

    def take(self, share: MadeShare) -> None:
        """Takes what was made of a share."""
        self.is_another = True
        self.joined.add(share.maker, share.dependencies)
        for place, page in zip(share.share.pages, share.pages, strict=True):
            self.by_place[place] = replace(
                page, facts=page.facts.shared(), depends=self.joined.places(share.maker, page.depends)
            )
        if share.export:
            depends = self.joined.places(share.maker, share.export.depends)
            self.exports[share.share.export] = replace(share.export, depends=depends)


def made_again(
    last: LastBuild, context: BuildContext, keeping: Keeping, keys: Keys, jobs: int, progress: Progress
) -> Build:
    """All pages and exports: those of the last build, where nothing that they depend on has changed, else made."""
    build = Build(keys, context.theme.asset_paths, is_another=bool(keeping.moved))
    build.keep(last, context, keeping)
    for share in made(context, keeping.writer, build.work, jobs):
        build.take(share)
        progress(len(build.by_place), len(keys))
    return build
