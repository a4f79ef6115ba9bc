"""The client: what it asks, how often, where it stops, and what it keeps; against a server on this machine."""

import dataclasses
import datetime as dt
import importlib.util
import re
import sqlite3
from collections.abc import Callable, Iterator
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from slow_clock import BEGIN, SlowClock
from werkzeug import Request, Response

from foi_analytics.errors import MissingExtraError, UsageError
from foi_analytics.fetching import (
    AccessChallenged,
    AccessForbidden,
    FetchError,
    Gone,
    HostClosed,
    HttpClient,
    Policy,
    RawStore,
    RunEnded,
)

stamina = pytest.importorskip("stamina")
HTTPServer = pytest.importorskip("pytest_httpserver").HTTPServer

HOST = "foi.example"
CONTACT = "ada@example.org"
HOUR = 3600
Handler = Callable[[Request], Response]


@pytest.fixture(autouse=True)
def no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=5, cap=True):
        yield


class Web:
    """A server under invented names, and a client that finds it there."""

    def __init__(self, server: Any, folder: Path) -> None:
        self.server = server
        self.asked: list[Request] = []
        self.answers: dict[str, Handler] = {"/robots.txt": lambda _: Response(status=404)}
        self.addresses: dict[str, list[str]] = {}
        self.time = SlowClock()
        self.store = RawStore(folder)
        self.folder = folder
        server.expect_request(re.compile(".*")).respond_with_handler(self._answer)

    def client(self, **policy: Any) -> HttpClient:
        policy = {"also_reach": frozenset({"127.0.0.1"})} | policy
        return HttpClient(self.store, CONTACT, Policy(**policy), self.time.clock(), self._look_up)

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.server.port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.asked if request.path != "/robots.txt"]

    def gives(self, path: str, body: str | bytes = "words", status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = lambda _: Response(
            body, status, named, content_type=named.get("Content-Type", "text/plain")
        )

    def _answer(self, request: Request) -> Response:
        self.asked.append(request)
        return self.answers.get(request.path, lambda _: Response(status=404))(request)

    def _look_up(self, host: str, port: int) -> list[str]:
        return self.addresses.get(host, ["127.0.0.1"])


@pytest.fixture
def web(httpserver: Any, tmp_path: Path) -> Iterator[Web]:
    web = Web(httpserver, tmp_path / "raw")
    yield web
    web.store.close()


def test_the_client_says_who_it_is_and_whom_to_write_to(web: Web) -> None:
    web.gives("/a")
    web.client().get(web.url("/a"))
    assert {request.headers["Host"] for request in web.asked} == {f"{HOST}:{web.server.port}"}
    for request in web.asked:
        assert request.headers["User-Agent"].startswith("foi-analytics/")
        assert f"contact {CONTACT}" in request.headers["User-Agent"]


@pytest.mark.parametrize("contact", ["", "  ", "me\nX: y"])
def test_without_a_contact_nothing_is_fetched(tmp_path: Path, contact: str) -> None:
    with pytest.raises(UsageError, match="--contact"):
        HttpClient(RawStore(tmp_path), contact)


def test_a_part_that_is_not_installed_is_named_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "protego" else there(name))
    with pytest.raises(MissingExtraError, match=r"protego not installed.*pip install 'foi-analytics\[fetch\]'"):
        HttpClient(RawStore(tmp_path), CONTACT)


def test_requests_to_a_host_keep_their_distance_and_a_longer_crawl_delay_counts(web: Web) -> None:
    web.gives("/a"), web.gives("/b"), web.gives("/c")
    client = web.client(delay=2.0, jitter=0.5)
    client.get(web.url("/a")), client.get(web.url("/b"))
    assert web.time.naps == [2.5, 2.5]
    web.gives("/robots.txt", "User-agent: *\nCrawl-delay: 30\n")
    web.time.naps.clear()
    client.get(web.url("/c", "slow.example")), client.get(web.url("/a", "slow.example"))
    assert web.time.naps[-1] == pytest.approx(37.5)


