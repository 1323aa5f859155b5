"""Any sequence of sites, published in either way, with files of others put in between."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_site.output import manifest
from ocop_site.output.exchange import Exchange, exchange_folders
from ocop_site.output.names import folders_of, spelling_key
from ocop_site.output.refusals import PublishRefused
from tests.unit.output.folders import Site, files, in_place, publish, put, standing, tidy

PATHS = ["index.html", "a.css", "A.css", "vi", "vi/index.html", "vi/x/index.html", "vi/x", "en/a.html", "sitemap.xml"]
OTHERS = ["CNAME", ".git/head", "vi/note.txt", "vi/x/note.txt", "en/a.html/note.txt"]


def possible(site: Site) -> Site:
    """Without those paths that clash with an earlier one of the list."""
    chosen: dict[str, str] = {}
    for path in PATHS:
        if path in site and not any(clash(path, other) for other in chosen):
            chosen[path] = site[path]
    return chosen


def clash(one: str, other: str) -> bool:
    one, other = f"{spelling_key(one)}/", f"{spelling_key(other)}/"
    return one.startswith(other) or other.startswith(one)


ways = st.sampled_from([exchange_folders, in_place])
sites = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["", "one", "two", "three"])).map(possible)
steps = st.lists(st.tuples(sites, ways, st.sampled_from(["", *OTHERS])), max_size=6)


@settings(deadline=None, max_examples=100)
@given(steps=steps)
def test_the_folder_holds_the_site_and_what_is_not_ours(steps: list[tuple[Site, Exchange, str]]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        output = Path(parent, "site")
        ours: Site = {"index.html": "first"}
        others: dict[str, str] = {}
        publish(output, ours)
        for site, way, other in steps:
            if other and is_free(other, {**ours, **others}):
                put(output, other)
                others[other] = "not ours"
            if all(is_free(path, others) for path in site):
                publish(output, site, way)
                ours = site
            else:
                assert_refused(output, site, way)
            assert_holds(output, {**ours, **others})


def is_free(path: str, taken: Site) -> bool:
    return path not in taken and path not in folders_of(taken) and not folders_of([path]) & set(taken)


def assert_refused(output: Path, site: Site, way: Exchange) -> None:
    before = standing(output)
    with pytest.raises(PublishRefused) as refused:
        publish(output, site, way)
    assert refused.value.problem.code == "output.foreign"
    assert standing(output) == before


def assert_holds(output: Path, everything: Site) -> None:
    assert files(output) == everything
    assert set(standing(output)) == {manifest.NAME, *everything, *folders_of(everything)}
    assert tidy(output)
