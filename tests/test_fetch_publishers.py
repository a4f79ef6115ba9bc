"""`foi fetch` from publishers of several kinds, on a local server that answers under their real names."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from publisher_files import contents_of
from typer.testing import CliRunner, Result
from werkzeug import Request, Response

from foi_analytics.cli import app
from foi_analytics.corpus import Corpus
from foi_analytics.errors import UsageError

stamina = pytest.importorskip("stamina")
pytest.importorskip("pytest_httpserver")
from web_of_sites import Web  # noqa: E402

GOVUK, ASSETS = "https://www.gov.uk", "https://assets.publishing.service.gov.uk"
RELEASE = "/government/publications/foi-release-lighthouse-paint"
FILE = f"{ASSETS}/media/66330000a/reply.txt"
CHALLENGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Prove it.</body></html>"


@pytest.fixture
def web(httpserver: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    with stamina.set_testing(True, attempts=1):
        yield Web(httpserver, monkeypatch)


def run(folder: Path, *arguments: str) -> Result:
    command = ["fetch", *arguments, "--into", str(folder), "--contact", "ada@example.org"]
    return CliRunner().invoke(app, command)


def govuk(web: Web) -> None:
    contents, _ = contents_of("govuk")
    web.answers |= {url: json.loads(data) if url.startswith(GOVUK) else data for url, data in contents.items()}
    found = {"link": RELEASE, "public_timestamp": "2024-05-02T09:30:00Z"}
    web.answers[f"{GOVUK}/api/search.json"] = lambda request: (
        {"results": [found], "total": 1}
        if request.args.get("filter_public_timestamp") in (None, "from:2024-05-01")
        else {"results": [], "total": 0}
    )


def test_a_release_comes_with_the_files_on_its_own_other_host(web: Web, tmp_path: Path) -> None:
    govuk(web)
    result = run(tmp_path, "govuk", "--since", "2024-05-01")
    assert "1 found, 1 fetched" in result.output
    assert len(Corpus(tmp_path).letters) == 2
    assert web.hosts() == {"www.gov.uk", "assets.publishing.service.gov.uk"}
    assert "1 found, 0 fetched, 1 unchanged" in run(tmp_path, "govuk", "--since", "2024-05-01").output
    assert "0 found, 0 fetched" in run(tmp_path, "govuk", "--since", "2025-01-01").output


def test_a_redirect_leads_to_the_publishers_own_hosts_and_to_no_other(web: Web, tmp_path: Path) -> None:
    govuk(web)
    data, api = web.answers[FILE], f"{GOVUK}/api/content{RELEASE}"
    item = web.answers[api]
    web.answers[api] = Response(status=301, headers={"Location": f"{ASSETS}/moved"})
    web.answers[f"{ASSETS}/moved"] = item
    web.answers[FILE] = Response(status=302, headers={"Location": "https://elsewhere.example/reply.txt"})
    result = run(tmp_path, "govuk")
    assert "1 found, 1 fetched" in result.output and "the file is not among what was fetched" in result.output
    assert web.hosts() == {"www.gov.uk", "assets.publishing.service.gov.uk"}
    web.answers[FILE] = data
    web.time.seconds += 7200
    assert "1 found, 1 fetched" in run(tmp_path, "govuk").output
    assert len(Corpus(tmp_path).letters) == 2


def test_sites_of_one_software_share_a_corpus_and_nothing_else(web: Web, tmp_path: Path) -> None:
    contents, origin = contents_of("froide")
    request = next(iter(contents.values()))
    for host in ("fragdenstaat.de", "frag.example"):
        answer = json.loads(request.replace(b"fragdenstaat.de", host.encode()))
        web.answers[f"https://{host}/api/v1/request/"] = {"objects": [{"id": 33}], "meta": {"next": None}}
        web.answers[f"https://{host}/api/v1/request/33/"] = answer
    for url, data in contents.items():
        web.answers.setdefault(url, data)
    run(tmp_path, "fragdenstaat")
    first = len(Corpus(tmp_path).letters)
    assert first and web.hosts() == {"fragdenstaat.de", "media.frag-den-staat.de"}
    run(tmp_path, "froide:frag.example")
    letters = Corpus(tmp_path).letters
    assert len(letters) > first
    assert set(letters["source"]) == {"froide:fragdenstaat.de", "froide:frag.example"}
    web.asked.clear()
    web.time.seconds += 7200
    del web.answers[origin]
    result = run(tmp_path, "froide:frag.example", "--recheck")
    assert "1 found, 1 fetched" in result.output and "0 taken back" in result.output
    assert origin not in web.asked


def test_decisions_are_counted_and_come_page_by_page(web: Web, tmp_path: Path) -> None:
    (data,) = contents_of("ico")[0].values()

    def search(request: Request) -> dict[str, Any]:
        answer = json.loads(data)
        answer["pagination"] = {**answer["pagination"], "totalPages": 2}
        if request.json["pageNumber"] == 2:
            answer["results"] = answer["results"][:1]
        return answer

    web.answers["https://ico.org.uk/api/search"] = search
    result = run(tmp_path, "ico")
    assert "2 found, 2 fetched" in result.output and f"{len(Corpus(tmp_path).notices)} decisions" in result.output
    assert "2 found, 2 fetched" in run(tmp_path, "ico").output


def test_a_day_that_cannot_be_asked_for_is_refused_before_anything_is_made(web: Web, tmp_path: Path) -> None:
    result = run(tmp_path / "corpus", "ico", "--since", "2024-01-01")
    assert isinstance(result.exception, UsageError) and "ico cannot be asked" in str(result.exception)
    assert not (tmp_path / "corpus").exists() and not web.asked


@pytest.mark.parametrize(
    ("source", "host", "kind"),
    [
        ("kent", "www.kent.police.uk", "kent"),
        ("police:www.kent.police.uk", "www.kent.police.uk", "police:www.kent.police.uk"),
        ("whatdotheyknow", "www.whatdotheyknow.com", "files"),
    ],
)
def test_a_challenge_names_the_command_that_reads_saved_pages(
    web: Web, tmp_path: Path, source: str, host: str, kind: str
) -> None:
    for path in ("/foi-ai/af/accessing-information/published-items/", "/list"):
        web.answers[f"https://{host}{path}"] = Response(CHALLENGE, 403, content_type="text/html")
    result = run(tmp_path / "corpus", source)
    assert result.exit_code == 1 and f"foi load {kind} FOLDER --into DIR" in result.output
    saved = tmp_path / "saved"
    saved.mkdir()
    name = "police" if "kent" in source else "gla"
    (saved / "page.html").write_bytes(next(iter(contents_of(name)[0].values())))
    result = CliRunner().invoke(app, ["load", kind, str(saved), "--into", str(tmp_path / "corpus")])
    assert "1 letters added" in result.output


def test_a_missing_key_is_told_once_and_not_for_each_thing(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FOIA_GOV_API_KEY", raising=False)
    result = run(tmp_path, "foia-gov", "DOK/2022 DOK/2023")
    assert isinstance(result.exception, UsageError) and "FOIA_GOV_API_KEY" in str(result.exception)
