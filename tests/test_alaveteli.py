"""Alaveteli sites: which requests a list has, and what becomes of a request's page, JSON and files."""

import datetime as dt
from pathlib import Path

import pytest
from alaveteli_site import HIDDEN, LETTER, Answer, Asked, Site, SiteClient

from foi_analytics.errors import Gone, UnreadableError, UsageError
from foi_analytics.fetching import Client
from foi_analytics.records import Letter, Problem, Request
from foi_analytics.sources import Options, Stub
from foi_analytics.sources.alaveteli import Alaveteli

DAY = dt.date(2024, 3, 4)
BASE = "https://foi.example"


def alaveteli(site: Site, **options: object) -> Alaveteli:
    client: Client = SiteClient(site)
    return Alaveteli("foi.example", client, Options(**options))  # type: ignore[arg-type]


def parsed(asked: Asked, **options: object) -> list[Letter | Request | Problem]:
    source = alaveteli(Site([asked]), **options)
    (stub,) = source.discover(f"request:{asked.slug}")
    assert isinstance(stub, Stub)
    return list(source.parse(source.fetch(stub)))


def spread(number: int) -> list[Asked]:
    return [Asked(each, DAY + dt.timedelta(days=each % 200)) for each in range(1, number + 1)]


@pytest.mark.parametrize("number", [1, 25, 50, 499, 500, 1300])
def test_a_list_gives_each_request_once_however_long_it_is(number: int) -> None:
    stubs = list(alaveteli(Site(spread(number))).discover("body:fenmoor_council"))
    assert sorted(stub.origin for stub in stubs) == sorted(f"{BASE}/request/sluices_{n}" for n in range(1, number + 1))


def test_a_day_too_long_is_parted_by_state_and_what_is_left_is_said() -> None:
    requests = [Asked(n, DAY, state) for n in range(1, 601) for state in ("rejected",)]
    requests += [Asked(n, DAY, "successful") for n in range(601, 700)]
    found = list(alaveteli(Site(requests)).discover("after:2024-03-04 before:2024-03-04"))
    problems = [each for each in found if isinstance(each, Problem)]
    assert len(found) - len(problems) == 500 + 99
    assert [each.reason for each in problems] == ["the site shows 500 requests of this day and state and no more"]


def test_an_estimate_that_is_too_low_loses_nothing() -> None:
    site = Site(spread(700))
    whole = site.answer
    site.answer = lambda *asked: _without_heading(whole(*asked))  # type: ignore[method-assign]
    assert len(list(alaveteli(site).discover("body:fenmoor_council"))) == 700


def test_a_list_goes_on_at_the_page_it_stopped_at() -> None:
    site = Site(spread(1300))
    stubs = list(alaveteli(site).discover())
    last = stubs[700]
    again = list(alaveteli(site).discover("", last.cursor))
    assert last.origin in [each.origin for each in again[:25]]
    assert {each.origin for each in stubs[:700]} | {each.origin for each in again} == {each.origin for each in stubs}


def test_a_list_without_the_rows_it_speaks_of_is_a_problem() -> None:
    site = Site(spread(3))
    site.wrong["/list"] = lambda _: Answer(
        body=b'<h2 class="foi_results">About 3 found</h2><div class="row">Sluices</div>'
    )
    (problem,) = alaveteli(site).discover()
    assert isinstance(problem, Problem) and "the site has changed" in problem.reason


def test_since_and_the_terms_of_a_query_reach_the_site() -> None:
    site = Site(spread(3))
    list(alaveteli(site, since=dt.date(2024, 3, 1)).discover("tag:water state:unsuccessful before:2024-05-01"))
    list(alaveteli(site).discover("body:fenmoor_council state:unsuccessful tag:water"))
    assert (
        site.asked[0]
        == "/list/water/unsuccessful?request_date_after=01%2F03%2F2024&request_date_before=01%2F05%2F2024&page=1"
    )
    assert site.asked[1] == "/body/fenmoor_council/unsuccessful/water?page=1"


@pytest.mark.parametrize("query", ["fenmoor", "who:me", "state:rejected", "after:yesterday", "body:../../etc", "body:"])
def test_a_query_that_cannot_be_is_refused_by_name(query: str) -> None:
    with pytest.raises(UsageError, match=query.partition(":")[2] or query):
        list(alaveteli(Site([])).discover(query))