def test_what_robots_txt_forbids_is_not_asked_for(web: Web) -> None:
    rules = "User-agent: *\nContent-Signal: ai-train=no\nAllow: */response/*/attach/*\nDisallow: */response/*\n"
    web.gives("/robots.txt", rules)
    web.gives("/request/x/response/3/attach/3/a.pdf", "%PDF")
    client = web.client()
    client.get(web.url("/request/x/response/3/attach/3/a.pdf"))
    with pytest.raises(AccessForbidden, match=r"robots\.txt"):
        client.get(web.url("/request/x/response/3"))
    assert web.paths() == ["/request/x/response/3/attach/3/a.pdf"]
    with sqlite3.connect(web.folder / "fetches.sqlite") as log:
        assert log.execute("SELECT robots FROM fetches WHERE status = 200 AND url LIKE '%a.pdf'").fetchall() == [
            ("allowed; content-signal: ai-train=no",)
        ]


@pytest.mark.parametrize(
    "robots",
    [
        Response(status=401),
        Response(status=403),
        Response(status=500),
        Response(status=503),
        Response("<!DOCTYPE html><html>Welcome</html>", content_type="text/html"),
    ],
    ids=["401", "403", "500", "503", "page"],
)
def test_a_host_whose_robots_txt_cannot_be_read_is_left_alone(web: Web, robots: Response) -> None:
    web.answers["/robots.txt"] = lambda _: robots
    client = web.client()
    for path in ("/a", "/b"):
        with pytest.raises(HostClosed, match=r"robots\.txt"):
            client.get(web.url(path))
    assert web.paths() == []


@pytest.mark.parametrize("status", [404, 410])
def test_a_host_without_robots_txt_allows_everything(web: Web, status: int) -> None:
    web.gives("/robots.txt", "", status)
    web.gives("/a")
    assert web.client().get(web.url("/a")).content == b"words"


