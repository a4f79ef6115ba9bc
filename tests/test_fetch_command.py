"""`foi fetch` against a server that behaves, and misbehaves, like an Alaveteli site."""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from alaveteli_site import CHALLENGE, LETTER, Answer, Asked, Site
from slow_clock import SlowClock
from typer.testing import CliRunner, Result
from werkzeug import Request, Response

from foi_analytics.cli import app, fetch
from foi_analytics.corpus import Corpus
from foi_analytics.errors import UsageError
from foi_analytics.fetching import HttpClient, Policy, RawStore

stamina = pytest.importorskip("stamina")
pytest.importorskip("pytest_httpserver")

DAY = dt.date(2024, 3, 4)
PAGE, FACTS, FILE = (f"/request/sluices_2{end}" for end in ("", ".json", "/response/22/attach/3/reply.txt"))


class Live:
    """A site on a real server, and the command that fetches from it."""

    def __init__(self, server: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = Site(
            [Asked(n, DAY + dt.timedelta(days=n), files={"reply.txt": LETTER + b"%d" % n}) for n in (1, 2, 3)]
        )
        self.folder = folder
        self.port = server.port
        self.time = SlowClock()
        self.addresses = {"inner.example": "10.0.0.7"}
        server.expect_request(re.compile(".*")).respond_with_handler(self._answer)
        monkeypatch.setattr(fetch, "open_client", self._client)

    def fetch(self, *arguments: str, query: str = "body:fenmoor_council", contact: str = "ada@example.org") -> Result:
        command = ["fetch", f"alaveteli:http://foi.example:{self.port}", query, "--into", str(self.folder)]
        return CliRunner().invoke(app, [*command, "--contact", contact, *arguments])

    def texts(self) -> list[str]:
        return list(Corpus(self.folder).letters["text"])

    def goes_wrong(self, path: str, answer: Callable[[Mapping[str, str]], Answer]) -> None:
        self.site.wrong[path] = answer

    def asked_for(self, path: str) -> int:
        return sum(each.partition("?")[0] == path for each in self.site.asked)

    def _answer(self, request: Request) -> Response:
        found = self.site.answer(request.path, request.query_string.decode(), request.headers)
        return Response(found.body, found.status, found.headers, content_type=found.media_type)

    def _client(self, store: RawStore, contact: str, policy: Policy) -> HttpClient:
        policy = dataclasses.replace(policy, also_reach=frozenset({"127.0.0.1"}))
        look_up = lambda host, _: [self.addresses.get(host, "127.0.0.1")]  # noqa: E731
        return HttpClient(store, contact, policy, self.time.clock(), look_up)


@pytest.fixture
def live(httpserver: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    with stamina.set_testing(True, attempts=5, cap=True):
        yield Live(httpserver, tmp_path / "corpus", monkeypatch)


def test_letters_arrive_with_their_files_and_the_summary_says_what_came(live: Live) -> None:
    result = live.fetch()
    assert result.exit_code == 0, result.output
    assert "3 found, 3 fetched, 0 unchanged, 0 gone, 0 not to be had." in result.output
    assert "6 letters added" in result.output
    corpus = Corpus(live.folder)
    assert set(corpus.letters["licence"]) == {"unknown"}
    assert corpus.licences[["status", "letters"]].to_dict("records") == [{"status": "unknown", "letters": 6}]
    assert set(corpus.letters["source_outcome"]) == {"rejected"}
    assert min(live.time.naps) >= 1.9


def test_a_second_run_asks_only_what_may_have_changed(live: Live) -> None:
    live.fetch()
    before = len(live.site.asked)
    assert "3 found, 0 fetched, 3 unchanged" in live.fetch().output
    assert len(live.site.asked) == before
    live.time.seconds += 7200
    result = live.fetch("--recheck")
    assert "3 found, 3 fetched" in result.output and "6 there already" in result.output
    assert live.asked_for(PAGE) == 2


def test_long_lists_come_page_by_page_and_the_end_is_no_error(live: Live) -> None:
    live.site.requests = [Asked(n, DAY) for n in range(1, 51)]
    assert "50 found, 50 fetched, 0 unchanged, 0 gone, 0 not to be had." in live.fetch().output
    assert [each for each in live.site.asked if each.startswith("/body")] == [
        f"/body/fenmoor_council?page={page}" for page in (1, 2, 3)
    ]


def test_since_and_limit_are_kept(live: Live) -> None:
    assert "1 fetched" in live.fetch("--limit", "1", "--since", "2024-03-06").output
    assert "request_date_after=06%2F03%2F2024" in live.site.asked[1]


def test_a_challenge_stops_the_run_and_says_what_to_do_instead(live: Live) -> None:
    live.goes_wrong(PAGE, lambda _: Answer(403, CHALLENGE.encode()))
    result = live.fetch()
    assert result.exit_code == 1
    assert "foi load files" in result.output and "letters added" in result.output
    assert live.asked_for("/request/sluices_1") == 0
    assert len(live.texts()) == 2
    del live.site.wrong[PAGE]
    assert live.fetch().exit_code == 0
    assert len(live.texts()) == 6


def test_what_robots_txt_forbids_is_left_out_and_named(live: Live) -> None:
    live.goes_wrong(
        "/robots.txt", lambda _: Answer(body=b"User-agent: *\nDisallow: */response/*\n", media_type="text/plain")
    )
    result = live.fetch()
    assert len(live.texts()) == 3
    assert live.asked_for(FILE) == 0
    assert result.output.count("the site would not give this file") == 3
    live.goes_wrong("/robots.txt", lambda _: Answer(403))
    other = live.folder.with_name("other")
    live.folder = other
    result = live.fetch()
    assert result.exit_code == 1 and "robots.txt" in result.output
    assert live.texts() == []


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_told_when_new_and_dropped_when_known(live: Live, status: int) -> None:
    live.fetch()
    live.time.seconds += 7200
    live.goes_wrong(PAGE, lambda _: Answer(status))
    result = live.fetch("--recheck")
    assert "1 gone" in result.output and "2 taken back" in result.output
    assert len(live.texts()) == 4
    live.folder = live.folder.with_name("other")
    result = live.fetch()
    assert result.exit_code == 1 and f"sluices_2 is not there (status {status})" in result.output


def test_a_request_hidden_by_the_site_is_dropped(live: Live) -> None:
    live.fetch()
    live.time.seconds += 7200
    live.site.requests[1].hidden = True
    assert "1 gone" in live.fetch("--recheck").output
    assert len(live.texts()) == 4


def test_much_that_is_gone_at_once_stays_until_a_person_says_that_it_is_gone(live: Live) -> None:
    live.site.requests = [Asked(n, DAY) for n in range(1, 25)]
    live.fetch()
    live.time.seconds += 7200
    del live.site.requests[:11]
    result = live.fetch("--recheck")
    assert result.exit_code == 1
    assert "11 gone" in result.output and "0 taken back" in result.output and "--accept-removals" in result.output
    assert len(live.texts()) == 24
    result = live.fetch("--recheck", "--accept-removals")
    assert result.exit_code == 0 and "11 taken back" in result.output
    assert len(live.texts()) == 13


def test_many_letters_that_pages_hold_no_longer_stay_until_a_person_says_so(live: Live) -> None:
    live.site.requests = [Asked(n, DAY, files={"reply.txt": LETTER + b"%d" % n}) for n in range(1, 13)]
    live.fetch()
    live.time.seconds += 7200
    for each in live.site.requests:
        each.files = {}
    result = live.fetch("--recheck")
    assert result.exit_code == 1 and "12 letters are no longer" in result.output
    assert len(live.texts()) == 24
    assert "12 taken back" in live.fetch("--reparse", "--accept-removals").output
    assert len(live.texts()) == 12


def test_a_busy_site_is_waited_for(live: Live) -> None:
    busy = iter([Answer(429, headers={"Retry-After": "40"}), Answer(503), Answer(502)])
    whole = live.site.answer

    def answer(path: str, query: str = "", headers: Mapping[str, str] | None = None) -> Answer:
        return next(busy, None) or whole(path, query, headers) if path == PAGE else whole(path, query, headers)

    live.site.answer = answer  # type: ignore[method-assign]
    assert "6 letters added" in live.fetch().output
    assert max(live.time.naps) >= 40


@pytest.mark.parametrize("path", [PAGE, FACTS])
def test_an_error_of_the_site_costs_one_request_and_is_listed(live: Live, path: str) -> None:
    live.goes_wrong(path, lambda _: Answer(500))
    result = live.fetch()
    assert result.exit_code == 1
    assert "status 500" in result.output and len(live.texts()) == 4


def test_a_file_that_cannot_be_had_costs_that_file_until_the_next_run(live: Live) -> None:
    live.goes_wrong(FILE, lambda _: Answer(500))
    assert "the site would not give this file" in live.fetch().output
    assert len(live.texts()) == 5
    del live.site.wrong[FILE]
    live.fetch()
    assert len(live.texts()) == 6


def test_a_redirect_inside_is_refused(live: Live) -> None:
    where = {"Location": f"http://inner.example:{live.port}/secret"}
    live.goes_wrong(PAGE, lambda _: Answer(302, headers=where))
    live.goes_wrong(FACTS, lambda _: Answer(302, headers={"Location": f"http://127.0.0.1:{live.port}/secret"}))
    result = live.fetch()
    assert "not followed" in result.output
    assert live.asked_for("/secret") == 0


def test_changed_markup_is_reported_and_not_taken_for_silence(live: Live) -> None:
    live.goes_wrong(PAGE, lambda _: Answer(body=b"<html><article>We hold none.</article></html>"))
    result = live.fetch()
    assert result.exit_code == 1 and "the site has changed" in result.output
    live.goes_wrong(
        "/list", lambda _: Answer(body=b"<h2 class='foi_results'>About 3 requests</h2><ul><li>Sluices</ul>")
    )
    result = live.fetch(query="")
    assert result.exit_code == 1 and "the site has changed" in result.output


def test_nothing_where_something_is_expected_is_an_error(live: Live) -> None:
    result = live.fetch(query="body:nobody")
    assert isinstance(result.exception, UsageError) and "check the spelling" in str(result.exception)


def test_without_a_contact_or_a_publisher_nothing_is_asked(live: Live) -> None:
    assert "--contact" in str(live.fetch(contact="").exception)
    result = CliRunner().invoke(app, ["fetch", "pigeon", "--into", str(live.folder)])
    assert "whatdotheyknow" in str(result.exception)
    assert live.site.asked == []


def test_an_interrupted_run_says_so_and_what_it_has_can_be_read(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Mapping[str, str]) -> Answer:
        raise AssertionError

    whole, count = HttpClient.get, iter(range(100))

    def get(self: HttpClient, url: str, **about: Any) -> Any:
        if next(count) == 6:
            raise KeyboardInterrupt
        return whole(self, url, **about)

    with monkeypatch.context() as patch:
        patch.setattr(HttpClient, "get", get)
        result = live.fetch()
    assert result.exit_code == 130 and "goes on from there" in result.output
    live.goes_wrong("/robots.txt", interrupted)
    asked = len(live.site.asked)
    assert "2 letters added" in live.fetch("--reparse").output
    assert len(live.site.asked) == asked
    del live.site.wrong["/robots.txt"]
    assert "4 letters added" in live.fetch().output


def test_every_source_is_listed_with_what_is_known_of_it() -> None:
    result = CliRunner().invoke(app, ["sources"])
    assert result.exit_code == 0
    for words in ("whatdotheyknow, righttoknow", "verified", "2 s or more", "unknown", "auto", "mail"):
        assert words in result.output