def test_an_attachment_is_a_letter_of_the_same_case_and_keeps_where_it_came_from() -> None:
    request, reply, enclosed = parsed(Asked(7, DAY, files={"Our%20reply.txt": LETTER, "logo.png": b"\x89PNG"}))
    assert isinstance(request, Request) and isinstance(reply, Letter) and isinstance(enclosed, Letter)
    assert {each.case_id for each in (request, reply, enclosed)} == {"alaveteli/foi.example/7"}
    assert enclosed.origin == f"{BASE}/request/sluices_7/response/72/attach/3/Our%20reply.txt"
    assert enclosed.request == reply.request == request.text
    assert (enclosed.letter_id, enclosed.authority, enclosed.date) == (
        f"{reply.letter_id}/attachment-77",
        "Fenmoor Council",
        DAY,
    )


def test_names_of_those_who_asked_are_taken_out_and_offsets_stay() -> None:
    asked = Asked(7, DAY, files={"reply.txt": LETTER}, facts={"title": "Sluices for Ada Quill"})
    masked, kept = parsed(asked), parsed(asked, keep_people=True)
    assert not any("Quill" in f"{each!r}" or "Ada" in f"{each!r}" for each in masked)
    assert [len(each.text) for each in masked] == [len(each.text) for each in kept]  # type: ignore[union-attr]
    assert kept[2].text.startswith("Dear Ada Quill")  # type: ignore[union-attr]


def test_a_name_of_one_word_does_not_take_that_word_out_of_the_letter() -> None:
    _, reply = parsed(Asked(7, DAY, asker="Sluices", reply="Dear Sluices,\n\nThe sluices are listed."))
    assert isinstance(reply, Letter)
    assert reply.text == "Dear ███████,\n\nThe sluices are listed."


def test_annotations_folded_quotes_and_buttons_are_no_part_of_a_letter() -> None:
    request, reply = parsed(Asked(7, DAY, reply="We hold none."))
    assert isinstance(request, Request) and isinstance(reply, Letter)
    assert reply.text == "We hold none."
    assert request.text.splitlines()[2:5] == ["Please tell me:", "1. where the sluices are;", "2. who keeps them."]


def test_a_message_that_only_points_to_its_files_is_no_letter_of_its_own() -> None:
    empty = "[ Email has no body, please see attachments ]"
    _, enclosed = parsed(Asked(7, DAY, reply=empty, files={"reply.txt": LETTER}))
    assert isinstance(enclosed, Letter) and enclosed.letter_id.endswith("attachment-77")


@pytest.mark.parametrize(
    ("facts", "claim"),
    [
        ({"described_state": "not_held"}, "not_held"),
        ({"described_state": "successful", "awaiting_description": True}, "waiting_classification"),
    ],
)
def test_the_state_is_kept_as_the_claim_it_is(facts: dict[str, object], claim: str) -> None:
    found = parsed(Asked(7, DAY, facts=facts))
    assert [each.source_outcome for each in found if not isinstance(each, Problem)] == [claim, claim]


def test_what_is_not_known_is_reported_by_name() -> None:
    found = parsed(Asked(7, DAY, facts={"described_state": "lost_at_sea", "mood": "fair"}))
    reasons = [each.reason for each in found if isinstance(each, Problem)]
    assert reasons == [
        "fields not known here, and not read: mood",
        "the state 'lost_at_sea' is not known here; it is kept as it is",
    ]


def test_tables_and_files_that_are_not_there_are_listed_with_the_reason() -> None:
    asked = Asked(7, DAY, files={"costs.xlsx": b"PK", "reply.txt": LETTER})
    site = Site([asked])
    site.wrong["/request/sluices_7/response/72/attach/3/reply.txt"] = lambda _: Answer(404)
    source = alaveteli(site)
    (stub,) = source.discover("request:sluices_7")
    raw = source.fetch(stub)
    assert [each.reason.split(";")[0] for each in source.parse(raw) if isinstance(each, Problem)] == [
        "a table came with the message",
        "the site would not give this file",
    ]
    assert not any("costs" in path for path in site.asked)


@pytest.mark.parametrize(
    "link", ["https://elsewhere.example/attach/3/a.txt", "http://[::1/attach/3/a.txt", "file:///attach/a"]
)
def test_a_link_off_the_site_is_no_attachment(link: str) -> None:
    site = Site([Asked(7, DAY, files={"reply.txt": LETTER})])
    page = site.answer("/request/sluices_7").body.replace(
        b"/request/sluices_7/response/72/attach/3/", link.encode() + b"?"
    )
    site.wrong["/request/sluices_7"] = lambda _: Answer(body=page)
    listing = site.answer("/list").body.replace(b"/request/sluices_7#", link.encode() + b"#")
    source = alaveteli(site)
    (stub,) = source.discover("request:sluices_7")
    assert isinstance(stub, Stub)
    assert len(source.fetch(stub).contents) == 2
    site.wrong["/list"] = lambda _: Answer(body=listing)
    assert all(isinstance(each, Problem) for each in source.discover())


