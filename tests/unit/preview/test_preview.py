"""What the preview serves, and to whom: real requests, and sockets as browsers open them."""

import asyncio
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from ocop_site.preview.doors import NoNetwork, listen, network_address
from tests.unit.preview.running import RICE_PAGE, SAUCE_PAGE, Running, asked, guests, opened, play, previewed
from tests.unit.small import CAKE, written


def test_pages_are_answered_under_their_own_address_and_nothing_is_written(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            front = await running.get("vi/")
            assert front.code == 200
            assert f'<link rel="canonical" href="{running.address}vi/">' in front.body.decode()
            assert front.headers["Content-Type"] == "text/html; charset=utf-8"
            assert front.headers["Cache-Control"] == "no-store"
            assert front.headers["X-Content-Type-Options"] == "nosniff"
            assert "Gao" in await running.shown(RICE_PAGE)
            assert {each.name for each in site.iterdir()} <= {"content", "themes", "cache"}

    play(story())


TYPES = {
    "assets/site.css": "text/css; charset=utf-8",
    "assets/site.js": "text/javascript; charset=utf-8",
    "assets/icon.svg": "image/svg+xml; charset=utf-8",
    "assets/icon-192.png": "image/png",
    "search/words.js": "text/javascript; charset=utf-8",
    "data/products.csv": "text/csv; charset=utf-8",
    "data/products.json": "application/json; charset=utf-8",
    "data/products.geojson": "application/geo+json; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json; charset=utf-8",
    "vi/feed.atom": "application/atom+xml; charset=utf-8",
    "sitemap.xml": "text/xml; charset=utf-8",
    "robots.txt": "text/plain; charset=utf-8",
    "notices.json": "application/json; charset=utf-8",
    "p/VD001/": "text/html; charset=utf-8",
    "p/VD001/qr.svg": "image/svg+xml; charset=utf-8",
    "p/VD001/qr.png": "image/png",
    "01/09520000000011/linkset.json": "application/json; charset=utf-8",
    "preview.js": "text/javascript; charset=utf-8",
    "preview.css": "text/css; charset=utf-8",
    "livereload.js": "application/javascript",
}


def test_files_come_with_their_types(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for path, media_type in TYPES.items():
                answer = await running.get(path)
                assert (path, answer.code, answer.headers["Content-Type"]) == (path, 200, media_type)
                assert answer.body
            head = await running.get("assets/site.css", method="HEAD")
            assert (head.code, head.body, head.headers["Content-Type"]) == (200, b"", TYPES["assets/site.css"])

    play(story())


def test_a_page_is_answered_at_its_address_with_a_slash(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            bare = await running.get(f"{RICE_PAGE.rstrip('/')}?star=4")
            assert (bare.code, bare.headers["Location"]) == (302, f"/{RICE_PAGE}?star=4")
            assert (await running.get("assets/")).code == 404
            assert (await running.get("assets")).code == 404

    play(story())


def test_an_unknown_address_gets_the_sites_own_page(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for path in ("nothing", "nothing/", "forcereload", f"{RICE_PAGE}index.html/", "p/QQ999/qr.svg", "a" * 4000):
                unknown = await running.get(path)
                assert unknown.code == 404
                assert "/vi/" in unknown.body.decode()
                assert "/livereload.js" in unknown.body.decode()
            async with opened(running) as browser:
                assert await browser.paths_by_now() == []

    play(story())


OUT = [
    "/../secret.txt",
    "/../../content/site.yaml",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/vi/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%2fetc/passwd",
    "//etc/passwd",
    "/C:/Windows/win.ini",
    "/index.html%00",
    "/index.html::$DATA",
    "/./index.html",
    "/assets/../content/site.yaml",
    "/files/../content/site.yaml",
    "/preview/../server.py",
    "/preview.js/../server.py",
]


def test_no_address_leads_to_a_file_that_is_not_of_the_site(site: Path) -> None:
    """Asked without a client that would straighten the path."""

    async def story() -> None:
        async with previewed(site) as running:
            for path in OUT:
                assert b"404 Not Found" in (await raw(running, path)).splitlines()[0], path

    play(story())


def test_what_is_no_text_and_what_would_change_something_is_refused(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            assert (await raw(running, "/%ff%fe")).startswith(b"HTTP/1.1 400 ")
            for method in ("POST", "PUT", "DELETE", "PATCH"):
                for path in ("", "preview/problems", "livereload.js"):
                    body = None if method == "DELETE" else "x"
                    assert (await running.get(path, method=method, body=body)).code == 405

    play(story())


async def raw(running: Running, path: str) -> bytes:
    reader, writer = await asyncio.open_connection(*running.host.split(":"))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {running.host}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer


def test_a_draft_is_shown_and_marked(site: Path) -> None:
    written(site / "content", CAKE, files={"products/banh.yaml": "draft: true\n"})

    async def story() -> None:
        async with previewed(site, "en") as running:
            draft = await running.shown("vi/san-pham/banh/")
            assert 'data-draft="Draft, not published"' in draft
            assert "data-draft" not in await running.shown(RICE_PAGE)
            assert "data-draft" not in await running.shown("vi/san-pham/")

    play(story())


# Who may ask


def test_other_hosts_are_refused(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for path in ("", RICE_PAGE, "livereload.js", "livereload", "preview.js", "preview/problems", "nothing"):
                for host in ("evil.example", f"evil.example:{running.doors.port}", "127.0.0.1:1", "localhost"):
                    answer = await running.get(path, headers={"Host": host})
                    assert answer.code == 403
                    assert b"Gao" not in answer.body

    play(story())


def test_this_machine_may_be_called_by_its_names(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
                host = f"{name}:{running.doors.port}"
                answer = await running.get("", headers={"Host": host})
                assert answer.code == 200
                assert f"connect-src ws://{host} 'self'" in answer.body.decode()

    play(story())


def test_a_page_from_elsewhere_cannot_listen(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            foreign = ["http://evil.example", f"http://evil.example:{running.doors.port}", "null"]
            for origin in [*foreign, "http://127.0.0.1:1"]:
                with pytest.raises(HTTPClientError, match="403"):
                    async with opened(running, Origin=origin):
                        pass
            with pytest.raises(HTTPClientError, match="403"):
                async with opened(running, Host="evil.example", Origin="http://evil.example"):
                    pass
            async with opened(running, Origin=f"http://{running.host}") as browser:
                assert await browser.paths_by_now() == []

    play(story())


JUNK: list[str | bytes] = [
    "", "{", "[]", "1", '{"command": 1}', '{"command": "reload", "path": "*"}', '{"command": "url", "url": "/"}',
    "[" * 100_000, b"\xff\xfe\x00", "x" * 1_000_000,
]  # fmt: skip


def test_what_is_no_message_of_a_page_ends_that_talk_alone(site: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            for junk in JUNK:
                address = f"ws://{running.host}/livereload"
                connection = await websocket_connect(HTTPRequest(address, headers={"Origin": f"http://{running.host}"}))
                await connection.write_message(junk, binary=isinstance(junk, bytes))
                assert await connection.read_message() is None
            async with opened(running) as browser:
                assert await browser.paths_by_now() == []

    play(story())
    assert not [record for record in caplog.records if record.exc_info]


def test_what_is_no_request_is_answered_with_nothing_and_the_next_one_well(site: Path) -> None:
    async def story() -> None:
        async with previewed(site) as running:
            name, port = running.host.split(":")
            for junk in (b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x16\x03\x01"):
                reader, writer = await asyncio.open_connection(name, int(port))
                writer.write(junk)
                writer.write_eof()
                assert b"<html" not in await reader.read()
                writer.close()
            assert "<html" in await running.shown("")

    play(story())


# A telephone in the network, of which 127.0.0.2 is as good an address as any


def test_only_this_machine_is_listened_to_unless_guests_are_asked_in() -> None:
    doors = listen(0)
    assert (doors.own.getsockname()[0], doors.guests) == ("127.0.0.1", None)
    doors.close()


@pytest.fixture
def network() -> str:
    try:
        return network_address("127.0.0.2")
    except NoNetwork:
        pytest.skip("this machine has one address alone")


def test_a_guest_sees_pages_and_nothing_of_what_is_wrong(site: Path, network: str) -> None:
    async def story() -> None:
        async with previewed(site, address=network) as running:
            url = running.doors.guests_url
            async with guests(running, RICE_PAGE) as (page_of_guest, browser):
                assert "Gao" in page_of_guest
                assert "/livereload.js" in page_of_guest
                assert "/preview.js" not in page_of_guest
                assert (await asked(url, "preview/problems")).startswith(b"HTTP/1.1 404 ")
                assert (await asked(url, "", method="POST")).startswith(b"HTTP/1.1 405 ")
                running.edit("products/mam.yaml", "producer: nha", "producer: nobody")
                await running.told(lambda renewal: not renewal.is_shown)
                assert await browser.paths_by_now() == []
                running.edit("products/mam.yaml", "producer: nobody", "producer: nha")
                running.edit("products/gao.yaml", "Để thử.", "Để ăn.")
                assert await browser.path() == "*"

    play(story())


def test_a_guest_is_not_told_what_keeps_a_site_back(site: Path, network: str) -> None:
    (site / "content/products/mam.yaml").write_text("code: secret", "utf-8")

    async def story() -> None:
        async with previewed(site, address=network) as running:
            answer = await asked(running.doors.guests_url, "")
            assert answer.startswith(b"HTTP/1.1 503 ")
            assert b"mam.yaml" not in answer
            assert "Chỗ cần sửa được ghi trên máy" in answer.decode()
            assert "mam.yaml" in await running.shown("")

    play(story())


def test_each_door_is_for_those_who_call_it_by_its_name(site: Path, network: str) -> None:
    async def story() -> None:
        async with previewed(site, address=network) as running:
            url, port = running.doors.guests_url, running.doors.port
            for host in (f"127.0.0.1:{port}", f"localhost:{port}", "evil.example", network):
                assert (await asked(url, "", host=host)).startswith(b"HTTP/1.1 403 ")
            assert (await running.get("", headers={"Host": f"{network}:{port}"})).code == 403
            for origin in (running.address.rstrip("/"), "http://evil.example", "null"):
                with pytest.raises(HTTPClientError, match="403"):
                    await websocket_connect(
                        HTTPRequest(f"ws://{network}:{port}/livereload", headers={"Origin": origin})
                    )

    play(story())


def test_codes_on_pages_lead_a_telephone_to_where_it_can_go(site: Path, network: str) -> None:
    async def story() -> None:
        async with previewed(site, address=network) as running:
            assert f'<link rel="canonical" href="{running.doors.guests_url}{RICE_PAGE}">' in await running.shown(
                RICE_PAGE
            )
            assert (await running.get(SAUCE_PAGE)).code == 200

    play(story())
