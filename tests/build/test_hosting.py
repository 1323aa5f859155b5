"""What hosts are told beside the pages agrees with the pages."""

from tests.conftest import BuiltSite


def headers(site: BuiltSite) -> dict[str, dict[str, str]]:
    """The headers that each rule of `_headers` asks for."""
    rules: dict[str, dict[str, str]] = {}
    for line in (site.folder / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            rules[line] = rule = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            rule[name] = value
    return rules


def test_the_policy_is_that_of_every_page_with_what_only_a_header_can_say(built: BuiltSite) -> None:
    policy = headers(built)["/thu/*"]["Content-Security-Policy"]
    for path in built.paths:
        meta = built.page(path).css_first("meta[http-equiv=Content-Security-Policy]")
        assert meta
        assert policy == f"{meta.attributes['content']}; frame-ancestors 'none'", path


def test_browsers_take_no_file_for_another_kind_and_tell_no_one_the_whole_address(built: BuiltSite) -> None:
    every = headers(built)["/thu/*"]
    assert every["X-Content-Type-Options"] == "nosniff"
    assert every["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_only_what_has_its_hash_in_its_name_is_kept_for_ever(built: BuiltSite) -> None:
    kept = {path for path, rule in headers(built).items() if "immutable" in rule.get("Cache-Control", "")}
    assert kept == {"/thu/assets/*", "/thu/pictures/*", "/thu/lists/*"}


def test_every_file_for_machines_is_served_as_what_it_is(built: BuiltSite) -> None:
    rules = headers(built)
    typed = {path: rule["Content-Type"] for path, rule in rules.items() if "Content-Type" in rule}
    assert typed["/thu/vi/feed.atom"] == "application/atom+xml; charset=utf-8"
    assert typed["/thu/data/products.csv"] == "text/csv; charset=utf-8"
    assert all(built.file(built.own_path(path)).is_file() for path in typed)
    assert rules["/thu/data/*"]["Access-Control-Allow-Origin"] == "*"


def test_what_moved_is_told_to_the_host_as_its_page_tells_it(built: BuiltSite) -> None:
    lines = [line.split() for line in (built.folder / "_redirects").read_text("utf-8").splitlines()]
    assert ["/thu/vi/mat-hang/mau-gao/", "/thu/vi/san-pham/mau-gao/", "301"] in lines
    for old, new, _ in lines:
        assert built.own_path(new) in built.links(built.own_path(old))
        assert built.own_path(new) in built.paths
