"""What a browser is given to keep: what pages need first, within a budget, under one version for the whole."""

from hashlib import sha256

from ocop_site.exports.offline.listing import SiteFiles


def listed(*sizes: tuple[str, int]) -> SiteFiles:
    files = SiteFiles()
    for path, size in sizes:
        files.add(path, size, sha256(b"x" * size).hexdigest())
    return files


SITE = (
    ("pictures/large.avif", 9_000),
    ("pictures/small.jpg", 1_000),
    ("p/LA001/index.html", 400),
    ("vi/san-pham/gao/index.html", 4_000),
    ("vi/index.html", 4_000),
    ("assets/site.js", 400),
    ("data/products.csv", 5_000),
    ("sitemap.xml", 5_000),
    ("_headers", 100),
)


def test_what_pages_need_comes_first_then_the_ways_in_pages_pictures_and_codes() -> None:
    kept, rest = listed(*SITE).divided(["pictures/small.jpg"], 1_000_000)
    assert [file.path for file in kept] == [
        "assets/site.js", "vi/index.html", "vi/san-pham/gao/index.html", "pictures/small.jpg", "p/LA001/index.html",
    ]  # fmt: skip
    assert [file.path for file in rest] == ["pictures/large.avif"]


def test_what_is_beyond_the_budget_is_kept_on_demand() -> None:
    """Text is reckoned as packed: a quarter."""
    kept, rest = listed(*SITE).divided(["pictures/small.jpg"], 2_200)
    assert [file.path for file in kept] == ["assets/site.js", "vi/index.html", "vi/san-pham/gao/index.html"]
    assert {file.path for file in rest} == {"pictures/small.jpg", "p/LA001/index.html", "pictures/large.avif"}


def test_the_version_changes_with_any_file_and_not_with_their_order() -> None:
    assert listed(*SITE).version == listed(*reversed(SITE)).version
    assert listed(*SITE).version != listed(*SITE[1:], ("pictures/large.avif", 9_001)).version
