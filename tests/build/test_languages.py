"""A further language is content and words, not code: what it lacks is told in the site's order, and said to be so."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from ocop_site.desk.ledger import enter
from ocop_site.text.language import direction
from tests.conftest import BuiltSite, published
from tests.support import PROJECT, Task, build, catalogue_of, some
from tests.unit.small import CERTIFIED, RICE, SAUCE, written
from tests.unit.small import DAY as TODAY

HANGUL, ARABIC = re.compile(r"[\uac00-\ud7a3]"), re.compile(r"[\u0600-\u06ff]")

WORDS = {
    "words/ko.yaml": 'products.menu: "제품"\ncount.products: "제품 {count}개"\n',
    "words/ar.yaml": """\
products.menu: "منتجات"
product.place: "المكان"
count.products:
  zero: "لا منتجات"
  one: "منتج واحد"
  two: "منتجان"
  few: "{count} منتجات"
  many: "{count} منتجا"
  other: "{count} منتج"
""",
}


def speaking(content: Path, *languages: str, title: Mapping[str, str]) -> Path:
    """The content with further languages, which name no address word of their own."""
    file = content / "site.yaml"
    site = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    site["languages"] |= {language: {"name": language} for language in languages}
    site["title"] |= title
    file.write_text(yaml.safe_dump(site, allow_unicode=True, sort_keys=False), "utf-8")
    return content


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> BuiltSite:
    """Two products, one of them named in Korean and Arabic, with a few words of each language."""
    folder = tmp_path_factory.mktemp("languages")
    content = written(folder / "content", RICE, SAUCE, files={**WORDS, "products/gao.yaml": CERTIFIED})
    rice = content / "products" / "gao.yaml"
    rice.write_text(rice.read_text("utf-8").replace("in English}", "in English, ko: 쌀, ar: أرز}", 1), "utf-8")
    speaking(content, "ko", "ar", title={"ko": "예시", "ar": "مثال"})
    enter(content, catalogue_of(content, today=TODAY, ledgers_bind=False))
    task = Task(content, PROJECT / "themes", folder / "thu", cache=cache, today=TODAY)
    return BuiltSite(folder / "thu", published(task))


def languages(site: BuiltSite, path: str, text: str) -> set[str]:
    """The languages in which a page says a text."""
    return {language for run, language in site.runs(path) if run == text}


@pytest.mark.parametrize("language", ["ko", "ar"])
def test_a_name_is_in_the_language_or_in_the_fallback_and_says_so(site: BuiltSite, language: str) -> None:
    own = {"ko": "쌀", "ar": "أرز"}[language]
    assert languages(site, f"/{language}/products/", own) == {language}
    assert languages(site, f"/{language}/products/mam/", "Mam in English") == {"en"}
    assert languages(site, f"/{language}/products/mam/", "Mam") == {"vi"}, "its other name"
    assert languages(site, f"/{language}/products/mam/", "To try.") == {"en"}


@pytest.mark.parametrize("language", ["ko", "ar"])
def test_no_page_says_words_of_one_language_as_anothers(site: BuiltSite, language: str) -> None:
    scripts = {"ko": HANGUL, "ar": ARABIC}
    paths = [path for path in site.paths if path.startswith(f"/{language}/")]
    for path in some(paths):
        for run, spoken in some(site.runs(path)):
            for other, letters in some(scripts.items()):
                assert spoken == other or not letters.search(run), (path, run, spoken)
            assert spoken != language or not re.search(r"\b(the|and|of|with|is)\b", run), (path, run)


def test_a_page_is_written_from_the_side_that_its_language_is(site: BuiltSite) -> None:
    for language in ("vi", "en", "ko", "ar"):
        root = site.page(f"/{language}/").root
        assert root is not None
        assert root.attributes.get("lang") == language
        assert (root.attributes.get("dir") or "ltr") == direction(language)


def test_what_is_written_from_the_other_side_says_so(site: BuiltSite) -> None:
    for node in some(site.page("/ar/products/").css("body [lang=en]")):
        assert node.attributes.get("dir") == "ltr"
    others = site.page("/ko/products/gao/").css("p[lang=ar]")
    assert [node.attributes.get("dir") for node in some(others)] == ["rtl"]
    assert site.page("/en/").css("[dir]") == site.page("/en/").css("[lang=ar]")


def test_words_stand_in_the_form_that_their_own_language_has_for_the_number(site: BuiltSite) -> None:
    assert "1 product, who makes it" in site.head("/ko/", "description")
    for language, told in some({"ko": "제품 1개", "ar": "منتج واحد", "en": "1 product"}.items()):
        assert told in site.text(f"/{language}/"), language


def test_a_telephone_is_read_from_the_left_between_arabic_words(site: BuiltSite) -> None:
    assert "\u2066+84" in site.text("/ar/") or "\u2066+44" in site.text("/ar/")


def test_a_page_claims_only_the_languages_that_it_is_in(site: BuiltSite) -> None:
    assert {"vi", "en"} == set(site.alternates("/en/products/mam/")) - {"x-default"}
    assert "ko" not in site.alternates("/en/products/gao/"), "the summary is in no Korean"
    assert site.head("/ko/products/mam/", "canonical").endswith("/en/products/mam/")
    assert "ko" in site.alternates("/en/products/")


def test_machines_are_told_the_language_of_what_fell_back(site: BuiltSite) -> None:
    node = site.page("/ko/products/").css_first('script[type="application/ld+json"]')
    assert node is not None
    graph = json.loads(node.text())["@graph"]
    (crumbs,) = (each for each in graph if each["@type"] == "BreadcrumbList")
    assert [item["name"] for item in crumbs["itemListElement"]] == [
        {"@value": "Home", "@language": "en"},
        {"@value": "All products", "@language": "en"},
    ]


def test_feeds_tell_it_too(site: BuiltSite) -> None:
    feed = (site.folder / "ko" / "feed.atom").read_text("utf-8")
    assert 'xml:lang="ko"' in feed
    assert '<title xml:lang="en">' in feed


def test_the_search_knows_in_which_order_to_fall_back(site: BuiltSite) -> None:
    text = (site.folder / "search" / "words.js").read_text("utf-8")
    assert '"languages":["vi","en","ko","ar"],"fallback":1' in text
    assert "Gao\\nNhà thử\\n\\nGao in English\\n\\n\\n쌀\\n\\n\\nأرز" in text
    assert "Mam\\nNhà thử\\n\\nMam in English" in text


def test_each_language_is_told_once_how_many_words_it_lacks(site: BuiltSite) -> None:
    told = {p.details["language"]: p for p in site.outcome.problems if p.code == "words.missing"}
    assert set(told) == {"ko", "ar"}
    assert told["ko"].location.file == "content/site.yaml"
    assert "build.py words ko" in told["ko"].message("vi")
    assert told["ko"].details["of"] - told["ko"].details["count"] == 2  # type: ignore[operator]


def test_words_that_would_break_a_page_keep_the_site_as_it_was(tmp_path: Path, cache: Path) -> None:
    content = written(tmp_path / "content", RICE, files={"words/ko.yaml": 'count.products: "제품 {coun}개"\n'})
    speaking(content, "ko", title={})
    task = Task(content, PROJECT / "themes", tmp_path / "output", cache=cache, today=TODAY, ledgers_bind=False)
    outcome = build(task)
    assert outcome.change is None
    (told,) = (problem for problem in outcome.problems if problem.is_error)
    assert (told.code, told.location.file, told.location.line) == ("words.blank-unknown", "content/words/ko.yaml", 1)


def test_the_smallest_theme_speaks_them_too(tmp_path: Path, cache: Path) -> None:
    content = written(tmp_path / "content", RICE, files=WORDS)
    speaking(content, "ar", title={"ar": "مثال"})
    themes = PROJECT / "tests" / "themes"
    task = Task(content, themes, tmp_path / "thu", cache=cache, today=TODAY, ledgers_bind=False, theme="giay")
    built = BuiltSite(tmp_path / "thu", published(task))
    root = built.page("/ar/").root
    assert root is not None
    assert (root.attributes.get("lang"), root.attributes.get("dir")) == ("ar", "rtl")
    assert {spoken for run, spoken in built.runs("/ar/products/gao/") if run == "Gao in English"} == {"en"}
