"""The picture beside a shared link: of every page, in no language alone, without a star, and a recall first."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from ocop_site.editions.edition import Editions
from ocop_site.pages.social.cards import CARDS
from ocop_site.pages.social.picture import card_of
from ocop_site.pictures.social.card import SIZE, SocialCard
from tests.conftest import ADDRESS, DAY, BuiltSite
from tests.support import PROJECT, Task, build, catalogue_of, editions_of, some

RICE, RICE_EN = "/vi/san-pham/mau-gao/", "/en/products/mau-gao/"

STARS = re.compile(r"\bsao\b|\bstars?\b|[★⭐]", re.IGNORECASE)


def social(site: BuiltSite, path: str, name: str = "og:image") -> str:
    node = site.page(path).css_first(f"meta[property='{name}']")
    assert node
    return node.attributes["content"] or ""


def file_of(site: BuiltSite, path: str) -> Path:
    return site.folder / site.own_path(social(site, path)).lstrip("/")


def shared_files(site: BuiltSite) -> set[str]:
    return {file.relative_to(site.folder).as_posix() for file in (site.folder / "social").rglob("*.jpg")}


Cards = dict[tuple[str, str], SocialCard | None]
"""By what they are about."""


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Cards:
    return cards_of(
        editions_of(catalogue_of(PROJECT / "tests/example/content", today=DAY), tmp_path_factory.mktemp("m"))
    )


def cards_of(editions: Editions) -> Cards:
    catalogue = editions.default.catalogue
    keys = [("home", ""), *((kind, i) for kind in CARDS if kind != "home" for i in catalogue.of(kind))]
    return {key: card_of(editions.default, key) for key in keys}


def test_every_page_that_says_one_has_it_in_its_size(built: BuiltSite) -> None:
    pages = [path for path in built.paths if built.page(path).css_first("meta[property='og:image']")]
    for path in some(pages):
        with Image.open(file_of(built, path)) as opened:
            assert (opened.format, opened.size) == ("JPEG", SIZE), path
    assert shared_files(built) == {
        built.own_path(social(built, path)).lstrip("/") for path in pages if "/social/" in social(built, path)
    }


def test_a_product_has_one_in_all_languages_told_in_the_pages_own(built: BuiltSite) -> None:
    assert social(built, RICE) == social(built, RICE_EN)
    assert social(built, RICE).startswith(f"{ADDRESS}/social/products/mau-gao.")
    assert "Ô vuông màu xanh" in social(built, RICE, "og:image:alt")
    assert "A green square" in social(built, RICE_EN, "og:image:alt")
    assert "Sample" in social(built, RICE_EN, "og:image:alt")


def test_lists_and_home_share_that_of_the_whole(built: BuiltSite) -> None:
    whole = social(built, "/vi/")
    assert whole.startswith(f"{ADDRESS}/social/home/all.")
    assert {social(built, path) for path in ("/en/", "/vi/san-pham/", "/en/a-z/", "/vi/dia-diem/")} == {whole}


def test_a_spirit_has_the_themes(built: BuiltSite, cards: Cards) -> None:
    for name in ("mau-ruou-31", "mau-ruou-khong-ro"):
        assert cards["products", name] is None
        assert "/assets/social." in social(built, f"/vi/san-pham/{name}/")


def test_what_is_recalled_says_so_first_and_shows_no_thing(cards: Cards) -> None:
    for name in ("mau-mam", "mau-hop-qua"):
        card = cards["products", name]
        assert card
        assert card.recall == ("Thu hồi sản phẩm", "Product recall")
        assert not card.pictures
        assert not card.told


def test_no_star_stands_on_one_and_a_term_in_force_has_its_last_day(
    cards: Cards,
) -> None:
    told = [card.told for card in some(cards.values()) if card and card.told]
    assert not [words for each in some(told) for words in each if STARS.search(words)]
    in_force = [card for card in cards.values() if card and card.seal == "in_force"]
    for card in some(in_force):
        assert re.search(r"\d\d/\d\d/20\d\d", card.told[0])


def test_words_come_in_the_sites_first_language_and_one_more(cards: Cards) -> None:
    card = cards["products", "mau-gao"]
    assert card
    assert len(card.names) == 2
    assert card.told[0] != card.told[1]


def test_a_language_that_the_faces_cannot_write_leaves_the_others(own_task: Task, tmp_path: Path) -> None:
    file = own_task.content / "products/mau-gao.yaml"
    text = re.sub(
        r"^name:.*?(?=^\w)", "name: {vi: 견본 쌀, en: Sample rice}\n", file.read_text("utf-8"), flags=re.M | re.S
    )
    file.write_text(text, encoding="utf-8")
    card = card_of(editions_of(catalogue_of(own_task.content, today=DAY), tmp_path).default, ("products", "mau-gao"))
    assert card
    assert card.names == ("Sample rice",)


def test_the_next_day_composes_nothing_that_tells_the_same(own_task: Task) -> None:
    before = shared_files(BuiltSite(own_task.output, build(own_task)))
    kept = some(own_task.cache.rglob("cards/*/*"))
    assert shared_files(BuiltSite(own_task.output, build(replace(own_task, today=DAY + timedelta(days=1))))) == before
    assert set(own_task.cache.rglob("cards/*/*")) == set(kept)


def test_another_name_is_another_address(own_task: Task) -> None:
    site = BuiltSite(own_task.output, build(own_task))
    before = social(site, RICE), social(site, "/vi/chu-the/cong-ty-mau/")
    file = own_task.content / "products/mau-gao.yaml"
    file.write_text(file.read_text("utf-8").replace("Mẫu gạo", "Mẫu gạo mới"), encoding="utf-8")
    build(own_task)
    after = social(site, RICE), social(site, "/vi/chu-the/cong-ty-mau/")
    assert after[0] != before[0]
    assert after[1] == before[1]
    assert (site.folder / site.own_path(after[0]).lstrip("/")).exists()
    assert not (site.folder / site.own_path(before[0]).lstrip("/")).exists()
