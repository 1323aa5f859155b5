"""The Nu HTML checker finds no error on any page of the sample and of the example, in our theme and in the smallest."""

import json
import subprocess
from pathlib import Path

from tests.conftest import Building, BuiltSite
from tests.support import PROJECT, needed


def test_no_page_has_an_error(
    npm_packages: Path, built: BuiltSite, sample: BuiltSite, building: Building, example: Path
) -> None:
    needed("java")
    giay = {"themes": PROJECT / "tests" / "themes", "theme": "giay"}
    others = (
        building("giay of content", "output", PROJECT / "content", **giay),
        building("giay of tests", "output", example, **giay),
    )
    folders = [site.folder for site in (built, sample, *others)]
    assert all(len(list(folder.rglob("*.html"))) > 250 for folder in folders)
    options = ["--errors-only", "--skip-non-html", "--format", "json"]
    jar = npm_packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # So short a run pays for no better compiler.
    java = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m"]
    command = [*java, "-jar", str(jar), *options, *map(str, folders)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    messages = json.loads(answer.stderr)["messages"]
    assert [(m["url"].rsplit("shared/")[-1], m.get("lastLine"), m["message"]) for m in messages] == []
