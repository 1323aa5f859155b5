"""What invites, the pictures and words of makers and doors, never does so for spirits or what is recalled."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BuiltSite

DISTILLERY = """\
name: {vi: Lò rượu mẫu, en: Sample distillery}
kind: enterprise
lead: {vi: Ủ men gạo trong chum, en: Rice yeast in jars}
makes: {vi: rượu nếp, en: rice spirit}
photos: [{file: mau.png, alt: {vi: Cái chum, en: A jar}, kind: illustration}]
sources: [s-so]
"""

SPIRIT = """\
code: VD090
name: {vi: Mẫu rượu nếp, en: Sample rice spirit}
producer: lo-ruou
set: 15
alcohol_percent: 40
summary: {vi: Nấu từ nếp., en: Of sticky rice.}
sources: [s-so]
"""

WITHDRAWN = "withdrawn: {on: 2026-01-01, reason: {vi: Nghỉ làm, en: No longer made}}\n"

TRAIL = """\
name: {vi: Đường mẫu, en: Sample way}
summary: {vi: Đi thử., en: To try.}
stops: [{producer: lo-ruou}]
"""

JAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300">'
    '<circle cx="200" cy="150" r="100" fill="#8C4526"/></svg>'
)

PHOTO = "photos: [{file: mam.svg, alt: {vi: Hũ mắm, en: A jar}, kind: illustration, ground: clay}]\n"

DOOR = """\
thu-mon:
  title: {vi: Thử món, en: Try}
  rule: {products: [mau-gom]}
  picture: mam.svg
  ground: leaf
"""


@pytest.fixture(params=["", WITHDRAWN], ids=["without a certificate", "withdrawn"])
def distilled(
    request: pytest.FixtureRequest, example: Path, tmp_path: Path, rebuilt: Callable[..., BuiltSite]
) -> BuiltSite:
    content = Path(shutil.copytree(example, tmp_path / "content"))
    (content / "producers" / "lo-ruou.yaml").write_text(DISTILLERY, "utf-8")
    (content / "products" / "mau-ruou-nep.yaml").write_text(SPIRIT + request.param, "utf-8")
    (content / "trails" / "duong-mau.yaml").write_text(TRAIL, "utf-8")
    return rebuilt(content=content, ledgers_bind=False)


def test_who_makes_nothing_but_spirits_is_named_and_no_more(distilled: BuiltSite) -> None:
    page = distilled.page("/vi/chu-the/lo-ruou/")
    assert "Lò rượu mẫu" in distilled.text("/vi/chu-the/lo-ruou/")
    assert page.css("main img") == []
    for path in ("/vi/chu-the/lo-ruou/", "/vi/chu-the/", "/vi/hanh-trinh/duong-mau/"):
        assert "Ủ men gạo" not in distilled.text(path), path
        assert "rượu nếp" not in distilled.text(path).replace("Mẫu rượu nếp", ""), path
    assert distilled.page("/vi/hanh-trinh/duong-mau/").css("main li img") == []


def test_a_door_does_not_show_what_is_recalled(
    example: Path, tmp_path: Path, rebuilt: Callable[..., BuiltSite]
) -> None:
    content = Path(shutil.copytree(example, tmp_path / "content"))
    (content / "media" / "mam.svg").write_text(JAR, "utf-8")
    (content / "doors.yaml").write_text(DOOR, "utf-8")
    recalled, notice = content / "products" / "mau-mam.yaml", content / "notices" / "thu-hoi-mau-mam.yaml"
    recalled.write_text(recalled.read_text("utf-8") + PHOTO, "utf-8")
    pictures = []
    for ended in ("", "until: 2026-11-22\n"):
        notice.write_text(notice.read_text("utf-8") + ended, "utf-8")
        pictures.append(len(rebuilt(content=content).page("/vi/").css(".way img")))
    assert pictures == [0, 1]
