"""Paths that every system can hold, and no two that some system takes for one."""

import pytest

from ocop_site.output.names import SitePaths


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/index.html",
        "../index.html",
        "vi/../index.html",
        "vi//index.html",
        "vi/./index.html",
        "vi/",
        "vi\\index.html",
        "C:/index.html",
        "what?.html",
        "a\n.html",
        "a\0.html",
        "con",
        "vi/AUX.html",
        "LPT1.tar.gz",
        "trailing./a.html",
        "trailing ",
        "x" * 256,
        ".ocop-manifest.json",
        ".OCOP-Stage/x",
    ],
)
def test_a_path_that_some_system_cannot_hold_is_our_own_mistake(path: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be a path|keeps for itself"):
        SitePaths().add(path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.html", "a.html"),
        ("a.html", "A.html"),
        ("ch\u00e0o.html", "cha\u0300o.html"),
        ("stra\u00dfe", "STRASSE"),
        ("vi", "vi/index.html"),
        ("vi/index.html", "VI"),
        ("vi/a.html", "Vi/b.html"),
    ],
)
def test_two_paths_that_some_system_takes_for_one_are_our_own_mistake(one: str, other: str) -> None:
    names = SitePaths()
    names.add(one)
    with pytest.raises(ValueError, match=r"takes? for one|and a folder|are one"):
        names.add(other)


@pytest.mark.parametrize(
    "path", ["index.html", "p/LA008/index.html", ".well-known/security.txt", ".nojekyll", "console"]
)
def test_usual_paths_are_fine(path: str) -> None:
    SitePaths().add(path)
