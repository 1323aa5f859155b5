"""What hosts are told beside the pages agrees with the pages."""

import re
from pathlib import Path

import pytest

from ocop_site.exports.hosting.headers import everywhere
from ocop_site.exports.hosting.server_files import server_files
from ocop_site.pages.policy import allowed, served_policy
from ocop_site.pages.policy import policy as policy_of
from tests.conftest import DAY, BuiltSite
from tests.support import bytes_of, catalogue_of, run, some

STYLES = ["'sha256-A='"]


@pytest.fixture(scope="module")
def servers(example: Path) -> dict[str, str]:
    """What is written for servers of one's own, by file."""
    told = server_files(catalogue_of(example, today=DAY), STYLES)
    return {document.path: document.body.decode() for document in told}


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
    """One that a host says for all pages lets each of them have the style that its own policy names."""
    policy = headers(built)["/thu/*"]["Content-Security-Policy"]
    named = set[str]()
    for path in built.paths:
        meta = built.page(path).css_first("meta[http-equiv=Content-Security-Policy]")
        told = (meta.attributes["content"] or "") if meta else ""
        own = allowed(told) - {"'self'"}
        named |= own
        assert told == policy_of(own), path
    assert len(named) == 3
    assert policy == served_policy(sorted(named))


def test_browsers_take_no_file_for_another_kind_and_tell_no_one_the_whole_address(built: BuiltSite) -> None:
    every = headers(built)["/thu/*"]
    assert every["X-Content-Type-Options"] == "nosniff"
    assert every["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_only_what_has_its_hash_in_its_name_is_kept_for_ever(built: BuiltSite) -> None:
    kept = {path for path, rule in headers(built).items() if "immutable" in rule.get("Cache-Control", "")}
    folders = ("assets", "pictures", "social", "files", "lists", "search/parts", "facts", "offline")
    assert kept == {f"/thu/{folder}/*" for folder in folders}


def test_every_file_for_machines_is_served_as_what_it_is(built: BuiltSite) -> None:
    rules = headers(built)
    typed = {path: rule["Content-Type"] for path, rule in rules.items() if "Content-Type" in rule}
    assert typed["/thu/vi/feed.atom"] == "application/atom+xml; charset=utf-8"
    assert typed["/thu/data/products.csv"] == "text/csv; charset=utf-8"
    link_sets = typed.pop("/thu/01/:gtin/linkset.json")
    assert link_sets == "application/linkset+json"
    assert all(built.file(built.own_path(path)).is_file() for path in typed)
    assert rules["/thu/data/*"]["Access-Control-Allow-Origin"] == "*"


def test_what_moved_is_told_to_the_host_as_its_page_tells_it(built: BuiltSite) -> None:
    lines = [line.split() for line in (built.folder / "_redirects").read_text("utf-8").splitlines()]
    assert ["/thu/vi/mat-hang/mau-gao/", "/thu/vi/san-pham/mau-gao/", "301"] in lines
    for old, new, _ in lines:
        assert built.own_path(new) in built.links(built.own_path(old))
        assert built.own_path(new) in built.paths


def test_a_server_of_ones_own_is_told_the_same_headers(servers: dict[str, str], built: BuiltSite) -> None:
    for name, value in some({**headers(built)["/thu/*"], **everywhere(STYLES)}.items()):
        assert f'add_header {name} "{value}" always;' in servers["nginx.conf"]
        assert f'header {name} "{value}"' in servers["Caddyfile"]


def test_every_part_of_nginx_that_says_a_header_says_all_of_them(servers: dict[str, str]) -> None:
    """One header in a `location` puts away those above it."""
    parts = re.findall(r"^location [^\n]+ \{\n(.*?)^\}$", servers["nginx.conf"], re.MULTILINE | re.DOTALL)
    assert len(parts) > 8
    for part in parts:
        for name in (*everywhere(STYLES), "Cache-Control"):
            assert f"add_header {name} " in part
    assert "immutable" in parts[0]


def test_blocks_and_quotes_of_both_files_are_closed(servers: dict[str, str]) -> None:
    for text in some(servers.values()):
        said = [line for line in text.splitlines() if not line.startswith("#")]
        assert sum(line.count("{") - line.count("}") for line in said) == 0
        assert all(line.count('"') % 2 == 0 for line in said)
    lines = [line.strip() for line in servers["nginx.conf"].splitlines()]
    assert all(line.startswith("#") or line.endswith((";", "{", "}")) for line in lines)


def test_both_servers_lead_on_from_what_moved_and_from_codes_in_small_letters(servers: dict[str, str]) -> None:
    nginx, caddy = servers["nginx.conf"], servers["Caddyfile"]
    assert "location = /thu/vi/mat-hang/mau-gao { return 301 /thu/vi/san-pham/mau-gao/; }" in nginx
    assert "\t\t/thu/vi/mat-hang/mau-gao /thu/vi/san-pham/mau-gao/\n" in caddy
    assert "location = /thu/p/vd001/ { return 302 /thu/p/VD001/; }" in nginx
    assert "\t\t/thu/p/vd001/ /thu/p/VD001/\n" in caddy
    assert "location = /thu/p/VD001" not in nginx


def test_no_redirect_of_a_server_leads_to_what_is_not_there_or_from_what_is(
    servers: dict[str, str], built: BuiltSite
) -> None:
    found = re.findall(r"^location = (\S+) \{ return 30[12] (\S+); \}$", servers["nginx.conf"], re.MULTILINE)
    assert set(found) == set(re.findall(r"^\t\t(/\S+) (/\S+)$", servers["Caddyfile"], re.MULTILINE))
    for old, new in found:
        page = built.own_path(new)
        assert page in built.paths
        standing = built.own_path(old).rstrip("/") + "/"
        assert standing not in built.paths or built.page(standing).css_first("meta[http-equiv=refresh]")


def test_a_barcode_of_thirteen_digits_or_with_a_lot_leads_to_its_page(servers: dict[str, str]) -> None:
    ways = re.findall(r'^location ~ "(\S+)" \{ return 302 (\S+); \}$', servers["nginx.conf"], re.MULTILINE)
    wanted = "/thu/01/09520000000011/"
    for typed in ("/thu/01/9520000000011", "/thu/01/9520000000011/", f"{wanted}10/LOT-7", f"{wanted}21/4711"):
        (target,) = [
            re.sub(pattern + ".*", new.replace("$", "\\"), typed) for pattern, new in ways if re.match(pattern, typed)
        ]
        assert target == wanted
    assert not [pattern for pattern, _ in ways if re.match(pattern, f"{wanted}linkset.json")]


def test_the_command_writes_beside_the_site_and_over_nothing_of_somebody_elses(example: Path, tmp_path: Path) -> None:
    arguments = ("hosting", "--content", str(example), "--today", "2026-11-23", "--output", str(tmp_path / "hosting"))
    assert run(*arguments).returncode == 0
    written = bytes_of(tmp_path)
    assert set(written) == {"hosting/nginx.conf", "hosting/Caddyfile"}
    assert run(*arguments).returncode == 0
    assert bytes_of(tmp_path) == written
    (tmp_path / "hosting" / "Caddyfile").write_text("mine.example.org {\n}\n")
    refused = run(*arguments, "--messages", "en")
    assert refused.returncode == 2
    assert "not written by this command" in refused.stderr
    assert (tmp_path / "hosting" / "Caddyfile").read_text() == "mine.example.org {\n}\n"
