"""The scripts of themes share what the README tells of and no more, and keep to the browsers that it promises."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ocop_site.theme.contract import README
from tests.support import PROJECT, needed
from tests.unit.theme.sample_views import delta

SCRIPTS = sorted((*PROJECT.glob("themes/*/assets/js/*.js"), *PROJECT.glob("ocop_site/theme/kit/scripts/*.js")))

TESTS = PROJECT / "tests"


def told() -> dict[str, str]:
    """Every property of `window.ocop` in the README, with its type."""
    rows = re.findall(r"^\| `ocop\.(\w+)` \| `(.+?)` \|", README.read_text("utf-8"), re.MULTILINE)
    return {name: kind.replace(r"\|", "|") for name, kind in rows}


def typed() -> dict[str, str]:
    """Every property of `window.ocop` in the types, with its own."""
    _, _, body = (PROJECT / "themes" / "ocop.d.ts").read_text("utf-8").partition("interface Ocop {")
    properties = re.findall(r"^  (\w+)(\??): (.+);$", body.partition("\n}")[0], re.MULTILINE)
    return {name: f"{kind} | undefined" if optional else kind for name, optional, kind in properties}


def in_scripts(pattern: str) -> set[str]:
    assert len(SCRIPTS) > 10
    code = "".join(re.sub(r"^\s*//.*", "", file.read_text("utf-8"), flags=re.MULTILINE) for file in SCRIPTS)
    return set(re.findall(pattern, code))


def test_every_property_is_told_with_the_type_that_it_has() -> None:
    assert told()
    assert told() == typed()


def test_every_property_that_is_told_is_given_and_used_and_no_other() -> None:
    makers = ("pages/my_list/scripts.py", "search/scripts.py")
    published = "".join((PROJECT / "ocop_site" / maker).read_text("utf-8") for maker in makers)
    given = in_scripts(r"window\.ocop\.(\w+) = ")
    used = in_scripts(r"\bocop\.(\w+)\b(?! = )") | set(re.findall(r"[\"']ocop\.(\w+)\(", published))
    assert given == set(told())
    assert used == set(told())


def test_nothing_else_is_hung_on_the_window() -> None:
    names = in_scripts(r"\bwindow\.(\w+) = ")
    assert names == {"ocop", "name", "open", "print"}, "the last three are the browser's own"
    outside = [
        file.name for file in SCRIPTS if re.search(r"^(var|let|const|function|class) ", file.read_text("utf-8"), re.M)
    ]
    assert outside == []


def floor(npm_packages: Path, folder: Path, code: str, name: str = "a.js") -> "subprocess.CompletedProcess[str]":
    """What `floor.mjs` says of a script; it stands beside its packages, wherever those are."""
    needed("node")
    tool, script = npm_packages.parent / "floor.mjs", folder / name
    if not tool.exists():
        shutil.copy(TESTS / "floor.mjs", tool)
    script.write_text(code, "utf-8")
    command = [shutil.which("node") or "node", str(tool), str(script)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


FAULTS = {
    "optional chaining": "a?.b;",
    "a regular expression that looks behind": "/(?<=a)b/.test(c);",
    "catch without a name": "try { a(); } catch { b(); }",
    "an import": 'import "a";',
    "what came later": "document.body.replaceChildren();",
    "what only kiosks have": "a.showModal();",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_oldest_browser_does_not_know_is_told_with_its_place(
    npm_packages: Path, tmp_path: Path, fault: str
) -> None:
    answer = floor(npm_packages, tmp_path, f"(function () {{\n  {FAULTS[fault]}\n}})();\n")
    assert answer.returncode == 1
    assert "a.js:2:" in answer.stderr


def test_what_is_asked_for_first_may_be_used(npm_packages: Path, tmp_path: Path) -> None:
    answer = floor(npm_packages, tmp_path, "if (navigator.share) navigator.share({}).catch(function () {});\n")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_the_theme_s_scripts_keep_to_it_as_they_are_published(npm_packages: Path, tmp_path: Path) -> None:
    published = [asset for asset in delta().assets if asset.path.endswith(".js")]
    assert len(published) > 10
    for asset in published:
        answer = floor(npm_packages, tmp_path, asset.body.decode(), Path(asset.path).name)
        assert (answer.returncode, answer.stderr) == (0, ""), asset.path
        assert "/** @" not in asset.body.decode(), asset.path
