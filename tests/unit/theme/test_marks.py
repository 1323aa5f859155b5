"""Words of another language are told to be so wherever HTML has room for it, and no mark is left in a page."""

import pytest

from ocop_site.text.wording import WordTable
from ocop_site.theme.marks import attributes, marked, spoken
from ocop_site.theme.words import TemplateWords

TABLE: WordTable = {
    "all": {"en": "All", "ko": "모두"},
    "of": {"en": "Made by {name}"},
    "count": {"en": {"one": "{count} product", "other": "{count} products"}},
    "plain": {"en": "{name} | {site}"},
}


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<p>{}</p>", '<p><span lang="en">Hi</span></p>'),
        ("<title>{}</title>", '<title lang="en">Hi</title>'),
        ("<title>{} 예시</title>", '<title lang="en">Hi 예시</title>'),
        ("<title>예시 {}</title>", "<title>예시 Hi</title>"),
        ('<option value="1">{}</option>', '<option lang="en" value="1">Hi</option>'),
        ('<svg><text x="1">{}</text></svg>', '<svg><text lang="en" x="1">Hi</text></svg>'),
        ('<input placeholder="{}">', '<input lang="en" placeholder="Hi">'),
        ('<img alt="{}" lang="vi">', '<img alt="Hi" lang="vi">'),
        ('<div data-said="{}"></div>', '<div lang="en" data-said="Hi"></div>'),
        ('<nav aria-label="{}"><a>쌀</a></nav>', '<nav aria-label="Hi"><a>쌀</a></nav>'),
        ("<script>a = '{}'</script>", "<script>a = 'Hi'</script>"),
    ],
)
def test_marks_become_what_html_has_for_a_language(html: str, told: str) -> None:
    assert spoken(html.replace("{}", marked("Hi", "en")), "ko") == told


def test_the_direction_is_told_where_one_of_the_two_is_from_the_right() -> None:
    assert spoken(f"<p>{marked('Hi', 'en')}</p>", "ar") == '<p><span lang="en" dir="ltr">Hi</span></p>'
    assert attributes("ar", "vi") == 'lang="ar" dir="rtl"'
    assert attributes("ar", "ar") == 'lang="ar" dir="rtl"'
    assert attributes("ko", "vi") == 'lang="ko"'


def test_a_page_without_marks_is_the_same() -> None:
    html = '<p title="a > b">x</p><!-- <p> -->'
    assert spoken(html, "ko") == html


def test_words_that_fell_back_are_marked_and_what_is_filled_in_is_the_pages() -> None:
    say = TemplateWords("ko", (TABLE,), ("en", "vi"))
    assert spoken(say("all"), "ko") == "모두"
    assert spoken(say("of", name="쌀집"), "ko") == '<span lang="en">Made by <span lang="ko">쌀집</span></span>'
    assert spoken(say("count", count=1), "ko") == '<span lang="en">1 product</span>'
    assert spoken(say("plain", name="쌀", site="예시"), "ko") == "쌀 | 예시", "no word of any language"


def test_on_a_page_from_the_right_latin_letters_are_kept_to_themselves() -> None:
    say = TemplateWords("ar", ({"of": {"ar": "رقم {name}", "en": "No. {name}"}},), ("en",))
    assert say("of", name="12/QĐ") == "رقم \u206812/QĐ\u2069"
    assert say("of", name="أرز") == "رقم أرز"
