"""A letter that looks like Đ is healed in every text of a record, in its file's name and in the names of pictures."""

from pathlib import Path

from tests.support import catalogue_of, problems_of
from tests.unit.small import SAUCE, linked, written


def test_every_text_of_a_record_has_the_real_letter(tmp_path: Path) -> None:
    more = "taste: {vi: \u00d0ậm \u00f0à}\nalso_known_as: [\u00d0ồ chấm]\n"
    product = linked(tmp_path / "c", SAUCE, files={"products/mam.yaml": more}).products["mam"]
    assert product.taste
    assert product.taste.run("vi").text == "Đậm đà"
    assert product.also_known_as == ("Đồ chấm",)


def test_an_article_has_the_real_letter(tmp_path: Path) -> None:
    news = "---\ntitle: \u00d0ại hội\ndate: 2025-01-01\nsummary: \u00d0ông vui.\n---\n\n\u00d0ến dự.\n"
    content = written(tmp_path / "c", SAUCE, files={"news/tin.vi.md": news})
    article = catalogue_of(content, ledgers_bind=False).news["tin"]
    assert (article.title.run("vi").text, article.body.run("vi").text) == ("Đại hội", "Đến dự.")


def test_a_files_name_is_proposed_without_it(tmp_path: Path) -> None:
    content = written(tmp_path / "c", SAUCE)
    (content / "products" / "mam.yaml").rename(content / "products" / "\u00d0ậu phộng.yaml")
    [problem] = [p for p in problems_of(content) if p.code == "name.not-slug"]
    assert problem.details["proposal"] == "dau-phong.yaml"