@pytest.mark.parametrize("path", ["/list", "/request/sluices_7"])
def test_a_page_made_to_take_hours_is_refused(path: str) -> None:
    site = Site([Asked(7, DAY)])
    site.wrong[path] = lambda _: Answer(body=b"<div>" * 100_000)
    source = alaveteli(site)
    with pytest.raises(UnreadableError, match="nests"):
        for stub in source.discover():
            assert isinstance(stub, Stub)
            source.fetch(stub)


def test_a_list_the_site_does_not_have_is_named() -> None:
    site = Site([])
    site.wrong["/body/nobody"] = lambda _: Answer(404)
    with pytest.raises(Gone, match="/body/nobody"):
        list(alaveteli(site).discover("body:nobody"))


def test_a_file_the_site_is_still_preparing_is_asked_for_again() -> None:
    site = Site([Asked(7, DAY, files={"reply.pdf": b"%PDF-1.4"})])
    site.wrong["/request/sluices_7/response/72/attach/3/reply.pdf"] = lambda _: Answer(body=b"<html>Please wait</html>")
    source = alaveteli(site)
    (stub,) = source.discover("request:sluices_7")
    assert not source.fetch(stub).complete


def test_a_page_whose_markup_changed_is_reported_and_not_taken_for_empty() -> None:
    site = Site([Asked(7, DAY)])
    site.wrong["/request/sluices_7"] = lambda _: Answer(
        body=b"<html><body><div class='msg'>We hold none.</div></body></html>"
    )
    source = alaveteli(site)
    (stub,) = source.discover("request:sluices_7")
    with pytest.raises(UnreadableError, match="the site has changed"):
        list(source.parse(source.fetch(stub)))


def test_a_message_that_only_the_json_knows_is_reported() -> None:
    events = [{"event_type": "response", "incoming_message_id": 99}]
    (problem,) = [
        each for each in parsed(Asked(7, DAY, facts={"info_request_events": events})) if isinstance(each, Problem)
    ]
    assert problem.origin.endswith("#incoming-99")


@pytest.mark.parametrize("hidden", ["page", "prominence"])
def test_a_request_that_the_site_hides_is_gone(hidden: str) -> None:
    asked = Asked(7, DAY, hidden=hidden == "page", facts={"prominence": "backpage"} if hidden == "prominence" else {})
    source = alaveteli(Site([asked]))
    (stub,) = source.discover("request:sluices_7")
    with pytest.raises(Gone):
        source.fetch(stub)


def test_the_shapes_of_the_reference_are_read(shared: Path) -> None:
    folder = shared / "reference" / "sources" / "fixtures" / "alaveteli"
    site = Site([])
    slug = "/request/example_street_lighting_costs"
    for path, name in ((slug, "request.html"), (f"{slug}.json", "request.json")):
        media_type = "application/json" if name.endswith("json") else "text/html"
        body = (folder / name).read_bytes()
        site.wrong[path] = lambda _, body=body, media_type=media_type: Answer(body=body, media_type=media_type)
    listing = (folder / "list_page1.html").read_text().replace("https://alaveteli.example.org", BASE)
    site.wrong["/list"] = lambda _: Answer(
        body=listing.replace("1234", "2").replace('rel="next"', "").replace("next_page", "").encode()
    )
    source = alaveteli(site)
    first, _ = source.discover()
    assert isinstance(first, Stub) and first.origin == f"{BASE}{slug}"
    found = list(source.parse(source.fetch(first)))
    letters = [each for each in found if isinstance(each, Letter)]
    assert [each.letter_id.rpartition("/")[2] for each in letters] == ["incoming-3000001", "incoming-3000002"]
    assert letters[0].source_outcome == "partially_successful"
    assert [each.reason.split(":")[0] for each in found if isinstance(each, Problem)] == [
        "the site would not give this file",
        "the site does not give this attachment",
    ]
    assert HIDDEN.split('"')[1] in (folder / "request_hidden_403.html").read_text()


def _without_heading(answer: Answer) -> Answer:
    answer.body = answer.body.replace(b"foi_results", b"other")
    return answer