def test_a_fresh_answer_is_not_asked_for_again_and_an_old_one_only_whether_it_changed(web: Web) -> None:
    def tagged(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"1"':
            return Response(status=304)
        return Response("words", headers={"ETag": '"1"', "Last-Modified": "Tue, 24 Nov 2026 09:00:00 GMT"})

    web.answers["/a"] = tagged
    first = web.client().get(web.url("/a"))
    assert web.client().get(web.url("/a#incoming-7")) == first
    assert web.paths() == ["/a"]
    web.time.seconds += 2 * HOUR
    again = web.client().get(web.url("/a"))
    assert (again.content, again.status, again.sha256) == (first.content, 200, first.sha256)
    assert again.fetched_at > first.fetched_at
    assert web.asked[-1].headers["If-Modified-Since"] == "Tue, 24 Nov 2026 09:00:00 GMT"
    assert web.paths() == ["/a", "/a"]


@pytest.mark.parametrize("wait", ["7", format_datetime(BEGIN + dt.timedelta(seconds=9), usegmt=True)])
def test_a_host_that_says_when_to_come_back_is_asked_then(web: Web, wait: str) -> None:
    tries: list[float] = []

    def busy(_: Request) -> Response:
        tries.append(web.time.seconds)
        return Response("words") if len(tries) > 1 else Response(status=429, headers={"Retry-After": wait})

    web.answers["/a"] = busy
    assert web.client(delay=1.0, jitter=0.0).get(web.url("/a")).content == b"words"
    assert tries[1] - (7 if wait == "7" else 8) >= tries[0]


def test_a_host_that_asks_for_a_long_rest_ends_the_run(web: Web) -> None:
    web.gives("/a", "", 429, Retry_After="86400")
    with pytest.raises(HostClosed, match="86,400 seconds"):
        web.client().get(web.url("/a"))
    assert web.paths() == ["/a"]


@pytest.mark.parametrize(("status", "tries"), [(502, 5), (503, 5), (504, 5), (429, 5), (500, 1), (400, 1), (422, 1)])
def test_only_what_may_pass_is_tried_again_and_not_for_ever(web: Web, status: int, tries: int) -> None:
    web.gives("/a", "no", status)
    with pytest.raises(FetchError) as failed:
        web.client().get(web.url("/a"))
    assert (failed.value.status, len(web.paths())) == (status, tries)


@pytest.mark.parametrize(
    ("status", "headers", "body", "accept"),
    [
        (403, {}, "<title>Just a moment...</title>", "text/html"),
        (200, {}, "<title>Just a moment...</title>", "text/html"),
        (403, {"cf_mitigated": "challenge"}, "<p>No.</p>", "text/html"),
        (503, {}, "<p>Busy.</p>", "application/json"),
        (429, {}, "<p>Slow down.</p>", "application/pdf"),
    ],
)
def test_a_challenge_ends_all_requests_to_its_host(
    web: Web, status: int, headers: dict[str, str], body: str, accept: str
) -> None:
    web.gives("/a", body, status, Content_Type="text/html", **headers)
    client = web.client()
    for _ in range(2):
        with pytest.raises(AccessChallenged, match="save the pages"):
            client.get(web.url("/a"), accept=accept)
    assert web.paths() == ["/a"]


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_gone(web: Web, status: int) -> None:
    web.gives("/a", "", status)
    with pytest.raises(Gone):
        web.client().get(web.url("/a"))
    assert web.paths() == ["/a"]


def test_an_answer_that_drips_is_given_up(web: Web) -> None:
    def drip(_: Request) -> Response:
        def pieces() -> Iterator[bytes]:
            for _ in range(100):
                web.time.seconds += 10
                yield b"x" * 70_000

        return Response(pieces(), content_type="text/plain")

    web.answers["/a"] = drip
    with pytest.raises(FetchError, match="longer than 60 seconds"):
        web.client(max_seconds=60.0).get(web.url("/a"))


def test_an_answer_that_breaks_off_is_tried_again_and_not_kept(web: Web) -> None:
    web.answers["/a"] = lambda _: Response(iter([b"only this"]), headers={"Content-Length": "900"})
    with pytest.raises(FetchError, match="no whole answer"):
        web.client().get(web.url("/a"))
    assert len(web.paths()) == 5
    assert list(web.folder.glob("??/*")) == []


def test_an_answer_that_is_too_large_is_not_kept_packed_or_not(web: Web) -> None:
    import gzip

    web.gives("/a", b"x" * 200_000)
    web.gives("/b", gzip.compress(b"x" * 200_000), Content_Encoding="gzip")
    for path in ("/a", "/b"):
        with pytest.raises(FetchError, match="larger than 100,000 bytes"):
            web.client(max_answer=100_000).get(web.url(path))
    assert list(web.folder.glob("??/*")) == []


def test_an_answer_of_another_type_or_without_bytes_is_refused(web: Web) -> None:
    web.gives("/a", "<p>A page.</p>", Content_Type="text/html; charset=utf-8")
    web.gives("/b", "")
    with pytest.raises(FetchError, match="text/html and not application/json"):
        web.client().get(web.url("/a"), accept="application/json")
    with pytest.raises(FetchError, match="nothing at all"):
        web.client().get(web.url("/b"))


def test_redirects_are_followed_on_the_host_and_nowhere_else(web: Web) -> None:
    web.gives("/a", "", 301, Location="/b?cookie_passthrough=1#top")
    web.gives("/b", "words")
    web.gives("/c", "", 302, Location=web.url("/b", "elsewhere.example"))
    web.gives("/d", "", 302, Location="/d")
    web.gives("/e", "", 302, Location="file:///etc/passwd")
    client = web.client()
    assert client.get(web.url("/a")).url == web.url("/b")
    for path in ("/c", "/d", "/e"):
        with pytest.raises(FetchError, match="redirects"):
            client.get(web.url(path))
    assert "elsewhere.example" not in {request.host.partition(":")[0] for request in web.asked}


@pytest.mark.parametrize(
    "url", ["http://[::1/", "http://foi.example:99999/", "file:///etc/passwd", "//foi.example/a", "a", ""]
)
def test_what_is_no_address_of_the_web_is_refused_in_words(web: Web, url: str) -> None:
    with pytest.raises(FetchError, match="no address of the web"):
        web.client().get(url)


def test_a_key_does_not_go_with_a_redirect_to_another_host(web: Web) -> None:
    web.gives("/a", "", 302, Location=web.url("/b", "files.example"))
    web.gives("/b", "words")
    client = web.client(other_hosts=frozenset({"files.example"}))
    assert client.get(web.url("/a"), headers={"X-API-Key": "secret"}).content == b"words"
    asked = {request.path: request.headers.get("X-API-Key") for request in web.asked}
    assert (asked["/a"], asked["/b"]) == ("secret", None)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.2",
        "10.0.0.7",
        "169.254.169.254",
        "192.168.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:93.184.216.34",
        "64:ff9b::0a00:0001",
        "2002:7f00:1::",
        "::7f00:1",
    ],
)
def test_no_request_goes_to_a_private_address_also_by_redirect(web: Web, address: str) -> None:
    web.addresses["inner.example"] = [address]
    web.addresses["mixed.example"] = ["127.0.0.1", address]
    web.gives("/a", "", 302, Location=web.url("/b", "inner.example"))
    client = web.client(other_hosts=frozenset({"inner.example"}))
    for url in (web.url("/a"), web.url("/b", "mixed.example"), web.url("/b", "inner.example")):
        with pytest.raises((FetchError, HostClosed), match="no address of the public network"):
            client.get(url)
    assert web.paths() == ["/a"]


