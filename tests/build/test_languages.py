"""A further language is content and words, not code."""

import yaml

from ocop_site.desk.ledger import enter
from tests.support import Task, build, catalogue_of


def test_a_third_language_has_all_pages_and_falls_back_to_the_first(own_task: Task) -> None:
    file = own_task.content / "site.yaml"
    site = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    site["languages"]["ko"] = {"name": "한국어", "addresses": dict(site["languages"]["en"]["addresses"])}
    site["title"]["ko"] = "예시 카탈로그"
    file.write_text(yaml.safe_dump(site, allow_unicode=True, sort_keys=False), "utf-8")
    enter(own_task.content, catalogue_of(own_task.content, today=own_task.today, ledgers_bind=False))
    outcome = build(own_task)
    assert outcome.change, [problem.message("en") for problem in outcome.problems if problem.is_error]
    home = (own_task.output / "ko" / "index.html").read_text("utf-8")
    assert '<html lang="ko"' in home
    assert "예시 카탈로그" in home
    product = (own_task.output / "ko" / "products" / "mau-gao" / "index.html").read_text("utf-8")
    assert '<span lang="vi">' in product
    assert 'hreflang="ko" href="https' not in product