def test_a_name_that_comes_to_lead_inside_is_refused_and_the_connection_goes_where_was_looked(web: Web) -> None:
    web.gives("/a"), web.gives("/b")
    client = web.client()
    # foi.example is no name any resolver knows: the request arrived because the checked address was used.
    client.get(web.url("/a"))
    web.addresses[HOST] = ["10.0.0.7"]
    with pytest.raises(FetchError, match=r"10\.0\.0\.7"):
        client.get(web.url("/b"))
    assert web.paths() == ["/a"]


def test_a_host_that_only_refuses_is_left_alone_and_one_good_answer_makes_up_for_it(web: Web) -> None:
    web.gives("/bad", "no", 403), web.gives("/good")
    client = web.client(max_failures=3)
    for path, error in (("/bad", FetchError), ("/bad", FetchError), ("/good", None), *[("/bad", FetchError)] * 3):
        if error:
            with pytest.raises(error):
                client.get(web.url(path))
        else:
            client.get(web.url(path))
    with pytest.raises(HostClosed, match="3 times in a row"):
        client.get(web.url("/good?fresh"))
    assert len(web.paths()) == 6


@pytest.mark.parametrize(
    ("policy", "match"),
    [({"max_requests": 3}, "3 requests"), ({"max_bytes": 12}, "12 bytes"), ({"max_minutes": 0.1}, "minutes")],
)
def test_a_run_ends_when_it_has_used_up_what_it_may(web: Web, policy: dict[str, Any], match: str) -> None:
    client = web.client(**policy)
    for path in "abcdefg":
        web.gives(f"/{path}")
    with pytest.raises(RunEnded, match=match):
        for path in "abcdefg":
            client.get(web.url(f"/{path}"))
    assert 1 <= len(web.paths()) < 7


def test_no_cookie_is_sent_back(web: Web) -> None:
    web.gives("/a", Set_Cookie="who=you; Path=/")
    web.gives("/b")
    client = web.client()
    client.get(web.url("/a")), client.get(web.url("/b"))
    assert not any("Cookie" in request.headers for request in web.asked)


def test_json_is_posted_and_its_answer_kept(web: Web) -> None:
    web.answers["/search"] = lambda request: Response(
        f'{{"page": {request.get_json()["page"]}}}', content_type="application/json"
    )
    client = web.client()
    assert [client.post(web.url("/search"), json={"page": n}).content for n in (1, 2)] == [
        b'{"page": 1}',
        b'{"page": 2}',
    ]


def test_bytes_are_kept_under_their_digest_and_nothing_a_site_says_becomes_a_path(web: Web) -> None:
    web.gives("/../../etc/passwd", "words")
    web.gives("/etc/passwd", "words")
    found = web.client().get(web.url("/../../etc/passwd?name=../../x"))
    (kept,) = web.folder.glob("??/*")
    assert (kept.name, kept.parent.name, kept.read_bytes()) == (found.sha256, found.sha256[:2], b"words")


def test_a_write_that_was_interrupted_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = RawStore(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.put(b"words")
    assert [path for path in tmp_path.glob("??/*") if len(path.name) == 64] == []
    store.close()
    store = RawStore(tmp_path)
    assert list(tmp_path.glob("??/*")) == []
    digest = store.put(b"words")
    content = store.content(digest, "a")
    assert content is not None and content.read(10) == b"words"


def test_policies_are_never_changed_under_a_run() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Policy().delay = 0.0  # type: ignore[misc]


def _interrupted(_: int) -> None:
    raise KeyboardInterrupt
